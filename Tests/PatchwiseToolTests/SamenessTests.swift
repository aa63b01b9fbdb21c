import Patchwise
import Testing

@Suite("A pipe, a terminal and the library", .serialized)
struct SamenessTests {
  @Test("give the same recommendation", arguments: Person.Kind.allCases)
  func sameRecommendation(kind: Person.Kind) throws {
    let now = try #require(Moment("2026-11-24 10:00"))
    let person = try Person(kind, at: now)
    let recommendation = try #require(person.consultation.recommendation)
    #expect(recommendation.endedEarly == (kind == .inDanger))
    let input = person.typed.map { "\($0)\n" }.joined() + "quit\n"
    let command = ["chat", "fit", "--at", "2026-11-24 10:00"]
    let pipe = try Tool.run(command, input: input)
    let terminal = try Tool.runOnTerminal(command + ["--private"], typing: input)
    // How a line is broken depends on the width, and only a terminal echoes.
    let piped = Self.words(of: pipe.output)
    let shown = Self.words(of: terminal.output)
    let told = recommendation.decisions.filter {
      !recommendation.endedEarly || $0.level?.endsConsultation == true
    }
    #expect(!told.isEmpty)
    var expected = told.map { "\($0.scale.name) \($0.level?.name ?? "")" }
    expected += recommendation.advice.map(\.say.string)
    for words in expected.map(Self.words) {
      #expect(piped.contains(words), "through the pipe: \(words)")
      #expect(shown.contains(words), "on the terminal: \(words)")
    }
    // From the recommendation on, both say the same.
    let heading = try #require(expected.first.map(Self.words))
    let ends = try [piped, shown].map { text in
      let start = try #require(text.ranges(of: heading).last?.lowerBound)
      return text[start...].replacing("> quit ", with: "")
    }
    #expect(ends[0] == ends[1])
    #expect(pipe.status == 0)
    #expect(terminal.status == 0)
  }

  /// The words of a text with one blank between them.
  private static func words(of text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
