import PatchwiseTestSupport
import Testing

@testable import Patchwise

/// Both fast ways to decide, beside consultations.
@Suite("Decisions")
struct DecisionTests {
  @Test("on random knowledge and answers, one person's comes to what a consultation says")
  func decidesForOne() throws {
    for seed in 0..<UInt64(Soak.rounds(2_000)) {
      var people = try RandomPeople(seed: seed)
      let decider = try Decider(people.kind.id, in: people.base)
      var sheet = decider.sheet
      for _ in 0..<3 {
        let person = try people.next()
        sheet.clear()
        for (question, answer) in person.answers {
          // What was said before is replaced.
          if let other = people.other(to: question) {
            sheet.give([try decider.prepare(other, to: question)])
          }
          sheet.give(try decider.prepare(answer, to: question, at: person.now))
        }
        sheet.decide()
        for scale in people.base.knowledge.scales.indices {
          #expect(
            sheet.levels(of: scale) == person.evaluation.levels[scale], "seed \(seed)")
        }
        #expect(people.rules.map { sheet.truth(of: $0) } == person.evaluation.rules, "seed \(seed)")
        #expect(
          people.advice.map { sheet.truth(ofAdvice: $0) } == person.evaluation.advice,
          "seed \(seed)")
      }
    }
  }

  @Test("on random knowledge and answers, everybody's come to what consultations say")
  func decidesForMany() throws {
    for seed in 0..<UInt64(Soak.rounds(500)) {
      var people = try RandomPeople(seed: seed)
      let decider = try BatchDecider(people.kind.id, in: people.base)
      var sheet = decider.sheet
      for count in [people.random.within(1...20), people.random.within(1...70)] {
        sheet.clear()
        var persons: [RandomPeople.Person] = []
        for place in 0..<count {
          #expect(sheet.addPerson() == place)
          let person = try people.next()
          // What was said before is replaced.
          for other in persons.first?.answers ?? []
          where person.answers.contains(where: { $0.question == other.question }) {
            sheet.give(try decider.prepare(other.answer, to: other.question), for: place)
          }
          for (question, answer) in person.answers {
            sheet.give(try decider.prepare(answer, to: question, at: person.now), for: place)
          }
          persons.append(person)
        }
        sheet.decide()
        let rules = sheet.rules
        for (place, person) in persons.enumerated() {
          for scale in people.base.knowledge.scales.indices {
            #expect(
              sheet.levels(of: scale, for: place) == person.evaluation.levels[scale],
              "seed \(seed), person \(place)")
          }
          #expect(
            people.rules.map { sheet.truth(of: $0, for: place) } == person.evaluation.rules)
          #expect(
            people.advice.map { sheet.truth(ofAdvice: $0, for: place) }
              == person.evaluation.advice)
          #expect(
            rules.places(for: place).map(Int.init)
              == person.evaluation.rules.indices.filter { person.evaluation.rules[$0] == .true })
        }
      }
    }
  }

  @Test("however many rules there are, answers come to what a consultation says")
  func decidesByManyRules() throws {
    // Terms stand 64 to a word, and words are looked at four at a time.
    for count in [Int](1...140) + [255, 256, 257, 300, 520] {
      let rules = (0..<count).map { place in
        Rule.of(
          Identifier("r\(place)"), when: AuthoredText("n at least \(place) and x"),
          raise: ["care": "see"])
      }
      let base = try KnowledgeBase(
        .tiny(
          questions: [.number("n", 0...1_000), .yesNo("x")],
          scales: [.of("care", ["fine", "see"], otherwise: "fine")], rules: rules))
      let kind = base.knowledge.consultations[0].id
      let decider = try Decider(kind, in: base)
      var sheet = decider.sheet
      for (number, x) in [(0, Answer.yes), (Double(count / 2), .yes), (1_000, .yes), (1_000, .no)] {
        var consultation = try Consultation(kind, in: base)
        sheet.clear()
        for (question, answer) in [("n", .number(number)), ("x", x)]
          as [(Identifier<Question>, Answer)]
        {
          try consultation.answer(question, answer)
          sheet.give(try decider.prepare(answer, to: question))
        }
        sheet.decide()
        #expect(
          rules.map { sheet.truth(of: $0.id) } == consultation.evaluation.rules, "\(count) rules")
        #expect(sheet.levels(of: 0) == consultation.evaluation.levels[0], "\(count) rules")
      }
    }
  }

  @Test(
    "however many thresholds and options a question has, answers come to what a consultation says",
    arguments: [1, 7, 8, 62, 63, 64, 65, 127, 128, 200])
  func decidesByManySignals(count: Int) throws {
    // What answers say stands in words of 64 bits, a field for each question.
    let names = (0..<min(count, 64)).map { "o\($0)" }
    let conditions =
      (1...count).map { "n at least \($0)" }
      + names.flatMap { ["some includes \($0)", "which is \($0)"] } + ["x", "y", "z"]
    let rules = conditions.enumerated().map { place, condition in
      Rule.of(Identifier("r\(place)"), when: AuthoredText(condition), raise: ["care": "see"])
    }
    let base = try KnowledgeBase(
      .tiny(
        questions: [
          .yesNo("x"), .number("n", 0...1_000), .any("some", names),
          .one("which", names + (count == 1 ? ["p"] : [])),
          .yesNo("y"), .yesNo("z"),
        ],
        scales: [.of("care", ["fine", "see"], otherwise: "fine")], rules: rules))
    var random = SplitMix64(seed: UInt64(count))
    let decider = try Decider("visit", in: base)
    let batchDecider = try BatchDecider("visit", in: base)
    var (sheet, oneByOne, columns) = (decider.sheet, batchDecider.sheet, batchDecider.sheet)
    var consultations: [Consultation] = []
    var given: [Identifier<Question>: [PreparedAnswer]] = [:]
    for person in 0..<70 {
      let answers: [(id: Identifier<Question>, answer: Answer)] = [
        ("x", .yes), ("y", .no), ("n", .number(Double(random.within(0...count + 1)))),
        ("some", .options(names.filter { _ in random.percent(50) }.map { Identifier($0) })),
        ("which", .option(Identifier(random.pick(names)))), ("z", .no),
      ]
      var consultation = try Consultation("visit", in: base)
      sheet.clear()
      for (id, answer) in random.shuffled(answers) {
        // One in five says nothing to a question, whatever they said before.
        let isSaid = random.percent(80)
        if isSaid { try consultation.answer(id, answer) }
        let prepared = try decider.prepare(isSaid ? answer : nil, to: id)
        let before = try decider.prepare(answer, to: id)
        sheet.give([before])
        sheet.give(prepared)
        oneByOne.give([before, prepared], for: person)
        given[id, default: []].append(prepared)
      }
      sheet.decide()
      #expect(rules.map { sheet.truth(of: $0.id) } == consultation.evaluation.rules)
      consultations.append(consultation)
    }
    for answers in given.values {
      columns.give(answers.reversed())
      columns.give(answers)
    }
    oneByOne.decide()
    columns.decide()
    for (person, consultation) in consultations.enumerated() {
      let truths = consultation.evaluation.rules
      #expect(rules.map { oneByOne.truth(of: $0.id, for: person) } == truths)
      #expect(rules.map { columns.truth(of: $0.id, for: person) } == truths)
    }
  }

  @Test("answers given question by question decide as those given person by person")
  func takesColumns() throws {
    for seed in 0..<UInt64(Soak.rounds(200)) {
      var people = try RandomPeople(seed: seed)
      let decider = try BatchDecider(people.kind.id, in: people.base)
      var (one, many) = (decider.sheet, decider.sheet)
      let persons = try (0..<people.random.within(1...130)).map { _ in try people.next() }
      let first = people.random.within(0...70)
      for place in decider.askedQuestions {
        let question = people.base.knowledge.questions[place].id
        let answers = try persons.map { person in
          try decider.prepare(
            person.answers.last { $0.question == question }?.answer, to: question, at: person.now)
        }
        // What was said before is replaced.
        many.give(answers.reversed(), from: first)
        many.give(answers, from: first)
        for (place, answer) in answers.enumerated() { one.give(answer, for: first + place) }
      }
      many.decide()
      one.decide()
      #expect(many.count == one.count)
      let ranges = people.base.knowledge.scales.indices.map { many.levelRanges(ofScaleAt: $0) }
      #expect(ranges.allSatisfy { $0.count == many.count })
      let rules = many.rules
      for place in 0..<many.count {
        #expect(
          rules.places(for: place).map { Int($0) }
            == people.rules.indices.filter { one.truth(of: people.rules[$0], for: place) == .true })
        #expect(
          people.rules.map { many.truth(of: $0, for: place) }
            == people.rules.map { one.truth(of: $0, for: place) }, "seed \(seed), \(place)")
        for scale in people.base.knowledge.scales.indices {
          #expect(ranges[scale][place] == one.levels(of: scale, for: place).range)
        }
      }
    }
  }

  @Test("of somebody who was not decided about everything is open, and what was decided stays")
  func decidesForThoseWhoAreThere() throws {
    let base = try KnowledgeBase(
      .tiny(
        questions: [.yesNo("x")], scales: [.of("care", ["fine", "see"], otherwise: "fine")],
        rules: [.of("r", when: "x", raise: ["care": "see"])]))
    let decider = try BatchDecider("visit", in: base)
    var sheet = decider.sheet
    sheet.give(try decider.prepare(.yes, to: "x"), for: 0)
    func expectOpen(_ person: Int) {
      #expect(sheet.truth(of: "r", for: person) == .open)
      #expect(sheet.interval(of: "care", for: person)?.isSettled == false)
      #expect(sheet.rules.places(for: person).isEmpty)
    }
    expectOpen(0)
    sheet.decide()
    #expect(sheet.addPerson() == 1)
    // Nobody has such a number.
    for person in [1, -1, -64, .max, .min] { expectOpen(person) }
    #expect(sheet.levelRanges(ofScaleAt: 0) == [1...1, -1...1])
    for _ in 0..<2 {
      #expect(sheet.truth(of: "r", for: 0) == .true)
      #expect(sheet.rules.places(for: 0) == [0])
      #expect(sheet.levelRanges(ofScaleAt: 0)[0] == 1...1)
      sheet.clear()
    }
    sheet.decide()
    expectOpen(0)
  }

  @Test("a full sheet decides for its last person too")
  func fillsSheet() throws {
    var people = try RandomPeople(seed: 7)
    let decider = try BatchDecider(people.kind.id, in: people.base)
    var sheet = decider.sheet
    let last = try people.next()
    for (question, answer) in last.answers {
      sheet.give(
        try decider.prepare(answer, to: question, at: last.now), for: BatchSheet.capacity - 1)
    }
    sheet.decide()
    #expect(sheet.count == BatchSheet.capacity)
    #expect(
      people.rules.map { sheet.truth(of: $0, for: BatchSheet.capacity - 1) }
        == last.evaluation.rules)
  }

  @Test("an answer that the question does not take is refused")
  func refusesAnswers() throws {
    let people = try RandomPeople(seed: 1)
    let decider = try Decider(people.kind.id, in: people.base)
    #expect(throws: AnswerRejection.unknownQuestion("nobody-asks-this")) {
      try decider.prepare(.yes, to: "nobody-asks-this")
    }
    #expect(throws: UnknownConsultation.self) { try Decider("no-such-kind", in: people.base) }
    #expect(throws: UnknownConsultation.self) { try BatchDecider("no-such-kind", in: people.base) }
  }

  @Test("a scale and a rule that there are not come to nothing")
  func knowsNames() throws {
    let people = try RandomPeople(seed: 1)
    let sheet = try Decider(people.kind.id, in: people.base).sheet
    #expect(sheet.interval(of: "no-such-scale") == nil)
    #expect(sheet.truth(of: "no-such-rule") == nil)
    #expect(sheet.truth(ofAdvice: "no-such-advice") == nil)
  }
}

