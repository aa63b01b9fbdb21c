import BigInt
import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

@Suite("What is told otherwise under other knowledge")
struct KnowledgeDifferenceTests {
  private static let knowledge = Knowledge.tiny(
    questions: [
      .any("signs", ["throat", "itch"]), .number("age", 0...99),
      .yesNo("worse", askedWhen: "signs includes itch"),
    ],
    scales: [.of("care", ["fine", "see", "run"], otherwise: "fine")],
    rules: [
      .of("throat", when: "signs includes throat", raise: ["care": "run"]),
      .of("worse", when: "worse", raise: ["care": "see"]),
    ])

  private func difference(_ change: (inout Knowledge) -> Void) throws -> KnowledgeDifference {
    KnowledgeDifference(
      from: try KnowledgeBase(Self.knowledge), to: try KnowledgeBase(Self.knowledge.changed(change))
    )
  }

  private func describe(_ difference: KnowledgeDifference) -> [String] {
    difference.changes.map { change in
      let direction = change.isMoreCautious.map { $0 ? "more" : "less" } ?? "other"
      let count = change.situations.map(String.init) ?? "?"
      let shared = change.shared.map { "\($0): \($1.joined(separator: ","))" }
      return ["\(count) \(direction)", "\(change.old?.name ?? "-") → \(change.new?.name ?? "-")"]
        .joined(separator: " ") + shared.map { " | \($0)" }.joined()
    }
  }

  @Test("nothing is told otherwise under the same knowledge")
  func same() throws {
    let difference = try difference { _ in }
    // Without itch, with it and worse, with it and not worse; each with throat or without.
    #expect(difference.situations.map(\.count) == [6])
    #expect(difference.changes.isEmpty)
    #expect(!difference.isLessCautious)
  }

  @Test("how many are told less, and what they have in common")
  func less() throws {
    let difference = try difference { $0.rules[0].unless = "worse" }
    #expect(describe(difference) == ["1 less run → see | signs: throat,itch | worse: yes"])
    #expect(difference.isLessCautious)
    let witness = try #require(difference.changes.first?.witness.readings.last)
    #expect(witness.answers["worse"] == .yes)
  }

  @Test("thresholds of both are told apart")
  func thresholds() throws {
    let rule = Rule.of("young", when: "age less than 18", raise: ["care": "see"])
    let old = try KnowledgeBase(Self.knowledge.changed { $0.rules.append(rule) })
    let new = try KnowledgeBase(
      Self.knowledge.changed {
        $0.rules.append(rule)
        $0.rules[2].when = "age less than 16"
      })
    let difference = KnowledgeDifference(from: old, to: new)
    // Below 16, 16, between, 18, above.
    #expect(difference.situations.map(\.count) == [30])
    // 16 and between, without throat, and without itch or with one that is not worse.
    #expect(describe(difference) == ["4 less see → fine"])
    #expect(describe(KnowledgeDifference(from: new, to: old)) == ["4 more fine → see"])
  }

