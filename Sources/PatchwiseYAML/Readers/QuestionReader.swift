import Patchwise

/// Reads what is said about a question.
enum QuestionReader {
  static func question(_ entry: Entry) -> Question {
    let fields = entry.fields(.question)
    return Question(
      id: entry.id(),
      ask: fields.neededText("ask"),
      short: fields.text("short"),
      domain: DomainReader(fields: fields, name: entry.name).domain(),
      cautiousEnd: fields.word("cautious end"),
      unsure: unsure(fields),
      noneWords: fields.texts("none"),
      plainer: fields.text("plainer"),
      askedWhen: fields.text("asked when"),
      inDoubt: fields.word("when in doubt") ?? .ask,
      why: fields.text("why"),
      help: fields.text("help"),
      changes: fields.word("changes"),
      sources: fields.citations)
  }

  /// `any`, `refused` or `as OPTION`.
  private static func unsure(_ fields: Fields) -> Question.UnsurePolicy {
    guard let text = fields.text("unsure") else { return .any }
    let words = Words(text).words
    switch words.map(\.string) {
    case ["any"]: return .any
    case ["refused"]: return .refused
    case let parts where parts.count == 2 && parts[0] == "as":
      return .option(Identifier(parts[1], at: words[1].location))
    default:
      fields.unknownWord(
        text, of: "key 'unsure'", among: ["any", "refused", "as OPTION"],
        meant: isOption(text.string, fields) ? "as \(text)" : nil)
      return .any
    }
  }

  /// Whether a word names an option of the question.
  private static func isOption(_ word: String, _ fields: Fields) -> Bool {
    if fields["choose"]?.value.text?.string == "yes-no" { return word == "yes" || word == "no" }
    guard case .mapping(let options)? = fields["options"]?.value.content else { return false }
    return options.contains { $0.key.string == word }
  }
}

/// Reads an option, which is a label or a mapping with one.
enum OptionReader {
  static func option(_ entry: Entry) -> Question.Option {
    if entry.value.text != nil {
      return Question.Option(id: entry.id(), label: entry.text() ?? "")
    }
    let fields = entry.fields(.option)
    return Question.Option(
      id: entry.id(), label: fields.neededText("label"), also: fields.texts("also"),
      help: fields.text("help"), isWarning: fields.flag("warning"))
  }
}
