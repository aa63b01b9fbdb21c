import Testing

@testable import Patchwise

@Suite("Writing an answer")
struct AnswerNotationTests {
  @Test(
    "a number is written in digits alone, from which the same is read again",
    arguments: [
      (0.00001, "0.00001"), (-0.000015, "-0.000015"), (1e-20, "0.00000000000000000001"),
      (1.234e-7, "0.0000001234"), (0.0001, "0.0001"), (2.5, "2.5"), (3, "3"), (-0.0, "0"),
      (999_999_999_999_999, "999999999999999"),
    ])
  func numbers(number: Double, text: String) {
    #expect(AnswerNotation.text(of: .number(number)) == text)
    #expect(Double(text) == number)
  }
}
