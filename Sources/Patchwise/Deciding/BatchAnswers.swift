/// The answers of up to 512 people.
///
/// Each person has a row of bits, and each question a field in it: a bit for each signal, of a number's only for the
/// last cut that it reaches, then one that says that it was answered. Answers are written into rows; what decides reads
/// columns, of which each bit is a person.
struct BatchAnswers: Sendable {
  /// The first word of everybody's row, then the second of everybody's, and so on.
  private var rows: [UInt64]
  /// For each word of rows and every 64 people, 64 columns.
  private var columns: [UInt64]
  private let fields: [Field]

  init(_ inputs: [DecisionInput]) {
    var fields: [Field] = []
    for input in inputs { fields.append(Field(input, behind: fields.last?.end ?? 0)) }
    self.fields = fields
    let width = ((fields.last?.end ?? 0) + 63) / 64
    rows = Array(repeating: 0, count: width * Slices.count)
    columns = rows
  }

  /// Forgets all answers.
  mutating func clear() {
    var rows = rows.mutableSpan
    for place in rows.indices { rows[place] = 0 }
  }

  /// Takes a person's answer in place of an earlier one to the same question.
  mutating func give(_ answer: PreparedAnswer, for person: Int) {
    let field = fields[answer.question]
    var rows = rows.mutableSpan
    rows.write(answer.value, into: field, for: person)
  }

  /// Takes a person's answers in place of earlier ones to the same questions.
  mutating func give(_ answers: [PreparedAnswer], for person: Int) {
    let fields = fields
    var rows = rows.mutableSpan
    for answer in answers { rows.write(answer.value, into: fields[answer.question], for: person) }
  }

  /// Takes the answers of people side by side to one question in place of their earlier ones.
  mutating func give(_ answers: [PreparedAnswer], from first: Int) {
    guard let question = answers.first?.question else { return }
    let field = fields[question]
    let answers = answers.span
    var rows = rows.mutableSpan
    // Asked once rather than for everybody, it lets several people's words be written at a time.
    if field.isWide {
      for place in answers.indices {
        rows.writeWide(answers[place].value, into: field, for: first &+ place)
      }
    } else {
      for place in answers.indices {
        rows.writeNarrow(answers[place].value, into: field, for: first &+ place)
      }
    }
  }

  /// Makes the columns of some people.
  mutating func turnOver(upTo count: Int) {
    let rows = rows
    var columns = columns.mutableSpan
    for start in stride(from: 0, to: rows.count, by: Slices.count) {
      for word in Slices.words(for: count) {
        let first = start &+ 64 &* word
        for place in first..<first &+ 64 { columns[place] = rows[place] }
        columns.turnOver(from: first)
      }
    }
  }

  /// Who answered a question, when columns were made last.
  func isAnswered(_ question: Int) -> Slices.Lanes {
    let field = fields[question]
    return column(field.lastBit)
  }

  /// Whose answer to a question says one of its signals, when columns were made last.
  func holds(_ signal: Int, of question: Int) -> Slices.Lanes {
    column(fields[question].first + signal)
  }

  private func column(_ bit: Int) -> Slices.Lanes {
    let first = bit / 64 * Slices.count + bit % 64
    return Slices.Lanes(
      columns[first], columns[first + 64], columns[first + 128], columns[first + 192],
      columns[first + 256], columns[first + 320], columns[first + 384], columns[first + 448])
  }

  /// Where answers to a question stand in a row.
  fileprivate struct Field: Sendable {
    let form: DecisionInput.Form
    let isWide: Bool
    let signalCount: Int
    /// The first of its bits.
    let first: Int
    /// The bits of its first word.
    let mask: UInt64

    /// Places a field behind another; in one word, if it fits into one.
    init(_ input: DecisionInput, behind end: Int) {
      let width = input.signalCount + 1
      form = input.form
      isWide = input.isWide
      signalCount = input.signalCount
      first = end % 64 + width <= 64 ? end : (end + 63) / 64 * 64
      mask = (UInt64.max >> UInt64(max(0, 64 - width))) << UInt64(first % 64)
    }

    /// The bit behind it; behind all words of one that takes several.
    var end: Int {
      let end = first + signalCount + 1
      return isWide ? (end + 63) / 64 * 64 : end
    }

    /// The bit that says that it was answered.
    var lastBit: Int { first + signalCount }
  }
}

extension MutableSpan<UInt64> {
  /// Writes an answer into a person's row.
  @inline(__always)
  fileprivate mutating func write(
    _ value: DecisionInput.Value, into field: BatchAnswers.Field, for person: Int
  ) {
    if field.isWide {
      writeWide(value, into: field, for: person)
    } else {
      writeNarrow(value, into: field, for: person)
    }
  }

  /// The same where a field has its place in one word.
  @inline(__always)
  fileprivate mutating func writeNarrow(
    _ value: DecisionInput.Value, into field: BatchAnswers.Field, for person: Int
  ) {
    let place = field.first / 64 &* Slices.count &+ person
    let said = value.bits &<< UInt64(truncatingIfNeeded: field.first % 64)
    // Only the field changes, even by an answer to another question.
    self[place] = self[place] & ~field.mask | said & field.mask
  }

  /// The same where a field takes all bits of several words, the first of which has room for all options.
  fileprivate mutating func writeWide(
    _ value: DecisionInput.Value, into field: BatchAnswers.Field, for person: Int
  ) {
    func place(_ bit: Int) -> Int { bit / 64 * Slices.count + person }
    for bit in stride(from: field.first, to: field.end, by: 64) { self[place(bit)] = 0 }
    guard value.isKnown else { return }
    self[place(field.lastBit)] = 1 << UInt64(field.lastBit % 64)
    if field.form == .number {
      guard value.bits < field.signalCount else { return }
      let bit = field.first + Int(value.bits)
      self[place(bit)] |= 1 << UInt64(bit % 64)
    } else {
      self[place(field.first)] |= value.bits
    }
  }
}
