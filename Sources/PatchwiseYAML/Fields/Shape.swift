/// What a mapping of one kind can hold.
struct Shape: Sendable {
  /// The kind with its article, such as `an option`.
  let kind: String
  let keys: [String]

  init(_ kind: String, _ keys: String...) { self.init(kind, keys) }

  init(_ kind: String, _ keys: [String]) {
    self.kind = kind
    self.keys = keys
  }

  /// The keys that only the root file can have.
  static let rootKeys = [
    "knowledge", "title", "version", "welcome", "not understood", "never say", "reviews",
  ]

  static let file = Shape(
    "a knowledge file",
    "knowledge", "title", "version", "welcome", "not understood", "never say", "include", "reviews",
    "questions", "sections", "consultations", "scales", "definitions", "rules", "tables", "advice",
    "plans", "topics",
    "alarms",
    "hints", "lexicons", "promises", "sources")
  static let review = Shape("a review", "by", "on", "covers")
  static let question = Shape(
    "a question",
    "ask", "short", "choose", "options", "ordered", "cautious end", "range", "unit", "lexicons",
    "none", "unsure",
    "plainer",
    "asked when", "when in doubt", "why", "help", "changes", "sources")
  static let option = Shape("an option", "label", "also", "help", "warning")
  static let section = Shape("a section", "title", "questions")
  static let consultation = Shape(
    "a consultation", "title", "also", "hints", "sections", "decides")
  static let scale = Shape("a scale", "title", "levels", "otherwise", "hint")
  static let level = Shape(
    "a level", "title", "also", "say", "plan", "ends the consultation", "tell at once", "sources")
  static let rule = Shape("a rule", "when", "unless", "raise", "because", "advise", "sources")
  static let table = Shape("a table", "raise", "columns", "rows", "because", "sources")
  static let promise = Shape("a promise", "whenever", "then", "in", "sources")
  static let advice = Shape("a piece of advice", "say", "under", "only at", "order", "sources")
  static let plan = Shape(
    "a plan",
    "title", "steps", "readings", "stop signs", "lasts", "watch", "then", "follow up", "sources")
  static let followUp = Shape(
    "a follow-up", "consultation", "answers", "since", "during steps", "during watch",
    "since steps", "late", "missed", "ends", "reaches", "learnt", "compares",
    "again", "between")
  static let again = Shape("another look", "after", "from", "answers")
  static let between = Shape(
    "the consultation between two readings", "consultation", "answers")
  static let step = Shape("a step", "do", "every", "sources")
  static let reading = Shape("a reading", "at", "within", "look for", "sources")
  static let topic = Shape(
    "a topic", "title", "asked as", "in", "verdict", "answer", "sources")
  static let alarm = Shape("an alarm", "phrases", "doubtful", "raise", "advise", "sources")
  static let tag = Shape("a tag", "label", "names", "phrases")
  static let source = Shape(
    "a source",
    "title", "publisher", "year", "address", "evidence", "seen", "reviewed", "review by", "note",
    "facts")

  /// All of them; the keys of hints are options, which every file has its own of.
  static let all = [
    file, review, question, option, section, consultation, scale, level, rule, table, promise,
    advice, plan, followUp, again, between, step, reading, topic, alarm, tag, source,
  ]
}
