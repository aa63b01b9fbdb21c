import Patchwise

/// Lines of JSON for `patchwise decide`; the first byte chooses the knowledge.
struct DecideTarget: Target {
  private let empty: [Consultation]
  private let runs: [DecisionRun]

  init() throws {
    let (tyre, boiler, bundled) = try (Bases.tyre(), Bases.boiler(), Bases.bundled())
    empty = try [
      Consultation("ride", in: tyre, at: Bases.now),
      Consultation("no-heat", in: boiler, at: Bases.now),
      Consultation("service", in: boiler, at: Bases.now),
      Consultation("fit", in: bundled, at: Bases.now),
    ]
    runs = try empty.map { try DecisionRun($0) }
  }

  func take(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let place = Int(first) % runs.count
    let bytes = Array(input.dropFirst())
    let output = decided(bytes, runs[place], chunk: bytes.count)
    expectHarmless(output)
    expectEqual(output, carefully(bytes, LineDecider(empty[place])), "read carefully")
    expectEqual(output, decided(bytes, runs[place], chunk: 1 + Int(first) / 4), "in pieces")
  }

  /// What the run says of bytes that come some at a time.
  private func decided(_ bytes: [UInt8], _ run: DecisionRun, chunk: Int) -> String {
    var run = run
    var rest = bytes[...]
    var output: [UInt8] = []
    run.run(
      reading: { buffer in
        buffer += rest.prefix(chunk)
        defer { rest = rest.dropFirst(chunk) }
        return !rest.isEmpty
      }, writing: { output += $0 })
    return String(decoding: output, as: UTF8.self)
  }

  /// What is said when each line is read by itself, and none as a plain one.
  private func carefully(_ bytes: [UInt8], _ decider: LineDecider) -> String {
    var output = ""
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (offset, line) in lines.enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      guard !text.allSatisfy(\.isWhitespace) else { continue }
      output += decider.decide(text, number: offset + 1).text + "\n"
    }
    return output
  }
}