/// People of one kind of consultation of random knowledge, each with some answers.
private struct RandomPeople {
  struct Person {
    var answers: [(question: Identifier<Question>, answer: Answer)]
    var now: Moment?
    var evaluation: Evaluation
  }

  let base: KnowledgeBase
  let kind: ConsultationKind
  var random: SplitMix64
  private let values: QuestionValues
  private var answers: RandomAnswers

  init(seed: UInt64) throws {
    base = try KnowledgeBase(RandomKnowledge(seed: seed).knowledge)
    random = SplitMix64(seed: ~seed)
    kind = random.pick(base.knowledge.consultations)
    values = QuestionValues(base)
    answers = RandomAnswers(values, random: SplitMix64(seed: seed &+ 1 << 40))
  }

  /// An answer to a question, at times.
  mutating func other(to id: Identifier<Question>) -> Answer? {
    guard random.percent(30), let question = base.question(id) else { return nil }
    return answers.value(of: question, at: nil)
  }

  var rules: [Identifier<Rule>] { base.knowledge.rules.map(\.id) }
  var advice: [Identifier<Advice>] { base.knowledge.advice.map(\.id) }

  /// Makes a person up: one in three has answered everything.
  mutating func next() throws -> Person {
    let isThorough = random.percent(33)
    let now = isThorough || random.percent(80) ? Moment(seconds: 1_800_000_000) : nil
    var consultation = try Consultation(kind.id, in: base, at: now)
    var given: [(question: Identifier<Question>, answer: Answer)] = []
    for question in values.questions(of: kind) where isThorough || random.percent(70) {
      let answer =
        isThorough
        ? answers.value(of: question, at: now) : answers.answer(to: question, at: now)
      try consultation.answer(question.id, answer)
      given.append((question.id, answer))
    }
    return Person(
      answers: random.shuffled(given), now: now, evaluation: consultation.evaluation)
  }
}
