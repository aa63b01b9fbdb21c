extension Evaluation {
  /// Returns what is known of a condition that is given in its readable form.
  ///
  /// - Returns: Nothing if some part of it names what there is not, or makes no sense.
  func truth(of condition: Condition, in base: KnowledgeBase) -> Truth? {
    switch condition {
    case .test(let test):
      guard base.names.has(test) else { return nil }
      return Program.node(test, base.names).map { truth(of: $0, in: base.program) }
    case .definition(let id): return base.names.definitions[id].map { definitions[$0] }
    case .not(let inner): return truth(of: inner, in: base).map { !$0 }
    case .all(let parts): return truths(of: parts, in: base)?.reduce(.true) { $0 && $1 }
    case .any(let parts): return truths(of: parts, in: base)?.reduce(.false) { $0 || $1 }
    case .atLeast(let count, let parts):
      guard let truths = truths(of: parts, in: base) else { return nil }
      if truths.count(where: { $0 == .true }) >= count { return .true }
      return truths.count(where: { $0 != .false }) >= count ? .open : .false
    }
  }

  private func truths(of parts: [Condition], in base: KnowledgeBase) -> [Truth]? {
    let truths = parts.compactMap { truth(of: $0, in: base) }
    return truths.count == parts.count ? truths : nil
  }
}

extension NameIndex {
  /// Whether all options or levels that a test names are ones of its subject.
  fileprivate func has(_ test: Condition.Test) -> Bool {
    let known: [String]
    switch test.subject {
    case .question(let id): known = questions[id].map { options[$0] } ?? []
    case .scale(let id): known = scales[id].map { levels[$0] } ?? []
    case .advice: return true
    }
    switch test.relation {
    case .isAny(let names), .includesAny(let names), .includesAll(let names):
      return names.allSatisfy(known.contains)
    case .compares, .isBetween, .passed, .isGiven: return true
    }
  }
}
