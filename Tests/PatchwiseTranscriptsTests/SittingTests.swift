import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts
import PatchwiseYAML
import Testing

@Suite("Transcripts over several sittings")
struct SittingTests {
  private static let garden = """
    knowledge: garden
    title: The sick plant
    version: 1.0.0
    questions:
      spots: { ask: Has it spots?, choose: yes-no }
      watered: { ask: When was it watered?, choose: date }
      pot: { ask: Is it in a pot?, choose: yes-no }
    sections:
      plant: { questions: [spots, watered] }
      place: { questions: [pot] }
    scales:
      care: { levels: [leave, watch, cut-back], otherwise: leave }
      place: { levels: [stay, move], otherwise: stay }
    rules:
      spots: { when: spots, raise: { care: watch }, because: Spots may spread. }
      spread: { when: spots and previous spots, raise: { care: cut-back }, because: They do. }
      had-spots: { when: earlier spots, raise: { care: watch }, because: They may come again. }
      dry: { when: watered more than 3 days ago, raise: { care: watch }, because: It is dry. }
      pot: { when: pot, raise: { place: move }, because: It can be carried. }
    consultations:
      look: { title: A look at it, sections: [plant], decides: [care] }
      move: { title: Moving it, sections: [place], decides: [place] }
    """
  private let knowledge: KnowledgeBase

  init() throws { knowledge = try KnowledgeBase(yaml: Self.garden) }

