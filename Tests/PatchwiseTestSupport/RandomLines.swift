package import Patchwise

/// Makes up what a person might type, from sensible answers to noise.
package struct RandomLines {
  private let knowledge: KnowledgeBase
  private var random: SplitMix64

  /// Begins the lines that belong to a seed.
  package init(_ knowledge: KnowledgeBase, seed: UInt64) {
    self.knowledge = knowledge
    random = SplitMix64(seed: seed)
  }

  /// Returns the next line at the question that is asked, if one is.
  ///
  /// A share of the lines, out of a hundred, answer it.
  package mutating func line(at question: Question?, answering share: Int = 55) -> String {
    guard let question else {
      return random.percent(share) ? random.pick(["1", "2", "go on"]) : detour()
    }
    if random.percent(share) { return answer(to: question) }
    return random.percent(50) ? nearMiss(of: question) : detour()
  }

  /// Returns a line that answers a question, in one of many wordings.
  package mutating func answer(to question: Question) -> String {
    if question.unsure != .refused, random.percent(15) {
      return random.pick(["not sure", "I don't know", "no idea"])
    }
    let names = Self.names(of: question, in: knowledge)
    switch question.domain {
    case .yesNo: return random.pick(["yes", "no", "Yes!", "nope", "1", "2"])
    case .one(let options, _):
      return random.percent(30)
        ? "\(random.within(1...options.count))" : random.pick(random.pick(names))
    case .any:
      if random.percent(35) { return random.pick(["none", "none of these", "no"]) }
      return several(of: names, joint: random.pick([", ", " and "]))
    case .ingredients:
      return random.percent(30) ? "none" : several(of: names, joint: ", ") + ", water"
    case .number(let range, let unit):
      let number = random.within(Int(range.lowerBound)...Int(range.upperBound))
      let half = random.percent(30) && Double(number) + 0.5 <= range.upperBound ? ".5" : ""
      return "\(number)\(half)" + (random.percent(40) ? unit.map { " \($0)" } ?? "" : "")
    case .duration:
      return random.pick(["hour", "day", "week"]).counted(random.within(1...40))
    case .date:
      return random.pick([
        "2026-01-01", "2024-11-30", "yesterday", "1 March 2020", "3 weeks ago", "2 years ago",
      ])
    }
  }

  /// Returns something like an answer: a slip of the finger, a denial, a number too large.
  private mutating func nearMiss(of question: Question) -> String {
    let name = random.pick(Self.names(of: question, in: knowledge).flatMap { $0 } + ["it"])
    switch random.below(8) {
    case 0: return String(name.dropLast())
    case 1: return String(name.prefix(3))
    case 2: return random.pick(["no \(name)", "not \(name)", "\(name) not any more"])
    case 3: return random.pick(["maybe \(name)", "a bit of \(name) I guess", "is it \(name)?"])
    case 4:
      return random.pick(["99", "-1", "1.5.2", "2 or 3", "one", "less than 2", "5 psi", "10 years"])
    case 5: return "\(name), garage"
    case 6: return random.pick(["yes", "no", "none", "skip", "the first"])
    default: return name.uppercased() + "!!"
    }
  }

  /// Returns something that is no answer: a command, a question, danger, a greeting, noise.
  private mutating func detour() -> String {
    let questions = knowledge.knowledge.questions.map(\.id.name)
    switch random.below(13) {
    case 0, 1: return random.pick(["back", "go back", "undo"])
    case 2: return "change \(random.pick(questions))"
    case 3:
      return random.pick(["change", "change 1", "change one", "change the last", "change it"])
    case 4: return random.pick(["why", "so far", "sources", "help", "repeat", "?"])
    case 5: return random.pick(["explain", "explain care", "go on"])
    case 6: return danger()
    case 7:
      return random.pick(knowledge.knowledge.topics.flatMap { [$0.title.string + "?"] } + ["who?"])
    case 8, 9: return supposition()
    case 10: return random.pick(["hi", "that was wrong", "wait, no", "good morning"])
    default: return noise()
    }
  }

  /// Returns a line about how it would be otherwise.
  private mutating func supposition() -> String {
    switch random.below(4) {
    case 0: return random.pick(["take it", "keep it"])
    case 1: return "what would change it"
    case 2:
      let levels = knowledge.knowledge.scales.flatMap(\.levels)
        .flatMap { [$0.name, $0.id.name] + $0.also.map(\.string) }
      return "why not \(random.pick(levels + ["", "in full", "blorf"]))"
    default:
      let question = random.pick(knowledge.knowledge.questions)
      let name = random.percent(50) ? question.name + " " : ""
      return "what if \(name)\(answer(to: question))"
    }
  }

  private mutating func danger() -> String {
    let phrase = random.pick(
      knowledge.knowledge.alarms.flatMap { $0.phrases + $0.doubtful }
    ).string
    return random.pick([
      phrase, "help, \(phrase)", "\(phrase) sometimes", "I don't think \(phrase)",
    ])
  }

  private mutating func noise() -> String {
    if random.percent(50) { return random.pick(Self.noises) }
    let letters = Array(" abefgiklnoprstu0123456789,.-'?!\t\u{301}\u{200D}\u{202E}\u{1B}👍é圧½ß")
    return String((0..<random.within(0...24)).map { _ in random.pick(letters) })
  }

  private static let noises = [
    "", " ", "garage", "blah blah", "👍", "....", "none of your business", "0", "1, 2, 3", "ok",
    "# a comment", "> 2", "= care: none", "? pressure", "! no", "< …", "@ +48h", "yes and no",
    "understood: yes", "knowledge tyre", "\u{FEFF}yes", "٣", "1e400", "nan", "½", "minus",
  ]

  private mutating func several(of names: [[String]], joint: String) -> String {
    guard !names.isEmpty else { return "none" }
    let chosen = random.shuffled(names).prefix(random.within(1...min(2, names.count)))
    return chosen.map { random.pick($0) }.joined(separator: joint)
  }

  /// The names of each option of a question, or of each tag of its lexicons.
  package static func names(of question: Question, in knowledge: KnowledgeBase) -> [[String]] {
    switch question.domain {
    case .yesNo: [["yes"], ["no"]]
    case .one(let options, _), .any(let options):
      options.map { [$0.id.name, $0.label.string] + $0.also.map(\.string) }
    case .ingredients(let lexicons):
      knowledge.knowledge.lexicons.filter { lexicons.contains($0.id) }.flatMap(\.tags)
        .map { $0.names.map(\.string) }
    case .number, .duration, .date: []
    }
  }
}

extension String {
  fileprivate func counted(_ count: Int) -> String { "\(count) \(self)\(count == 1 ? "" : "s")" }
}
