/// Finds the known word that was probably meant.
package enum NearestSpelling {
  /// Returns the candidate nearest to a word, if one is near enough to be a slip of the finger.
  ///
  /// Near enough is one slip for words of up to four letters, two for up to eight, three beyond. Of
  /// several equally near ones the first is taken. Words of more than `longest` bytes are nobody's slip.
  ///
  /// - Complexity: The product of the lengths for each candidate.
  package static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= longest else { return nil }
    let letters = Array(word.lowercased())
    var allowed = letters.count <= 4 ? 1 : letters.count <= 8 ? 2 : 3
    var best: String?
    for candidate in candidates where candidate.utf8.count <= longest {
      let other = Array(candidate.lowercased())
      // Each letter too many or too few is a slip.
      guard abs(other.count - letters.count) <= allowed else { continue }
      let distance = distance(letters, other)
      if distance <= allowed {
        best = candidate
        allowed = distance - 1
      }
      if allowed < 0 { break }
    }
    return best
  }

  /// How many bytes a word may have.
  private static let longest = 200

  /// Whether one insertion, deletion, change or swap of neighbours parts two words.
  package static func areOneSlipApart(_ left: String, _ right: String) -> Bool {
    guard left.utf8.allSatisfy({ $0 < 0x80 }), right.utf8.allSatisfy({ $0 < 0x80 }) else {
      let isShort = left.utf8.count <= longest && right.utf8.count <= longest
      return isShort && distance(Array(left), Array(right)) == 1
    }
    let (long, short) =
      left.utf8.count < right.utf8.count ? (right.utf8, left.utf8) : (left.utf8, right.utf8)
    guard long.count - short.count <= 1 else { return false }
    // What is the same at both ends has no slip in it.
    let begin = zip(long, short).prefix { $0 == $1 }.count
    let end = zip(long.dropFirst(begin).reversed(), short.dropFirst(begin).reversed())
      .prefix { $0 == $1 }.count
    let (more, less) = (long.dropFirst(begin).dropLast(end), short.dropFirst(begin).dropLast(end))
    return switch (more.count, less.count) {
    case (1, 0), (1, 1): true
    case (2, 2): more.elementsEqual(less.reversed())
    default: false
    }
  }

  /// Returns how many insertions, deletions, changes and swaps of neighbours part two words.
  ///
  /// This is the optimal string alignment distance.
  package static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
