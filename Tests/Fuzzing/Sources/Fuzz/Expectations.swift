import Patchwise
import PatchwiseDialogue

/// Ends the process, which libFuzzer calls a finding, unless something is so.
func expect(_ isSo: Bool, _ message: @autoclosure () -> String) {
  if !isSo { fatalError(message()) }
}

/// Expects that two values are the same.
func expectEqual<Value: Equatable>(
  _ left: Value, _ right: Value, _ message: @autoclosure () -> String
) {
  expect(left == right, "\(message())\n--- one:\n\(left)\n--- other:\n\(right)")
}

/// Expects that a text can't steer a terminal.
func expectHarmless(_ text: String) {
  let steering = text.unicodeScalars.first { scalar in
    switch scalar.value {
    case 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
  expect(steering == nil, "this is said: \(text.debugDescription)")
}

/// Expects that something is said, and nothing that can steer a terminal.
func expectSaid(_ blocks: [Block]) {
  expect(blocks.contains { !$0.text.isEmpty }, "nothing is said")
  for width in [20, 80] { expectHarmless(Layout(width: width).text(blocks)) }
}

/// Expects problems to be told, each at a place that is there.
///
/// - Parameters:
///   - diagnostics: The problems.
///   - texts: The texts of the files, by name.
func expectPlaced(_ diagnostics: [Diagnostic], in texts: [String: String]) {
  expect(!diagnostics.isEmpty, "it is refused, and no problem is told")
  let lines = texts.mapValues {
    $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }
  for diagnostic in diagnostics {
    let text = DiagnosticRenderer(sources: texts).render(diagnostic)
    expect(!diagnostic.message.isEmpty, "a problem has no words: \(text)")
    for location in [diagnostic.location] + diagnostic.notes.map(\.location) {
      guard let location, let file = lines[location.file] else { continue }
      // Behind the end of a text stands what is missing there.
      guard (1...file.count).contains(location.line) else {
        fatalError("there is no such line of \(file.count): \(text)")
      }
      let count = file[location.line - 1].unicodeScalars.count
      expect((1...count + 1).contains(location.column), "there is no such column: \(text)")
      expect(
        location.length >= 1 && location.column + location.length - 1 <= max(count, 1) + 1,
        "it ends behind its line: \(text)")
    }
  }
}
