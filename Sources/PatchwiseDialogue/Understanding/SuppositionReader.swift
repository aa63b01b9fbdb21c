import Patchwise

/// Reads which answer to which question is supposed, as in `what if yes` or `what if age 30`.
struct SuppositionReader {
  private let consultation: Consultation
  /// The question that is asked at present.
  private let asked: Question?
  private let reader: AnswerReader

  init(_ consultation: Consultation, at question: Question?, _ reader: AnswerReader) {
    self.consultation = consultation
    asked = question
    self.reader = reader
  }

  /// An answer that is supposed.
  struct Supposed: Hashable, Sendable {
    var question: Identifier<Question>
    var answer: Answer
  }

  /// Returns the answers that a text may mean: none where it means none, several where it is not plain.
  ///
  /// The question that is named comes first, then the one that is asked, then any that was answered.
  func answers(in text: String) -> [Supposed] {
    let text = text.withoutEnd
    if let named = named(in: text) { return named }
    if let asked, let supposed = exact(text, to: asked) { return [supposed] }
    let others = answered.filter { $0.id != asked?.id }
    let exact = others.compactMap { question -> Supposed? in
      let supposed = self.exact(text, to: question)
      // Any text at all is a list of ingredients without a known name.
      if case .ingredients = question.domain, supposed?.answer == .options([]) { return nil }
      return supposed
    }
    if !exact.isEmpty { return exact }
    if let asked {
      let near = loose(text, to: asked)
      if !near.isEmpty { return near }
    }
    return others.filter { if case .ingredients = $0.domain { false } else { true } }
      .flatMap { loose(text, to: $0) }
  }

  /// The questions that were answered, in that order.
  private var answered: [Question] {
    consultation.answered.compactMap { consultation.knowledge.question($0) }
  }

  /// The answers to a question that the text begins with; nothing if it begins with none.
  private func named(in text: String) -> [Supposed]? {
    let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
      .drop { ["my", "the"].contains(Words($0).joined) }
    let questions = consultation.knowledge.sections(of: consultation.kind).flatMap(\.questions)
      .filter { consultation.status(of: $0) != .notApplicable }
      .compactMap { consultation.knowledge.question($0) }
    for count in stride(from: min(parts.count - 1, 8), to: 0, by: -1) {
      let name = Words(parts.prefix(count).joined(separator: " ")).list
      let rest = parts.dropFirst(count).drop { Self.links.contains(Words($0).joined) }
        .joined(separator: " ")
      guard !name.isEmpty, !rest.isEmpty else { continue }
      for question in questions where names(question).contains(name) {
        let supposed = exact(rest, to: question).map { [$0] } ?? loose(rest, to: question)
        if !supposed.isEmpty { return supposed }
      }
    }
    return nil
  }

  /// What may stand between a question and its answer.
  private static let links: Set<String> = ["", "is", "was", "were", "are", "would", "be"]

  private func names(_ question: Question) -> [[String]] {
    [Words(question.id.name).list, Words(question.name).list]
  }

  private func exact(_ text: String, to question: Question) -> Supposed? {
    let plain = Self.openings.first { text.lowercased().hasPrefix($0 + " ") }
      .map { String(text.dropFirst($0.count + 1)) }
    for line in [text] + (plain.map { [$0] } ?? []) {
      if case .certain(let answer)? = reader.exactReading(of: line, for: question) {
        return Supposed(question: question.id, answer: answer)
      }
    }
    return nil
  }

  /// How an answer that is supposed may begin.
  private static let openings = [
    "i said", "i say", "i answer", "i answered", "i had said", "it is", "it's", "it was",
    "it were", "i was", "i were", "i am", "i'm", "i had", "i have",
  ]

  private func loose(_ text: String, to question: Question) -> [Supposed] {
    switch reader.exactReading(of: text, for: question)
      ?? reader.looseReading(of: text, for: question)
    {
    case .certain(let answer), .probable(let answer):
      [Supposed(question: question.id, answer: answer)]
    case .ambiguous(let options):
      options.map { option in
        Supposed(
          question: question.id,
          answer: question.domain.takesSeveral ? .options([option]) : .option(option))
      }
    case .refused: []
    }
  }
}

/// Finds the level of a decided scale that a text names.
struct LevelReader {
  /// A level, and its scale.
  struct Named: Hashable, Sendable {
    var scale: Identifier<Scale>
    var level: Identifier<Scale.Level>
  }

  /// The levels that can be named.
  let levels: [Named]
  private let reader: OptionReader

  init(_ scales: [Scale]) {
    let named = scales.flatMap { scale in scale.levels.map { (scale, $0) } }
    levels = named.map { Named(scale: $0.id, level: $1.id) }
    reader = OptionReader(
      options: named.enumerated().map { place, named in
        Question.Option(
          id: Identifier("\(named.0.id) \(named.1.id)"), label: AuthoredText(named.1.name),
          also: [AuthoredText(named.1.id.name)] + named.1.also)
      }, takesSeveral: false)
  }

  /// Returns the levels that a text may mean: by name, by title, or by the start or a part of one.
  func levels(in text: String) -> [Named] {
    let words = Words(text)
    guard !words.isEmpty else { return [] }
    let names = zip(levels, reader.options).map { named, option in
      (named, ([option.label] + option.also).map { Words($0.string) })
    }
    let whole = names.filter { $0.1.contains(words) }
    if !whole.isEmpty { return whole.map(\.0) }
    let begun = names.filter { $0.1.contains { $0.list.starts(with: words.list) } }
    if !begun.isEmpty { return begun.map(\.0) }
    let within = names.filter { $0.1.contains { $0.contains(words) } }
    if !within.isEmpty { return within.map(\.0) }
    // A number would only mean a place in a list that nobody sees.
    guard words.numbers.isEmpty else { return [] }
    switch reader.exactReading(of: text) ?? reader.looseReading(of: text) {
    case .certain(.option(let id)), .probable(.option(let id)): return named([id])
    case .ambiguous(let ids): return named(ids)
    default: return []
    }
  }

  private func named(_ ids: [Identifier<Question.Option>]) -> [Named] {
    zip(levels, reader.options).filter { ids.contains($1.id) }.map(\.0)
  }
}

extension String {
  /// The text without a question mark or full stop at its end.
  fileprivate var withoutEnd: String {
    var text = trimmingSpaces
    while let last = text.last, "?.!".contains(last) { text.removeLast() }
    return text.trimmingSpaces
  }
}
