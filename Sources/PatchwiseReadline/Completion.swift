/// What a line can be completed to.
///
/// A candidate may stand for the whole line or, where several answers are
/// typed, for what follows a comma. The longest part of the line that any
/// candidate begins with is completed, so that a candidate with a comma in it
/// works, too. Upper and lower case are the same.
struct Completion: Hashable {
  /// The line, completed as far as all matches agree.
  var line: String

  /// The candidates that fit, whole, in the order they were given.
  var matches: [String]

  /// Completes a line; nothing if no candidate fits.
  init?(of line: String, among candidates: [String]) {
    for part in Self.parts(of: line) {
      var matches: [String] = []
      for candidate in candidates where candidate.begins(with: part) && !matches.contains(candidate)
      {
        matches.append(candidate)
      }
      guard let first = matches.first else { continue }

      let agreed = matches.dropFirst().reduce(first[...]) { $0.sharedBeginning(with: $1) }
      self.line = String(line[..<part.startIndex] + agreed)
      self.matches = matches
      return
    }
    return nil
  }

  /// The parts of a line that may be completed, the longest first, without blanks before them.
  private static func parts(of line: String) -> [Substring] {
    let afterCommas = line.indices.filter { line[$0] == "," }.map { line.index(after: $0) }
    return ([line.startIndex] + afterCommas).map { line[$0...].drop(while: \.isWhitespace) }
  }
}

extension String {
  /// The text on one line, without control characters: what is pasted may have both.
  var onOneLine: String {
    split { $0.isNewline || $0.isControl }.joined(separator: " ")
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

extension StringProtocol {
  fileprivate func begins(with beginning: some StringProtocol) -> Bool {
    starts(with: beginning, by: sameLetter)
  }
}

extension Substring {
  /// As much of the beginning as another text has as well.
  fileprivate func sharedBeginning(with other: String) -> Substring {
    prefix(zip(self, other).prefix { sameLetter($0, $1) }.count)
  }
}

private func sameLetter(_ one: Character, _ other: Character) -> Bool {
  one.lowercased() == other.lowercased()
}
