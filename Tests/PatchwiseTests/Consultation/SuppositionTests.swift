import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Suppositions")
struct SuppositionTests {
  private static let knowledge = Knowledge.tiny(
    questions: [
      .any("signs", ["red", "sore"]), .number("age", 0...99),
      .yesNo("calm", askedWhen: "age at least 65"),
    ],
    scales: [
      .of("care", ["none", "see", "run"], otherwise: "none", ending: ["run"]),
      .of("fit", ["good", "no"], otherwise: "good"),
    ],
    rules: [
      .of("red", when: "signs includes red", raise: ["care": "run"]),
      .of("sore", when: "signs includes sore", raise: ["care": "see"]),
      .of("young", when: "age less than 18", raise: ["fit": "no"]),
      .of("old", when: "age at least 65 and not calm", raise: ["fit": "no"]),
    ])

  private func describe(_ standing: Supposition.Standing) -> String {
    switch standing {
    case .told(let level): level.id.name
    case .untold: "untold"
    case .between(let interval):
      "\(interval.floor?.id.name ?? "gap")...\(interval.ceiling?.id.name ?? "gap")"
    }
  }

  private func describe(_ supposition: Supposition) -> [String] {
    supposition.comparisons.map { "\($0.scale.id): \(describe($0.now)) → \(describe($0.then))" }
  }

  @Test("it sets the recommendation beside another one, and changes nothing")
  func beside() throws {
    var consultation = try Self.knowledge.begin()
    try consultation.answer("signs", .options([]))
    try consultation.answer("age", .number(40))
    let before = Conclusions(consultation)
    #expect(
      try describe(consultation.supposing(.number(17), to: "age"))
        == ["care: none → none", "fit: good → no"])
    #expect(
      try describe(consultation.supposing(.number(70), to: "age"))
        == ["care: none → none...none", "fit: good → good...no"])
    #expect(
      try describe(consultation.supposing(.options(["red"]), to: "signs"))
        == ["care: none → run", "fit: good → good"])
    #expect(Conclusions(consultation) == before)
    #expect(throws: AnswerRejection.self) { try consultation.supposing(.yes, to: "age") }
    #expect(throws: AnswerRejection.self) { try consultation.supposing(.yes, to: "nobody") }
  }

  @Test("while questions are open it says what would be possible")
  func open() throws {
    let consultation = try Self.knowledge.begin()
    #expect(
      try describe(consultation.supposing(.options(["sore"]), to: "signs"))
        == ["care: none...run → see...see", "fit: good...no → good...no"])
    #expect(
      try describe(consultation.supposing(.options(["red"]), to: "signs"))
        == ["care: none...run → run", "fit: good...no → untold"])
  }

  @Test("what a question can make certain is told for each option, and for ranges of numbers")
  func effects() throws {
    let consultation = try Self.knowledge.begin()
    let signs = consultation.effects(ofAnswering: "signs")
    #expect(signs.map(\.answers.answers) == [[.options(["red"])], [.options(["sore"])]])
    #expect(signs.map { $0.raises.map(\.level) } == [["run"], ["see"]])
    let ages = consultation.effects(ofAnswering: "age")
    #expect(ages.map { $0.raises.map(\.level) } == [["no"]])
    #expect(ages[0].answers.range?.lower == nil)
    #expect(ages[0].answers.range?.upper?.answer == .number(18))
    #expect(ages[0].answers.range?.upper?.isIncluded == false)
    #expect(consultation.effects(ofAnswering: "nobody").isEmpty)
  }

  @Test("what would be certain is so in every situation of random knowledge")
  func sound() throws {
    for seed in 0..<UInt64(Soak.rounds(300)) {
      let play = try AnsweredPlay(seed: seed)
      var begun = try Consultation(
        play.consultation.kind.id, in: play.base, at: play.consultation.now)
      for id in play.consultation.answered.prefix(1) {
        try begun.answer(id, #require(play.consultation.answer(to: id)))
      }
      guard let question = begun.nextQuestion else { continue }
      for effect in begun.effects(ofAnswering: question.id) {
        for answer in effect.answers.answers {
          var after = begun
          try after.answer(question.id, answer)
          var random = SplitMix64(seed: seed)
          for situation in play.situations(of: after).situations(atMost: 5, &random) {
            for raise in effect.raises {
              let levels = try #require(play.base.scale(raise.scale)).levels
              let level = try #require(levels.firstIndex { $0.id == raise.level })
              #expect(situation.level(of: raise.scale) ?? -1 >= level, "seed \(seed)")
            }
          }
        }
      }
    }
  }
}
