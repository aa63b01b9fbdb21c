/// Something that takes any bytes and must neither crash nor contradict itself.
protocol Target: SendableMetatype {
  init() throws

  /// Takes an input, and ends the process if something is found.
  func take(_ input: [UInt8])
}

/// The targets by name.
let targets: [String: any Target.Type] = [
  "answers": AnswerTarget.self,
  "conditions": ConditionTarget.self,
  "decide": DecideTarget.self,
  "ingredients": IngredientTarget.self,
  "knowledge": KnowledgeTarget.self,
  "sittings": SittingTarget.self,
  "state": StateTarget.self,
  "transcripts": TranscriptTarget.self,
]

/// What stands there until a target is chosen.
struct NoTarget: Target {
  func take(_ input: [UInt8]) {}
}
