/// Looks through knowledge for everything that keeps it from being used.
///
/// All problems are found at once. A condition that could not be read is reported where it stands and
/// missing from the result.
struct KnowledgeChecker {
  let knowledge: Knowledge
  let names: NameIndex
  private var resolver: ConditionResolver
  let sortedCitations: [String]
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var conditions = Conditions()

  /// The conditions of knowledge, each with its names looked up, in the order of their owners.
  struct Conditions: Sendable {
    var askedWhen: [Condition?] = []
    var definitions: [Condition?] = []
    var rules: [(when: Condition?, unless: Condition?)] = []
    var promises: [(whenever: Condition?, then: Condition?)] = []
  }

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    names = NameIndex(knowledge)
    sortedCitations = names.citations.keys.map(\.name).sorted()
    resolver = ConditionResolver(knowledge: knowledge, names: names)
    // Nobody reads what else is wrong with a million names.
    checkCounts()
    guard diagnostics.isEmpty else { return }
    checkNames()
    checkShapes()
    checkReferences()
    readConditions()
    // A circle through a condition that was not read is found once it can be, and one through a name
    // that is taken may be none.
    if !diagnostics.contains(where: { $0.code == .duplicateName }) { checkCircles() }
    diagnostics = diagnostics.inReadingOrder()
  }

  /// Adds a problem.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at location: SourceLocation?,
    notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, message, at: location, notes: notes, help: help))
  }

  /// Adds a problem.
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Whether names are compared with an unknown one to find what was meant.
  ///
  /// That takes long, and nobody reads the cure of a problem that is not shown.
  var looksForMeaning: Bool { diagnostics.count < DiagnosticRenderer.limit }

  // MARK: Conditions

  private mutating func readConditions() {
    conditions.askedWhen = knowledge.questions.map { $0.askedWhen.flatMap { read($0) } }
    conditions.definitions = knowledge.definitions.map { read($0.condition) }
    conditions.rules = knowledge.rules.map { (read($0.when), $0.unless.flatMap { read($0) }) }
    conditions.promises = knowledge.promises.map { (read($0.whenever), read($0.then)) }
  }

  private mutating func read(_ text: AuthoredText) -> Condition? {
    resolver.looksForMeaning = looksForMeaning
    switch resolver.resolve(text) {
    case .success(let condition): return condition
    case .failure(let failure):
      diagnostics += failure.diagnostics
      return nil
    }
  }
}
