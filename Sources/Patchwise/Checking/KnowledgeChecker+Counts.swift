extension KnowledgeChecker {
  /// How many rules there can be, those of tables included.
  static let ruleLimit = 1_000_000
  /// How many there can be of everything else that has a name, of each kind.
  static let nameLimit = 100_000

  /// Looks whether there is more of something than can be worked with.
  mutating func checkCounts() {
    func check<Subject>(_ kind: String, _ ids: [Identifier<Subject>], _ limit: Int = Self.nameLimit)
    {
      guard ids.count > limit else { return }
      report(.tooMany, "there must not be more than \(limit) \(kind)", at: ids[limit].location)
    }
    check("questions", knowledge.questions.map(\.id))
    check("definitions", knowledge.definitions.map(\.id))
    check("scales", knowledge.scales.map(\.id))
    check("rules", knowledge.rules.map(\.id), Self.ruleLimit)
    check("pieces of advice", knowledge.advice.map(\.id))
    check("plans", knowledge.plans.map(\.id))
    check("topics", knowledge.topics.map(\.id))
    check("alarms", knowledge.alarms.map(\.id))
    check("lexicons", knowledge.lexicons.map(\.id))
    check("sections", knowledge.sections.map(\.id))
    check("consultations", knowledge.consultations.map(\.id))
    check("promises", knowledge.promises.map(\.id))
    check("sources", knowledge.sources.map(\.id))
  }
}
