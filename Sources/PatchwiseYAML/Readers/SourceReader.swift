import Patchwise

/// Reads what is said about a source and the facts that are used of it.
enum SourceReader {
  static func source(_ entry: Entry) -> Source {
    let fields = entry.fields(.source)
    return Source(
      id: entry.id(),
      title: fields.neededText("title"),
      publisher: fields.text("publisher"),
      year: fields.wholeNumber("year", in: 1...9999),
      address: fields.text("address"),
      evidence: fields.neededWord("evidence") ?? .editorial,
      seen: fields.text("seen").flatMap {
        fields.word($0, of: "key 'seen'", among: [Source.Seen.found, .recalled])
      },
      reviewed: fields.day("reviewed"),
      reviewBy: fields.day("review by"),
      note: fields.text("note"),
      facts: fields.entries("facts", of: "fact").map { fact($0, fields) })
  }

  private static func fact(_ entry: Entry, _ fields: Fields) -> Source.Fact {
    let seen = entry.text().flatMap {
      fields.word($0, of: entry.owner, among: Source.Seen.allCases)
    }
    return Source.Fact(id: entry.id(), seen: seen ?? .recalled)
  }

  /// Reads who reviewed the knowledge; nothing if that does not say when.
  static func review(_ item: Form, log: DiagnosticLog) -> Review? {
    let fields = Fields(item, .review, of: "a review", at: item.location, log: log)
    let (by, on, covers) = (
      fields.neededText("by"), fields.neededDay("on"), fields.neededText("covers")
    )
    return on.map { Review(by: by, on: $0, covers: covers) }
  }
}
