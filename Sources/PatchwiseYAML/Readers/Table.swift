import Patchwise

/// A table of a knowledge file: rules that differ only in what they test and how far they raise a scale.
struct Table {
  /// The cells of a row, one for each column, and the level that they lead to.
  struct Row {
    let location: SourceLocation
    let cells: [AuthoredText]
    let level: Identifier<Scale.Level>
  }

  let name: AuthoredText
  let scale: Identifier<Scale>
  let columns: [AuthoredText]
  let rows: [Row]
  let because: AuthoredText
  let sources: [Identifier<Citation>]
}

/// Reads what is said in a table.
enum TableReader {
  /// Returns the table, or nothing if no rule could come of it.
  static func table(_ entry: Entry) -> Table? {
    let fields = entry.fields(.table)
    let scale = fields.neededText("raise")
    let columns = fields.neededTexts("columns")
    let rows = fields.neededItems("rows")
    let because = fields.neededText("because")
    let citations = fields.citations
    guard !scale.string.isEmpty, !columns.isEmpty else { return nil }
    return Table(
      name: entry.name,
      scale: Identifier(scale.string, at: scale.location),
      columns: columns,
      rows: rows.compactMap { row($0, columns: columns, of: entry) },
      because: because,
      sources: citations)
  }

  private static func row(_ item: Form, columns: [AuthoredText], of table: Entry) -> Table.Row? {
    guard case .list(let items) = item.content else {
      table.log.report(
        .wrongShape, "each row of \(table.owner) must be a list", at: item.location,
        help: "write '- [\(columns.map(\.string).joined(separator: ", ")), LEVEL]'")
      return nil
    }
    guard items.count == columns.count + 1 else {
      let count = "\(items.count) \(items.count == 1 ? "cell" : "cells")"
      table.log.report(
        .badTableRow, "this row of \(table.owner) has \(count) instead of \(columns.count + 1)",
        at: item.location,
        help:
          "a row has a cell for \(columns.map(\.string).joined(separator: ", ")), then the level")
      return nil
    }
    let texts = items.compactMap { cell($0, of: table) }
    guard texts.count == items.count, let level = texts.last else { return nil }
    let cells = Array(texts.dropLast())
    guard cells.contains(where: { $0.string != "*" }) else {
      table.log.report(
        .badTableRow, "a row of \(table.owner) must test something", at: item.location,
        help: "give the scale the level under 'otherwise'")
      return nil
    }
    return Table.Row(
      location: item.location, cells: cells,
      level: Identifier(level.string, at: level.location))
  }

  private static func cell(_ item: Form, of table: Entry) -> AuthoredText? {
    if let text = item.text, !text.string.isEmpty { return text }
    table.log.report(
      .badTableRow, "each cell of \(table.owner) must be a text", at: item.location,
      help: "write '\"*\"' for a cell that takes anything")
    return nil
  }
}
