public import BigInt
public import Patchwise

/// A look over usable knowledge.
///
/// Checking keeps unusable knowledge out of a `KnowledgeBase`. Verification comes after it: it looks for
/// what is suspicious in knowledge that can be used.
///
/// What it builds of the situations on the way stays for what is looked for next, so that all checks
/// together take little longer than the longest.
public struct Verification: Sendable {
  private var subject: Subject
  private static let checks: [any Check] = [
    UnsourcedSentences(), OverdueSources(), ForbiddenWords(), UnusedNames(), RepeatedLabels(),
    BrokenPromises(), EmptyPromises(), DeadRules(), UnreachableLevels(), Gaps(), NeverAsked(),
    UnreachableAdvice(),
    OutbidRules(), RepeatedRules(), ConstantTests(), LateEndings(), MilderWarnings(),
    KinderUnsure(), IdleQuestions(),
  ]

  /// Everything that can be looked for, in the order in which it is best done.
  public static let codes = checks.map(\.code)

  /// Begins to look over knowledge.
  ///
  /// - Parameters:
  ///   - knowledge: The knowledge to look over.
  ///   - today: The day on which it is done. Without it, nothing is said about sources that are due for
  ///     review.
  ///   - isProving: Whether it is noted what was proved, for `writeProofs`.
  ///   - budget: How many contradictions a search may run into before it is given up, which is then found
  ///     to be wrong.
  public init(
    _ knowledge: KnowledgeBase, today: Moment? = nil, isProving: Bool = false,
    budget: Int = usualBudget
  ) {
    subject = Subject(knowledge, today: today, isProving: isProving, budget: budget)
  }

  /// How many contradictions a search may run into, which takes some seconds.
  ///
  /// Knowledge that people write needs some hundreds at most; a puzzle can need any number.
  public static let usualBudget = 20_000

  /// Looks for one thing, in every situation where it is about what people answer.
  ///
  /// - Parameter code: The code of what is looked for.
  /// - Returns: What was found, in any order; empty if all is well, or if the code is not among `codes`.
  /// - Complexity: What is proved for every situation can take exponential time in the worst case; the
  ///   rest is proportional to the length of the knowledge.
  public mutating func findings(of code: DiagnosticCode) -> [Finding] {
    guard let check = Self.checks.first(where: { $0.code == code }) else { return [] }
    let before = subject.situations.map(\.undecided.count)
    let found = check.findings(in: &subject)
    let undecided = zip(subject.situations, before).flatMap { situations, count in
      situations.undecided.dropFirst(count).map { name in
        Finding(
          Diagnostic(
            code, severity: .warning,
            "this was not decided for '\(name)' in consultation '\(situations.kind.id)', as it takes too long",
            help: "make the conditions behind it simpler"))
      }
    }
    return found + undecided
  }

  /// Returns somebody for whom a condition holds; nothing if there is nobody, or nobody was found in time.
  ///
  /// - Parameter condition: A condition on the knowledge, as `KnowledgeBase.condition(_:)` reads it.
  /// - Returns: The person, in the first consultation that has one.
  public mutating func witness(of condition: Condition) -> Witness? {
    subject.witness(of: condition)
  }

  /// How many situations there are in all consultations together, each at its first reading.
  ///
  /// Nothing if counting was not finished.
  public var situationCount: BigUInt? {
    subject.situations.reduce(0) { sum, situations in
      sum.flatMap { sum in situations.count(budget: Self.countingBudget).map { sum + $0 } }
    }
  }

  /// Returns in how many situations something is so, of the consultation in which it was found.
  ///
  /// - Parameter finding: What was found.
  /// - Returns: The exact count, of situations without earlier readings; nothing where these can't be
  ///   told from others, or where counting was not finished.
  public func situationCount(of finding: Finding) -> BigUInt? {
    guard let condition = finding.condition,
      let situations = subject.situations.first(where: {
        $0.kind.id == finding.witness?.consultation
      })
    else { return nil }
    return situations.count(where: condition, budget: Self.countingBudget)
  }

  /// How many times a count may try a value, which takes about a second.
  static let countingBudget = 50_000

  /// Hands over each proof that was found so far, written down.
  ///
  /// - Parameter body: What is done with a proof.
  /// - Throws: What the body throws, after which no more are handed over.
  /// - Complexity: Each proof is found anew.
  public func writeProofs<Failure>(_ body: (WrittenProof) throws(Failure) -> Void) throws(Failure) {
    for situations in subject.situations {
      for proved in situations.proved { try body(WrittenProof(of: proved, in: situations)) }
    }
  }

  /// Looks for everything.
  ///
  /// - Parameters:
  ///   - knowledge: The knowledge to look over.
  ///   - today: The day on which it is done.
  /// - Returns: What was found, in order of place; empty if all is well.
  public static func diagnostics(of knowledge: KnowledgeBase, today: Moment? = nil) -> [Diagnostic]
  {
    var verification = Verification(knowledge, today: today)
    return codes.flatMap { verification.findings(of: $0) }.map(\.diagnostic).inReadingOrder()
  }
}
