import Testing

@Suite("The command that draws knowledge")
struct DrawTests {
  private let tyre = ["draw", "--knowledge", "Examples/tyre/tyre.yaml"]

  @Test("writes the graph to standard output, in either language")
  func draw() throws {
    let dot = try Tool.run(tyre)
    #expect(dot.output.hasPrefix("digraph knowledge {\n"))
    #expect(dot.output.contains("\"rule-soft\" -> \"scale-ride\" [label=\"pump\"]\n"))
    #expect(dot.errors == "")
    #expect(dot.status == 0)
    let mermaid = try Tool.run(tyre + ["--format", "mermaid", "--question", "cut"])
    #expect(
      mermaid.output == """
        flowchart LR
          question-cut(["cut<br>Is there a cut in the tyre?"])
          rule-deep-cut["deep-cut<br>A tyre cut to its threads can burst."]
          scale-ride[["ride<br>Can I ride?"]]
          question-cut --> rule-deep-cut
          rule-deep-cut ==>|"stop<br>ends the consultation"| scale-ride

        """)
  }

  @Test(
    "proposes the name that was probably meant",
    arguments: [
      (["--consultation", "rid"], "There is no consultation 'rid'. Did you mean 'ride'?"),
      (["--consultation", "race"], "There is no consultation 'race'. There is: ride."),
      (["--question", "presure"], "There is no question 'presure'. Did you mean 'pressure'?"),
      (
        ["--question", "age"],
        "There is no question 'age'. Without --question, all of them are drawn."
      ),
    ])
  func unknownName(arguments: [String], message: String) throws {
    let result = try Tool.run(tyre + arguments)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: \(message)\nUsage: patchwise draw "))
    #expect(result.status == 64)
  }

  @Test("says that a question is not asked in a consultation")
  func questionElsewhere() throws {
    let boiler = ["draw", "--knowledge", "Tests/Fixtures/boiler/boiler.yaml"]
    let result = try Tool.run(boiler + ["--consultation", "service", "--question", "noise"])
    #expect(result.errors.contains("The consultation 'service' never asks 'noise'."))
    #expect(result.status == 64)
  }
}
