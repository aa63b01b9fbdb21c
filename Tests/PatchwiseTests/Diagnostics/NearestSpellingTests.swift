import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("The nearest spelling")
struct NearestSpellingTests {
  @Test(
    "a slip of the finger is recognised",
    arguments: [
      ("itch", "itch"), ("itc", "itch"), ("iitch", "itch"), ("itsh", "itch"), ("tich", "itch"),
      ("ITCH", "itch"), ("egzcema", "eczema"), ("swoolne", "swollen"),
      ("patchwize-tset", "patchwise-test"),
    ])
  func near(word: String, meant: String) {
    #expect(
      NearestSpelling.of(word, among: ["fever", "itch", "eczema", "swollen", "patchwise-test"])
        == meant)
  }

  @Test(
    "another word is not taken for one",
    arguments: ["", "i", "tihc", "fit", "fever-and-itch", "swallowing"])
  func far(word: String) {
    #expect(NearestSpelling.of(word, among: ["itch", "eczema", "swollen"]) == nil)
  }

  @Test("the nearest is taken, and of several equally near ones the first")
  func order() {
    #expect(NearestSpelling.of("dryish", among: ["dry-skin", "dryest", "dryis"]) == "dryis")
    #expect(NearestSpelling.of("bat", among: ["cat", "rat", "bath"]) == "cat")
    #expect(NearestSpelling.of("bat", among: ["cat", "bat"]) == "bat")
    #expect(NearestSpelling.of("bat", among: []) == nil)
    // This would take hours, and nobody could see the slip.
    let long = String(repeating: "é", count: 500_000)
    #expect(NearestSpelling.of(long, among: [long + "x", "bat"]) == nil)
    #expect(NearestSpelling.of("bat", among: [long]) == nil)
    #expect(!NearestSpelling.areOneSlipApart(long, long + "x"))
  }

  @Test(
    "one slip is allowed in four letters, two in eight, three beyond",
    arguments: [
      ("abcd", "abxd", true), ("abcd", "axxd", false), ("abcde", "abxxe", true),
      ("abcdefgh", "abxxxfgh", false), ("abcdefghi", "abxxxfghi", true),
      ("abcdefghi", "abxxxxghi", false),
    ])
  func allowance(word: String, known: String, isNear: Bool) {
    #expect((NearestSpelling.of(word, among: [known]) == known) == isNear)
  }

  @Test(
    "insertions, deletions, changes and swaps of neighbours each count one",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "ac", 1),
      ("abc", "abxc", 1), ("abc", "axc", 1), ("abc", "acb", 1), ("kitten", "sitting", 3),
      ("ca", "abc", 3),
    ])
  func distance(left: String, right: String, count: Int) {
    #expect(NearestSpelling.distance(Array(left), Array(right)) == count)
    #expect(NearestSpelling.distance(Array(right), Array(left)) == count)
  }

  @Test("a distance is the same where only a small one is looked for")
  func smallDistance() {
    var random = SplitMix64(seed: 9)
    func word() -> [Character] {
      (0..<random.within(0...9)).map { _ in random.pick(["a", "b", "c"]) }
    }
    for _ in 0..<20_000 {
      let (left, right, limit) = (word(), word(), random.within(0...4))
      let distance = NearestSpelling.distance(left, right)
      #expect(
        NearestSpelling.distance(left, right, atMost: limit)
          == (distance <= limit ? distance : nil),
        "\(left), \(right)")
    }
  }

  @Test("words are one slip apart where their distance is one", arguments: ["abc", "aé"])
  func oneSlip(letters: String) {
    var random = SplitMix64(seed: 8)
    func word() -> String {
      String((0..<random.within(0...5)).map { _ in random.pick(Array(letters)) })
    }
    for _ in 0..<4_000 {
      let (left, right) = (word(), word())
      #expect(
        NearestSpelling.areOneSlipApart(left, right)
          == (NearestSpelling.distance(Array(left), Array(right)) == 1), "\(left), \(right)")
    }
  }
}
