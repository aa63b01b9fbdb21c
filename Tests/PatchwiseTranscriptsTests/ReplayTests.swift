import Patchwise
import PatchwiseTranscripts
import PatchwiseYAML
import Testing

@Suite("Replay")
struct ReplayTests {
  private let knowledge: KnowledgeBase

  init() throws {
    knowledge = try KnowledgeBase(
      yaml: """
        knowledge: tyre
        title: Can I ride on this tyre?
        version: 1.0.0
        questions:
          cut:
            ask: Is there a cut in the tyre?
            choose: one
            options: { whole: No, shallow: A shallow one, deep: A deep one }
          pressure: { ask: What does the gauge show?, choose: number, range: 0 to 10, unit: bar }
        sections:
          tyre: { questions: [cut, pressure] }
        scales:
          ride:
            levels: { go: { title: Go }, pump: { title: Pump }, stop: { ends the consultation: yes } }
            otherwise: go
        rules:
          deep-cut: { when: cut is deep, raise: { ride: stop }, because: It can burst. }
          soft: { when: pressure less than 2 bar, raise: { ride: pump }, because: It gets pinched. }
        consultations:
          ride: { title: Can I ride?, sections: [tyre], decides: [ride] }
        """)
  }

  private func replay(_ body: String) -> Replay {
    let text = "# Why.\npatchwise transcript 1\nknowledge tyre\n" + body
    return Replay(Transcript(text, named: "a.transcript"), with: knowledge)
  }

  @Test("passes when everything comes out as written, in whatever order the questions come")
  func passes() {
    let result = replay(
      """
      ? pressure
      > 1.5
      ? cut
      > shalow
      > yes
        understood: shallow
      < → A shallow one
      ? anything-else
      > nonsense
      !
      = ride: pump
      = because: soft
      = not because: deep-cut
      = asked: pressure

      """)
    #expect(result.failures == [])
  }

  @Test(
    "says at its line what did not come out",
    arguments: [
      ("? cut\n> deep\n= ride: go\n", 6, "ride: go", "ride: stop"),
      ("? cut\n> deep\n= not asked: cut\n", 6, "not asked: cut", "it was asked"),
      ("? cut\n> deep\n  understood: whole\n", 6, "whole", "deep"),
      ("? cut\n> deep\n< He …never…\n", 6, "He …never…", "nothing like it"),
      ("? cut\n> deep\n!\n", 6, nil, "understood: deep"),
      ("? cut\n> deep\n= because: soft\n", 6, "because: soft", "it has no share"),
      ("? cut\n> deep\n? pressure\n> 3\n", 6, nil, nil),
      ("? cut\n> whole\n", 4, nil, nil),
      ("? cut\n> deep\n= ride: go … stop\n", 6, "ride: go … stop", "ride: stop"),
      ("? cut\n> deep\n= ride: fly … stop\n", 6, nil, nil),
      ("? cut\n> deep\n= because: nobody\n", 6, nil, nil),
      ("? cut\n> deep\nnonsense\n", 6, nil, nil),
    ] as [(String, Int, String?, String?)])
  func fails(body: String, line: Int, expected: String?, actual: String?) {
    let result = replay(body)
    #expect(result.failures.map(\.line) == [line])
    #expect(result.failures.first?.expected == expected)
    #expect(result.failures.first?.actual == actual)
  }

  @Test("accepting rewrites only what failed, and what is accepted passes")
  func accepts() {
    let result = replay(
      "? cut\n> deep\n  understood: whole\n# A comment.\n< … burst…\n= ride: go\n")
    #expect(
      result.accepted.text.hasSuffix(
        "? cut\n> deep\n  understood: deep\n# A comment.\n< … burst…\n= ride: stop\n"))
    let again = Replay(result.accepted, with: knowledge)
    #expect(
      again.failures.map(\.line) == result.failures.filter { $0.expected == "… burst…" }.map(\.line)
    )
    #expect(again.accepted == result.accepted)
  }

  @Test(
    "text that is read and printed is as it was",
    arguments: ["", "\n", "# a\n\n? b\n> c  d\n= e: f\n"])
  func lossless(text: String) {
    #expect(Transcript(text, named: "a").text == text)
  }

  @Test("another version, other knowledge and unknown consultations are told")
  func headers() {
    #expect(!Replay(Transcript("patchwise transcript 2\n", named: "a"), with: knowledge).passed)
    #expect(!Replay(Transcript("? cut\n> deep\n", named: "a"), with: knowledge).passed)
    #expect(!replay("knowledge boiler\n? cut\n> deep\n").passed)
    #expect(!replay("consult walk\n? cut\n> deep\n").passed)
  }
}
