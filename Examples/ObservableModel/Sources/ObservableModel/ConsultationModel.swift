public import Observation
public import Patchwise

/// A consultation as a view shows it: one question at a time, and the recommendation in the end.
///
/// ```swift
/// struct ConsultationView: View {
///   @State var model: ConsultationModel
///
///   var body: some View {
///     ProgressView(value: model.progress)
///     if let question = model.question {
///       Text(question.ask.string)
///       ForEach(model.choices) { choice in
///         Button(choice.label) { model.choose(choice) }
///       }
///     }
///   }
/// }
/// ```
@MainActor
@Observable
public final class ConsultationModel {
  /// Something that can be chosen at the present question.
  public struct Choice: Hashable, Identifiable, Sendable {
    /// The option.
    public let id: Identifier<Question.Option>
    /// What is written on it.
    public let label: String
    /// What is written below it.
    public let help: String?
    /// Whether it is chosen, where several can be.
    public let isChosen: Bool
  }

  /// The consultation as it stands.
  public private(set) var consultation: Consultation
  /// What it comes to, once nothing is left to ask.
  public private(set) var recommendation: Recommendation?
  /// What was wrong with the last answer, as a sentence.
  public private(set) var problem: String?
  private var chosen: [Identifier<Question.Option>] = []
  private var past: [Consultation] = []

  /// Shows a consultation, which may have begun already.
  public init(_ consultation: Consultation) {
    self.consultation = consultation
    recommendation = consultation.recommendation
  }

  // MARK: What a view shows

  /// The question to put; nothing once there is a recommendation.
  public var question: Question? { consultation.nextQuestion }

  /// What can be chosen at the question; nothing where a number or a time is asked for.
  public var choices: [Choice] {
    guard let question else { return [] }
    if case .yesNo = question.domain {
      return [
        Choice(id: "yes", label: "Yes", help: nil, isChosen: false),
        Choice(id: "no", label: "No", help: nil, isChosen: false),
      ]
    }
    return consultation.knowledge.options(of: question).map {
      Choice(
        id: $0.id, label: $0.label.string, help: $0.help?.string, isChosen: chosen.contains($0.id))
    }
  }

  /// Whether several choices can be chosen, which `confirm` then takes together.
  public var takesSeveral: Bool { question?.domain.takesSeveral ?? false }

  /// Whether *not sure* is an answer.
  public var takesUnsure: Bool { question.map { $0.unsure != .refused } ?? false }

  /// How much of what may be asked was answered, from 0 to 1; an answer can make it leap ahead.
  public var progress: Double {
    let answered = Double(consultation.answered.count)
    let open = Double(consultation.openQuestions.count)
    return open == 0 ? 1 : answered / (answered + open)
  }

  /// Whether there is an answer to take back.
  public var canGoBack: Bool { !past.isEmpty }

  // MARK: What a person does

  /// Answers with a choice, or chooses it or not where several can be chosen.
  public func choose(_ choice: Choice) {
    guard takesSeveral else { return answer(.option(choice.id)) }
    if let place = chosen.firstIndex(of: choice.id) {
      chosen.remove(at: place)
    } else {
      chosen.append(choice.id)
    }
  }

  /// Answers with all that is chosen; with none of them, if nothing is.
  public func confirm() { answer(.options(chosen)) }

  /// Answers the question.
  ///
  /// What it does not take is a `problem`, and nothing else changes.
  public func answer(_ answer: Answer) {
    guard let question else { return }
    var next = consultation
    do {
      try next.answer(question.id, answer)
      past.append(consultation)
      show(next)
    } catch {
      problem = error.description
    }
  }

  /// Takes the last answer back.
  public func back() {
    guard let last = past.popLast() else { return }
    show(last)
  }

  private func show(_ next: Consultation) {
    consultation = next
    recommendation = next.recommendation
    (chosen, problem) = ([], nil)
  }
}