  @Test("questions, options and alarms that only one has are told")
  func remarks() throws {
    let difference = try difference {
      $0.questions[0] = .any("signs", ["throat", "fever"])
      $0.questions[2] = .yesNo("better")
      $0.sections[0].questions[2] = "better"
      $0.rules[1].when = "better"
    }
    #expect(
      difference.remarks == [
        "question 'worse' is gone", "question 'better' is new",
        "question 'signs' has lost the option 'itch'", "question 'signs' has a new option 'fever'",
      ])
    let alarm = Alarm(
      id: "a", phrases: ["my throat closes", "help"], doubtful: ["hoarse", "hot"],
      raises: [.init("care", to: "run")])
    let old = try KnowledgeBase(Self.knowledge.changed { $0.alarms = [alarm] })
    let new = try KnowledgeBase(
      Self.knowledge.changed {
        $0.alarms = [alarm]
        $0.alarms[0].phrases.removeLast()
        $0.alarms[0].doubtful.removeFirst()
      })
    #expect(
      KnowledgeDifference(from: old, to: new).losses == [
        "alarm 'a' has lost the phrase 'help'", "alarm 'a' has lost the doubtful phrase 'hoarse'",
      ])
    #expect(KnowledgeDifference(from: old, to: new).isLessCautious)
    #expect(!KnowledgeDifference(from: new, to: old).isLessCautious)
    let surer = try KnowledgeBase(
      Self.knowledge.changed {
        $0.alarms = [alarm]
        $0.alarms[0].phrases.append($0.alarms[0].doubtful.removeLast())
      })
    #expect(KnowledgeDifference(from: old, to: surer).losses == [])
    #expect(
      KnowledgeDifference(from: surer, to: old).losses == [
        "alarm 'a' has lost the phrase 'hot'"
      ])
  }

  @Test("an alarm that is gone or raises something else is lost")
  func lostAlarms() throws {
    let alarm = Alarm(id: "a", phrases: ["my throat closes"], raises: [.init("care", to: "run")])
    let base = try KnowledgeBase(Self.knowledge.changed { $0.alarms = [alarm] })
    for (alarms, lost) in [
      ([], "alarm 'a' is gone"),
      (
        [Alarm(id: "a", phrases: alarm.phrases, raises: [.init("care", to: "see")])],
        "alarm 'a' raises less, or something else"
      ),
    ] {
      let other = try KnowledgeBase(Self.knowledge.changed { $0.alarms = alarms })
      let difference = KnowledgeDifference(from: base, to: other)
      #expect(difference.losses == [lost])
      #expect(difference.isLessCautious)
    }
  }

  @Test("an alarm that raises more, or the same in another order, is not lost")
  func graverAlarm() throws {
    let whole = Self.knowledge.changed {
      $0.scales.append(.of("pain", ["none", "some"], otherwise: "none"))
      $0.alarms = [
        Alarm(
          id: "a", phrases: ["my throat closes"],
          raises: [.init("care", to: "see"), .init("pain", to: "some")])
      ]
    }
    let old = try KnowledgeBase(whole)
    let graver: [(inout Knowledge) -> Void] = [
      { $0.alarms[0].raises[0] = .init("care", to: "run") },
      { $0.alarms[0].raises.reverse() },
      {
        $0.alarms.append($0.alarms[0])
        $0.alarms[1].id = "b"
        $0.alarms[1].raises[0] = .init("care", to: "run")
        $0.alarms[0].phrases = ["something else"]
      },
    ]
    for change in graver {
      let new = try KnowledgeBase(whole.changed(change))
      #expect(KnowledgeDifference(from: old, to: new).losses == [])
    }
    let milder = try KnowledgeBase(whole.changed { $0.alarms[0].raises.removeLast() })
    #expect(
      KnowledgeDifference(from: old, to: milder).losses == [
        "alarm 'a' raises less, or something else"
      ])
  }

  @Test("what is no longer told, or no longer ends a consultation, is lost")
  func losses() throws {
    let changes: [(String, String, (inout Knowledge) -> Void)] = [
      (
        "consultation 'visit' no longer decides 'care'", "consultation 'visit' now decides 'care'",
        { $0.consultations[0].decides = ["pain"] }
      ),
      (
        "consultation 'visit' is gone", "consultation 'visit' is new",
        { $0.consultations[0].id = "call" }
      ),
      ("scale 'care' is only a hint now", "", { $0.scales[0].isHint = true }),
      (
        "level 'run' of scale 'care' no longer ends the consultation", "",
        { $0.scales[0].levels[2].endsConsultation = false }
      ),
    ]
    let whole = Self.knowledge.changed {
      $0.scales[0].levels[2].endsConsultation = true
      $0.scales.append(.of("pain", ["none", "some"], otherwise: "none"))
      $0.consultations[0].decides.append("pain")
    }
    let old = try KnowledgeBase(whole)
    for (lost, gained, change) in changes {
      let new = try KnowledgeBase(whole.changed(change))
      let difference = KnowledgeDifference(from: old, to: new)
      #expect(difference.losses == [lost])
      #expect(difference.isLessCautious)
      let back = KnowledgeDifference(from: new, to: old)
      #expect(back.remarks.contains(gained) || gained.isEmpty)
      // What is called otherwise is gone in both directions.
      #expect(back.losses == (lost.hasSuffix("is gone") ? ["consultation 'call' is gone"] : []))
    }
  }

  @Test("levels that both have are compared beside a new one, if their order is the same")
  func newLevel() throws {
    func levels(_ names: [String]) throws -> [String] {
      describe(
        try difference {
          $0.scales[0] = .of("care", names, otherwise: "fine")
          $0.rules[0].unless = "worse"
        })
    }
    let shared = "| signs: throat,itch | worse: yes"
    #expect(try levels(["fine", "wait", "see", "run"]) == ["1 less run → see \(shared)"])
    #expect(try levels(["fine", "run", "see"]) == ["1 other run → see \(shared)"])
    let renamed = try difference {
      $0.scales[0] = .of("care", ["fine", "look", "run"], otherwise: "fine")
      $0.rules[1].raises = [.init("care", to: "look")]
    }
    #expect(describe(renamed) == ["1 other see → look | signs: itch | worse: yes"])
  }

  @Test("on random knowledge, what is told otherwise is what trying every situation finds")
  func random() throws {
    var counts = (same: 0, changed: 0)
    for seed in 0..<UInt64(Soak.rounds(1_500)) {
      var random = SplitMix64(seed: seed)
      let knowledge = RandomKnowledge(seed: seed).knowledge
      let (old, new) = (
        try KnowledgeBase(knowledge), try KnowledgeBase(Self.broken(knowledge, &random))
      )
      // Where a rule decides what is asked, the situations of both are not the same.
      guard old.allConditions.flatMap(\.tests).allSatisfy({ $0.reading == .current }),
        Self.asksByAnswersAlone(old), !knowledge.questions.contains(where: { $0.domain == .date }),
        let kind = old.knowledge.consultations.first
      else { continue }
      let space = SituationSpace(
        QuestionValues(old), [Reading(kind, now: Moment(seconds: 1_800_000_000))])
      guard space.count <= 2_000 else { continue }
      let told = Set(
        KnowledgeDifference(from: old, to: new).changes.filter { $0.consultation == kind.id }
          .map { "\($0.scale) \($0.old?.name ?? "-") \($0.new?.name ?? "-")" })
      var shown: Set<String> = []
      for situation in space.situations(atMost: .max, &random) {
        let other = NaiveEvaluator(NaiveBase(new), kind, values: situation.values)
        for scale in kind.decides.compactMap({ old.scale($0) }) {
          let levels = [situation, other].map { evaluator in
            evaluator.level(of: scale.id).map { scale.levels[$0].id.name } ?? "-"
          }
          if levels[0] != levels[1] { shown.insert("\(scale.id) \(levels[0]) \(levels[1])") }
        }
      }
      #expect(told == shown, "seed \(seed)")
      if shown.isEmpty { counts.same += 1 } else { counts.changed += 1 }
    }
    #expect(counts.same > 10 && counts.changed > 30, "\(counts)")
  }

  private static func asksByAnswersAlone(_ base: KnowledgeBase) -> Bool {
    base.knowledge.questions.compactMap { base.askedWhen($0.id) }.flatMap(\.tests).allSatisfy {
      if case .question = $0.subject { true } else { false }
    }
  }

  /// Knowledge without one of its rules, which no condition needs.
  private static func broken(_ knowledge: Knowledge, _ random: inout SplitMix64) -> Knowledge {
    guard !knowledge.rules.isEmpty else { return knowledge }
    var knowledge = knowledge
    knowledge.rules.remove(at: Int.random(in: knowledge.rules.indices, using: &random))
    return knowledge
  }
}
