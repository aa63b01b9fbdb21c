import Foundation
import Testing

@Suite("The command that counts questions")
struct QuestionsTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("it says that its figures are those of a sample, and gives the same ones again")
  func sample() throws {
    let command = ["questions", "Examples/tyre/tyre.yaml", "--people", "200", "--seed", "7"]
    let result = try Tool.run(command)
    #expect(
      result.output == """
        Figures of a sample: 200 random people in each consultation, who answer everything. They are no
        shares of real people, and somebody else may be asked more.

        ride: 1.67 questions on average, 2 at most; with exact asking 1.67 and 2

        """)
    #expect(result.errors == "")
    #expect(result.status == 0)
    #expect(try Tool.run(command).output == result.output)
    #expect(try Tool.run(command.dropLast() + ["8"]).output != result.output)
  }

  @Test("it names the questions that were asked though they could not matter")
  func needless() throws {
    // However much pressure there is, one rule or the other says so, and neither sees the other.
    let tyre = Tool.package.appending(path: "Examples/tyre/tyre.yaml")
    let text = try String(contentsOf: tyre, encoding: .utf8).replacing(
      "rules:\n",
      with: "rules:\n  low: { when: pressure at most 5, raise: { ride: pump }, because: So. }\n"
        + "  high: { when: pressure more than 5, raise: { ride: pump }, because: So. }\n")
    let path = try folder.file("tyre.yaml", text)
    let result = try Tool.run(["questions", path, "--people", "1000"])
    #expect(
      result.output.hasSuffix(
        """
        ride: 1.68 questions on average, 2 at most; with exact asking 1.00 and 1
          pressure: 677 asked though it could not matter

        """), "\(result.output)")
  }

  @Test("a number of people that makes no sense is wrong use", arguments: ["0", "-1", "many"])
  func wrongUse(people: String) throws {
    #expect(try Tool.run(["questions", "--people=\(people)"]).status == 64)
  }

  @Test("knowledge that can't be read or used is told apart")
  func unreadable() throws {
    #expect(try Tool.run(["questions", "nowhere.yaml"]).status == 66)
    #expect(try Tool.run(["questions", try folder.file("a.yaml", "knowledge: a")]).status == 1)
  }
}
