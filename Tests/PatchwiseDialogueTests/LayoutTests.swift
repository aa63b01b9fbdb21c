import Patchwise
import Testing

@testable import PatchwiseDialogue

@Suite("Layout")
struct LayoutTests {
  private static let widths = 20...120

  /// The lines at a width, without their line breaks.
  private func lines(_ blocks: [Block], _ width: Int?) -> [String] {
    Layout(width: width).text(blocks).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }

  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  @Test("no line is wider than the width, unless it is a single word", arguments: Scene.all)
  func width(scene: Scene) throws {
    let blocks = try scene.blocks()
    for width in Self.widths {
      for line in lines(blocks, width) where line.displayWidth > min(width, Layout.widest) {
        #expect(words(line).count == 1, "at \(width)")
      }
    }
  }

  @Test("a word that fits without its indent fits")
  func longWord() {
    for line in lines([.detail("https://example.org/manual")], 28) {
      #expect(line.displayWidth <= 28)
    }
  }

  @Test("a line is as long as it can be", arguments: Scene.all)
  func noLineIsShorterThanNeeded(scene: Scene) throws {
    for block in try scene.blocks() where block != .gap {
      for width in Self.widths {
        let lines = lines([block], width)
        for (line, next) in zip(lines, lines.dropFirst()) {
          let word = String(words(next).first ?? "")
          #expect(
            line.displayWidth + 1 + word.displayWidth > min(width, Layout.widest), "at \(width)")
        }
      }
    }
  }

  @Test("lines are never broken where no width is given", arguments: Scene.all)
  func unbroken(scene: Scene) throws {
    let blocks = try scene.blocks()
    #expect(lines(blocks, nil).filter { !$0.isEmpty }.count == blocks.filter { $0 != .gap }.count)
  }

  @Test("no line ends with a blank, and no two in a row are empty", arguments: Scene.all)
  func blanks(scene: Scene) throws {
    let blocks = try scene.blocks()
    for width in Self.widths {
      let lines = lines(blocks, width)
      #expect(!lines.contains { $0.last?.isWhitespace == true }, "at \(width)")
      #expect(!zip(lines, lines.dropFirst()).contains { $0.isEmpty && $1.isEmpty }, "at \(width)")
      #expect(lines.first != "")
    }
  }

  @Test("the words are the same whatever the width is", arguments: Scene.all)
  func sameWords(scene: Scene) throws {
    let blocks = try scene.blocks()
    let expected = words(blocks.map(\.text).joined(separator: " "))
    for width in Self.widths.map(Optional.init) + [nil, 0, 1, -5, .max] {
      #expect(words(Layout(width: width).text(blocks)) == expected)
    }
  }

  @Test(
    "bold headings have the same words, and every line ends what it began", arguments: Scene.all)
  func decoration(scene: Scene) throws {
    let blocks = try scene.blocks()
    for width in Self.widths {
      let bold = Layout(width: width, isDecorated: true).text(blocks)
      #expect(bold.undecorated == Layout(width: width).text(blocks))
      for line in bold.split(separator: "\n") where line.contains("\u{1B}") {
        #expect(line.hasPrefix("\u{1B}[1m") && line.hasSuffix("\u{1B}[0m"))
      }
    }
  }

  @Test("a width that is too narrow counts as 20, and one that is too wide as 88")
  func bounds() {
    let blocks = [Block.paragraph(Array(repeating: "a", count: 200).joined(separator: " "))]
    for width in [-1, 0, 1, 19] { #expect(lines(blocks, width) == lines(blocks, 20)) }
    for width in [89, 200, .max] { #expect(lines(blocks, width) == lines(blocks, 88)) }
    #expect(lines(blocks, 20) != lines(blocks, 22))
    #expect(lines(blocks, 88) != lines(blocks, 86))
  }

  @Test("what follows the first line of a block stands below its text")
  func indents() {
    let text = "one two three four five six seven"
    #expect(
      Layout(width: 20).text([
        .heading(text), .paragraph(text), .item(marker: "10.", text), .item(marker: "-", text),
        .detail(text), .gap, .gap, .paragraph("end"), .gap,
      ]) == """
        one two three four
        five six seven
        one two three four
        five six seven
          10. one two three
              four five six
              seven
          - one two three
            four five six
            seven
            one two three
            four five six
            seven

        end


        """)
  }

  @Test("line breaks and tabs in a text are blanks")
  func breaksInTexts() {
    #expect(Layout(width: 80).text([.paragraph(" a\n\n b\t\tc \n")]) == "a b c\n")
  }

  @Test("a text without words leaves neither blanks nor a second empty line")
  func noWords() {
    let text = Layout(width: 80).text([.item(marker: "-", ""), .detail(" "), .paragraph("end")])
    #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
    #expect(
      Layout(width: 80).text([.paragraph("a"), .gap, .paragraph(""), .paragraph("b")])
        == "a\n\nb\n")
  }
}
