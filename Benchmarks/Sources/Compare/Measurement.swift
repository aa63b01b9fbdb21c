import Foundation

/// Quartiles of what was measured.
struct Measurement {
  var low: Double
  var median: Double
  var high: Double

  init(low: Double, median: Double, high: Double) {
    self.low = low
    self.median = median
    self.high = high
  }

  /// Creates the quartiles of some values.
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let values = values.sorted()
    low = values[values.count / 4]
    median = values[values.count / 2]
    high = values[values.count * 3 / 4]
  }

  /// Reads three numbers, as floors and peers print them.
  init?(_ text: some StringProtocol) {
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard numbers.count == 3 else { return nil }
    self.init(low: numbers[0], median: numbers[1], high: numbers[2])
  }

  /// Returns the quartiles of every value, changed by a function that rises.
  func map(_ change: (Double) -> Double) -> Measurement {
    Measurement(low: change(low), median: change(median), high: change(high))
  }
}

/// What stands in a cell of the table.
enum Cell {
  /// Seconds.
  case time(Measurement)
  /// Bytes.
  case memory(Int)
  case count(Double)
  /// Why there is no number.
  case note(String)

  /// A number by which rows of one kind compare.
  var size: Double? {
    switch self {
    case .time(let measurement): measurement.median
    case .memory(let bytes): Double(bytes)
    case .count, .note: nil
    }
  }

  var text: String {
    switch self {
    case .time(let measurement):
      // What was done once has none.
      guard measurement.low < measurement.high else { return Self.time(measurement.median) }
      let spread = (measurement.high - measurement.low) / 2 / measurement.median * 100
      return "\(Self.time(measurement.median)) ±\(Int(spread.rounded(.up)))%"
    case .memory(let bytes): return "\(Self.short(Double(bytes) / 1_048_576)) MiB"
    case .count(let count): return Self.short(count)
    case .note(let text): return text
    }
  }

  private static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<1e-6: "\(short(seconds * 1e9)) ns"
    case ..<1e-3: "\(short(seconds * 1e6)) µs"
    case ..<1: "\(short(seconds * 1e3)) ms"
    default: "\(short(seconds)) s"
    }
  }

  /// Returns how many times ours something is, or by what ours would have to be divided to be as small.
  static func ratio(_ ratio: Double) -> String {
    ratio < 0.95 ? "1/\(short(1 / ratio))" : "\(short(ratio))×"
  }

  /// Returns a number with two digits that count, or all of them before the point.
  static func short(_ number: Double) -> String {
    guard number != 0 else { return "0" }
    let digits = max(0, 1 - Int(log10(abs(number)).rounded(.down)))
    return String(format: "%.\(digits)f", number)
  }
}

/// All that was measured, in one table.
struct Table {
  /// What is compared in some rows: the first row is ours, and the others are so many times it.
  struct Section {
    var title: String
    var rows: [Row] = []
  }

  struct Row {
    var name: String
    var cells: [String: Cell]
  }

  var columns: [String]
  var sections: [Section] = []

  /// The table in Markdown, its columns aligned.
  var text: String {
    var lines: [[String]] = []
    for section in sections {
      let ours = section.rows.first
      let rows = section.rows.filter { row in columns.contains { row.cells[$0] != nil } }
      guard !rows.isEmpty else { continue }
      lines.append(["**\(section.title)**"] + columns.map { _ in "" })
      for row in rows {
        lines.append(
          [row.name]
            + columns.map { column in
              guard let cell = row.cells[column] else { return "" }
              guard row.name != ours?.name, let base = ours?.cells[column]?.size,
                let size = cell.size
              else { return cell.text }
              return "\(cell.text) = \(Cell.ratio(size / base))"
            })
      }
    }
    let header = [""] + columns
    let widths = header.indices.map { column in
      (lines + [header]).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      "| "
        + zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: " | ") + " |\n"
    }
    return line(header) + "|" + widths.map { String(repeating: "-", count: $0 + 2) + "|" }.joined()
      + "\n" + lines.map(line).joined()
  }
}
