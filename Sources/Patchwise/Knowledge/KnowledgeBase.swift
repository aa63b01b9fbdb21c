/// All that is known of one subject, checked and ready to be consulted.
///
/// A knowledge base never changes. It can be shared by any number of consultations, on any thread, and
/// a copy costs no more than two references.
public struct KnowledgeBase: Sendable {
  @usableFromInline private(set) var contents: Contents
  /// What is worked out of it when it is first needed, and then shared by all its copies.
  package private(set) var derived = DerivedValues()

  /// The same knowledge for those who consult it: nothing that they read time and again is waited for.
  package var settled: KnowledgeBase {
    var settled = self
    settled.contents = contents.settled?.value ?? contents
    return settled
  }

  /// The same knowledge, with nothing worked out of it; what is kept among its derived values may hold it.
  package var bare: KnowledgeBase {
    var bare = self
    bare.derived = DerivedValues()
    return bare
  }

  /// What all copies share.
  @usableFromInline
  final class Contents: Sendable {
    @usableFromInline let knowledge: Knowledge
    let fingerprint: String
    let prepared: Late<Prepared>
    let hash: Late<Int>
    /// The same for those who consult, with all that consulting has already read and prepared.
    let settled: Late<Contents>?

    /// Holds knowledge that is prepared once it is used.
    init(_ knowledge: Knowledge, _ prepared: Late<Prepared>, fingerprint: String) {
      let hash = Late { knowledge.hashValue }
      (self.knowledge, self.prepared, self.hash) = (knowledge, prepared, hash)
      self.fingerprint = fingerprint
      settled = Late {
        let prepared = prepared.value
        var knowledge = knowledge
        knowledge.parts.settle()
        return Contents(knowledge, prepared, hash, fingerprint: fingerprint)
      }
    }

    /// Holds knowledge that has been prepared.
    init(_ knowledge: Knowledge, _ prepared: Prepared, _ hash: Late<Int>, fingerprint: String) {
      (self.knowledge, self.prepared, self.hash) = (knowledge, Late(prepared), hash)
      self.fingerprint = fingerprint
      settled = nil
    }
  }

  /// What consultations work with.
  final class Prepared: Sendable {
    let names: NameIndex
    let conditions: KnowledgeChecker.Conditions
    let program: Program

    init(_ knowledge: Knowledge, _ names: NameIndex, _ conditions: KnowledgeChecker.Conditions) {
      (self.names, self.conditions) = (names, conditions)
      program = Program(knowledge, names, conditions)
    }
  }

  /// Checks knowledge and makes it usable.
  ///
  /// - Parameters:
  ///   - knowledge: The knowledge.
  ///   - fingerprint: A sum over the files that it was read from; left out, it was made in memory.
  /// - Throws: `KnowledgeError` with all problems that were found.
  /// - Complexity: Proportional to the length of the knowledge.
  public init(_ knowledge: Knowledge, fingerprint: String = "") throws(KnowledgeError) {
    let checker = KnowledgeChecker(knowledge)
    guard checker.diagnostics.isEmpty else { throw KnowledgeError(checker.diagnostics) }
    contents = Contents(
      knowledge, Prepared(knowledge, checker.names, checker.conditions),
      Late { knowledge.hashValue }, fingerprint: fingerprint)
  }

  /// Takes knowledge that was checked before, and makes it usable once it is used.
  init(
    checked knowledge: Knowledge, _ conditions: Late<KnowledgeChecker.Conditions>,
    fingerprint: String
  ) {
    contents = Contents(
      knowledge, Late { Prepared(knowledge, NameIndex(knowledge), conditions.value) },
      fingerprint: fingerprint)
  }

  /// The knowledge as its authors wrote it.
  @inlinable public var knowledge: Knowledge { contents.knowledge }
  var names: NameIndex { contents.prepared.value.names }
  var conditions: KnowledgeChecker.Conditions { contents.prepared.value.conditions }
  var program: Program { contents.prepared.value.program }
  var fingerprint: String { contents.fingerprint }
  /// Tells one knowledge from another; the same for the same texts while the process runs.
  package var contentHash: Int { contents.hash.value }

  /// Returns what keeps knowledge from being used, in order of place.
  package static func problems(in knowledge: Knowledge) -> [Diagnostic] {
    KnowledgeChecker(knowledge).diagnostics
  }

  // MARK: Looking things up

