/// Decides for hundreds of people at once, which costs hardly more than for one.
///
/// ```swift
/// let decider = try BatchDecider("fit", in: knowledge)
/// var sheet = decider.sheet
/// for (person, age) in ages.enumerated() {
///   sheet.give(try decider.prepare(.number(age), to: "age"), for: person)
/// }
/// sheet.decide()
/// print(ages.indices.map { sheet.interval(of: "fit", for: $0) })
/// ```
public final class BatchDecider: Sendable {
  let form: DecisionForm
  let network: GateNetwork
  /// What is read when all is worked out.
  let rules: [UInt32]
  let advice: [UInt32]
  /// For each scale and level, what rules it out; the first is the gap.
  let ruledOut: [[UInt32]]

  /// Prepares for decisions.
  ///
  /// - Parameters:
  ///   - id: The kind of consultation.
  ///   - knowledge: The knowledge base that decides.
  /// - Throws: `UnknownConsultation` if the knowledge base has no such kind.
  /// - Complexity: Proportional to the size of the knowledge.
  public init(
    _ id: Identifier<ConsultationKind>, in knowledge: KnowledgeBase
  ) throws(UnknownConsultation) {
    form = try DecisionForm(id, in: knowledge)
    var builder = DecisionBuilder<GateNetwork>(form)
    rules = builder.rules()
    advice = builder.advice()
    ruledOut = knowledge.knowledge.scales.indices.map { builder.ruledOut($0) }
    network = builder.network.sealed
  }

  /// The knowledge base that decides.
  public var knowledge: KnowledgeBase { form.knowledge }

  /// What the people came for.
  public var kind: ConsultationKind { form.kind }

  /// The places of the questions that are asked.
  package var askedQuestions: [Int] { form.inputs.indices.filter { form.inputs[$0].isAsked } }

  /// The places of the scales that are decided.
  package var decidedScales: [Int] { form.decided }

  /// A sheet without answers.
  public var sheet: BatchSheet { BatchSheet(self) }

  /// Checks an answer and looks it up, which is most of the work of giving it.
  ///
  /// - Parameters:
  ///   - answer: The answer; nothing stands for none, and takes back an earlier one.
  ///   - question: What was asked.
  ///   - now: What the clock says; without it, a date stands for every day.
  /// - Returns: The answer, to be given to a sheet.
  /// - Throws: `AnswerRejection` if the answer is not one that the question takes.
  public func prepare(
    _ answer: Answer?, to question: Identifier<Question>, at now: Moment? = nil
  ) throws(AnswerRejection) -> PreparedAnswer {
    try form.prepare(answer, to: question, at: now)
  }

  /// Prepares options of a question that takes several, a bit each.
  package func prepare(options: UInt64, to question: Int) -> PreparedAnswer {
    PreparedAnswer(question: question, value: form.inputs[question].value(.options(options), nil))
  }

  /// Prepares a number that a question takes.
  package func prepare(number: Double, to question: Int) -> PreparedAnswer {
    PreparedAnswer(
      question: question, value: form.inputs[question].value(.number(number), nil))
  }
}
