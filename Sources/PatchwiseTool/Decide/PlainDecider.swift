import Patchwise

/// Decides for many lines at once that are written plainly, as programs write them.
///
/// Such a line has nothing but answers, each to a question of the consultation, in its plainest form and
/// without an escape. What is unusual, or wrong, is left to `LineDecider`; so nothing here has to say
/// what is wrong. Of the plain lines, those are left to it, too, after which something is open.
struct PlainDecider {
  private let decider: BatchDecider
  private let fields: [Field]
  /// The words that are answers, field by field.
  private let words: [Word]
  /// What the words have beyond their first bytes.
  private let tails: [UInt8]
  /// For each name of a question, its field.
  private let fieldPlaces: [[UInt8]: Int]
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
    let place: Int
    let name: PlainWord
    var numbers: ClosedRange<Double>?
    var takesSeveral = false
    /// The words that are answers, beside true and false, among all words.
    var words = 0..<0
    var yes: PreparedAnswer?
    var no: PreparedAnswer?
  }

  private struct Word {
    let word: PlainWord
    let answer: PreparedAnswer
    /// The option among several, a bit.
    let option: UInt64?
  }

  init(_ empty: Consultation) throws(UnknownConsultation) {
    decider = try BatchDecider(empty.kind.id, in: empty.knowledge)
    writer = DecisionWriter(decider)
    sheet = decider.sheet
    rules = sheet.rules
    var fields: [Field] = []
    var words: [Word] = []
    var tails: [UInt8] = []
    let questions = decider.askedQuestions.map { ($0, empty.knowledge.knowledge.questions[$0]) }
    for (place, question) in questions {
      var field = Field(place: place, name: PlainWord(question.id.name, tails: &tails))
      let first = words.count
      words += Self.words(for: question, decider, tails: &tails)
      field.words = first..<words.count
      switch question.domain {
      case .any: field.takesSeveral = true
      case .number(let range, _): field.numbers = range
      case .yesNo:
        field.yes = try? decider.prepare(.yes, to: question.id)
        field.no = try? decider.prepare(.no, to: question.id)
      case .one, .duration, .date, .ingredients: break
      }
      fields.append(field)
    }
    self.fields = fields
    self.words = words
    self.tails = tails
    fieldPlaces = Dictionary(
      questions.enumerated().map { (Array($0.element.1.id.name.utf8), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    lastLines = Array(repeating: 0, count: fields.count)
  }

  /// The words that answer a question.
  private static func words(
    for question: Question, _ decider: BatchDecider, tails: inout [UInt8]
  ) -> [Word] {
    var words: [Word] = []
    func add(_ name: String, _ answer: Answer, option: UInt64? = nil) {
      guard let answer = try? decider.prepare(answer, to: question.id) else { return }
      words.append(
        Word(word: PlainWord(name, tails: &tails), answer: answer, option: option))
    }
    // It comes first, as this is what it means where an option has this name, too.
    add("unsure", .unsure)
    switch question.domain {
    case .one(let options, _): for option in options { add(option.id.name, .option(option.id)) }
    case .yesNo:
      add("yes", .yes)
      add("no", .no)
    case .any(let options):
      add("none", .options([]))
      for (number, option) in options.enumerated() {
        add(option.id.name, .options([option.id]), option: 1 << UInt64(number))
      }
    case .number, .duration, .date, .ingredients: break
    }
    return words
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
        guard let place = field(&text, expected: next), lastLines[place] != lineCount,
          text.takes(":"), read(fields[place], &text)
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

  /// Takes the name of a field, which is most often the one after the last.
  private func field(_ text: inout PlainText, expected: Int) -> Int? {
    guard let start = text.wordStart() else { return nil }
    if expected < fields.count, text.takes(fields[expected].name, at: start, tails: tails) {
      return expected
    }
    return text.word().flatMap { fieldPlaces[Array($0)] }
  }

  /// Reads an answer.
  private mutating func read(_ field: Field, _ text: inout PlainText) -> Bool {
    switch text.next {
    case UInt8(ascii: "\""):
      guard let word = takeWord(of: field, &text) else { return false }
      answers.append(words[word].answer)
    case UInt8(ascii: "["):
      guard field.takesSeveral, let mask = options(of: field, &text) else { return false }
      answers.append(decider.prepare(options: mask, to: field.place))
    case UInt8(ascii: "t"):
      guard let yes = field.yes, text.takesLetters("true") else { return false }
      answers.append(yes)
    case UInt8(ascii: "f"):
      guard let no = field.no, text.takesLetters("false") else { return false }
      answers.append(no)
    case UInt8(ascii: "n"): return text.takesLetters("null")
    default:
      guard let numbers = field.numbers, let number = text.number(), numbers.contains(number) else {
        return false
      }
      answers.append(decider.prepare(number: number, to: field.place))
    }
    return true
  }

  private func options(of field: Field, _ text: inout PlainText) -> UInt64? {
    guard text.takes("[") else { return nil }
    var mask: UInt64 = 0
    if text.takes("]") { return mask }
    repeat {
      guard let word = takeWord(of: field, &text), let option = words[word].option else {
        return nil
      }
      mask |= option
    } while text.takes(",")
    return text.takes("]") ? mask : nil
  }

  /// Takes one of a field's words, and says which.
  private func takeWord(of field: Field, _ text: inout PlainText) -> Int? {
    guard let start = text.wordStart() else { return nil }
    return field.words.first { text.takes(words[$0].word, at: start, tails: tails) }
  }
}
