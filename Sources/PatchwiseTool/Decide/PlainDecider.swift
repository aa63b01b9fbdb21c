import Patchwise

/// Decides for many lines at once that are written plainly, as programs write them.
///
/// Such a line has nothing but answers, each to a question of the consultation, in its plainest form and
/// without an escape. What is unusual, or wrong, is left to `LineDecider`; so nothing here has to say
/// what is wrong. Of the plain lines, those are left to it, too, after which something is open.
struct PlainDecider {
  private let form: PlainForm
  private let writer: DecisionWriter
  private var sheet: BatchSheet
  private var rules: BatchRules
  /// The answers of the line that is being read.
  private var answers: [PreparedAnswer] = []
  /// For each field, the last line that had it.
  private var lastLines: [Int]
  private var lineCount = 0

  init(_ empty: Consultation) throws(UnknownConsultation) {
    let decider = try BatchDecider(empty.kind.id, in: empty.knowledge)
    writer = DecisionWriter(decider)
    sheet = decider.sheet
    rules = sheet.rules
    form = PlainForm(decider)
    lastLines = Array(repeating: 0, count: form.count)
  }

  /// How many lines wait to be decided.
  var waitingCount: Int { sheet.count }

  /// Whether no line more can wait.
  var isFull: Bool { sheet.count == BatchSheet.capacity }

  // MARK: Deciding

  /// Decides for all lines that wait.
  mutating func decide() {
    sheet.decide()
    rules = sheet.rules
  }

  /// Writes what the nth of the lines comes to.
  ///
  /// - Parameters:
  ///   - place: Which line it is.
  ///   - bytes: Takes what is written.
  /// - Returns: Whether it was written; otherwise something is open, and `LineDecider` has to say what.
  func write(_ place: Int, to bytes: inout [UInt8]) -> Bool {
    guard sheet.isSettled(for: place) else { return false }
    writer.write(place, on: sheet, rules.places(for: place), to: &bytes)
    return true
  }

  /// Begins anew, with no line.
  mutating func clear() { sheet.clear() }

  // MARK: Reading

  /// Reads a plain line.
  ///
  /// - Parameters:
  ///   - bytes: Some bytes.
  ///   - start: Where the line begins among them.
  /// - Returns: Where the next line begins; nothing if the line is not a plain one, or not whole.
  mutating func read(_ bytes: [UInt8], from start: Int) -> Int? {
    var text = PlainText(bytes, at: start)
    lineCount += 1
    answers.removeAll(keepingCapacity: true)
    guard text.takes("{"), form.takesOuterName(&text), text.takes(":"), text.takes("{") else {
      return nil
    }
    var next = 0
    if !text.takes("}") {
      repeat {
        guard let place = form.field(&text, expected: next), lastLines[place] != lineCount,
          text.takes(":"), form.readAnswer(in: place, &text, to: &answers)
        else { return nil }
        lastLines[place] = lineCount
        next = place + 1
      } while text.takes(",")
      guard text.takes("}") else { return nil }
    }
    guard text.takes("}"), text.takesLineEnd() else { return nil }
    guard let person = sheet.addPerson() else { return nil }
    sheet.give(answers, for: person)
    return text.place
  }
}
