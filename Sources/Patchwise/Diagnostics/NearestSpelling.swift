/// Finds the known word that was probably meant.
package enum NearestSpelling {
  /// Returns the candidate nearest to a word, if one is near enough to be a slip of the finger.
  ///
  /// Near enough is one slip for words of up to four letters, two for up to eight, three beyond. Of
  /// several equally near ones the first is taken. Words of more than `longest` bytes are nobody's slip.
  ///
  /// - Complexity: Proportional to the length of the word for each candidate.
  package static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= longest else { return nil }
    let letters = Array(word.lowercased())
    var allowed = letters.count <= 4 ? 1 : letters.count <= 8 ? 2 : 3
    var best: String?
    for candidate in candidates where candidate.utf8.count <= longest {
      let other = Array(candidate.lowercased())
      // Each letter too many or too few is a slip.
      guard abs(other.count - letters.count) <= allowed else { continue }
      if let distance = distance(letters, other, atMost: allowed) {
        best = candidate
        allowed = distance - 1
      }
      if allowed < 0 { break }
    }
    return best
  }

  /// Asks for the candidate nearest to a word, if there is one, and names a letter that only looks right.
  package static func question(
    about word: String, among candidates: some Sequence<String>
  ) -> String? {
    of(word, among: candidates).map { near in
      "did you mean '\(near)'?" + (foreignLetter(in: word).map { " \($0)" } ?? "")
    }
  }

  /// Names the first letter of a word that may look like one of a to z, and is none.
  package static func foreignLetter(in word: String) -> String? {
    word.unicodeScalars.first { !$0.isASCII && $0.properties.isAlphabetic }.map { scalar in
      let number = String(scalar.value, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, 4 - number.count))
      return "'\(scalar)' in '\(word)' is U+\(zeros)\(number), and none of the letters a to z"
    }
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

  /// Returns the distance of two words if it is small enough.
  ///
  /// - Complexity: Proportional to the length and to the limit: a path of so few slips strays no further from that
  ///   of none.
  static func distance(_ left: [Character], _ right: [Character], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    let tooFar = limit + 1
    // Each row is looked at from one place before its part to one behind it. The rows are made one by one: as of
    // Swift 6.3 the optimizer writes to all at once that begin as copies of one array and change places in a loop.
    var beforeLast = Array(repeating: tooFar, count: right.count + 2)
    var last = Array(repeating: tooFar, count: right.count + 2)
    var current = Array(repeating: tooFar, count: right.count + 2)
    for column in 0...min(limit, right.count) { last[column] = column }
    for row in stride(from: 1, through: left.count, by: 1) {
      let columns = max(0, row - limit)...min(right.count, row + limit)
      if columns.lowerBound > 0 { current[columns.lowerBound - 1] = tooFar }
      current[columns.upperBound + 1] = tooFar
      for column in columns {
        guard column > 0 else {
          current[0] = row
          continue
        }
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
