/// Decides for one person after the other, as fast as the machine can.
///
/// A consultation asks one question after the other and explains itself. A decider does neither: it takes
/// the answers there are and says what they come to, the same that a consultation says that has no
/// earlier readings. Make one for a kind of consultation and keep it; any number of threads can share it.
///
/// ```swift
/// let decider = try Decider("fit", in: knowledge)
/// let young = try decider.prepare(.number(16), to: "age")
/// var sheet = decider.sheet
/// sheet.give(young)
/// sheet.decide()
/// print(sheet.interval(of: "fit")?.ceiling?.id ?? "a gap")
/// ```
///
/// `BatchDecider` decides for hundreds of people at once.
public final class Decider: Sendable {
  let form: DecisionForm
  let crossings: Crossings
  /// For each rule, the place of its term, and for each piece of advice.
  let rules: [Int]
  let advice: [Int]
  /// For each scale, the levels that rules raise it to, from the most cautious.
  let levels: [[RaisedLevel]]
  /// For each scale, the level that needs no rule.
  let otherwise: [Int]

  /// A level, and the terms of all rules that raise a scale to it.
  struct RaisedLevel: Sendable {
    var level: Int
    var raisers: [Crossings.Terms]
  }

  /// Prepares for decisions.
  ///
  /// - Parameters:
  ///   - id: The kind of consultation.
  ///   - knowledge: The knowledge base that decides.
  /// - Throws: `UnknownConsultation` if the knowledge base has no such kind.
  /// - Complexity: Proportional to the size of the knowledge, and for each question to what it matters
  ///   to, times its options and thresholds.
  public init(
    _ id: Identifier<ConsultationKind>, in knowledge: KnowledgeBase
  ) throws(UnknownConsultation) {
    form = try DecisionForm(id, in: knowledge)
    var builder = DecisionBuilder<TermNetwork>(form)
    let (rules, advice) = (builder.rules(), builder.advice())
    let (crossings, places) = Crossings.made(of: builder.network)
    self.crossings = crossings
    self.rules = rules.map { places[Int($0 / 2)] }
    self.advice = advice.map { places[Int($0 / 2)] }
    otherwise = knowledge.program.otherwise
    let termsOfRules = self.rules
    levels = knowledge.program.raisers.map { raisers in
      Dictionary(grouping: raisers, by: \.level).sorted { $0.key > $1.key }.map { level, raisers in
        RaisedLevel(
          level: level, raisers: Crossings.Terms.of(raisers.map { termsOfRules[$0.rule] }))
      }
    }
  }

  /// The knowledge base that decides.
  public var knowledge: KnowledgeBase { form.knowledge }

  /// What the people came for.
  public var kind: ConsultationKind { form.kind }

  /// A sheet without answers.
  public var sheet: DecisionSheet { DecisionSheet(self) }

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
}