  @Test("what is given is not asked, counts, and is recorded")
  func given() throws {
    let body = "consult look\n@ 2026-03-10\ngiven watered: 2026-03-09\n"
    let whole = replay(
      body + "? spots\n> no\n= care: leave\n= not asked: watered\n")
    #expect(whole.report == [])
    #expect(
      Recorder().header(of: try #require(whole.dialogue), at: nil).contains(
        "given watered: 2026-03-09\n"))
    let other = replay(body + "given spots: yes\nconsult look\n? spots\n> no\n? watered\n> today\n")
    #expect(other.report.isEmpty == false)
  }

  @Test("no more consultations are held than a transcript may have, and those are held at once")
  func tooMany() {
    let sitting = "consult look\n? spots\n> no\n? watered\n> 2026-03-09\n= care: leave\n"
    func transcript(_ count: Int) -> String {
      "@ 2026-03-10\n" + String(repeating: sitting, count: count)
    }
    #expect(replay(transcript(Transcript.consultationLimit)).report == [])
    let limit = Transcript.consultationLimit
    #expect(
      replay(transcript(limit + 1)).report == [
        "\(4 + 6 * limit): a transcript must not hold more than \(limit) consultations"
      ])
  }

  @Test(
    "what can't be given is told with its line",
    arguments: [
      (
        "given watered: soonish", "5: question 'watered' does not take what is given | got: soonish"
      ),
      ("given pot: yes", "5: consultation 'look' does not ask 'pot' | got: yes"),
      ("given potty: yes", "5: there is no question 'potty'; did you mean 'pot'? | got: yes"),
      (
        "given watered",
        "5: what is given is a question and its answer; write 'given QUESTION: ANSWER'"
      ),
    ])
  func notGiven(line: String, report: String) {
    let replay = replay("consult look\n@ 2026-03-10\n\(line)\n? spots\n> no\n? watered\n> today\n")
    #expect(replay.report == [report])
    let early = self.replay("given spots: yes\n? begin\n> look\n? spots\n> no\n")
    #expect(
      early.report == [
        "3: what is given belongs to a consultation; write 'consult NAME' above | got: yes"
      ])
    let late = self.replay("consult look\n? spots\n> no\ngiven watered: 2026-03-01\n")
    #expect(late.report == ["6: what is given stands before the first question"])
  }

  private func replay(_ body: String) -> Replay {
    let text = "patchwise transcript 1\nknowledge garden\n" + body
    return Replay(Transcript(text, named: "a.transcript"), with: knowledge)
  }

  /// A look at the plant.
  private static func look(_ spots: String, _ expected: String, asks isAsked: Bool = true) -> String
  {
    "consult look\n? spots\n> \(spots)\n" + (isAsked ? "? watered\n> today\n" : "")
      + "= care: \(expected)\n"
  }

  @Test("a second 'consult' begins anew, with the earlier ones of its kind as readings")
  func readings() {
    let yes = Self.look("yes", "watch", asks: false)
    let no = Self.look("no", "watch", asks: false)
    let spread = Self.look("yes", "cut-back", asks: false)
    #expect(replay("@ 2026-03-02\n" + yes + "@ +1 day\n" + spread).report == [])
    #expect(replay("@ 2026-03-02\n" + yes + spread + yes).failures.map(\.line) == [15])
    // Now nothing can be more cautious, and so nothing is asked.
    let settled = "consult look\n= care: watch\n= not asked: spots\n"
    #expect(
      replay("@ 2026-03-02\n" + yes + no + settled + "consult move\n? pot\n> no\n").report == [])
    #expect(replay("@ 2026-03-02\n" + Self.look("no", "leave") + yes + spread).report == [])
  }

  @Test("consultations of another kind between them are no readings")
  func otherKinds() {
    let move = "consult move\n? pot\n> yes\n= place: move\n"
    let yes = Self.look("yes", "watch", asks: false)
    let spread = Self.look("yes", "cut-back", asks: false)
    let result = replay("@ 2026-03-02\n" + move + yes + move + spread)
    #expect(result.report == [])
    #expect(result.asked.map(\.name) == ["pot", "spots", "pot", "spots"])
    #expect(result.dialogue?.earlier.map(\.kind.id.name) == ["move", "look", "move"])
  }

  @Test("the clock goes on, and what moves it between two sittings is for the second")
  func clock() {
    let first =
      "@ 2026-03-02 10:00\nconsult look\n? spots\n> no\n? watered\n> today\n= care: leave\n"
    let second = "? spots\n> no\n? watered\n> 2026-03-02\n"
    #expect(replay(first + "@ +4 days\nconsult look\n" + second + "= care: watch\n").report == [])
    #expect(replay(first + "consult look\n@ +4 days\n" + second + "= care: watch\n").report == [])
    #expect(replay(first + "consult look\n" + second + "= care: leave\n").report == [])
    // Before the expectations it is for the first.
    let late = first.replacing("= care: leave", with: "@ +4 days\n= care: watch")
    #expect(replay(late + "consult look\n" + second + "= care: watch\n").report == [])
  }

  @Test("each sitting has its own questions, expectations and failures")
  func failures() {
    let body = """
      @ 2026-03-02
      consult look
      ? spots
      > yes
      ? pot
      > no
      = care: leave
      = not asked: spots
      consult move
      = asked: spots
      = place: stay
      ? pot
      > yes
      consult lok
      ? spots
      > no

      """
    #expect(
      replay(body).report == [
        "7: 'pot' was never asked",
        "9: this did not come out | expected: care: leave | got: care: watch",
        "10: this did not come out | expected: not asked: spots | got: it was asked",
        "12: this did not come out | expected: asked: spots | got: it was not asked",
        "13: this did not come out | expected: place: stay | got: place: move",
        "16: there is no consultation 'lok'; did you mean 'look'? | got: look, move",
      ])
    #expect(
      replay("consult move\n? pot\n> yes\nconsult look\n").report == [
        "6: question 'spots' was asked, and the transcript has no answer to it"
      ])
  }

  @Test("accepting rewrites every sitting")
  func accepts() {
    let right =
      "@ 2026-03-02\n" + Self.look("yes", "watch", asks: false)
      + Self.look("yes", "cut-back", asks: false)
    let wrong = right.replacing("watch", with: "leave").replacing("cut-back", with: "watch")
    #expect(replay(wrong).accepted.text.hasSuffix(right))
  }

  @Test("all sittings count for what is exercised")
  func coverage() {
    var coverage = Coverage(of: knowledge)
    let yes = Self.look("yes", "watch", asks: false)
    coverage.add(
      replay(
        "@ 2026-03-02\n" + yes + Self.look("yes", "cut-back", asks: false)
          + "consult move\n? pot\n> no\n"))
    #expect(
      coverage.gaps.map(\.message) == [
        "rule 'had-spots' decides nothing", "rule 'dry' decides nothing",
        "rule 'pot' decides nothing", "'no' is never answered to question 'spots'",
        "'yes' is never answered to question 'pot'",
        "level 'leave' of scale 'care' is never reached",
        "level 'move' of scale 'place' is never reached",
      ])
  }
}
