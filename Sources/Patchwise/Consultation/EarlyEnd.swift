/// How a consultation stands that ended before everything was asked.
struct EarlyEnd: Sendable {
  /// The decided scales that have certainly reached a level which ends the consultation.
  let scales: [Int]
  /// What the answers may bring without those to questions that were never asked.
  let outlook: Outlook
  /// For each scale, the level that is told; a gap where a question that matters was never asked.
  let levels: [Int]

  /// Works out what is told; nothing if the consultation has not ended early.
  init?(_ decided: [Int], _ knowledge: KnowledgeBase, _ evaluation: Evaluation) {
    scales = decided.filter { place in
      let floor = evaluation.levels[place].floor
      return knowledge.program.firstEnding[place].map { $0 <= floor } ?? false
    }
    guard !scales.isEmpty else { return nil }
    let outlook = Outlook(knowledge.program, evaluation)
    self.outlook = outlook
    let ending = Set(scales)
    levels = evaluation.levels.enumerated().map { place, levels in
      if ending.contains(place) { return outlook.ceilings[place] }
      var relevance = Relevance(knowledge.program, evaluation, leftOut: [])
      relevance.visit(scale: place)
      return relevance.questions.isEmpty ? levels.ceiling : LevelSet.gap
    }
  }
}
