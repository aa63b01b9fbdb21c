import Patchwise

/// Every sentence that a report says itself; the rest is said by the screens or by the knowledge.
enum ReportPhrasing {
  static let answers = "What you answered"
  static let unfinished = "Not finished"
  static let informs =
    "A program wrote this page from one person's answers. It informs; it does not diagnose."

  static func written(_ moment: Moment) -> String { "Date and time: \(moment)" }

  static func knowledge(_ knowledge: Knowledge) -> String {
    let reviews = knowledge.reviews.map { "\($0.by), \($0.on.day) (\($0.covers))" }
    let reviewed =
      reviews.isEmpty
      ? "No review of them is on record."
      : "Reviewed by \(reviews.joined(separator: "; "))."
    return "Its rules are those of \(knowledge.id), version \(knowledge.version). \(reviewed)"
  }

  /// The most of what was typed that is shown, in characters: a list of ingredients has room, a book not.
  static let typedLimit = 4_000

  static func typed(_ lines: [String]) -> String {
    let text = lines.map { "\"\($0)\"" }.joined(separator: ", ")
    return "You typed: \(text.count > typedLimit ? "\(text.prefix(typedLimit))…" : text)"
  }
}
