import Patchwise

/// Looks for levels that no situation of any consultation leads to.
///
/// A level is not reported beside a rule for it that holds for nobody.
struct UnreachableLevels: Check {
  let code = DiagnosticCode.unreachableLevel

  func findings(in subject: inout Subject) -> [Finding] {
    let base = subject.base
    // An alarm leads there without any situation.
    let alarms = Set(base.knowledge.alarms.flatMap(\.raises))
    var found: [Finding] = []
    for scale in base.knowledge.scales {
      for level in scale.levels {
        let raise = Rule.Raise(scale.id, to: level.id)
        let test = Condition.test(.init(.scale(scale.id), .isAny(of: [level.id.name])))
        let rules = base.knowledge.rules.filter { $0.raises.contains(raise) }
        guard !alarms.contains(raise),
          !subject.isPossible(test, Claim(code, "\(scale.id)-\(level.id)")),
          rules.allSatisfy({ subject.isPossible(base.condition(of: $0)) })
        else { continue }
        found.append(
          Finding(
            Diagnostic(
              code, severity: .warning,
              "nobody comes to level '\(level.id)' of scale '\(scale.id)'",
              at: level.id.location ?? scale.id.location,
              help: help(on: level, of: scale, isRaised: !rules.isEmpty))))
      }
    }
    return found
  }

  /// A rule can't lead below the level that holds without any, nor to that one where others always do.
  private func help(on level: Scale.Level, of scale: Scale, isRaised: Bool) -> String {
    let names = scale.levels.map(\.id)
    // Where nothing is said for everybody else, the first level may be meant for them.
    if scale.otherwise == nil, level.id == names.first, !isRaised {
      return "say 'otherwise: \(level.id)' at the scale, or remove it"
    }
    let least = scale.otherwise.flatMap { names.firstIndex(of: $0) } ?? 0
    guard let place = names.firstIndex(of: level.id), place <= least,
      let otherwise = scale.otherwise
    else {
      return isRaised
        ? "narrow the rules that raise those people further, or remove it"
        : "add a rule that raises the scale to it, or remove it"
    }
    return place < least
      ? "say 'otherwise: \(level.id)' instead of '\(otherwise)', or remove it"
      : "look for a rule that always holds, or remove it"
  }
}
