import Hummingbird
import Patchwise

// What is sent and received, as `openapi.json` describes it.

/// Begins a consultation.
struct Beginning: Decodable {
  var consultation: Identifier<ConsultationKind>
  /// What the person's clock says, as in `2026-03-02 20:15`.
  var at: String?

  /// The same as a moment.
  var now: Moment? {
    get throws(Problem) {
      guard let at else { return nil }
      guard let now = Moment(at) else {
        throw .badBody("'at' must be a time such as 2026-03-02 20:15.")
      }
      return now
    }
  }
}

/// Goes on with a consultation, which the token stands for.
struct Continuation: Decodable {
  var token: String
}

/// Answers a question.
struct Answering: Decodable {
  var token: String
  var question: Identifier<Question>
  var answer: Answer
}

/// What can be asked here.
struct Subject: ResponseEncodable {
  /// A kind of consultation.
  struct Kind: Encodable {
    var id: String
    var title: String
  }

  var knowledge: String
  var title: String
  var version: String
  var consultations: [Kind]

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge.id.name
    title = knowledge.title.string
    version = knowledge.version.string
    consultations = knowledge.consultations.map { Kind(id: $0.id.name, title: $0.title.string) }
  }
}

/// Where a consultation stands: its token, and the next question if it is not over.
struct Step: ResponseEncodable {
  var token: String
  var consultation: String
  var isOver: Bool
  var answered: Int
  /// How many questions may still be asked, at most.
  var open: Int
  var question: QuestionMessage?

  init(_ consultation: Consultation, token: String) {
    self.token = token
    self.consultation = consultation.kind.id.name
    isOver = consultation.isOver
    answered = consultation.answered.count
    open = consultation.openQuestions.count
    question = consultation.nextQuestion.map { QuestionMessage($0, in: consultation.knowledge) }
  }
}

/// A question as it is put.
struct QuestionMessage: Encodable {
  /// One of the options.
  struct Option: Encodable {
    var id: String
    var label: String
    var help: String?
  }

  var id: String
  var ask: String
  var help: String?
  /// Which key an answer has.
  var takes: String
  var options: [Option]?
  var from: Double?
  var to: Double?
  var unit: String?
  var takesUnsure: Bool

  init(_ question: Question, in knowledge: KnowledgeBase) {
    id = question.id.name
    ask = question.ask.string
    help = question.help?.string
    takesUnsure = question.unsure != .refused
    switch question.domain {
    case .one: takes = "option"
    case .yesNo:
      takes = "option"
      options = [Option(id: "yes", label: "Yes"), Option(id: "no", label: "No")]
    case .any, .ingredients: takes = "options"
    case .number(let range, let unit):
      takes = "number"
      (from, to, self.unit) = (range.lowerBound, range.upperBound, unit?.string)
    case .duration(let range):
      takes = "seconds"
      (from, to) = (Double(range.lowerBound.seconds), Double(range.upperBound.seconds))
    case .date: takes = "date"
    }
    let offered = knowledge.options(of: question)
    if !offered.isEmpty {
      options = offered.map {
        Option(id: $0.id.name, label: $0.label.string, help: $0.help?.string)
      }
    }
  }
}

/// Why the next question is asked.
struct WhyMessage: ResponseEncodable {
  /// A rule that rests on it.
  struct Rule: Encodable {
    var id: String
    var because: String
  }

  var question: String
  var why: String?
  var rules: [Rule]

  init(_ reason: QuestionReason) {
    question = reason.question.id.name
    why = reason.question.why?.string
    rules = reason.rules.map { Rule(id: $0.id.name, because: $0.because.string) }
  }
}

/// What a consultation came to.
struct RecommendationMessage: ResponseEncodable {
  /// What was decided on one scale.
  struct Decision: Encodable {
    var scale: String
    var title: String
    var level: String?
    var says: [String]
    var plan: PlanMessage?
  }

  /// Something to do.
  struct Advice: Encodable {
    var id: String
    var say: String
    /// Whether it may not apply, because something was not known.
    var isPossible: Bool
  }

  /// A rule behind it, with the titles of its sources.
  struct Reason: Encodable {
    var rule: String
    var because: String
    var isCertain: Bool
    var sources: [String]
  }

  var decisions: [Decision]
  var advice: [Advice]
  var reasons: [Reason]
  var endedEarly: Bool

  init(_ recommendation: Recommendation, in knowledge: KnowledgeBase) {
    decisions = recommendation.decisions.map { decision in
      Decision(
        scale: decision.scale.id.name, title: decision.level?.name ?? decision.scale.name,
        level: decision.level?.id.name, says: decision.level?.say.map(\.string) ?? [],
        plan: decision.level?.plan.flatMap(knowledge.plan).map(PlanMessage.init))
    }
    advice = recommendation.advice.map { advice in
      Advice(
        id: advice.id.name, say: advice.say.string,
        isPossible: recommendation.possibleAdvice.contains(advice.id))
    }
    reasons = recommendation.reasons.map { reason in
      Reason(
        rule: reason.rule.id.name, because: reason.rule.because.string,
        isCertain: reason.isCertain,
        sources: reason.rule.sources.compactMap { knowledge.citation($0)?.source.title.string })
    }
    endedEarly = recommendation.endedEarly
  }
}

/// What to do over days.
struct PlanMessage: Encodable {
  /// A look at how it goes.
  struct Reading: Encodable {
    /// How many seconds after the first step.
    var at: Int
    var lookFor: [String]
  }

  var id: String
  var title: String
  var steps: [String]
  var readings: [Reading]
  /// What ends it at once.
  var stopSigns: [String]
  /// What follows.
  var then: String?

  init(_ plan: Plan) {
    id = plan.id.name
    title = plan.title.string
    steps = plan.steps.map(\.text.string)
    readings = plan.readings.map {
      Reading(at: $0.at.seconds, lookFor: $0.lookFor.map(\.string))
    }
    stopSigns = plan.stopSigns.map(\.string)
    then = plan.then?.string
  }
}
