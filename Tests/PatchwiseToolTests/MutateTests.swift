import Foundation
import Testing

@Suite("The commands that look for what nothing notices")
struct MutateTests {
  private let folder: ScratchFolder
  private let tyre = ["--knowledge", "Examples/tyre/tyre.yaml"]

  init() throws { folder = try ScratchFolder() }

  @Test("what goes unnoticed is listed, with a transcript of somebody for whom it matters")
  func unnoticed() throws {
    let witnesses = folder.url.appending(path: "witnesses").path
    let result = try Tool.run(["mutate", "Examples/tyre", "--witness", witnesses] + tyre)
    #expect(
      result.output == """
        Examples/tyre/tyre.yaml:22:17: nothing notices this: rule 'soft': negate 'pressure less than 2'
        Examples/tyre/tyre.yaml:22:17: nothing notices this: rule 'soft': 'pressure at most 2' instead of 'pressure less than 2'
        Examples/tyre/tyre.yaml:22:17: nothing notices this: rule 'soft': 'pressure less than 1' instead of 'pressure less than 2'
        10 changes
          4 noticed by transcripts
          3 noticed by promises
          3 unnoticed

        """)
    #expect(result.status == 1)
    let again = try Tool.run(["mutate", "Examples/tyre", witnesses] + tyre)
    #expect(
      again.output == "10 changes\n  8 noticed by transcripts\n  2 noticed by promises\n")
    #expect(again.status == 0)
  }

  @Test("the transcripts that are written notice everything")
  func generated() throws {
    let plays = folder.url.appending(path: "plays").path
    let result = try Tool.run(["generate", plays] + tyre)
    #expect(result.output == "4 transcripts written; 0 proved impossible, 0 missed\n")
    #expect(result.status == 0)
    let mutate = try Tool.run(["mutate", plays] + tyre)
    #expect(mutate.output == "10 changes\n  10 noticed by transcripts\n")
    let beside = try Tool.run(
      ["generate", folder.url.appending(path: "more").path, "--beside", plays] + tyre)
    #expect(beside.output == "0 transcripts written; 0 proved impossible, 0 missed\n")
    let replay = try Tool.run(["replay", "--coverage", plays] + tyre)
    #expect(replay.output == "4 passed, 0 failed\n")
  }

  @Test("a transcript that is not there, or fails as it is, is told")
  func unusable() throws {
    let missing = try Tool.run(["mutate", "nowhere"] + tyre)
    #expect(missing.errors == "nowhere is not there\n")
    #expect(missing.status == 66)
    let failing = try folder.file(
      "failing.transcript",
      "patchwise transcript 1\nknowledge tyre\nconsult ride\n\n? cut\n> deep\n\n= ride: go\n")
    let result = try Tool.run(["mutate", failing] + tyre)
    #expect(result.errors == "\(failing) fails already, and so can't notice anything\n")
    #expect(result.status == 1)
  }
}
