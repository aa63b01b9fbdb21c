import Patchwise

/// One thing that verification looks for.
protocol Check: Sendable {
  /// The code of what it finds.
  var code: DiagnosticCode { get }

  /// Returns what is suspicious, in any order.
  func findings(in subject: inout Subject) -> [Finding]
}

/// One thing that verification looks for in what is written.
protocol TextCheck: Check {
  /// Returns what is suspicious, in any order.
  func diagnostics(of base: KnowledgeBase) -> [Diagnostic]
}

extension TextCheck {
  func findings(in subject: inout Subject) -> [Finding] {
    diagnostics(of: subject.base).map { Finding($0) }
  }
}

/// What checks look at.
struct Subject: Sendable {
  /// The knowledge.
  let base: KnowledgeBase
  /// The day on which it is looked at, if that counts.
  let today: Moment?
  /// The situations of each consultation; what one check builds of them stays for the next.
  var situations: [Situations]

  init(_ base: KnowledgeBase, today: Moment?, isProving: Bool, budget: Int) {
    self.base = base
    self.today = today
    situations = base.knowledge.consultations.map {
      Situations(of: $0, in: base, isProving: isProving, budget: budget)
    }
  }
}
