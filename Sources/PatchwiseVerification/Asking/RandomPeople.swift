import Patchwise

/// People who know an answer to every question, made up at random, the same for the same seed.
///
/// One option is as likely as another, and so is one region of numbers that conditions tell apart. Where
/// several options can be chosen, three of four people choose none, and so it goes on: of those who chose
/// one, one of four chooses another. So these are no shares of real people.
struct RandomPeople {
  /// What their clocks say: a midnight, so that a day is a whole number of days ago.
  static let now = Situations.lastReading
  private let questions: [(question: Question, names: [String], samples: [Double])]
  private var state: UInt64

  /// Prepares people for a consultation.
  init(of kind: ConsultationKind, in base: KnowledgeBase, seed: UInt64) {
    let situations = Situations(of: kind, in: base)
    questions = base.sections(of: kind).flatMap(\.questions).compactMap(base.question).map {
      ($0, base.optionNames(of: $0), situations.regions(of: $0).samples)
    }
    state = seed
  }

  /// Makes up the next person, by what they answer.
  mutating func next() -> [Identifier<Question>: Answer] {
    var answers: [Identifier<Question>: Answer] = [:]
    for (question, names, samples) in questions {
      switch question.domain {
      case .yesNo, .one: answers[question.id] = .option(Identifier(names[below(names.count)]))
      case .any, .ingredients:
        var (left, chosen) = (names, [Identifier<Question.Option>]())
        while !left.isEmpty, below(4) == 0 {
          chosen.append(Identifier(left.remove(at: below(left.count))))
        }
        answers[question.id] = .options(chosen)
      case .number: answers[question.id] = .number(samples[below(samples.count)])
      case .duration:
        answers[question.id] = .duration(TimeSpan(seconds: Int(samples[below(samples.count)])))
      case .date:
        let days = Int(samples[below(samples.count)]) / 86_400
        answers[question.id] = .date(Self.now + TimeSpan(seconds: -days * 86_400))
      }
    }
    return answers
  }

  /// Returns a number from 0 up to but not including a bound above 0.
  ///
  /// Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
