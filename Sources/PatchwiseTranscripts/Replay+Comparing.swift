import Patchwise
package import PatchwiseDialogue

// What is compared with what a transcript says.
extension Replay {
  mutating func fail(
    _ line: Int, _ message: String, expected: String? = nil, actual: String? = nil
  ) {
    failures.append(Failure(line: line, message: message, expected: expected, actual: actual))
  }

  mutating func compare(_ turn: Script.Turn, _ reply: Reply) {
    for (line, text) in turn.understood {
      let actual = Self.understood(reply.outcome)
      guard actual != text else { continue }
      fail(line, "the answer was understood otherwise", expected: text, actual: actual ?? "nothing")
      edits.replace(line, with: actual.map { "  understood: \($0)" })
    }
    if reply.outcome != .refused {
      for (line, _) in turn.refused {
        let actual = Self.understood(reply.outcome)
        fail(
          line, "this must be refused, and was not", expected: nil,
          actual: actual.map { "understood: \($0)" })
        edits.replace(line, with: nil)
      }
    } else if turn.refused.isEmpty {
      fail(turn.line, "this was refused", expected: nil, actual: reply.blocks.first?.text)
      edits.insert("!", after: turn.line)
    }
    if reply.outcome == .refused {
      for (line, text) in turn.refused where !text.isEmpty {
        compare([Script.Said(line: line, pattern: text)], marker: "!")
      }
    }
    compare(turn.said)
  }

  /// Looks for words among what was said last, in their order.
  mutating func compare(_ expected: [Script.Said], marker: String = "<") {
    guard !expected.isEmpty else { return }
    let lines = said.map { $0.text.trimmingTrailingSpaces }.filter { !$0.isEmpty }
    var places: [Int?] = []
    var next = 0
    for words in expected {
      let place = lines[next...].firstIndex(where: SaidPattern(words.pattern).matches)
      if let place { next = place + 1 }
      places.append(place)
    }
    // What was not found is likeliest to have become one of the lines between its neighbours.
    next = 0
    for (index, words) in expected.enumerated() {
      if let place = places[index] {
        next = place + 1
        continue
      }
      let end = places[index...].lazy.compactMap { $0 }.first ?? lines.count
      let pattern = SaidPattern(words.pattern)
      let nearest = pattern.nearest(among: lines[next..<end])
      // A refusal always says something else instead.
      let instead = nearest.map { lines[$0] } ?? (marker == "!" ? lines.first : nil)
      fail(
        words.line, "this was not said", expected: words.pattern,
        actual: instead ?? Self.nearly(pattern, among: lines))
      guard !pattern.hasGap else { continue }
      edits.replace(words.line, with: instead.map { "\(marker) \($0)" })
      if let nearest { next = nearest + 1 }
    }
  }

  /// What was said that comes nearest to words which were not, to be shown.
  private static func nearly(_ pattern: SaidPattern, among lines: [String]) -> String {
    if lines.contains(where: pattern.matches) { return "these words, but before those above" }
    return pattern.likest(among: lines[...]).map { lines[$0] } ?? "nothing like it"
  }

  mutating func check(
    _ expectations: [(line: Int, expectation: Transcript.Expectation)], _ outcome: Outcome
  ) {
    for (line, expectation) in expectations {
      switch outcome.actual(expectation) {
      case .holds: break
      case .unknownName(let message): fail(line, message)
      case .differs(let actual, let instead):
        fail(line, "this did not come out", expected: expectation.description, actual: actual)
        edits.replace(line, with: instead.map { "= \($0)" })
      }
    }
  }

  /// The answer as transcripts write it.
  package static func understood(_ outcome: Reply.Outcome) -> String? {
    switch outcome {
    case .answered(_, let answer): AnswerNotation.text(of: answer)
    case .began(let kind): kind.name
    default: nil
    }
  }
}
