import Testing

@testable import Patchwise

@Suite("What is said of rejections")
struct RejectionTests {
  private static let answers: [(AnswerRejection, String)] = [
    (.unknownQuestion("age"), "There is no question 'age' in this consultation."),
    (
      .wrongKind("cut", takes: .one([], ordered: false)), "Question 'cut' takes one of its options."
    ),
    (.wrongKind("marks", takes: .any([])), "Question 'marks' takes any of its options, or none."),
    (.wrongKind("wet", takes: .yesNo), "Question 'wet' takes 'yes' or 'no'."),
    (
      .outOfRange("gauge", takes: .number(0...2.5, unit: "bar")),
      "Question 'gauge' takes a number from 0 to 2.5 (bar)."
    ),
    (
      .outOfRange("age", takes: .number(0...99, unit: nil)),
      "Question 'age' takes a number from 0 to 99."
    ),
    (
      .outOfRange(
        "since", takes: .duration(TimeSpan(seconds: 3600)...TimeSpan(seconds: 172_800))),
      "Question 'since' takes a length of time from 1 hour to 2 days."
    ),
    (.wrongKind("bought", takes: .date), "Question 'bought' takes a day."),
    (
      .wrongKind("label", takes: .ingredients([])),
      "Question 'label' takes any of the tags of its lexicons, or none."
    ),
    (.unknownOption("torn", "cut"), "Question 'cut' has no option 'torn'."),
    (.unsureRefused("cut"), "Question 'cut' does not take 'not sure'."),
  ]

  @Test("an answer is rejected with what the question takes", arguments: answers)
  func answer(rejection: AnswerRejection, sentence: String) {
    #expect(rejection.description == sentence)
  }

  private static let states: [(StateRejection, String)] = [
    (
      .otherKnowledge("tyre", expected: "ladder"),
      "The consultation was held with the knowledge 'tyre', and this is 'ladder'."
    ),
    (
      .otherEdition(.init(version: "1.0.0"), expected: .init(version: "1.1.0")),
      "The consultation was held with version 1.0.0 of the knowledge, and this is 1.1.0."
    ),
    (
      .otherEdition(
        .init(version: "1.0.0", fingerprint: "a"), expected: .init(version: "1.0.0")),
      "The knowledge has changed since, although both are version 1.0.0."
    ),
    (
      .unknownConsultation(UnknownConsultation(id: "rid", known: ["ride", "buy"])),
      "There is no consultation 'rid'. Did you mean 'ride'?"
    ),
    (
      .unknownConsultation(UnknownConsultation(id: "sail", known: ["ride", "buy"])),
      "There is no consultation 'sail'. There is: ride, buy."
    ),
    (
      .rejected(.unsureRefused("cut")), "Question 'cut' does not take 'not sure'."
    ),
  ]

  @Test("a stored consultation is refused with the reason", arguments: states)
  func state(rejection: StateRejection, sentence: String) {
    #expect(rejection.description == sentence)
  }
}
