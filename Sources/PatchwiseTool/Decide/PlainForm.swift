import Patchwise

/// What plain lines are made of: the names of questions, and the words that answer them.
///
/// A class, as a structure of this size would be copied for every answer that is read.
final class PlainForm: Sendable {
  private let decider: BatchDecider
  private let fields: [Field]
  /// What the fields are called, and what all of them stand in.
  private let names: [PlainWord]
  private let outerName: PlainWord
  /// The words that are answers, field by field.
  private let words: [Word]
  /// What the words have beyond their first bytes.
  private let tails: [UInt8]
  /// For each name of a question, its field.
  private let fieldPlaces: [[UInt8]: Int]

  /// How a question is answered.
  private struct Field {
    /// The place of the question.
    let question: Int
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

  init(_ decider: BatchDecider) {
    self.decider = decider
    var fields: [Field] = []
    var names: [PlainWord] = []
    var words: [Word] = []
    var tails: [UInt8] = []
    outerName = PlainWord("answers", tails: &tails)
    let questions = decider.askedQuestions.map { ($0, decider.knowledge.knowledge.questions[$0]) }
    for (place, question) in questions {
      var field = Field(question: place)
      names.append(PlainWord(question.id.name, tails: &tails))
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
    self.names = names
    self.words = words
    self.tails = tails
    fieldPlaces = Dictionary(
      questions.enumerated().map { (Array($0.element.1.id.name.utf8), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// How many fields there are.
  var count: Int { fields.count }

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

  // MARK: Reading

  /// Takes the name of what all fields stand in.
  func takesOuterName(_ text: inout PlainText) -> Bool {
    text.wordStart().map { text.takes(outerName, at: $0, tails: tails) } ?? false
  }

  /// Takes the name of a field, which is most often the one after the last.
  ///
  /// - Returns: The place of the field; nothing if there is none of that name.
  func field(_ text: inout PlainText, expected: Int) -> Int? {
    guard let start = text.wordStart() else { return nil }
    if expected < names.count, text.takes(names[expected], at: start, tails: tails) {
      return expected
    }
    return text.word().flatMap { fieldPlaces[Array($0)] }
  }

  /// Reads what a field says, which may be nothing.
  ///
  /// - Parameters:
  ///   - field: The place of the field.
  ///   - text: The text.
  ///   - answers: Takes the answer.
  /// - Returns: Whether it was plain.
  func readAnswer(
    in field: Int, _ text: inout PlainText, to answers: inout [PreparedAnswer]
  ) -> Bool {
    switch text.next {
    case UInt8(ascii: "\""):
      guard let word = takeWord(of: field, &text) else { return false }
      answers.append(words[word].answer)
    case UInt8(ascii: "["):
      guard fields[field].takesSeveral, let mask = options(of: field, &text) else { return false }
      answers.append(decider.prepare(options: mask, to: fields[field].question))
    case UInt8(ascii: "t"):
      guard let yes = fields[field].yes, text.takesLetters("true") else { return false }
      answers.append(yes)
    case UInt8(ascii: "f"):
      guard let no = fields[field].no, text.takesLetters("false") else { return false }
      answers.append(no)
    case UInt8(ascii: "n"): return text.takesLetters("null")
    default:
      guard let numbers = fields[field].numbers, let number = text.number(),
        numbers.contains(number)
      else { return false }
      answers.append(decider.prepare(number: number, to: fields[field].question))
    }
    return true
  }

  private func options(of field: Int, _ text: inout PlainText) -> UInt64? {
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
  private func takeWord(of field: Int, _ text: inout PlainText) -> Int? {
    guard let start = text.wordStart() else { return nil }
    return fields[field].words.first { text.takes(words[$0].word, at: start, tails: tails) }
  }
}
