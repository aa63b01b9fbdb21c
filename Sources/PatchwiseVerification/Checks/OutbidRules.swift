import Patchwise

/// Looks for rules that hold for some, whose levels others always raise further.
///
/// What a rule raises counts where a consultation decides it or a condition looks at it.
struct OutbidRules: Check {
  let code = DiagnosticCode.outbidRule

  func findings(in subject: inout Subject) -> [Finding] {
    let base = subject.base
    let tested = Set(
      base.writtenConditions.flatMap(\.mentionedScales)
        + base.knowledge.advice.flatMap(\.onlyAt).map(\.scale))
    var found: [Finding] = []
    for rule in base.knowledge.rules where rule.advises.isEmpty {
      var outbidAt: Int?
      var decides = false
      for place in subject.situations.indices where !decides {
        let decided = subject.situations[place].kind.decides
        let raises = rule.raises.filter {
          decided.contains($0.scale) || tested.contains($0.scale)
        }
        let holds = subject.situations[place].literal(for: rule)
        guard !raises.isEmpty, subject.situations[place].allows([holds]) else { continue }
        outbidAt = place
        let reaches = subject.situations[place].literal(forReachingOnly: raises)
        decides = subject.situations[place].allows([holds, reaches], Claim(code, rule.id.name))
      }
      guard !decides, let outbidAt,
        let witness = subject.situations[outbidAt].witness(of: base.condition(of: rule))
      else { continue }
      found.append(
        Finding(
          Diagnostic(
            code, severity: .warning, "rule '\(rule.id)' never decides anything",
            at: rule.id.location, notes: [subject.note(on: witness)],
            help: "look for rules that raise these people further, or remove it"),
          witness: witness))
    }
    return found
  }
}

extension Situations {
  /// Returns what holds where some scale is at the level that is given for it, or below.
  fileprivate mutating func literal(forReachingOnly raises: [Rule.Raise]) -> Literal {
    var literals: [Literal] = []
    for raise in raises {
      guard let scale = base.scale(raise.scale),
        let level = scale.levels.firstIndex(where: { $0.id == raise.level })
      else { continue }
      literals.append(!literal(for: scale, atLeast: level + 1))
    }
    return circuit.or(literals)
  }
}
