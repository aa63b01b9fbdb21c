import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

/// What says nothing to anybody, beside trying every situation.
@Suite("Checks beside every situation of small knowledge")
struct RandomCheckTests {
  /// Knowledge without tests on earlier readings, with all situations of each consultation.
  private struct Sample {
    let seed: UInt64
    let base: KnowledgeBase
    let kinds: [(kind: ConsultationKind, situations: [NaiveEvaluator])]

    var all: [NaiveEvaluator] { kinds.flatMap(\.situations) }
    var listed: Set<Identifier<Question>> {
      Set(kinds.flatMap { base.sections(of: $0.kind).flatMap(\.questions) })
    }

    /// Returns the names that a check finds, which are the first ones in its messages.
    func found(_ code: DiagnosticCode) -> Set<String> {
      var verification = Verification(base)
      return Set(
        verification.findings(of: code).map { finding in
          String(finding.diagnostic.message.split(separator: "'", maxSplits: 2)[1])
        })
    }

    func isTold(_ advice: Advice, _ situation: NaiveEvaluator) -> Bool {
      situation.isGiven(advice.id)
        && advice.onlyAt.allSatisfy { limit in
          guard let scale = base.scale(limit.scale), let level = situation.level(of: scale.id)
          else { return false }
          return limit.levels.contains(scale.levels[level].id)
        }
    }
  }

  /// Made anew for each test, because evaluators remember what they worked out.
  private static var samples: [Sample] {
    (0..<UInt64(Soak.rounds(400))).compactMap(sample)
  }

  private static func sample(seed: UInt64) -> Sample? {
    var random = SplitMix64(seed: seed)
    guard let base = try? KnowledgeBase(RandomKnowledge(seed: seed &+ 4_000).knowledge),
      base.allConditions.flatMap(\.tests).allSatisfy({ $0.reading == .current })
    else { return nil }
    let values = QuestionValues(base)
    var kinds: [(ConsultationKind, [NaiveEvaluator])] = []
    for kind in base.knowledge.consultations {
      let space = SituationSpace(values, [Reading(kind, now: Moment(seconds: 1_800_000_000))])
      guard space.count <= 1_500 else { return nil }
      kinds.append((kind, space.situations(atMost: .max, &random)))
    }
    return Sample(seed: seed, base: base, kinds: kinds)
  }

  @Test("rules that are outbid")
  func outbidRules() {
    var count = 0
    for sample in Self.samples {
      let base = sample.base
      let tested = base.allConditions.flatMap(\.tests).map(\.subject)
      let limits = base.knowledge.advice.flatMap(\.onlyAt).map(\.scale)
      var expected: Set<String> = []
      for (place, rule) in base.knowledge.rules.enumerated() where rule.advises.isEmpty {
        var (holds, decides) = (false, false)
        for (kind, situations) in sample.kinds {
          let raises = rule.raises.filter {
            kind.decides.contains($0.scale) || tested.contains(.scale($0.scale))
              || limits.contains($0.scale)
          }
          for situation in situations where !raises.isEmpty && situation.holds(rule: place) {
            holds = true
            decides =
              decides
              || raises.contains { raise in
                base.scale(raise.scale)?.levels.firstIndex { $0.id == raise.level }
                  == situation.level(of: raise.scale)
              }
          }
        }
        if holds, !decides { expected.insert(rule.id.name) }
      }
      count += expected.count
      #expect(sample.found(.outbidRule) == expected, "seed \(sample.seed)")
    }
    #expect(count > 20)
  }

  @Test("rules that another one makes needless")
  func repeatedRules() {
    var (same, narrower) = (0, 0)
    for sample in Self.samples {
      let rules = sample.base.knowledge.rules
      let people = rules.indices.map { place in
        Set(sample.all.indices.filter { sample.all[$0].holds(rule: place) })
      }
      var expected: Set<String> = []
      for (place, rule) in rules.enumerated() where !people[place].isEmpty {
        for (otherPlace, other) in rules.enumerated() where place != otherPlace {
          guard people[place].isSubset(of: people[otherPlace]),
            Self.does(other, asMuchAs: rule, in: sample.base)
          else { continue }
          let isSame =
            people[place] == people[otherPlace]
            && Set(rule.raises) == Set(other.raises) && Set(rule.advises) == Set(other.advises)
          if isSame, otherPlace > place { continue }
          expected.insert(rule.id.name)
          if isSame { same += 1 } else { narrower += 1 }
        }
      }
      #expect(sample.found(.repeatedRule) == expected, "seed \(sample.seed)")
    }
    #expect(same > 2 && narrower > 20)
  }

