/// What people say before they say anything.
enum Greeting {
  /// Whether a line is a greeting and nothing else.
  static func matches(_ line: String) -> Bool {
    let words = Words(line).list
    guard let first = words.first else { return false }
    let rest = words.dropFirst().drop { repeats.contains($0) }
    if hellos.contains(first) {
      return rest.isEmpty || endings.contains(rest.joined(separator: " "))
    }
    return first == "good" && rest.count == 1 && times.contains(rest[rest.startIndex])
  }

  private static let hellos: Set<String> = [
    "hi", "hello", "hey", "hiya", "heya", "hallo", "howdy", "greetings",
  ]

  /// A second greeting, and what goes with one.
  private static let repeats: Set<String> = hellos.union(["there", "again", "everyone", "all"])

  private static let endings: Set<String> = [
    "good morning", "good afternoon", "good evening", "good day", "how are you",
    "how are you today",
    "how are you doing", "can you help", "can you help me", "are you there", "nice to meet you",
  ]

  private static let times: Set<String> = ["morning", "afternoon", "evening", "day"]
}
