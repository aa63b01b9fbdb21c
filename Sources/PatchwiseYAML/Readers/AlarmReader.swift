import Patchwise

/// Reads what is said about an alarm.
enum AlarmReader {
  static func alarm(_ entry: Entry) -> Alarm {
    let fields = entry.fields(.alarm)
    return Alarm(
      id: entry.id(),
      phrases: fields.neededTexts("phrases"),
      doubtful: fields.texts("doubtful"),
      raises: fields.needed("raise").map(fields.raises) ?? [],
      advises: fields.names("advise"),
      sources: fields.citations)
  }
}
