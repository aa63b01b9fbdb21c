import Patchwise

/// Turns tables into the rules that they stand for.
///
/// It needs all questions and definitions, since they decide what a plain value in a cell means.
struct TableExpansion {
  private let severalAnswers: Set<String>
  private let definitions: Set<String>
  /// All that a column can be.
  private let subjects: Set<String>
  private let log: DiagnosticLog

  init(_ knowledge: Knowledge, log: DiagnosticLog) {
    severalAnswers = Set(
      knowledge.questions.compactMap { question in
        switch question.domain {
        case .any, .ingredients: question.id.name
        case .one, .yesNo, .number, .duration, .date: nil
        }
      })
    definitions = Set(knowledge.definitions.map(\.id.name))
    subjects = definitions.union(
      knowledge.questions.map(\.id.name) + knowledge.scales.map(\.id.name)
        + knowledge.advice.map(\.id.name))
    self.log = log
  }

  /// Returns a rule for each row, such as `protocol/low/intact`.
  func rules(of table: Table) -> [Rule] {
    var first: [String: SourceLocation] = [:]
    return table.rows.compactMap { row in
      let words = row.cells.map { $0.string == "*" ? "any" : NameSpelling.slug($0.string) }
      let name = ([table.name.string] + words).joined(separator: "/")
      if let earlier = first[name] {
        log.report(
          .badTableRow, "two rows of table '\(table.name)' are both the rule '\(name)'",
          at: row.location, notes: [Diagnostic.Note("the first row is here", at: earlier)],
          help: "keep one of them")
        return nil
      }
      first[name] = row.location
      return Rule(
        id: Identifier(name, at: row.location),
        when: condition(table.columns, row),
        raises: [Rule.Raise(table.scale, to: row.level)],
        because: table.because,
        sources: table.sources)
    }
  }

  /// The tests of a row, joined by `and`.
  private func condition(_ columns: [AuthoredText], _ row: Table.Row) -> AuthoredText {
    var text = ComposedText()
    for (column, cell) in zip(columns, row.cells) where cell.string != "*" {
      if !text.isEmpty { text.append(" and ", at: cell) }
      appendTest(of: column, cell, to: &text)
    }
    return text.text(at: row.location)
  }

  private func appendTest(
    of column: AuthoredText, _ cell: AuthoredText, to text: inout ComposedText
  ) {
    if definitions.contains(column.string), cell.string == "yes" || cell.string == "no" {
      if cell.string == "no" { text.append("not ", at: cell) }
      append(column, testedBy: cell, to: &text)
      return
    }
    append(column, testedBy: cell, to: &text)
    if Self.followsName(cell.string) {
      text.append(" ", at: cell)
    } else {
      text.append(severalAnswers.contains(column.string) ? " includes " : " is ", at: cell)
    }
    text.append(cell)
  }

  /// Appends the name of a column; a problem with it belongs to the cell, unless nothing has that name.
  private func append(
    _ column: AuthoredText, testedBy cell: AuthoredText, to text: inout ComposedText
  ) {
    if subjects.contains(column.string) {
      text.append(column.string, over: cell)
    } else {
      text.append(column)
    }
  }

  /// Whether a cell is what may follow a name in a test, and not a value.
  private static func followsName(_ cell: String) -> Bool {
    let words = cell.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let first = words.first else { return false }
    return ["is", "includes", "at", "more", "less", "between"].contains(first)
  }
}
