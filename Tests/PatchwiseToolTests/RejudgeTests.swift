import Testing

@Suite("The command that judges transcripts anew")
struct RejudgeTests {
  private let folder: ScratchFolder
  private let knowledge: String

  private static let text = """
    knowledge: plant
    title: A plant
    version: 1.0.0
    questions:
      spots: { ask: Does it have spots?, choose: yes-no }
      watered: { ask: When was it last watered?, choose: date }
    sections: { plant: { questions: [spots, watered] } }
    scales: { care: { levels: [leave, watch, water, cut-back], otherwise: leave } }
    rules:
      spotted: { when: spots, raise: { care: watch }, because: Spots may spread. }
      dry: { when: watered more than 3 days ago, raise: { care: water }, because: It is dry. }
      spreading: { when: spots and previous spots, raise: { care: cut-back }, because: They stay. }
    consultations: { look: { title: A look, sections: [plant], decides: [care] } }

    """

  init() throws {
    folder = try ScratchFolder()
    knowledge = try folder.file("plant.yaml", Self.text)
  }

  private func rejudge(_ transcript: String, under change: (String, String)) throws -> Tool.Result {
    let other = try folder.file("other.yaml", Self.text.replacing(change.0, with: change.1))
    let path = try folder.file(
      "play.transcript", "patchwise transcript 1\nconsult look\n" + transcript)
    return try Tool.run(["rejudge", other, path, "--knowledge", knowledge], in: folder.url)
  }

  private static let patient = ("more than 3 days", "more than 5 days")

  @Test("a later day counts, also where the clock only moves on")
  func laterDay() throws {
    let first = "@ 2026-03-10 12:00\n? spots\n> no\n? watered\n> today\n= care: leave\n"
    for clock in ["@ +1 week", "@ 2026-03-17 12:00"] {
      let play = first + "\n\(clock)\nconsult look\n? spots\n> no\n? watered\n> 4 days ago\n"
      let result = try rejudge(play, under: Self.patient)
      #expect(
        result.output.hasSuffix("care: water → leave, less cautious\n1 of 1 change\n"), "\(clock)")
      #expect(try rejudge(play, under: ("", "")).output == "0 of 1 change\n", "\(clock)")
    }
  }

  @Test("what earlier readings said counts")
  func earlierReadings() throws {
    let play = """
      @ 2026-03-10 12:00
      ? spots
      > yes
      ? watered
      > today
      @ +1 week
      consult look
      ? spots
      > yes
      = care: cut-back

      """
    let result = try rejudge(
      play, under: ("spots and previous spots", "spots and not previous spots"))
    #expect(result.output.contains("care: cut-back → water"))
    #expect(result.status == 1)
  }

  @Test(
    "a transcript that fails already is told, and does not count as unchanged",
    arguments: [
      ("? watred\n> 4 days ago\n= care: water\n", "5: 'watred' was never asked"),
      ("? watered\n> 4 days ago\n= care: leave\n", "7: this did not come out"),
      ("? watered\n> 4 days ago\nblah\n", "7: a line begins with"),
    ])
  func failing(rest: String, problem: String) throws {
    let play = "@ 2026-03-10 12:00\n? spots\n> no\n" + rest
    let result = try rejudge(play, under: Self.patient)
    #expect(result.errors.contains("play.transcript:"), "\(result)")
    #expect(result.errors.contains("it fails already, and is passed over"))
    #expect(result.output == "0 of 1 change\n")
    #expect(result.status == 1)
  }

  @Test("a consultation that is gone is a change")
  func gone() throws {
    let play = "@ 2026-03-10 12:00\n? spots\n> no\n? watered\n> today\n"
    let result = try rejudge(play, under: ("consultations: { look:", "consultations: { glance:"))
    #expect(result.output.hasSuffix(": there is no such consultation any more\n1 of 1 change\n"))
    #expect(result.status == 1)
  }
}
