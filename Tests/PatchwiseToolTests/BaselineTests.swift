import Foundation
import Testing

@Suite("The command that tells on one page what is told, and to how many")
struct BaselineTests {
  private let folder: ScratchFolder
  private let tyre = "Examples/tyre/tyre.yaml"

  init() throws { folder = try ScratchFolder() }

  @Test("each level comes with its count and its rules")
  func page() throws {
    let result = try Tool.run(["baseline", "--knowledge", tyre])
    #expect(
      result.output == """
        tyre 1.0.0

        ride: 9 situations

          ride
            go: 4
            pump: 2
              soft: pressure less than 2
            stop: 3
              deep-cut: cut is deep

        """)
    #expect(result.status == 0)
  }

  @Test("what has become otherwise since a page was kept is shown, and fails")
  func compare() throws {
    let kept = try folder.file(
      "baseline.txt", try Tool.run(["baseline", "--knowledge", tyre]).output)
    let same = try Tool.run(["baseline", "--knowledge", tyre, "--compare", kept])
    #expect(same.output == "")
    #expect(same.status == 0)
    let page = try Tool.run(["baseline", "--knowledge", tyre]).output
    for other in [
      page.replacing("\n", with: "\r\n"), "\u{FEFF}" + page, String(page.dropLast()), page + "\n",
    ] {
      let kept = try folder.file("other.txt", other)
      let result = try Tool.run(["baseline", "--knowledge", tyre, "--compare", kept])
      #expect(result.output == "" && result.status == 0)
    }
    let new = try folder.file(
      "new.yaml",
      String(contentsOf: Tool.package.appending(path: tyre), encoding: .utf8)
        .replacing("when: cut is deep", with: "when: cut is not whole"))
    let result = try Tool.run(["baseline", "--knowledge", new, "--compare", kept])
    #expect(
      result.output == """
        -     go: 4
        +     go: 2
        -     pump: 2
        +     pump: 1
        -     stop: 3
        +     stop: 6
        -       deep-cut: cut is deep
        +       deep-cut: cut is not whole

        """)
    #expect(result.status == 1)
    #expect(
      try Tool.run(["baseline", "--knowledge", tyre, "--compare", "nowhere"]).status == 66)
  }
}
