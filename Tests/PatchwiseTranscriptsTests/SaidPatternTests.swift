import PatchwiseTestSupport
import Testing

@testable import PatchwiseTranscripts

@Suite("Patterns of what is said")
struct SaidPatternTests {
  @Test(
    "three dots stand for any text, and everything else for itself",
    arguments: [
      ("Top up the water", "Top up the water"), ("…", ""), ("…", "anything"), ("……", "anything"),
      ("Top…", "Top up the water"), ("Top…", "Top"), ("…water", "Top up the water"),
      ("…up…", "Top up the water"), ("Top … water", "Top up the water"),
      ("T…p…t…r", "Top up the water"), ("…a…a…", "abba"), ("… and 3 more.", "… and 3 more."),
      ("a.*b", "a.*b"), ("(a|b)", "(a|b)"), ("→ …", "→ 2 bar"), ("…👍🏽…", "a 👍🏽 b"),
      ("caf\u{E9}", "cafe\u{301}"),
    ])
  func matches(pattern: String, line: String) {
    #expect(SaidPattern(pattern).matches(line))
  }

  @Test(
    "what stands beside the three dots has to be there, whole and in this order",
    arguments: [
      ("Top up", "Top up the water"), ("the water", "Top up the water"), ("", "a"), ("a", ""),
      ("top…", "Top up"), ("Top…", "Stop"), ("…water", "water."), ("…b…a…", "aab"),
      ("ab…ba", "aba"), ("a…a", "a"), ("…a…a…a…", "aa"), ("a…b", "a…bc"), ("a.*b", "axxb"),
      ("Top  up", "Top up"), ("...", "anything"), ("…👍…", "a 👍🏽 b"),
    ])
  func doesNotMatch(pattern: String, line: String) {
    #expect(!SaidPattern(pattern).matches(line))
  }

  @Test("a pattern matches what a slow and obvious reading of it matches", arguments: 1...20)
  func agreesWithObviousReading(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let pattern = String((0..<random.within(0...7)).map { _ in random.pick(["a", "b", "…"]) })
      let line = String((0..<random.within(0...7)).map { _ in random.pick(["a", "b"]) })
      #expect(
        SaidPattern(pattern).matches(line) == Self.matches(pattern[...], line[...]),
        "\(pattern) and \(line)")
    }
  }

  private static func matches(_ pattern: Substring, _ line: Substring) -> Bool {
    guard let first = pattern.first else { return line.isEmpty }
    if first == "…" {
      return matches(pattern.dropFirst(), line)
        || (!line.isEmpty && matches(pattern, line.dropFirst()))
    }
    return line.first == first && matches(pattern.dropFirst(), line.dropFirst())
  }

  @Test(
    "the likeliest line shares at least half of the words",
    arguments: [
      ("Pour nothing more in.", 2), ("Ask for an appointment soon.", 0), ("Top up", nil),
      ("Ask for help at once today", nil), ("", nil),
    ] as [(String, Int?)])
  func nearest(pattern: String, place: Int?) {
    let lines = [
      "Ask for an appointment.", "Keep one room warm.", "Pour nothing more into the water.",
    ]
    #expect(SaidPattern(pattern).nearest(among: lines[...]) == place)
  }
}

extension String {
  fileprivate init(_ letters: [String]) { self = letters.joined() }
}
