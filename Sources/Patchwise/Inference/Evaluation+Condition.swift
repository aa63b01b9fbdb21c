extension Evaluation {
  /// Returns what is known of a condition that is given in its readable form.
  func truth(of condition: Condition, in base: KnowledgeBase) -> Truth {
    switch condition {
    case .test(let test):
      return Program.node(test, base.names).map { truth(of: $0, in: base.program) } ?? .false
    case .definition(let id): return base.names.definitions[id].map { definitions[$0] } ?? .false
    case .not(let inner): return !truth(of: inner, in: base)
    case .all(let parts): return parts.reduce(.true) { $0 && truth(of: $1, in: base) }
    case .any(let parts): return parts.reduce(.false) { $0 || truth(of: $1, in: base) }
    case .atLeast(let count, let parts):
      let truths = parts.map { truth(of: $0, in: base) }
      if truths.count(where: { $0 == .true }) >= count { return .true }
      return truths.count(where: { $0 != .false }) >= count ? .open : .false
    }
  }
}
