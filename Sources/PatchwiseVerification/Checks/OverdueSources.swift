import Patchwise

/// Looks for sources that were to be reviewed by a day that is past.
struct OverdueSources: Check {
  let today: Moment

  func diagnostics(of base: KnowledgeBase) -> [Diagnostic] {
    base.knowledge.sources.compactMap { source in
      // Only days count, and written year first they are ordered like the texts.
      guard let day = source.reviewBy?.day, day < today.day else { return nil }
      return Diagnostic(
        .overdueSource, severity: .warning,
        "source '\(source.id)' was to be reviewed by \(day)", at: source.id.location,
        help: "compare the knowledge with it, then set 'reviewed' and a later 'review by'")
    }
  }
}
