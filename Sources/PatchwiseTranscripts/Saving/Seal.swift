import Patchwise

/// The line that stands behind each piece of a saved consultation, as a comment.
///
/// It holds a sum over everything above it, so that a line that was lost or altered since is noticed.
struct Seal: Hashable, Sendable {
  private var sum = Checksum()

  /// Adds what is written.
  mutating func add(_ text: some StringProtocol) { sum.add(text) }

  /// What the line begins with.
  static let opening = "# seal "

  /// The line, with its line break.
  var line: String { "\(Self.opening)\(sum.digits)\n" }
}
