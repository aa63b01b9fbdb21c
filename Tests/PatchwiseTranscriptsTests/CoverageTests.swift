import Patchwise
import PatchwiseTranscripts
import PatchwiseYAML
import Testing

@Suite("What transcripts exercise")
struct CoverageTests {
  private let knowledge: KnowledgeBase

  init() throws {
    knowledge = try KnowledgeBase(
      yaml: """
        knowledge: tyre
        title: Can I ride on this tyre?
        version: 1.0.0
        questions:
          cut: { ask: Is there a cut?, choose: one, options: { whole: No, deep: Yes } }
          wear: { ask: Is it worn?, choose: yes-no }
          age: { ask: How old is it?, choose: number, range: 0 to 30 }
        sections:
          tyre: { questions: [cut, wear, age] }
        scales:
          ride: { levels: { go: , stop: { plan: walk } }, otherwise: go }
          state: { levels: [fine, poor], otherwise: fine }
        rules:
          deep-cut: { when: cut is deep, raise: { ride: stop }, because: It bursts., advise: [push] }
          poor: { when: state is poor, raise: { ride: stop }, because: It slips. }
          worn: { when: wear, raise: { state: poor }, because: It is worn. }
          old: { when: age at least 10, raise: { state: poor }, because: It is old. }
        advice:
          push: { say: Push it. }
        plans:
          walk: { title: Walk }
        topics:
          tubes: { title: Do I need a tube?, asked as: [need a tube], answer: No. }
        alarms:
          bang: { phrases: [tyre has burst], raise: { ride: stop } }
        consultations:
          ride: { title: Can I ride?, sections: [tyre], decides: [ride] }
        """)
  }

  private func gaps(_ bodies: String...) -> [String] {
    var coverage = Coverage(of: knowledge)
    for body in bodies {
      let text = "patchwise transcript 1\nknowledge tyre\n" + body
      let replay = Replay(Transcript(text, named: "a.transcript"), with: knowledge)
      #expect(replay.failures.isEmpty)
      coverage.add(replay)
    }
    return coverage.gaps.map(\.message)
  }

  @Test("everything is missing before anything was played")
  func nothing() {
    #expect(
      gaps() == [
        "rule 'deep-cut' decides nothing", "rule 'poor' decides nothing",
        "rule 'worn' decides nothing", "rule 'old' decides nothing",
        "'whole' is never answered to question 'cut'", "'deep' is never answered to question 'cut'",
        "'yes' is never answered to question 'wear'", "'no' is never answered to question 'wear'",
        "level 'go' of scale 'ride' is never reached",
        "level 'stop' of scale 'ride' is never reached",
        "advice 'push' is never told", "plan 'walk' is never shown",
        "topic 'tubes' is never asked for", "alarm 'bang' never sounds",
      ])
  }

  @Test("a rule is exercised if it decides, be it through an inner scale; one that may hold is not")
  func rules() {
    let worn = "? cut\n> whole\n? wear\n> yes\n"
    #expect(
      gaps(worn).prefix(2) == ["rule 'deep-cut' decides nothing", "rule 'old' decides nothing"])
    let unsure = "? cut\n> whole\n? wear\n> not sure\n? age\n> 3\n"
    #expect(
      gaps(unsure).prefix(4) == [
        "rule 'deep-cut' decides nothing", "rule 'poor' decides nothing",
        "rule 'worn' decides nothing", "rule 'old' decides nothing",
      ])
  }

  @Test("together, transcripts can exercise everything")
  func everything() {
    #expect(
      gaps(
        "? cut\n> deep\n",
        "? cut\n> whole\n? wear\n> need a tube\n> no\n? age\n> 20\n",
        "? cut\n> whole\n? wear\n> yes\n? anything-else\n> back\n? wear\n",
        "? cut\n> whole\n? wear\n> no\n? age\n> 2\n", "? cut\n> my tyre has burst\n"
      ).isEmpty)
  }

  @Test("what is missing has its place in the file")
  func places() {
    let lines = Coverage(of: knowledge).gaps.map(\.location?.line)
    #expect(lines.first == 14 && !lines.contains(nil))
  }
}
