import Foundation
import Testing

@Suite("The command that compares knowledge")
struct DiffTests {
  private let folder: ScratchFolder
  private let old = "Examples/tyre/tyre.yaml"

  init() throws { folder = try ScratchFolder() }

  /// The knowledge about tyres with some of its text replaced.
  private func changed(_ text: String, to other: String) throws -> String {
    let tyre = Tool.package.appending(path: old)
    return try folder.file(
      "new.yaml", String(contentsOf: tyre, encoding: .utf8).replacing(text, with: other))
  }

  @Test("the same knowledge tells everybody the same")
  func same() throws {
    let result = try Tool.run(["diff", old, old])
    // Three answers about the cut; below 2 bar, just 2, and above.
    #expect(result.output == "ride: 9 situations, all told the same levels\n")
    #expect(result.status == 0)
  }

  @Test("less caution fails, unless it is said why it is right")
  func lessCautious() throws {
    let new = try changed("less than 2 bar", to: "less than 1 bar")
    let told = """
      ride: 15 situations
        ride: 4 told less cautious, 'Ride on' instead of 'Pump it up first'

      """
    let result = try Tool.run(["diff", old, new])
    #expect(result.output == told)
    #expect(result.status == 1)
    let allowed = try Tool.run(["diff", old, new, "--allow-less-cautious", "Wider tyres."])
    #expect(allowed.output == told + "Less caution is allowed: Wider tyres.\n")
    #expect(allowed.status == 0)
    for reason in ["", " \t"] {
      let unsaid = try Tool.run(["diff", old, new, "--allow-less-cautious", reason])
      #expect(unsaid.status == 64)
      #expect(unsaid.errors.contains("--allow-less-cautious needs a reason"))
    }
  }

  @Test("more caution passes, with what all of them have in common and a transcript of one")
  func moreCautious() throws {
    let new = try changed("when: cut is deep, raise", to: "when: cut is not whole, raise")
    let witnesses = folder.url.appending(path: "witnesses").path
    let result = try Tool.run(["diff", old, new, "--witness", witnesses])
    #expect(
      result.output == """
        ride: 9 situations
          ride: 2 told more cautious, 'Do not ride' instead of 'Ride on'
            all with cut: A shallow one
          ride: 1 told more cautious, 'Do not ride' instead of 'Pump it up first'
            all with cut: A shallow one

        """)
    #expect(result.status == 0)
    let replay = try Tool.run(["replay", witnesses, "--knowledge", new])
    #expect(replay.output == "2 passed, 0 failed\n")
    let before = try Tool.run(["replay", witnesses, "--knowledge", old])
    #expect(before.output.hasSuffix("\n0 passed, 2 failed\n"))
  }

  @Test("knowledge that can't be read is told apart")
  func unreadable() throws {
    #expect(try Tool.run(["diff", "nowhere.yaml", old]).status == 66)
    #expect(try Tool.run(["diff", old, try folder.file("a.yaml", "knowledge: a")]).status == 1)
    #expect(try Tool.run(["diff"]).status == 64)
  }
}
