import Patchwise

/// Words that must be said, where `…` stands for any text.
struct SaidPattern {
  private let parts: [Substring]
  private let pattern: String

  init(_ pattern: String) {
    self.pattern = pattern
    parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
  }

  /// Whether the pattern has a part that stands for any text.
  var hasGap: Bool { parts.count > 1 }

  /// Whether a whole line is as the pattern says.
  func matches(_ line: String) -> Bool {
    guard let first = parts.first, let last = parts.last, hasGap else { return line == pattern }
    guard line.hasPrefix(first), line.hasSuffix(last), line.count >= first.count + last.count else {
      return false
    }
    var rest = line.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  /// The place of the line that shares most words with the pattern, if any shares half of them.
  func nearest(among lines: ArraySlice<String>) -> Int? {
    best(among: lines).flatMap { $0.count * 2 >= words.count ? $0.place : nil }
  }

  /// The place of the line that shares most words with the pattern, if any shares one.
  func likest(among lines: ArraySlice<String>) -> Int? { best(among: lines)?.place }

  private var words: Set<Substring> { Set(pattern.split { $0 == " " || $0 == "…" }) }

  private func best(among lines: ArraySlice<String>) -> (place: Int, count: Int)? {
    let words = words
    let shared = zip(lines.indices, lines).map { place, line in
      (place: place, count: words.intersection(line.split(separator: " ")).count)
    }
    return shared.filter { $0.count > 0 }.max { $0.count < $1.count }
  }
}
