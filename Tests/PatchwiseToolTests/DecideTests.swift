import Testing

@Suite("patchwise decide")
struct DecideTests {
  private let tyre = ["decide", "--knowledge", "Examples/tyre/tyre.yaml"]

  @Test(
    "says levels where they are settled, floor and ceiling where they are not, and what is open",
    arguments: [
      (
        #"{"answers": {}}"#,
        #"{"advice":[],"levels":{"ride":["go","stop"]},"open":["cut","pressure"],"rules":[]}"#
      ),
      (
        #"{"answers": {"cut": "shallow", "pressure": 1.5}}"#,
        #"{"advice":[],"levels":{"ride":"pump"},"open":[],"rules":["soft"]}"#
      ),
      (
        #"{"answers": {"cut": "deep"}}"#,
        #"{"advice":[],"levels":{"ride":"stop"},"open":[],"rules":["deep-cut"]}"#
      ),
      (
        #"{"answers": {"cut": "whole", "pressure": "unsure"}}"#,
        #"{"advice":[],"levels":{"ride":["go","pump"]},"open":[],"rules":[]}"#
      ),
      (
        #"{"answers": {"cut": null}, "at": "2026-03-02"}"#,
        #"{"advice":[],"levels":{"ride":["go","stop"]},"open":["cut","pressure"],"rules":[]}"#
      ),
    ])
  func decides(line: String, decision: String) throws {
    let result = try Tool.run(tyre, input: line + "\n")
    #expect(result.output == decision + "\n")
    #expect(result.status == 0)
  }

  @Test(
    "a line that is too long is refused, and those around it are decided",
    arguments: [0, 1, 300_000, 3_000_000])
  func tooLong(excess: Int) throws {
    let line = #"{"answers": {"cut": "deep"}}"#
    let good = #"{"advice":[],"levels":{"ride":"stop"},"open":[],"rules":["deep-cut"]}"#
    let blanks = String(repeating: " ", count: (1 << 20) - line.utf8.count - 1 + excess)
    // Blanks within make it a line for the fast way, a day beside the answers one for the slow.
    let day = #", "at": "2026-03-02"}"#
    let dated = line.dropLast() + blanks.dropFirst(day.utf8.count - 1) + day
    for long in [line + blanks, line.replacing("}}", with: "\(blanks)}}"), blanks + line, dated] {
      for end in ["\n\(line)\n", ""] {
        let result = try Tool.run(tyre, input: "\(line)\n\(long)\(end)")
        let middle =
          excess == 0 ? good : #"{"error":"a line must not be longer than 1048576 bytes","line":2}"#
        let last = end.isEmpty ? [] : [good]
        #expect(result.output.split(separator: "\n").map(String.init) == [good, middle] + last)
        #expect(result.status == (excess == 0 ? 0 : 1))
      }
    }
  }

  @Test("of a line that is too long no more is kept than shows that it is", .withTightLimits)
  func endless() throws {
    let result = try Tool.runInShell(
      """
      (head -c 400000000 /dev/zero | tr '\\0' x; printf '\\n{"answers": {}}\\n') | \
      (ulimit -v 400000; patchwise \(tyre.joined(separator: " ")))
      """)
    #expect(result.output.split(separator: "\n").count == 2)
    #expect(result.output.hasPrefix(#"{"error":"a line must not be longer than 1048576 bytes""#))
    #expect(result.status == 1, "\(result.errors)")
  }

