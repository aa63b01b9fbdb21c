import Patchwise

/// Reads sections, and the consultations that are made of them.
enum ConsultationReader {
  static func section(_ entry: Entry) -> Question.Section {
    let fields = entry.fields(.section)
    return Question.Section(
      id: entry.id(), title: fields.text("title"), questions: fields.neededNames("questions"))
  }

  static func consultation(_ entry: Entry) -> ConsultationKind {
    let fields = entry.fields(.consultation)
    return ConsultationKind(
      id: entry.id(),
      title: fields.neededText("title"),
      also: fields.texts("also"),
      hints: fields.texts("hints"),
      sections: fields.neededNames("sections"),
      decides: fields.neededNames("decides"))
  }
}
