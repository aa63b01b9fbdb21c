/// A workload in our own language: files of knowledge, by name, the root file first.
public struct KnowledgeFiles: Sendable {
  /// The files.
  public private(set) var files: [(name: String, text: String)] = []
  private let workload: Workload

  /// Writes a workload in the language of knowledge files.
  public init(_ workload: Workload) {
    self.workload = workload
    let parts = ruleFiles()
    files = [(Self.root(of: workload.size), root(including: parts.map(\.name)))] + parts
  }

  /// Returns the name of the root file of a size.
  public static func root(of size: Workload.Size) -> String { "\(size.rawValue).yaml" }

  /// Returns a name of a workload as the language allows it.
  public static func name(_ name: String) -> String {
    String(name.map { $0 == "_" ? "-" : $0 })
  }

  private func root(including parts: [String]) -> String {
    var text = """
      knowledge: \(workload.size.rawValue)
      title: Rules about nothing
      version: 1.0.0
      include: [\(parts.joined(separator: ", "))]
      questions:

      """
    for question in workload.questions {
      let name = Self.name(question.name)
      let domain =
        switch question.domain {
        case .one: "one, options: { \(Self.options(question)) }"
        case .any: "any, options: { \(Self.options(question)) }"
        case .number(let range, _): "number, range: \(range.lowerBound) to \(range.upperBound)"
        }
      text += "  \(name): { ask: What about \(name)?, choose: \(domain) }\n"
    }
    let names = workload.questions.map { Self.name($0.name) }.joined(separator: ", ")
    text += "sections:\n  all: { questions: [\(names)] }\n"
    text += "scales:\n  verdict:\n    title: What is it?\n    levels:\n"
    for level in (1...5).reversed() {
      text += "      v\(level): { title: Level \(level), say: \(workload.texts[level - 1]) }\n"
    }
    text += "consultations:\n  all: { title: All of it, sections: [all], decides: [verdict] }\n"
    text += "definitions:\n"
    for (place, fact) in workload.facts.enumerated() {
      text += "  \(Workload.name(ofFact: place)): \(self.text(of: fact))\n"
    }
    return text
  }

  private static func options(_ question: Workload.Question) -> String {
    question.options.map { "\(name($0)): \(name($0))" }.joined(separator: ", ")
  }

  /// No file of knowledge may be longer than 1 MiB.
  private func ruleFiles() -> [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    var text = "rules:\n"
    func finish() {
      files.append(("\(workload.size.rawValue)-\(files.count + 1).yaml", text))
      text = "rules:\n"
    }
    for (place, rule) in workload.rules.enumerated() {
      let name = Workload.name(ofRule: place)
      let condition = self.text(of: rule.when)
      text += "  \(name): { when: \"\(condition)\", raise: { verdict: v\(rule.level) }, "
      text += "because: It is \(name). }\n"
      if text.utf8.count > 1_000_000 { finish() }
    }
    finish()
    return files
  }

  private func text(of condition: Workload.Condition, isInside: Bool = false) -> String {
    func join(_ parts: [Workload.Condition], _ word: String) -> String {
      guard parts.count > 1 else { return text(of: parts[0], isInside: isInside) }
      let joined = parts.map { text(of: $0, isInside: true) }.joined(separator: " \(word) ")
      return isInside ? "(\(joined))" : joined
    }
    func name(_ question: Int) -> String { Self.name(workload.questions[question].name) }
    func option(_ question: Int, _ place: Int) -> String {
      Self.name(workload.questions[question].options[place])
    }
    switch condition {
    case .all(let parts): return join(parts, "and")
    case .any(let parts): return join(parts, "or")
    case .not(let part): return "not \(text(of: part, isInside: true))"
    case .fact(let place): return Workload.name(ofFact: place)
    case .isOne(let question, let places):
      let options = places.map { option(question, $0) }
      return options.count == 1
        ? "\(name(question)) is \(options[0])"
        : "\(name(question)) is any of (\(options.joined(separator: ", ")))"
    case .includes(let question, let place):
      return "\(name(question)) includes \(option(question, place))"
    case .count(let question, let count):
      let tests = workload.questions[question].options.indices
        .map { "\(name(question)) includes \(option(question, $0))" }
      return "at least \(count) of (\(tests.joined(separator: ", ")))"
    case .number(let question, let comparison, let number):
      let words =
        switch comparison {
        case .atLeast: "at least"
        case .moreThan: "more than"
        case .atMost: "at most"
        case .lessThan: "less than"
        }
      return "\(name(question)) \(words) \(workload.text(of: number, to: question))"
    }
  }
}
