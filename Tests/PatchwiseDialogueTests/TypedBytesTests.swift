import Testing

@testable import PatchwiseDialogue

@Suite("What is typed, byte by byte")
struct TypedBytesTests {
  private func given(_ typed: [UInt8]) -> String {
    var bytes = TypedBytes()
    var given: [UInt8] = []
    for byte in typed {
      bytes.add(byte)
      while let next = bytes.next() { given.append(next) }
    }
    return String(decoding: given, as: UTF8.self)
  }

  @Test(
    "stays as it is if it is text or a key",
    arguments: [
      "", "shallow\r", "\u{1B}[A\u{1B}[200~\u{3}\u{7F}", "é ü 漢字 🧴", "e\u{301}👩\u{200D}🚒",
    ])
  func text(typed: String) { #expect(given(Array(typed.utf8)) == typed) }

  @Test(
    "becomes a sign for what can't be shown, or nothing where nobody would see it",
    arguments: [
      ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{85}b\u{2028}c", "a\u{FFFD}b\u{FFFD}c"),
      ("a\u{202E}b\u{2066}c\u{200B}d\u{FEFF}e", "abcde"), ("none\0 but", "none but"),
    ])
  func steering(typed: String, given: String) { #expect(self.given(Array(typed.utf8)) == given) }

  @Test(
    "becomes a sign where it is no text, and what follows stays",
    arguments: [
      ([0xFF, 0x61], "\u{FFFD}a"), ([0x80, 0x9B, 0x61], "\u{FFFD}\u{FFFD}a"),
      ([0xC3, 0x0D], "\u{FFFD}\r"), ([0xE2, 0x80, 0xC3, 0xA4], "\u{FFFD}ä"),
      ([0xED, 0xA0, 0x80, 0x61], "\u{FFFD}a"), ([0xF4, 0x90, 0x80, 0x80, 0x61], "\u{FFFD}a"),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)])
  func noText(typed: [UInt8], given: String) { #expect(self.given(typed) == given) }

  /// What ends a paste after some bytes were typed and given on.
  private func ending(after typed: String) -> String {
    var bytes = TypedBytes()
    for byte in typed.utf8 {
      bytes.add(byte)
      while bytes.next() != nil {}
    }
    var ending: [UInt8] = []
    while let next = bytes.nextOfEnding() { ending.append(next) }
    #expect(bytes.next() == nil)
    return String(decoding: ending, as: UTF8.self)
  }

  @Test(
    "ends as a paste does if it is one",
    arguments: [
      "\u{1B}[200~", "\u{1B}[200~oily\rdry", "a\u{1B}\u{1B}[200~b", "\u{1B}[200~ä\u{1B}[201",
      "\u{1B}[200~a\u{1B}[201~b\u{1B}[200~c\u{1B}[200~", "\u{1B}[200~\u{1B}[20\u{1B}[2",
    ])
  func paste(typed: String) {
    let ending = "\u{1B}[201~"
    let rest = self.ending(after: typed)
    #expect(!rest.isEmpty && (typed + rest).hasSuffix(ending))
    #expect(self.ending(after: typed + rest) == "")
  }

  @Test(
    "needs no end if it is no paste",
    arguments: ["", "oily", "\u{1B}[201~", "\u{1B}[20\u{1B}[200~a\u{1B}[201~", "\u{1B}[2000~"])
  func noPaste(typed: String) { #expect(ending(after: typed) == "") }

  @Test("gives no beginning of a character behind the end of a paste")
  func begunInPaste() {
    var bytes = TypedBytes()
    for byte in "\u{1B}[200~".utf8 + [0xE2, 0x80] { bytes.add(byte) }
    for _ in 0..<6 { #expect(bytes.next() != nil) }
    #expect(bytes.next() == nil)
    while bytes.nextOfEnding() != nil {}
    bytes.add(0x61)
    #expect(bytes.next() == 0x61)
  }

  @Test("waits for the rest of a character")
  func begun() {
    var bytes = TypedBytes()
    bytes.add(0xC3)
    #expect(bytes.next() == nil)
    bytes.add(0xA4)
    #expect(bytes.next() == 0xC3 && bytes.next() == 0xA4 && bytes.next() == nil)
  }
}
