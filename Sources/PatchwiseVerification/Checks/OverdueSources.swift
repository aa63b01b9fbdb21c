import Patchwise

/// Looks for sources that were to be reviewed by a day that is past.
struct OverdueSources: Check {
  let code = DiagnosticCode.overdueSource

  func findings(in subject: inout Subject) -> [Finding] {
    guard let today = subject.today else { return [] }
    return subject.base.knowledge.sources.compactMap { source in
      // Only days count, and written year first they are ordered like the texts.
      guard let day = source.reviewBy?.day, day < today.day else { return nil }
      return Finding(
        Diagnostic(
          .overdueSource, severity: .warning,
          "source '\(source.id)' was to be reviewed by \(day)", at: source.id.location,
          help: "compare the knowledge with it, then set 'reviewed' and a later 'review by'"))
    }
  }
}
