import Patchwise

/// Looks for rules that another rule makes needless: it holds wherever they do, and does as much.
///
/// A rule that others always raise further is reported as that.
struct RepeatedRules: Check {
  let code = DiagnosticCode.repeatedRule

  func findings(in subject: inout Subject) -> [Finding] {
    let rules = subject.base.knowledge.rules
    let effects = rules.map { Effect(of: $0, in: subject.base) }
    var found: [Finding] = []
    for (place, rule) in rules.enumerated() {
      for (otherPlace, other) in rules.enumerated()
      where place != otherPlace && effects[otherPlace].includes(effects[place]) {
        guard subject.implies(rule, other, code) else { continue }
        let isSame = effects[place] == effects[otherPlace] && subject.implies(other, rule, code)
        // Of two rules that are the same only the second is reported.
        if isSame, otherPlace > place { continue }
        guard let witness = subject.witness(of: subject.base.condition(of: rule)) else { continue }
        found.append(
          Finding(
            Diagnostic(
              code, severity: .warning,
              "rule '\(rule.id)' \(isSame ? "says the same as" : "adds nothing to") rule '\(other.id)'",
              at: rule.id.location,
              notes: [
                Diagnostic.Note("that one is here", at: other.id.location),
                subject.note(on: witness),
              ],
              help: "make one rule of them, or correct the condition of one"),
            witness: witness))
        break
      }
    }
    return found
  }
}

/// What a rule does where it holds.
private struct Effect: Equatable {
  /// For each scale of the knowledge, the level it is raised to, from 0; nothing if it isn't raised.
  var levels: [Int?]
  var advises: Set<Identifier<Advice>>

  init(of rule: Rule, in base: KnowledgeBase) {
    advises = Set(rule.advises)
    levels = base.knowledge.scales.map { scale in
      rule.raises.first { $0.scale == scale.id }.flatMap { raise in
        scale.levels.firstIndex { $0.id == raise.level }
      }
    }
  }

  /// Whether it brings all of what another one does, and does not only raise everything further.
  func includes(_ other: Effect) -> Bool {
    var bringsTheSame = !other.advises.isEmpty
    for (own, other) in zip(levels, other.levels) {
      guard let other else { continue }
      guard let own, own >= other else { return false }
      if own == other { bringsTheSame = true }
    }
    return bringsTheSame && advises.isSuperset(of: other.advises)
  }
}

extension Subject {
  /// Returns whether a rule holds for somebody, and another one for everybody for whom it does.
  fileprivate mutating func implies(_ rule: Rule, _ other: Rule, _ code: DiagnosticCode) -> Bool {
    let claim = Claim(code, "\(rule.id)-\(other.id)")
    var holds = false
    for place in situations.indices {
      let rule = situations[place].literal(for: rule)
      // Where it can't hold it implies anything, and that shows nothing.
      guard situations[place].allows([rule]) else { continue }
      holds = true
      let other = situations[place].literal(for: other)
      if situations[place].allows([rule, !other], claim) { return false }
    }
    return holds
  }
}
