import Patchwise
import PatchwiseYAML
import Testing

/// The examples of the article on the knowledge language, put together to one file.
@Suite("The knowledge language")
struct LanguageTests {
  private let knowledge: Knowledge

  init() {
    let files = KnowledgeFiles("knowledge.yaml") { _ in Array(Fixture.wholeLanguage.utf8) }
    let problems = Fixture.problems(files)
    if !problems.isEmpty { Issue.record("\(Fixture.rendered(problems, files))") }
    knowledge = files.knowledge
  }

  @Test("The head of the root file")
  func head() throws {
    #expect(knowledge.id == "exosome-serum")
    #expect(knowledge.title == "Exosome serums")
    #expect(knowledge.version == "1.10")
    #expect(knowledge.neverSay == ["cure", "for ever"])
    #expect(knowledge.notUnderstood == ["Call somebody."])
    #expect(knowledge.welcome == ["This informs; it does not diagnose.", "no"])
    let review = try #require(knowledge.reviews.first)
    #expect(review.by == "A. Clinician" && review.covers == "rules on emergencies")
    #expect(review.on.day == "2026-11-01")
  }

  @Test("A question with all its keys")
  func question() throws {
    let question = try #require(knowledge.questions.first)
    #expect(question.id == "skin-problems")
    #expect(question.ask == "Is anything going on with the skin where you would use it?")
    #expect(question.short == "skin problems")
    #expect(question.unsure == .any)
    #expect(question.askedWhen == "wants-serum")
    #expect(question.inDoubt == .skip)
    #expect(question.noneWords == ["all clear"])
    #expect(question.plainer == "Is any of it red or open?")
    #expect(knowledge.questions.dropFirst().allSatisfy { $0.inDoubt == .ask })
    #expect(question.why == "Broken skin lets more through and reacts more.")
    #expect(question.help == "Look in daylight.")
    #expect(question.changes == .inTime)
    #expect(question.sources == ["aad-2021"])
    #expect(
      question.domain
        == .any([
          Question.Option(
            id: "eczema", label: "Eczema that is itchy or flaring now",
            also: ["dermatitis", "atopic"]),
          Question.Option(id: "broken", label: "Cuts or raw skin", isWarning: true),
          Question.Option(id: "pimple", label: "One or two pimples"),
        ]))
  }

  @Test("What the other questions can choose")
  func domains() {
    let domains = Dictionary(uniqueKeysWithValues: knowledge.questions.map { ($0.id, $0) })
    #expect(domains["wants-serum"]?.domain == .yesNo)
    #expect(domains["wants-serum"]?.unsure == .option("no"))
    #expect(
      domains["barrier"]?.domain
        == .one(
          [
            Question.Option(id: "intact", label: "Intact"),
            Question.Option(id: "dry", label: "Dry"),
          ],
          ordered: true))
    #expect(domains["barrier"]?.cautiousEnd == .last)
    #expect(domains["age"]?.cautiousEnd == nil)
    #expect(domains["age"]?.domain == .number(0...120, unit: "years"))
    #expect(domains["age"]?.unsure == .refused)
    let tenYears = TimeSpan(seconds: 10 * 365 * 86_400)
    #expect(domains["eczema-calm-for"]?.domain == .duration(TimeSpan(seconds: 0)...tenYears))
    #expect(domains["last-time"]?.domain == .date)
    #expect(domains["label"]?.domain == .ingredients(["label-words"]))
  }

  @Test("Sections, consultations and scales")
  func scales() throws {
    #expect(knowledge.sections.first?.title == "First things first")
    #expect(knowledge.consultations.first?.also == ["try", "new serum"])
    #expect(knowledge.consultations.first?.hints == ["keen & serum"])
    #expect(knowledge.consultations.first?.decides == ["fit", "patch-test", "care"])
    let scales = knowledge.scales
    #expect(scales.map(\.id) == ["fit", "care", "sensitivity", "patch-test"])
    #expect(scales.map(\.isHint) == [false, false, true, false])
    #expect(scales.map(\.otherwise) == ["optional-extra", "none", nil, "standard"])
    #expect(scales[0].levels[0].also == ["try it"])
    #expect(scales[0].levels[0].say == ["It may feel nice."])
    #expect(scales[0].levels[1].say == ["Wait until your skin is calm.", "Then ask again."])
    #expect(scales[1].levels.map(\.endsConsultation) == [false, false, true])
    #expect(scales[1].levels.map(\.isToldAtOnce) == [false, true, false])
    #expect(scales[2].levels.map(\.id) == ["low", "moderate", "high"])
    #expect(scales[3].levels.map(\.plan) == ["standard", nil, nil])
  }

  @Test("Rules, tables, definitions and promises")
  func rules() throws {
    let rule = try #require(knowledge.rules.first)
    #expect(rule.id == "active-eczema")
    #expect(rule.when == "inflamed" && rule.unless == "eczema-calm-for at least 4 weeks")
    #expect(
      rule.raises == [Rule.Raise("fit", to: "not-now"), Rule.Raise("patch-test", to: "wait")])
    #expect(rule.advises == ["calm-skin-first"])
    #expect(
      knowledge.rules.map(\.id).suffix(2) == ["protocol/low/intact", "protocol/at-least-high/any"])
    #expect(
      knowledge.definitions.first?.condition == "skin-problems includes any of (eczema, broken)")
    #expect(knowledge.promises.first?.then == "fit is not-now")
    #expect(knowledge.promises.first?.consultations == ["fit"])
  }

  @Test("Advice, plans, topics, alarms, hints and lexicons")
  func advice() throws {
    let advice = try #require(knowledge.advice.first)
    #expect(advice.place == .instead && advice.order == 10)
    #expect(knowledge.advice.map(\.place) == [.instead, .scale("care"), .general])
    #expect(
      advice.onlyAt == [
        Advice.Limit("fit", to: ["not-now"]), Advice.Limit("patch-test", to: ["extended", "wait"]),
      ])
    #expect(knowledge.advice.map(\.order) == [10, 100, 100])
    let plan = try #require(knowledge.plans.first)
    #expect(plan.steps.map(\.sources) == [[], ["A-AAD-1"]])
    #expect(plan.readings.map(\.at.seconds) == [3_600])
    #expect(plan.readings.first?.within?.seconds == 7_200)
    #expect(plan.readings.first?.lookFor == ["Raised itchy patches at the spot"])
    #expect(plan.stopSigns == ["Blisters or swelling"])
    #expect(plan.lasts?.seconds == 604_800 && plan.watch?.seconds == 345_600)
    #expect(
      plan.followUp
        == Plan.FollowUp(
          "fit", answers: [.init("wants-serum", "yes")], since: "eczema-calm-for",
          duringSteps: [.init("wants-serum", "yes")], duringWatch: [.init("wants-serum", "no")],
          sinceSteps: "eczema-calm-for",
          late: [.init("wants-serum", "no")], ends: [.init("fit", to: "not-now")],
          reaches: [.init("fit", to: "optional-extra")],
          learnt: [.init("wants-serum", "no")], compares: ["skin-problems"],
          again: .init(
            after: .init(seconds: 86_400), from: [.init("fit", to: "not-now")],
            answers: [.init("wants-serum", "no")]),
          between: .init("fit", answers: [.init("wants-serum", "yes")])))
    #expect(plan.then == "Next, a small area by the jaw for three days.")
    #expect(knowledge.topics.first?.verdict == .myth)
    #expect(knowledge.topics.first?.consultations == ["fit"])
    #expect(knowledge.topics.first?.askedAs == ["are they fda approved", "is it approved"])
    #expect(knowledge.alarms.first?.raises == [Rule.Raise("care", to: "emergency")])
    #expect(knowledge.alarms.first?.phrases == ["throat is closing", "cannot breathe"])
    #expect(knowledge.alarms.first?.doubtful == ["lump in throat"])
    #expect(knowledge.alarms.first?.advises == ["look-out"])
    #expect(
      knowledge.hints == [Hint("wants-serum", "yes", phrases: ["fancy | keen & serum"])])
    #expect(knowledge.lexicons.first?.tags.first?.names == ["Parfum", "Fragrance", "Aroma"])
    #expect(knowledge.lexicons.first?.tags.first?.phrases == ["smells of …"])
  }

  @Test("A source with all its keys")
  func source() throws {
    let source = try #require(knowledge.sources.first)
    #expect(source.evidence == .guideline && source.seen == .found && source.year == 2021)
    #expect(source.publisher == "American Academy of Dermatology")
    #expect(source.address == "https://example.org/page")
    #expect(source.reviewed?.day == "2026-11-01" && source.reviewBy?.day == "2027-11-01")
    #expect(source.note == "Seen in a press copy.")
    #expect(source.facts.map(\.id) == ["A-AAD-1", "A-AAD-1b", "A-AAD-1c"])
    #expect(source.facts.map(\.seen) == [.found, .recalled, .rule])
  }
}
