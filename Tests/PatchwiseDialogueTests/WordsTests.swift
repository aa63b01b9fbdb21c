import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Words")
struct WordsTests {
  @Test(
    "case, punctuation and accents do not count",
    arguments: [
      ("Don't  KNOW!", ["dont", "know"]), ("crème-brûlée", ["creme", "brulee"]),
      ("a\tb\r\nc", ["a", "b", "c"]), ("36h; 2½", ["36h", "2½"]), ("…", []), ("", []),
      ("q\u{301}uite", ["quite"]), ("i\n\u{5B0}.", ["i"]), ("i \u{5B0}.", ["i"]),
      ("\u{301}a", ["a"]),
      ("圧 1️⃣", ["圧", "1"]), ("rock ’n‘ roll`s", ["rock", "n", "rolls"]),
    ])
  func list(line: String, words: [String]) { #expect(Words(line).list == words) }

  @Test(
    "a comma is a break, a full stop the end of a sentence, and three of them are neither",
    arguments: [
      ("a b", " "), ("a, b", ","), ("a. b", "."), ("a.. b", " "), ("a... b", " "), ("a.,b", "."),
      ("a,.b", "."), ("a.'.b", " "), ("a. .b", "."), ("a (b", ","), ("a\nb", " "), ("a-b", " "),
      ("a… b", " "),
    ])
  func gaps(line: String, gap: String) {
    for line in [line, line + " é"] {
      let words = Words(line)
      #expect(words.isStop(before: 1) == (gap == "."))
      #expect(words.isBreak(before: 1) == (gap != " "))
      #expect(!words.isBreak(before: 0))
    }
  }

  @Test("plain letters are read as they are beside others")
  func bothWays() {
    var random = SplitMix64(seed: 3)
    let letters = Array(" aBz09,.;:!?()'`-\t\n…")
    for _ in 0..<5_000 {
      let line = String((0..<random.within(0...12)).map { _ in random.pick(letters) })
      let (words, more) = (
        Words(line.replacing("…", with: "")), Words(line.replacing("…", with: "") + " é")
      )
      #expect(words.list + ["e"] == more.list, "\(line)")
      for place in words.list.indices {
        #expect(words.isBreak(before: place) == more.isBreak(before: place), "\(line)")
        #expect(words.isStop(before: place) == more.isStop(before: place), "\(line)")
      }
    }
  }

  @Test("what denies each word is found in one go as it is found word by word")
  func denials() {
    var random = SplitMix64(seed: 5)
    let parts = [
      "no", "not", "avoid", "never", "a", "b", "cough", ",", ".", "but", "without", "just",
      "so bad",
    ]
    for _ in 0..<5_000 {
      let line = (0..<random.within(0...14)).map { _ in random.pick(parts) }.joined(separator: " ")
      let words = Words(line)
      #expect(
        words.nearDenials == words.list.indices.map { words.isNearDenial(at: $0) }, "\(line)")
      #expect(words.turns == words.list.indices.map { words.isTurned(before: $0) }, "\(line)")
      let places = Array(words.list.indices)
      for denial in [Phrase.Denial.plain, .near, .unturned] {
        #expect(
          words.undenied(places, unless: denial)
            == places.filter { words.undenied([$0], unless: denial) == [$0] }, "\(line)")
      }
    }
  }
}
