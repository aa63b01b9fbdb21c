import Patchwise

/// Looks for phrases that mean danger.
struct AlarmWatch: Sendable {
  private let alarms: [(alarm: Alarm, phrases: [Words])]

  init(_ knowledge: KnowledgeBase) {
    alarms = knowledge.knowledge.alarms.map { ($0, $0.phrases.map { Words($0.string) }) }
  }

  /// Returns the first alarm of which a phrase stands in the line, whole and at least once not denied.
  func alarm(in line: String) -> Alarm? {
    let words = Words(line)
    return alarms.first { entry in
      entry.phrases.contains { phrase in
        words.places(of: phrase).contains { !words.isDenied(at: $0) }
      }
    }?.alarm
  }
}
