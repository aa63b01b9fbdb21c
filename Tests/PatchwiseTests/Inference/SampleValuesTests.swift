import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Values to try")
struct SampleValuesTests {
  /// The values that are tried of a question which is not sure, if a condition rests on it.
  private func samples(
    _ question: Question, _ condition: AuthoredText, at now: Moment? = nil
  ) throws -> SampleValues {
    var consultation = try Knowledge.tiny(
      questions: [question], rules: [.of("r", when: condition, advise: ["tip"])],
      advice: [.of("tip")]
    ).begin(at: now)
    try consultation.answer(question.id, .unsure)
    return SampleValues(
      of: question, among: consultation.relevance.unsureTests[0] ?? [],
      optionCount: consultation.knowledge.names.options[0].count, at: now)
  }

  private func numbers(_ samples: SampleValues) -> [Double] {
    samples.values.compactMap { if case .number(let number) = $0 { number } else { nil } }
  }

  private func masks(_ samples: SampleValues) -> [UInt64] {
    samples.values.compactMap { if case .options(let mask) = $0 { mask } else { nil } }
  }

  @Test("options are tried one by one where one is chosen")
  func one() throws {
    let samples = try samples(.one("skin", ["dry", "oily", "raw"]), "skin is raw")
    #expect(masks(samples) == [1, 2, 4])
    #expect(samples.isComplete)
  }

  @Test("all sets of the tested options are tried where several are chosen")
  func any() throws {
    let signs = Question.any("signs", ["red", "hot", "wet", "numb"])
    let samples = try samples(
      signs, "at least 2 of (signs includes red, signs includes wet, signs includes numb)")
    #expect(masks(samples) == [0, 1, 4, 5, 8, 9, 12, 13])
    #expect(samples.isComplete)
  }

  @Test("of many options none, each, those named together and any two are tried, as far as it goes")
  func many() throws {
    let names = (0..<20).map { "o\($0)" }
    let named = names.prefix(3).joined(separator: ", ")
    let samples = try samples(
      .any("signs", names),
      AuthoredText(
        "signs includes all of (\(named)) or signs includes any of (\(names.joined(separator: ", ")))"
      ))
    #expect(!samples.isComplete)
    #expect(masks(samples).count == SampleValues.limit)
    let singles = (0..<20).map { UInt64(1) << UInt64($0) }
    #expect(Array(masks(samples).prefix(22)) == [0] + singles + [7])
  }

  @Test("numbers are tried at thresholds, between them and at the ends of the range")
  func number() throws {
    let samples = try samples(
      .number("age", 0...99), "age at least 18 and not age between 0.5 and 1")
    #expect(numbers(samples) == [0, 0.5, 1, 18, 99, 0.25, 0.75, 9.5, 58.5])
    #expect(samples.isComplete)
  }

  @Test("lengths of time are whole seconds, however long")
  func duration() throws {
    let since = Question(
      id: "since", ask: "?",
      domain: .duration(TimeSpan(seconds: 0)...TimeSpan(seconds: 315_360_000_000)))
    let samples = try samples(since, "since more than 1 second")
    #expect(numbers(samples) == [0, 1, 315_360_000_000, 157_680_000_000])
  }

  @Test("days are tried around those that tests tell apart, if the clock is known")
  func date() throws {
    let now = Moment(seconds: 100 * 86_400 + 3_600)
    let samples = try samples(
      .date("last"), "last less than 3 days ago and last more than 1 hour ago", at: now)
    #expect(numbers(samples).map { $0 / 86_400 } == [96, 97, 98, 99, 100, 101])
    #expect(try self.samples(.date("last"), "last less than 3 days ago").values.isEmpty)
  }
}