  /// Returns the question with a name.
  public func question(_ id: Identifier<Question>) -> Question? {
    names.questions[id].map { knowledge.questions[$0] }
  }

  /// Returns the scale with a name.
  public func scale(_ id: Identifier<Scale>) -> Scale? {
    names.scales[id].map { knowledge.scales[$0] }
  }

  /// Returns the rule with a name.
  public func rule(_ id: Identifier<Rule>) -> Rule? {
    names.rules[id].map { knowledge.rules[$0] }
  }

  /// Returns the advice with a name.
  public func advice(_ id: Identifier<Advice>) -> Advice? {
    names.advice[id].map { knowledge.advice[$0] }
  }

  /// Returns the plan with a name.
  public func plan(_ id: Identifier<Plan>) -> Plan? {
    names.plans[id].map { knowledge.plans[$0] }
  }

  /// Returns the kind of consultation with a name.
  public func consultation(_ id: Identifier<ConsultationKind>) -> ConsultationKind? {
    names.consultations[id].map { knowledge.consultations[$0] }
  }

  /// Returns the source, or the fact of one, that a citation names.
  public func citation(_ id: Identifier<Citation>) -> Citation? {
    names.citations[id].map { place in
      let source = knowledge.sources[place.source]
      return Citation(source: source, fact: place.fact.map { source.facts[$0] })
    }
  }

  /// Returns the options a question offers; yes and no have none of their own.
  ///
  /// For ingredients these are the tags of its lexicons.
  public func options(of question: Question) -> [Question.Option] {
    switch question.domain {
    case .one(let options, _), .any(let options): return options
    case .yesNo, .number, .duration, .date: return []
    case .ingredients(let lexicons):
      var seen: Set<Identifier<Question.Option>> = []
      return lexicons.compactMap { names.lexicons[$0] }
        .flatMap { knowledge.lexicons[$0].tags }
        .filter { seen.insert($0.id).inserted }
        .map { Question.Option(id: $0.id, label: $0.label) }
    }
  }

  /// Returns the sections of a consultation, in the order in which they are asked.
  public func sections(of kind: ConsultationKind) -> [Question.Section] {
    kind.sections.compactMap { names.sections[$0] }.map { knowledge.sections[$0] }
  }

  /// Reads a condition in the condition language, to ask a consultation whether it holds.
  ///
  /// - Throws: `KnowledgeError` with all that is wrong with the condition.
  public func condition(_ text: AuthoredText) throws(KnowledgeError) -> Condition {
    switch ConditionResolver(knowledge: knowledge, names: names).resolve(text) {
    case .success(let condition): return condition
    case .failure(let failure): throw KnowledgeError(failure.diagnostics)
    }
  }

  /// Returns the condition under which a rule holds, its `unless` included.
  public func condition(of rule: Rule) -> Condition {
    let (when, unless) = conditions(of: rule)
    return unless.map { .all([when, .not($0)]) } ?? when
  }

  /// Returns both conditions of a rule: it holds where the first does and the second doesn't.
  package func conditions(of rule: Rule) -> (when: Condition, unless: Condition?) {
    guard let place = names.rules[rule.id], let when = conditions.rules[place].when else {
      return (.any([]), nil)
    }
    return (when, conditions.rules[place].unless)
  }

  /// Returns the condition that a definition stands for.
  public func condition(of definition: Identifier<Definition>) -> Condition {
    names.definitions[definition].flatMap { conditions.definitions[$0] } ?? .any([])
  }

  /// Returns the condition under which a question applies; nothing if it always does.
  public func askedWhen(_ question: Identifier<Question>) -> Condition? {
    names.questions[question].flatMap { conditions.askedWhen[$0] }
  }

  /// Returns both conditions of a promise: whenever the first holds, so must the second.
  public func conditions(of promise: Promise) -> (whenever: Condition, then: Condition) {
    guard let place = knowledge.promises.firstIndex(where: { $0.id == promise.id }) else {
      return (.any([]), .all([]))
    }
    return (
      conditions.promises[place].whenever ?? .any([]), conditions.promises[place].then ?? .all([])
    )
  }

  /// Returns the condition under which advice is told: a rule gives it, beside the levels it is for.
  package func toldWhen(_ advice: Advice) -> Condition {
    let limits = advice.onlyAt.map { limit in
      Condition.test(.init(.scale(limit.scale), .isAny(of: limit.levels.map(\.name))))
    }
    return .all([.test(.init(.advice(advice.id), .isGiven))] + limits)
  }
}
