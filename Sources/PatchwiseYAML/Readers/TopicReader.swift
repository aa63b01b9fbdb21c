import Patchwise

/// Reads what is said about a topic.
enum TopicReader {
  static func topic(_ entry: Entry) -> Topic {
    let fields = entry.fields(.topic)
    return Topic(
      id: entry.id(),
      title: fields.neededText("title"),
      askedAs: fields.texts("asked as"),
      consultations: fields.names("in"),
      verdict: fields.word("verdict"),
      answer: fields.neededText("answer"),
      sources: fields.citations)
  }
}
