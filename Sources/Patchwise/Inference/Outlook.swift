/// What the answers that were given may bring, whatever those would be that were not.
///
/// After an early end nothing else is asked. An answer of *not sure* then still stands for every value,
/// but a question that was never asked raises nothing: a rule counts if some values in place of *not
/// sure* would make it certain. The tables are Belnap's four-valued ones (A useful four-valued logic,
/// 1977), with *not sure* for both values and *never asked* for neither. Putting a value in place of a
/// *not sure* takes away from what can be made certain and adds nothing, so that knowing more never makes
/// what is told more cautious.
struct Outlook {
  /// Whether values in place of *not sure* can make a condition certainly hold, and certainly fail.
  struct Prospect: Hashable {
    var canHold: Bool
    var canFail: Bool

    static let unasked = Prospect(canHold: false, canFail: false)
    static let unsure = Prospect(canHold: true, canFail: true)

    init(canHold: Bool, canFail: Bool) {
      self.canHold = canHold
      self.canFail = canFail
    }

    init(_ holds: Bool) { self.init(canHold: holds, canFail: !holds) }

    static func && (left: Prospect, right: Prospect) -> Prospect {
      Prospect(
        canHold: left.canHold && right.canHold, canFail: left.canFail || right.canFail)
    }

    static prefix func ! (prospect: Prospect) -> Prospect {
      Prospect(canHold: prospect.canFail, canFail: prospect.canHold)
    }
  }

  private(set) var rules: [Prospect]
  private(set) var advice: [Prospect]
  /// For each scale, the most cautious level that counts.
  private(set) var ceilings: [Int]
  private var applies: [Prospect]
  private var definitions: [Prospect]
  private let program: Program
  private let evaluation: Evaluation

  /// Works everything out, each step once.
  ///
  /// - Complexity: Proportional to the number of nodes of the program, except that a test on a scale
  ///   also looks at the rules that raise it.
  init(_ program: Program, _ evaluation: Evaluation) {
    self.program = program
    self.evaluation = evaluation
    applies = Array(repeating: .unasked, count: evaluation.applies.count)
    definitions = Array(repeating: .unasked, count: evaluation.definitions.count)
    rules = Array(repeating: .unasked, count: evaluation.rules.count)
    advice = Array(repeating: .unasked, count: evaluation.advice.count)
    ceilings = Array(repeating: LevelSet.gap, count: evaluation.levels.count)
    for step in program.steps {
      switch step {
      case .question(let place):
        let isAsked = evaluation.facts.isAsked[place]
        applies[place] =
          isAsked ? program.askedWhen[place].map(prospect) ?? Prospect(true) : Prospect(false)
      case .definition(let place): definitions[place] = prospect(program.definitions[place])
      case .rule(let place):
        let rule = program.rules[place]
        let when = prospect(rule.when)
        rules[place] = rule.unless.map { when && !prospect($0) } ?? when
      case .scale(let place):
        ceilings[place] = program.raisers[place].reduce(program.otherwise[place]) {
          rules[$1.rule].canHold ? max($0, $1.level) : $0
        }
      case .advice(let place):
        advice[place] = !program.givers[place].reduce(Prospect(true)) { $0 && !rules[$1] }
      }
    }
  }

  private func prospect(_ place: Int) -> Prospect {
    let node = program.nodes[place]
    switch node.kind {
    case .not: return !prospect(node.parts.lowerBound)
    case .all: return node.parts.reduce(Prospect(true)) { $0 && prospect($1) }
    case .any: return !node.parts.reduce(Prospect(true)) { $0 && !prospect($1) }
    case .atLeast:
      let parts = node.parts.map(prospect)
      return Prospect(
        canHold: parts.count(where: \.canHold) >= node.subject,
        canFail: parts.count(where: \.canFail) > parts.count - node.subject)
    case .definition: return definitions[node.subject]
    case _ where node.reading != .current:
      // Nothing can be asked about an earlier reading any more; what it leaves open stays so.
      let truth = evaluation.truth(of: node, in: program)
      return truth == .open ? .unsure : Prospect(truth == .true)
    case .scale:
      return Prospect(
        canHold: canReach(node.mask, of: node.subject),
        canFail: canReach(~node.mask, of: node.subject, orGap: true))
    case .advice: return advice[node.subject]
    case .isAmong, .includesAny, .includesAll, .compares, .isBetween, .passed:
      return applies[node.subject] && value(node)
    }
  }

  /// What is known of the value that a test looks at, where its question applies.
  private func value(_ node: Program.Node) -> Prospect {
    let slot = evaluation.facts.slots[node.subject]
    let truth = evaluation.value(node, slot, program)
    guard truth == .open else { return Prospect(truth == .true) }
    // A question that is left out in doubt counts as *not sure* too.
    let isDoubtful =
      program.skipsInDoubt[node.subject] && evaluation.applies[node.subject] == .open
    return slot == .unanswered && !isDoubtful ? .unasked : .unsure
  }

  /// Whether a scale can be made certain to lie at one of the levels in a mask, or at the gap.
  ///
  /// Some level among them is reached, and no rule for another one above it holds.
  private func canReach(_ mask: UInt64, of scale: Int, orGap: Bool = false) -> Bool {
    let raisers = program.raisers[scale]
    func isMeant(_ level: Int) -> Bool {
      level == LevelSet.gap ? orGap : mask & (1 << UInt64(level)) != 0
    }
    // No level below one that can't be kept from being raised to another.
    let least = raisers.reduce(LevelSet.gap) {
      isMeant($1.level) || rules[$1.rule].canFail ? $0 : max($0, $1.level)
    }
    let otherwise = program.otherwise[scale]
    return isMeant(otherwise) && otherwise >= least
      || raisers.contains { isMeant($0.level) && $0.level > least && rules[$0.rule].canHold }
  }
}
