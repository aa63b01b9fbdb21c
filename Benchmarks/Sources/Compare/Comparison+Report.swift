import Foundation
import Workloads

extension Comparison {
  /// What was measured, as a text.
  var report: String {
    let titles = [
      ("decide", "One decision, in a program"), ("batch", "Many at once, each"),
      ("step", "One step of a consultation"), ("lines", "`decide`, a line of JSON in and out"),
      ("load", "Loading"), ("prompt", "First prompt"), ("check", "`check`"), ("replay", "`replay`"),
      ("memory", "Peak memory"),
    ]
    let sections = titles.map { key, title in
      Table.Section(title: title, rows: inOrder(rows[key] ?? []))
    }
    let table = Table(
      columns: sizes.map(\.rawValue) + ["bundled"], sections: sections)
    let command = "./dev bench " + CommandLine.arguments.dropFirst(4).joined(separator: " ")
    return """
      \(Machine.today), \(Machine.description), one of them used, \(Machine.swift); `\(command.trimmingCharacters(in: .whitespaces))`.
      Medians, ± half the distance between the quartiles; × says how many times ours it is.\(isQuick ? "" : rounds)

      \(table.text)
      \(remarks.joined(separator: "\n"))
      """
  }

  private var rounds: String {
    " Decisions, steps, lines and their floors are measured before the peers and behind them, and the lower median"
      + " counts."
  }

  /// Ours stands first, and all that is slower than another thing behind it; what has no number comes last.
  private func inOrder(_ rows: [Table.Row]) -> [Table.Row] {
    let ours = rows.filter { $0.name.hasPrefix("**") } + rows.filter { $0.name.hasPrefix("–") }
    let others = rows.filter { row in !ours.contains { $0.name == row.name } }
    func size(_ row: Table.Row) -> Double {
      for size in Workload.Size.allCases {
        if let value = row.cells[size.rawValue]?.size { return value }
      }
      return row.cells["bundled"]?.size ?? .infinity
    }
    return ours + others.sorted { size($0) < size($1) }
  }
}
