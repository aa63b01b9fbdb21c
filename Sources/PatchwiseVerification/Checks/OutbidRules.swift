import Patchwise

/// Looks for rules that hold for some, whose levels others always raise further.
///
/// What a rule raises counts where a consultation decides it or a condition looks at it.
struct OutbidRules: Check {
  let code = DiagnosticCode.outbidRule
  /// How many rules for the same level are looked at together.
  private static let lookahead = 200

  func findings(in subject: inout Subject) -> [Finding] {
    let base = subject.base
    let tested = Set(
      base.writtenConditions.flatMap(\.mentionedScales)
        + base.knowledge.advice.flatMap(\.onlyAt).map(\.scale))
    var found: [Finding] = []
    // One level after the other, since somebody who comes to a level often does so by several rules.
    let rules = base.knowledge.rules.filter { $0.advises.isEmpty && !$0.raises.isEmpty }
      .sorted { $0.raises[0].level < $1.raises[0].level }
    let holds = subject.situations.indices.map { place in
      rules.map { subject.situations[place].literal(for: $0) }
    }
    for (number, rule) in rules.enumerated() {
      let group = rules[number...].prefix(Self.lookahead).prefix { $0.raises[0] == rule.raises[0] }
      var outbidAt: Int?
      var decides = false
      for place in subject.situations.indices where !decides {
        let decided = subject.situations[place].kind.decides
        let raises = rule.raises.filter {
          decided.contains($0.scale) || tested.contains($0.scale)
        }
        guard !raises.isEmpty, subject.situations[place].allows([holds[place][number]]) else {
          continue
        }
        outbidAt = place
        let reaches = subject.situations[place].literal(forReachingOnly: raises)
        decides = subject.situations[place].allows(
          [reaches, holds[place][number]], wishing: holds[place][group.indices],
          Claim(code, rule.id.name))
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
