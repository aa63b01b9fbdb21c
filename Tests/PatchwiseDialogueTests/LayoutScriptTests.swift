import Patchwise
import Testing

@testable import PatchwiseDialogue

@Suite("Layout of all scripts")
struct LayoutScriptTests {
  /// Texts whose characters are made of several scalars, or take two columns.
  private static let texts = [
    "👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ❤️‍🔥 1️⃣ ⌚ 🇩🇪🇫🇷 🇯🇵",
    "zu\u{308}rich cafe\u{301} a\u{323}\u{302} Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "温水暖房の 圧力は いくつ ですか", "보일러가 얼마나 시끄러운가요 한국어", "ＦＵＬＬ ｗｉｄｔｈ ﾊﾝｶｸ",
    "हिन्दी क्षत्रिय தமிழ் ภาษาไทย", "مرحبا بالعالم שלום עולם", "naïve œuvre straße Ωμέγα",
    "a\u{A0}b\u{A0}c soft\u{AD}hyphen 1\u{202F}000",
  ]

  @Test("no character is taken apart, whatever the width is", arguments: texts)
  func characters(text: String) {
    let expected = text.filter { !$0.isWhitespace || $0 == "\u{A0}" || $0 == "\u{202F}" }
    for width in 20...60 {
      for block in [Block.heading(text), .paragraph(text), .item(marker: "1.", text)] {
        let said = Layout(width: width).text([block, .detail(text)])
        var rest = Array(expected + expected)[...]
        for character in said where character == rest.first { rest.removeFirst() }
        #expect(rest.isEmpty)
      }
    }
  }

  @Test("flags of regions stay what they are")
  func regionFlags() {
    let wales = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}"
    #expect(Layout(width: 80).text([.paragraph(wales)]) == wales + "\n")
  }

  @Test("no text is hidden in tags that make no flag")
  func hiddenText() {
    let hidden = "a\u{E0067}b\u{1F3F4} \u{E0067}"
    #expect(
      Layout(width: 80).text([.paragraph(hidden)]) == "a\u{FFFD}b\u{1F3F4} \u{FFFD}\n")
  }

  @Test(
    "a terminal needs so many columns",
    arguments: [
      ("", 0), ("boiler", 6), ("e\u{301}", 1), ("a\u{323}\u{302}", 1), ("→ … “”", 6), ("中文", 4),
      ("ひらがな", 8), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ﾊﾝ", 2), ("Ａ", 2), ("、。", 4),
      ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("🏳️‍🌈", 2), ("1️⃣", 2), ("❤️", 2), ("❤", 1),
      ("☎", 1), ("⌚", 2), ("𠀀", 2), ("ภ", 1), ("a\u{A0}b", 3),
    ])
  func columns(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test("lines of wide characters are broken by their columns", arguments: 20...60)
  func wideLines(width: Int) {
    let text = Array(repeating: "圧力 は🔥", count: 12).joined(separator: " ")
    let lines = Layout(width: width).text([.item(marker: "1.", text)]).split(separator: "\n")
    for line in lines {
      #expect(String(line).columns <= width)
      // The next word, of four columns at most, would not have fitted.
      #expect(line == lines.last || String(line).columns > width - 5)
    }
  }

  @Test("screens in a script of wide characters fit", arguments: Scene.all)
  func wideScreens(scene: Scene) throws {
    let knowledge = try Boiler.knowledge().knowledge.rewording { text in
      text.split(separator: " ").map { String(repeating: "圧", count: $0.count % 4 + 1) }
        .joined(separator: " ")
    }
    let blocks = try scene.blocks(about: KnowledgeBase(knowledge))
    for width in [40, 60, 80] {
      for line in Layout(width: width).text(blocks).split(separator: "\n") {
        #expect(String(line).columns <= width)
      }
    }
  }
}

extension String {
  /// How many columns a text of Latin letters, 圧, 力, は and 🔥 takes, counted in a simpler way.
  fileprivate var columns: Int { reduce(0) { $0 + ("圧力は🔥".contains($1) ? 2 : 1) } }
}
