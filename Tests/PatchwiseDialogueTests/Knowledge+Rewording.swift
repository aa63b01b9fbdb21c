import Patchwise

extension Knowledge {
  /// The knowledge with another wording of every text that is said, and of nothing else.
  func rewording(_ reword: (String) -> String) -> Knowledge {
    func change(_ text: inout AuthoredText) { text = AuthoredText(reword(text.string)) }
    func change(_ text: inout AuthoredText?) { text = text.map { AuthoredText(reword($0.string)) } }
    func change(_ texts: inout [AuthoredText]) {
      texts = texts.map { AuthoredText(reword($0.string)) }
    }
    var copy = self
    change(&copy.title)
    change(&copy.welcome)
    change(&copy.notUnderstood)
    for place in copy.consultations.indices { change(&copy.consultations[place].title) }
    for place in copy.questions.indices {
      change(&copy.questions[place].ask)
      change(&copy.questions[place].short)
      change(&copy.questions[place].why)
      change(&copy.questions[place].help)
      copy.questions[place].domain = copy.questions[place].domain.rewording(reword)
    }
    for place in copy.scales.indices {
      change(&copy.scales[place].title)
      for level in copy.scales[place].levels.indices {
        change(&copy.scales[place].levels[level].title)
        change(&copy.scales[place].levels[level].say)
      }
    }
    for place in copy.rules.indices { change(&copy.rules[place].because) }
    for place in copy.advice.indices { change(&copy.advice[place].say) }
    for place in copy.plans.indices {
      change(&copy.plans[place].title)
      for step in copy.plans[place].steps.indices { change(&copy.plans[place].steps[step].text) }
      for reading in copy.plans[place].readings.indices {
        change(&copy.plans[place].readings[reading].lookFor)
      }
      change(&copy.plans[place].stopSigns)
      change(&copy.plans[place].then)
    }
    for place in copy.topics.indices {
      change(&copy.topics[place].title)
      change(&copy.topics[place].answer)
    }
    for place in copy.sources.indices {
      change(&copy.sources[place].title)
      change(&copy.sources[place].publisher)
      change(&copy.sources[place].address)
      change(&copy.sources[place].note)
    }
    return copy
  }
}

extension Question.Domain {
  fileprivate func rewording(_ reword: (String) -> String) -> Question.Domain {
    func changed(_ options: [Question.Option]) -> [Question.Option] {
      options.map { option in
        var option = option
        option.label = AuthoredText(reword(option.label.string))
        option.help = option.help.map { AuthoredText(reword($0.string)) }
        return option
      }
    }
    return switch self {
    case .one(let options, let ordered): .one(changed(options), ordered: ordered)
    case .any(let options): .any(changed(options))
    // The name of a unit stands in conditions as well.
    case .yesNo, .number, .duration, .date, .ingredients: self
    }
  }
}