  /// Whether a rule does all that another does, and not only more cautiously.
  private static func does(_ other: Rule, asMuchAs rule: Rule, in base: KnowledgeBase) -> Bool {
    func level(_ raise: Rule.Raise) -> Int? {
      base.scale(raise.scale)?.levels.firstIndex { $0.id == raise.level }
    }
    var differences: [Int] = []
    for raise in rule.raises {
      guard let stronger = other.raises.first(where: { $0.scale == raise.scale }),
        let high = level(stronger), let low = level(raise)
      else { return false }
      differences.append(high - low)
    }
    return differences.allSatisfy { $0 >= 0 } && rule.advises.allSatisfy(other.advises.contains)
      && (differences.contains(0) || !rule.advises.isEmpty)
  }

  @Test("advice that nobody is told")
  func unreachableAdvice() {
    var count = 0
    for sample in Self.samples {
      let expected = sample.base.knowledge.advice.filter { advice in
        sample.all.contains { $0.isGiven(advice.id) }
          && !sample.all.contains { sample.isTold(advice, $0) }
      }.map(\.id.name)
      count += expected.count
      #expect(sample.found(.unreachableAdvice) == Set(expected), "seed \(sample.seed)")
    }
    #expect(count > 2)
  }

  @Test("questions that are never asked")
  func neverAsked() {
    var count = 0
    for sample in Self.samples {
      let asked = sample.listed.filter { id in sample.all.contains { $0.applies(id) } }
      let expected = sample.listed.subtracting(asked).filter { id in
        sample.base.askedWhen(id).map { sample.base.mentionedQuestions(in: $0).isSubset(of: asked) }
          ?? false
      }.map(\.name)
      count += expected.count
      #expect(sample.found(.neverAsked) == Set(expected), "seed \(sample.seed)")
    }
    #expect(count > 2)
  }

  @Test("questions that make no difference")
  func idleQuestions() {
    var count = 0
    for sample in Self.samples {
      var expected: Set<String> = []
      for id in sample.listed where sample.all.contains(where: { $0.applies(id) }) {
        if !sample.kinds.contains(where: { Self.matters(id, in: $0, of: sample) }) {
          expected.insert(id.name)
        }
      }
      count += expected.count
      #expect(sample.found(.idleQuestion) == expected, "seed \(sample.seed)")
    }
    #expect(count > 20)
  }

  private static func matters(
    _ id: Identifier<Question>, in kind: (kind: ConsultationKind, situations: [NaiveEvaluator]),
    of sample: Sample
  ) -> Bool {
    var told: [[Identifier<Question>: SituationValue]: [Int]] = [:]
    for situation in kind.situations where situation.applies(id) {
      var others = situation.values
      others[id] = nil
      let outcome =
        kind.kind.decides.map { situation.level(of: $0) ?? -1 }
        + sample.base.knowledge.advice.map { sample.isTold($0, situation) ? 1 : 0 }
      if let known = told[others], known != outcome { return true }
      told[others] = outcome
    }
    return false
  }

  @Test("endings that come late")
  func lateEndings() {
    var count = 0
    for sample in Self.samples {
      var expected: Set<String> = []
      for (kind, situations) in sample.kinds {
        var isLate = false
        for id in sample.base.sections(of: kind).flatMap(\.questions) {
          if !Self.canEnd(id, kind, situations, sample.base) {
            isLate = true
          } else if isLate, sample.base.askedWhen(id) == nil {
            expected.insert(id.name)
          }
        }
      }
      count += expected.count
      #expect(sample.found(.lateEnding) == expected, "seed \(sample.seed)")
    }
    #expect(count > 5)
  }

