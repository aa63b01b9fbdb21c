import Patchwise

/// Looks for pairs of rules that hold for the same people and do the same.
struct RepeatedRules: Check {
  let code = DiagnosticCode.repeatedRule

  /// What a rule does where it holds.
  private struct Effect: Hashable {
    var raises: Set<Rule.Raise>
    var advises: Set<Identifier<Advice>>

    init(_ rule: Rule) {
      raises = Set(rule.raises)
      advises = Set(rule.advises)
    }
  }

  func findings(in subject: inout Subject) -> [Finding] {
    var found: [Finding] = []
    var earlier: [Effect: [Rule]] = [:]
    for rule in subject.base.knowledge.rules {
      let effect = Effect(rule)
      var first: Rule?
      for other in earlier[effect] ?? [] where first == nil {
        let claim = Claim(code, "\(other.id)-\(rule.id)")
        if !subject.canDiffer(other, rule, claim) { first = other }
      }
      guard let first else {
        earlier[effect, default: []].append(rule)
        continue
      }
      // Rules that hold for nobody are reported as that.
      guard let witness = subject.witness(of: subject.base.condition(of: rule)) else { continue }
      found.append(
        Finding(
          Diagnostic(
            code, severity: .warning, "rule '\(rule.id)' says the same as rule '\(first.id)'",
            at: rule.id.location,
            notes: [
              Diagnostic.Note("the first is here", at: first.id.location),
              subject.note(on: witness),
            ],
            help: "make one rule of them, or correct the condition of one"),
          witness: witness))
    }
    return found
  }
}

extension Subject {
  /// Returns whether one of two rules holds for anybody for whom the other does not.
  fileprivate mutating func canDiffer(_ first: Rule, _ second: Rule, _ claim: Claim) -> Bool {
    for place in situations.indices where situations[place].canDiffer(first, second, claim) {
      return true
    }
    return false
  }
}

extension Situations {
  fileprivate mutating func canDiffer(_ first: Rule, _ second: Rule, _ claim: Claim) -> Bool {
    let (first, second) = (literal(for: first), literal(for: second))
    // Where neither can hold they come to the same, and that shows nothing.
    guard allows([first]) || allows([second]) else { return false }
    // Most rules differ for somebody who was found already.
    if found.contain([first, !second]) || found.contain([!first, second]) { return true }
    let (one, other) = (circuit.and([first, !second]), circuit.and([!first, second]))
    return allows([circuit.or([one, other])], claim)
  }
}
