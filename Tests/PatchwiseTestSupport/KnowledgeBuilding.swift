package import Patchwise

// Short ways to write tiny knowledge in code. Texts that a test does not look at are made from names.

extension Knowledge {
  /// Creates knowledge of one consultation, `visit`, that asks all questions in their order.
  ///
  /// It decides the scales in `decides`, or all of them if that is left out.
  package static func tiny(
    questions: [Question] = [], definitions: [Definition] = [], scales: [Scale] = [],
    rules: [Rule] = [], advice: [Advice] = [], decides: [Identifier<Scale>]? = nil
  ) -> Knowledge {
    Knowledge(
      id: "tiny", title: "Tiny", version: "1", questions: questions, definitions: definitions,
      scales: scales, rules: rules, advice: advice,
      sections: [Question.Section(id: "all", questions: questions.map(\.id))],
      consultations: [
        ConsultationKind(
          id: "visit", title: "A visit", sections: ["all"], decides: decides ?? scales.map(\.id))
      ])
  }

  /// Returns the knowledge with a change.
  package func changed(_ change: (inout Knowledge) -> Void) -> Knowledge {
    var knowledge = self
    change(&knowledge)
    return knowledge
  }

  /// Begins the visit that tiny knowledge has, or another of its consultations.
  ///
  /// - Throws: Whatever is wrong with the knowledge.
  package func begin(
    _ kind: Identifier<ConsultationKind> = "visit", at now: Moment? = nil,
    earlier: [Consultation] = []
  ) throws -> Consultation {
    try Consultation(kind, in: KnowledgeBase(self), at: now, earlier: earlier)
  }
}

extension Question {
  /// Creates a question that is answered yes or no.
  package static func yesNo(
    _ id: Identifier<Question>, unsure: UnsurePolicy = .any, askedWhen: AuthoredText? = nil
  ) -> Question {
    Question(
      id: id, ask: AuthoredText("\(id)?"), domain: .yesNo, unsure: unsure, askedWhen: askedWhen)
  }

  /// Creates a question that is answered with one option.
  package static func one(
    _ id: Identifier<Question>, _ options: [String], ordered: Bool = false,
    unsure: UnsurePolicy = .any, askedWhen: AuthoredText? = nil
  ) -> Question {
    Question(
      id: id, ask: AuthoredText("\(id)?"),
      domain: .one(options.map(Option.named), ordered: ordered),
      unsure: unsure, askedWhen: askedWhen)
  }

  /// Creates a question that is answered with any set of options.
  package static func any(
    _ id: Identifier<Question>, _ options: [String], unsure: UnsurePolicy = .any,
    askedWhen: AuthoredText? = nil
  ) -> Question {
    Question(
      id: id, ask: AuthoredText("\(id)?"), domain: .any(options.map(Option.named)), unsure: unsure,
      askedWhen: askedWhen)
  }

  /// Creates a question that is answered with a number.
  package static func number(
    _ id: Identifier<Question>, _ range: ClosedRange<Double>, unit: AuthoredText? = nil,
    unsure: UnsurePolicy = .any, askedWhen: AuthoredText? = nil
  ) -> Question {
    Question(
      id: id, ask: AuthoredText("\(id)?"), domain: .number(range, unit: unit), unsure: unsure,
      askedWhen: askedWhen)
  }

  /// Creates a question that is answered with a length of time, whose range is given in days.
  package static func duration(
    _ id: Identifier<Question>, days: ClosedRange<Int>, unsure: UnsurePolicy = .any,
    askedWhen: AuthoredText? = nil
  ) -> Question {
    let range = TimeSpan(days: days.lowerBound)...TimeSpan(days: days.upperBound)
    return Question(
      id: id, ask: AuthoredText("\(id)?"), domain: .duration(range), unsure: unsure,
      askedWhen: askedWhen)
  }

  /// Creates a question that is answered with a day.
  package static func date(
    _ id: Identifier<Question>, unsure: UnsurePolicy = .any, askedWhen: AuthoredText? = nil
  ) -> Question {
    Question(
      id: id, ask: AuthoredText("\(id)?"), domain: .date, unsure: unsure, askedWhen: askedWhen)
  }
}

extension Question.Option {
  /// Creates an option whose label is its name.
  package static func named(_ name: String) -> Question.Option {
    Question.Option(id: Identifier(name), label: AuthoredText(name))
  }
}

extension Definition {
  /// Creates a definition.
  package static func of(_ id: Identifier<Definition>, _ condition: AuthoredText) -> Definition {
    Definition(id: id, condition: condition)
  }
}

extension Scale {
  /// Creates a scale with levels from least to most cautious, some of which end the consultation.
  package static func of(
    _ id: Identifier<Scale>, _ levels: [String], otherwise: Identifier<Level>? = nil,
    ending: Set<String> = []
  ) -> Scale {
    Scale(
      id: id,
      levels: levels.map { Level(id: Identifier($0), endsConsultation: ending.contains($0)) },
      otherwise: otherwise)
  }
}

extension Rule {
  /// Creates a rule that raises scales and gives advice.
  package static func of(
    _ id: Identifier<Rule>, when: AuthoredText, unless: AuthoredText? = nil,
    raise: KeyValuePairs<Identifier<Scale>, Identifier<Scale.Level>> = [:],
    advise: [Identifier<Advice>] = []
  ) -> Rule {
    Rule(
      id: id, when: when, unless: unless, raises: raise.map { Raise($0.key, to: $0.value) },
      because: AuthoredText(id.name), advises: advise)
  }
}

extension Advice {
  /// Creates advice that says its own name.
  package static func of(_ id: Identifier<Advice>, order: Int = defaultOrder) -> Advice {
    Advice(id: id, say: AuthoredText(id.name), order: order)
  }
}

extension TimeSpan {
  /// Creates a number of days.
  package init(days: Int) { self.init(seconds: days * Unit.day.seconds) }
}

extension SourceLocation {
  /// Creates the place at the beginning of a line of the file `a.yaml`.
  package static func line(_ line: Int) -> SourceLocation {
    SourceLocation(file: "a.yaml", line: line, column: 1)
  }
}