  /// Whether one answer to a question ends the consultation whatever else is answered.
  private static func canEnd(
    _ id: Identifier<Question>, _ kind: ConsultationKind, _ situations: [NaiveEvaluator],
    _ base: KnowledgeBase
  ) -> Bool {
    var ends: [SituationValue: Bool] = [:]
    for situation in situations where situation.applies(id) {
      let isOver = kind.decides.compactMap { base.scale($0) }.contains { scale in
        scale.levels.firstIndex(where: \.endsConsultation)
          .map { $0 <= situation.level(of: scale.id) ?? -1 } ?? false
      }
      guard let value = situation.values[id] else { continue }
      let answers: [SituationValue] =
        if case .options(let names) = value { names.map { .options([$0]) } } else { [value] }
      for answer in answers { ends[answer] = (ends[answer] ?? true) && isOver }
    }
    return ends.values.contains(true)
  }

  @Test(
    "parts of conditions that make no difference: whatever is found, and all in flat conditions")
  func constantTests() {
    var (sound, missed) = (0, 0)
    for sample in Self.samples {
      var verification = Verification(sample.base)
      let found = verification.findings(of: .constantTest).map(\.diagnostic.message)
      for rule in sample.base.knowledge.rules {
        let condition = sample.base.condition(of: rule)
        let values = sample.all.map { $0.holds(condition) }
        let isIdle = { (replacing: (Condition) -> Condition) in
          [Condition.all([]), .any([])].contains { constant in
            let other = replacing(constant)
            return sample.all.map { $0.holds(other) } == values
          }
        }
        let parts = found.filter { $0.hasSuffix(" in rule '\(rule.id)'") }
        for message in parts {
          let idle = condition.parts.filter { message.hasPrefix("'\($0.part)' ") }
          #expect(idle.contains { isIdle($0.replacing) }, "seed \(sample.seed): \(message)")
          sound += 1
        }
        guard let children = condition.flatParts(in: sample.base, sample.listed),
          Set(values).count == 2
        else { continue }
        let isAnyIdle = children.contains { isIdle($0.replacing) }
        #expect(isAnyIdle == !parts.isEmpty, "seed \(sample.seed): \(condition)")
        missed += 1
      }
    }
    #expect(sound > 20 && missed > 20, "\(sound), \(missed)")
  }
}

extension Condition {
  /// Every part, the whole included, with what puts another in its place.
  fileprivate var parts: [(part: Condition, replacing: (Condition) -> Condition)] {
    let inner: [(part: Condition, replacing: (Condition) -> Condition)] =
      switch self {
      case .test, .definition: []
      case .not(let inner):
        inner.parts.map { part in (part.part, { .not(part.replacing($0)) }) }
      case .all(let parts): Self.nested(parts) { .all($0) }
      case .any(let parts): Self.nested(parts) { .any($0) }
      case .atLeast(let count, let parts): Self.nested(parts) { .atLeast(count, of: $0) }
      }
    return [(self, { $0 })] + inner
  }

  private static func nested(
    _ siblings: [Condition], _ whole: @escaping ([Condition]) -> Condition
  ) -> [(part: Condition, replacing: (Condition) -> Condition)] {
    siblings.indices.flatMap { place in
      siblings[place].parts.map { part in
        (
          part.part,
          { (other: Condition) -> Condition in
            var changed = siblings
            changed[place] = part.replacing(other)
            return whole(changed)
          }
        )
      }
    }
  }

  /// The parts of a condition of plain tests on questions that are asked of everybody; nothing if it is
  /// another one.
  fileprivate func flatParts(
    in base: KnowledgeBase, _ listed: Set<Identifier<Question>>
  ) -> [(part: Condition, replacing: (Condition) -> Condition)]? {
    func isPlain(_ condition: Condition) -> Bool {
      switch condition {
      case .test(let test):
        guard case .question(let id) = test.subject else { return false }
        return base.askedWhen(id) == nil && listed.contains(id)
      case .not(.test): return condition.tests.allSatisfy { isPlain(.test($0)) }
      default: return false
      }
    }
    switch self {
    case .all(let children), .any(let children), .atLeast(_, let children):
      return children.allSatisfy(isPlain)
        ? parts.filter { part in children.contains(part.part) } : nil
    default: return nil
    }
  }
}
