import Patchwise

/// Long known names, ready to find the one that an unknown name is a slip or two away from.
///
/// A label holds a hundred names and a lexicon thousands, so that comparing each with each would be felt.
/// Names are looked up by their length, and those whose letters differ too much are passed over unread.
struct SpellingIndex: Sendable {
  /// The names of each length, in alphabetical order.
  private var names: [Int: [Entry]] = [:]

  private struct Entry: Sendable {
    var name: String
    var letters: [Character]
    var mask: UInt64
  }

  /// The lengths of names, both included, in which slips are looked for.
  private static let lengths = 8...80

  init(_ names: some Sequence<String>) {
    for name in names.sorted() {
      let letters = Array(name)
      guard Self.lengths.contains(letters.count) else { continue }
      let entry = Entry(name: name, letters: letters, mask: Self.mask(of: letters))
      self.names[letters.count, default: []].append(entry)
    }
  }

  /// Returns the known name one slip away, or two if it has fourteen letters or more.
  func nearest(to name: String) -> String? {
    let letters = Array(name)
    guard Self.lengths.contains(letters.count) else { return nil }
    let mask = Self.mask(of: letters)
    var allowed = letters.count < 14 ? 1 : 2
    var best: String?
    for length in Self.nearby(letters.count, within: allowed) {
      for entry in names[length] ?? [] {
        // One slip changes at most two letters of the set: one that goes and one that comes.
        guard (entry.mask ^ mask).nonzeroBitCount <= 2 * allowed else { continue }
        let distance = NearestSpelling.distance(letters, entry.letters)
        guard distance <= allowed else { continue }
        (best, allowed) = (entry.name, distance - 1)
        if allowed < 0 { return best }
      }
    }
    return best
  }

  /// Lengths around one, the nearest first.
  private static func nearby(_ length: Int, within reach: Int) -> [Int] {
    [length] + (1...max(1, reach)).flatMap { [length - $0, length + $0] }
  }

  /// Which letters and digits a name has.
  private static func mask(of letters: [Character]) -> UInt64 {
    letters.reduce(0) { mask, letter in
      letter.asciiValue.map { mask | 1 << UInt64($0 & 63) } ?? mask
    }
  }
}
