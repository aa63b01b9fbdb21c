import Patchwise

/// Decides for many lines at once that are written plainly, as programs write them.
///
/// Such a line has nothing but answers, each to a question of the consultation, in its plainest form and
/// without an escape. What is unusual, or wrong, is left to `LineDecider`; so nothing here has to say
/// what is wrong. Of the plain lines, those are left to it, too, after which something is open.
struct PlainDecider {
  private let decider: BatchDecider
  private let fields: [Field]
  /// For the hash of each name of a question, its field.
  private let fieldPlaces: [UInt64: Int]
  private let writer: DecisionWriter
  private var sheet: BatchSheet
  private var rules: BatchRules
  /// The answers of the line that is being read.
  private var answers: [PreparedAnswer] = []
  /// For each field, the last line that had it.
  private var lastLines: [Int]
  private var lineCount = 0

  /// How a question is answered.
  private struct Field {
    var place: Int
    var name: [UInt8]
    var takesNumbers: Bool
    var takesSeveral: Bool
    /// The words that are answers, beside true and false.
    var words: [Word]
    var yes: PreparedAnswer?
    var no: PreparedAnswer?
  }

  private struct Word {
    var hash: UInt64
    var bytes: [UInt8]
    var answer: PreparedAnswer
    /// The option among several, a bit.
    var option: UInt64?
  }

  init(_ empty: Consultation) throws(UnknownConsultation) {
    decider = try BatchDecider(empty.kind.id, in: empty.knowledge)
    writer = DecisionWriter(decider)
    sheet = decider.sheet
    rules = sheet.rules
    var fields: [Field] = []
    for place in decider.askedQuestions {
      fields.append(Self.field(of: empty.knowledge.knowledge.questions[place], place, decider))
    }
    self.fields = fields
    fieldPlaces = Dictionary(
      fields.enumerated().map { (Self.hash(of: $0.element.name), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    lastLines = Array(repeating: 0, count: fields.count)
  }

  private static func field(
    of question: Question, _ place: Int, _ decider: BatchDecider
  ) -> Field {
    var field = Field(
      place: place, name: Array(question.id.name.utf8), takesNumbers: false, takesSeveral: false,
      words: [])
    func add(_ name: String, _ answer: Answer, option: UInt64? = nil) {
      guard let answer = try? decider.prepare(answer, to: question.id) else { return }
      let bytes = Array(name.utf8)
      field.words.append(Word(hash: hash(of: bytes), bytes: bytes, answer: answer, option: option))
    }
    // It comes first, as this is what it means where an option has this name, too.
    add("unsure", .unsure)
    switch question.domain {
    case .one(let options, _): for option in options { add(option.id.name, .option(option.id)) }
    case .yesNo:
      add("yes", .yes)
      add("no", .no)
      field.yes = try? decider.prepare(.yes, to: question.id)
      field.no = try? decider.prepare(.no, to: question.id)
    case .any(let options):
      field.takesSeveral = true
      add("none", .options([]))
      for (number, option) in options.enumerated() {
        add(option.id.name, .options([option.id]), option: 1 << UInt64(number))
      }
    case .number: field.takesNumbers = true
    case .duration, .date, .ingredients: break
    }
    return field
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
    guard text.takes("{"), text.takesWord("answers"), text.takes(":"), text.takes("{") else {
      return nil
    }
    var next = 0
    if !text.takes("}") {
      repeat {
        guard let name = text.word(), let place = field(named: name, in: bytes, expected: next),
          lastLines[place] != lineCount, text.takes(":"), read(fields[place], &text, bytes)
        else { return nil }
        lastLines[place] = lineCount
        next = place + 1
      } while text.takes(",")
      guard text.takes("}") else { return nil }
    }
    guard text.takes("}"), text.takesLineEnd() else { return nil }
    guard let person = sheet.addPerson() else { return nil }
    for answer in answers { sheet.give(answer, for: person) }
    return text.place
  }

  /// The field with a name, which is most often the one after the last.
  private func field(named name: Range<Int>, in bytes: [UInt8], expected: Int) -> Int? {
    if expected < fields.count, fields[expected].name.isEqual(to: bytes, name) { return expected }
    guard let place = fieldPlaces[Self.hash(of: bytes, name)],
      fields[place].name.isEqual(to: bytes, name)
    else { return nil }
    return place
  }

  /// Reads an answer.
  private mutating func read(_ field: Field, _ text: inout PlainText, _ bytes: [UInt8]) -> Bool {
    switch text.next {
    case UInt8(ascii: "\""):
      guard let word = text.word(), let answer = Self.find(word, in: bytes, field) else {
        return false
      }
      answers.append(answer.answer)
    case UInt8(ascii: "["):
      guard field.takesSeveral, let mask = options(of: field, &text, bytes) else { return false }
      answers.append(decider.prepare(options: mask, to: field.place))
    case UInt8(ascii: "t"):
      guard let yes = field.yes, text.takesLetters("true") else { return false }
      answers.append(yes)
    case UInt8(ascii: "f"):
      guard let no = field.no, text.takesLetters("false") else { return false }
      answers.append(no)
    case UInt8(ascii: "n"): return text.takesLetters("null")
    default:
      guard field.takesNumbers, let number = text.number(),
        let answer = decider.prepare(number: number, to: field.place)
      else { return false }
      answers.append(answer)
    }
    return true
  }

  private func options(of field: Field, _ text: inout PlainText, _ bytes: [UInt8]) -> UInt64? {
    guard text.takes("[") else { return nil }
    var mask: UInt64 = 0
    if text.takes("]") { return mask }
    repeat {
      guard let word = text.word(), let option = Self.find(word, in: bytes, field)?.option else {
        return nil
      }
      mask |= option
    } while text.takes(",")
    return text.takes("]") ? mask : nil
  }

  private static func find(_ word: Range<Int>, in bytes: [UInt8], _ field: Field) -> Word? {
    let hash = hash(of: bytes, word)
    return field.words.first { $0.hash == hash && $0.bytes.isEqual(to: bytes, word) }
  }

  /// The sum of `Checksum`, over bytes where they are.
  private static func hash(of bytes: [UInt8], _ range: Range<Int>? = nil) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for place in range ?? bytes.indices { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01b3 }
    return hash
  }
}

extension [UInt8] {
  /// Whether these are the bytes of a part of others.
  fileprivate func isEqual(to other: [UInt8], _ range: Range<Int>) -> Bool {
    guard count == range.count else { return false }
    for place in indices where self[place] != other[range.lowerBound &+ place] { return false }
    return true
  }
}