  @Test("days are told by the clock of their line")
  func clock() throws {
    let folder = try ScratchFolder()
    let path = try folder.file(
      "plant.yaml",
      """
      knowledge: plant
      title: Plant
      version: 1
      questions: { watered: { ask: When was it watered?, choose: date } }
      sections: { plant: { questions: [watered] } }
      scales: { care: { levels: [leave, water], otherwise: leave } }
      rules:
        dry: { when: watered more than 3 days ago, raise: { care: water }, because: It is dry. }
      consultations: { look: { title: A look, sections: [plant], decides: [care] } }
      """)
    let lines = [
      ("2020-01-10", "a week ago"), ("2020-01-10", "yesterday"), ("2020-01-01", "today"),
    ]
    .map { #"{"at": "\#($0)", "answers": {"watered": "\#($1)"}}"# + "\n" }.joined()
    let result = try Tool.run(
      ["decide", "--knowledge", path, "--at", "2026-01-01"], input: lines)
    let levels = result.output.split(separator: "\n").map { $0.contains(#""care":"water""#) }
    #expect(levels == [true, false, false])
  }

  @Test(
    "answers a bad line with what is wrong and its number",
    arguments: [
      ("nonsense", "this is not JSON"),
      ("[1]", #"a line must be an object such as {\"answers\": {…}}"#),
      (#"{"answer": {}}"#, "there is no key 'answer', only 'answers' and 'at'"),
      (#"{"answers": []}"#, "'answers' must be an object with a value for each question"),
      (#"{"answers": {"cot": "deep"}}"#, "there is no question 'cot'; did you mean 'cut'?"),
      (
        #"{"answers": {"cut": "dep"}}"#, "question 'cut' has no option 'dep'; did you mean 'deep'?"
      ),
      (#"{"answers": {"cut": "wet"}}"#, "question 'cut' has no option 'wet'"),
      (#"{"answers": {"cut": "deep", "cut": "whole"}}"#, "key 'cut' stands twice"),
      (#"{"answers": {"cut": "deep", "c\u0075t": null}}"#, "key 'cut' stands twice"),
      (#"{"answers": {}, "at": "2026-03-02", "answers": {}}"#, "key 'answers' stands twice"),
      (
        #"{"answers": {"cut": 1}}"#,
        #"'cut' takes the name of an option, such as \"whole\", or \"unsure\""#
      ),
      (#"{"answers": {"pressure": 11}}"#, "the value of 'pressure' is outside its range"),
      (#"{"answers": {"pressure": "much"}}"#, #"'pressure' takes a number or \"unsure\""#),
      (#"{"answers": {}, "at": "soon"}"#, #"'at' must be a time such as \"2026-03-02 20:15\""#),
    ])
  func complains(line: String, message: String) throws {
    let result = try Tool.run(tyre, input: line + "\n")
    #expect(result.output == #"{"error":"\#(message)","line":1}"# + "\n")
    #expect(result.status == 1)
  }

  @Test("takes the same text as a key here, a key there and a value")
  func noRepetition() throws {
    let line = #"{"answers": {"cut": "cut", "answers": ["a", "a", {"a": 1}, {"a": "\"a"}]}}"#
    let result = try Tool.run(tyre, input: line + "\n")
    #expect(result.output.contains("there is no question 'answers'"))
  }

  @Test("shows an example in its help that the bundled knowledge takes")
  func example() throws {
    let help = try Tool.run(["decide", "--help"]).output
    let line = try #require(help.split(separator: "\n").first { $0.contains(#"{"answers""#) })
    let result = try Tool.run(["decide", "--consult", "fit"], input: line + "\n")
    #expect(result.output.hasPrefix(#"{"advice":["#))
    #expect(result.status == 0)
  }

  @Test("goes on after a bad line, counts empty lines, and fails in the end")
  func goesOn() throws {
    let result = try Tool.run(tyre, input: "\nx\n{\"answers\":{\"cut\":\"deep\"}}")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first == #"{"error":"this is not JSON","line":2}"#)
    #expect(lines.last?.contains(#""levels":{"ride":"stop"}"#) == true)
    #expect(result.status == 1)
  }

  @Test("names the consultations there are when it is asked for another")
  func unknownConsultation() throws {
    let result = try Tool.run(tyre + ["--consult", "walk"])
    #expect(result.errors.contains("There is no consultation 'walk'. There is: ride."))
    #expect(result.status == 64)
  }
}
