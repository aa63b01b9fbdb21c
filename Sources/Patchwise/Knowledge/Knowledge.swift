/// Everything that authors wrote about one subject, before it is checked.
///
/// This is the readable form: texts, and names that refer to one another. `KnowledgeBase` checks it and
/// makes it usable.
public struct Knowledge: Sendable {
  public var id: Identifier<Knowledge>
  public var title: AuthoredText
  public var version: AuthoredText
  /// What is said before anything else, a paragraph each.
  public var welcome: [AuthoredText]
  public var reviews: [Review]
  public var sources: [Source]
  public var questions: [Question]
  public var definitions: [Definition]
  public var scales: [Scale]
  public var rules: [Rule]
  public var advice: [Advice]
  public var plans: [Plan]
  public var topics: [Topic]
  public var alarms: [Alarm]
  public var lexicons: [Lexicon]
  public var sections: [Question.Section]
  public var consultations: [ConsultationKind]
  public var promises: [Promise]

  /// Creates knowledge that says nothing yet.
  public init(
    id: Identifier<Knowledge>, title: AuthoredText, version: AuthoredText,
    welcome: [AuthoredText] = [], reviews: [Review] = [], sources: [Source] = [],
    questions: [Question] = [], definitions: [Definition] = [], scales: [Scale] = [],
    rules: [Rule] = [], advice: [Advice] = [], plans: [Plan] = [], topics: [Topic] = [],
    alarms: [Alarm] = [], lexicons: [Lexicon] = [], sections: [Question.Section] = [],
    consultations: [ConsultationKind] = [], promises: [Promise] = []
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.welcome = welcome
    self.reviews = reviews
    self.sources = sources
    self.questions = questions
    self.definitions = definitions
    self.scales = scales
    self.rules = rules
    self.advice = advice
    self.plans = plans
    self.topics = topics
    self.alarms = alarms
    self.lexicons = lexicons
    self.sections = sections
    self.consultations = consultations
    self.promises = promises
  }
}
