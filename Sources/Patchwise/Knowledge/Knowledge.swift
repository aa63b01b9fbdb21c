/// Everything that authors wrote about one subject, before it is checked.
///
/// This is the readable form: texts, and names that refer to one another. `KnowledgeBase` checks it and
/// makes it usable.
public struct Knowledge: Hashable, Sendable {
  /// The name it is referred to by.
  public var id: Identifier<Knowledge>
  /// The title as a person reads it.
  public var title: AuthoredText
  /// The version of the knowledge, in the form its authors like.
  public var version: AuthoredText
  /// What is said before anything else, a paragraph each.
  public var welcome: [AuthoredText]
  /// Words and phrases that nothing that is told may use.
  public var neverSay: [AuthoredText]
  /// Who has read which part, and when.
  public var reviews: [Review]
  /// Where statements come from.
  public var sources: [Source]
  /// What can be asked.
  public var questions: [Question]
  /// Conditions with names.
  public var definitions: [Definition]
  /// What is decided.
  public var scales: [Scale]
  /// What raises scales and gives advice.
  public var rules: [Rule]
  /// What can be advised.
  public var advice: [Advice]
  /// Courses of days.
  public var plans: [Plan]
  /// Questions that people ask.
  public var topics: [Topic]
  /// Phrases that mean danger.
  public var alarms: [Alarm]
  /// What people may say for an answer.
  public var hints: [Hint]
  /// Names that stand on labels.
  public var lexicons: [Lexicon]
  /// Groups of questions.
  public var sections: [Question.Section]
  /// What a person can come for.
  public var consultations: [ConsultationKind]
  /// What must hold in every situation.
  public var promises: [Promise]

  /// Creates knowledge that says nothing yet.
  public init(
    id: Identifier<Knowledge>, title: AuthoredText, version: AuthoredText,
    welcome: [AuthoredText] = [], neverSay: [AuthoredText] = [], reviews: [Review] = [],
    sources: [Source] = [],
    questions: [Question] = [], definitions: [Definition] = [], scales: [Scale] = [],
    rules: [Rule] = [], advice: [Advice] = [], plans: [Plan] = [], topics: [Topic] = [],
    alarms: [Alarm] = [], hints: [Hint] = [], lexicons: [Lexicon] = [],
    sections: [Question.Section] = [],
    consultations: [ConsultationKind] = [], promises: [Promise] = []
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.welcome = welcome
    self.neverSay = neverSay
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
    self.hints = hints
    self.lexicons = lexicons
    self.sections = sections
    self.consultations = consultations
    self.promises = promises
  }
}
