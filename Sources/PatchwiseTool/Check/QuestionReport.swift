import Patchwise
import PatchwiseVerification

/// How many questions random people are asked, as text.
struct QuestionReport {
  private let surveys: [QuestionSurvey]
  private let people: Int

  /// Describes what was counted.
  init(_ surveys: [QuestionSurvey], people: Int) {
    self.surveys = surveys
    self.people = people
  }

  /// The report; it ends with a line break.
  var text: String {
    """
    Figures of a sample: \(people) random \(people == 1 ? "person" : "people") in each consultation, \
    who answer everything. They are no
    shares of real people, and somebody else may be asked more.

    \(surveys.map(lines).joined(separator: "\n"))

    """
  }

  private func lines(_ survey: QuestionSurvey) -> String {
    let needless = survey.needless.map { question, count in
      "  \(question.id): \(count) asked though it could not matter"
    }
    let (average, most) = Self.figures(survey.counts)
    let (exactAverage, exactMost) = Self.figures(survey.exactCounts)
    return
      ([
        "\(survey.kind.id): \(average) questions on average, \(most) at most; "
          + "with exact asking \(exactAverage) and \(exactMost)"
      ] + needless).joined(separator: "\n")
  }

  /// The average, with two decimals, and the most.
  private static func figures(_ counts: [Int]) -> (average: String, most: Int) {
    let hundredths = (100 * counts.reduce(0, +) + counts.count / 2) / max(1, counts.count)
    let decimals = hundredths % 100
    return ("\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)", counts.max() ?? 0)
  }
}
