extension KnowledgeChecker {
  /// Looks for what has no parts, and for ranges that nothing can measure.
  mutating func checkShapes() {
    for scale in knowledge.scales where scale.levels.isEmpty {
      report(.emptyList, "scale '\(scale.id)' has no levels", at: scale.id.location)
    }
    for question in knowledge.questions {
      let place = question.id.location
      switch question.domain {
      case .one(let options, _) where options.isEmpty, .any(let options) where options.isEmpty:
        report(.emptyList, "question '\(question.id)' has no options", at: place)
      case .ingredients(let lexicons) where lexicons.isEmpty:
        report(.emptyList, "question '\(question.id)' reads no lexicon", at: place)
      case .number(let range, _) where !(range.upperBound - range.lowerBound).isFinite:
        report(.badRange, "the range of question '\(question.id)' has no end", at: place)
      case .duration(let range) where !Self.isMeasured(range):
        report(
          .badRange,
          "the range of question '\(question.id)' must be from nothing to ten thousand years",
          at: place)
      default: break
      }
    }
  }

  /// Whether all lengths of time of a range can be written in a condition.
  private static func isMeasured(_ range: ClosedRange<TimeSpan>) -> Bool {
    range.lowerBound.seconds >= 0 && TimeSpan(Double(range.upperBound.seconds), .second) != nil
  }
}
