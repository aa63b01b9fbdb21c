import Patchwise
import Testing

@testable import PatchwiseDialogue

@Suite("Control characters")
struct ControlCharacterTests {
  /// What could steer a terminal, or turn a text around.
  private static let steering: [Unicode.Scalar] = [
    "\u{1B}", "\u{7}", "\u{9B}", "\u{90}", "\u{9D}", "\0", "\u{7F}", "\u{8}", "\r", "\u{B}",
    "\u{C}",
    "\u{85}", "\u{2028}", "\u{2029}", "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}",
    "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
  ]

  private func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private func expectHarmless(_ blocks: [Block], _ comment: Comment? = nil) {
    for isDecorated in [false, true] {
      let text = Layout(width: 40, isDecorated: isDecorated).text(blocks)
      let found = (isDecorated ? text.undecorated : text).unicodeScalars.filter(isSteering)
      #expect(found.isEmpty, comment)
    }
  }

  @Test("those in knowledge never reach the text", arguments: Scene.all)
  func knowledge(scene: Scene) throws {
    let all = String(String.UnicodeScalarView(Self.steering))
    let knowledge = try KnowledgeBase(
      Boiler.knowledge().knowledge.rewording { "\(all)[2J\($0)\(all)]0;\(all)" })
    let blocks = try scene.blocks(about: knowledge)
    expectHarmless(blocks)
    let completions = try scene.lines.reduce(into: Talk(about: knowledge)) { $0.say($1) }
      .dialogue.completions
    #expect(!completions.joined().unicodeScalars.contains(where: isSteering))
    // The scene is the same as without them.
    #expect(blocks.count == (try scene.blocks().count))
    #expect(blocks.contains { $0.text.contains("[2J") } || scene.lines.last == "kichen")
  }

  @Test("those in what is typed never reach the text", arguments: Stage.allCases)
  func typed(stage: Stage) throws {
    let start = try stage.talk()
    for scalar in Self.steering {
      for line in [
        "garage\(scalar)", "change gar\(scalar)age", "kitchen, gar\(scalar)[31mage",
        "2 ba\(scalar)r",
        "2 \(scalar)psi", "why\(scalar)", "\(scalar)", "explain \(scalar)care", "1,\(scalar)9",
        "what is \(scalar)?", "I smell\(scalar) gas",
      ] {
        var talk = start
        talk.say(line)
        expectHarmless(talk.reply.blocks, "\(line.debugDescription)")
      }
    }
  }

  @Test("one in a text is shown as a replacement character", arguments: steering)
  func shown(scalar: Unicode.Scalar) {
    #expect(Layout(width: 80).text([.paragraph("a\(scalar)b")]) == "a\u{FFFD}b\n")
  }

  @Test("joiners stay, because scripts and emoji need them")
  func joiners() {
    let text = "می\u{200C}خواهم क्\u{200D}ष 👩\u{200D}🚒"
    #expect(Layout(width: 80).text([.paragraph(text)]) == text + "\n")
  }
}
