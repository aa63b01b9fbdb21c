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
  /// What is said beside a line that was not understood, a paragraph each; at a question from the second one on.
  ///
  /// It says whom to call, as there may have been more in the line than anybody thought of.
  public var notUnderstood: [AuthoredText]
  /// Words and phrases that nothing that is told may use.
  public var neverSay: [AuthoredText]
  /// Who has read which part, and when.
  public var reviews: [Review]
  /// Where statements come from.
  public var sources: [Source] {
    get { parts.sources.value }
    _modify { yield &parts.sources.value }
  }
  /// What can be asked.
  public var questions: [Question] {
    get { parts.questions.value }
    _modify { yield &parts.questions.value }
  }
  /// Conditions with names.
  public var definitions: [Definition] {
    get { parts.definitions.value }
    _modify { yield &parts.definitions.value }
  }
  /// What is decided.
  public var scales: [Scale] {
    get { parts.scales.value }
    _modify { yield &parts.scales.value }
  }
  /// What raises scales and gives advice.
  public var rules: [Rule] {
    get { parts.rules.value }
    _modify { yield &parts.rules.value }
  }
  /// What can be advised.
  public var advice: [Advice] {
    get { parts.advice.value }
    _modify { yield &parts.advice.value }
  }
  /// Courses of days.
  public var plans: [Plan] {
    get { parts.plans.value }
    _modify { yield &parts.plans.value }
  }
  /// Questions that people ask.
  public var topics: [Topic] {
    get { parts.topics.value }
    _modify { yield &parts.topics.value }
  }
  /// Phrases that mean danger.
  public var alarms: [Alarm] {
    get { parts.alarms.value }
    _modify { yield &parts.alarms.value }
  }
  /// What people may say for an answer.
  public var hints: [Hint] {
    get { parts.hints.value }
    _modify { yield &parts.hints.value }
  }
  /// Names that stand on labels.
  public var lexicons: [Lexicon] {
    get { parts.lexicons.value }
    _modify { yield &parts.lexicons.value }
  }
  /// Groups of questions.
  public var sections: [Question.Section]
  /// What a person can come for.
  public var consultations: [ConsultationKind]
  /// What must hold in every situation.
  public var promises: [Promise] {
    get { parts.promises.value }
    _modify { yield &parts.promises.value }
  }

  /// What can be long, and is read from a compiled form only when it is asked for.
  var parts: Parts

  struct Parts: Hashable, Sendable {
    var sources: Late<[Source]>
    var questions: Late<[Question]>
    var definitions: Late<[Definition]>
    var scales: Late<[Scale]>
    var rules: Late<[Rule]>
    var advice: Late<[Advice]>
    var plans: Late<[Plan]>
    var topics: Late<[Topic]>
    var alarms: Late<[Alarm]>
    var hints: Late<[Hint]>
    var lexicons: Late<[Lexicon]>
    var promises: Late<[Promise]>

    /// Waits no longer for what has been read.
    mutating func settle() {
      sources = sources.settled
      questions = questions.settled
      definitions = definitions.settled
      scales = scales.settled
      rules = rules.settled
      advice = advice.settled
      plans = plans.settled
      topics = topics.settled
      alarms = alarms.settled
      hints = hints.settled
      lexicons = lexicons.settled
      promises = promises.settled
    }
  }

  /// Creates knowledge that says nothing yet.
  public init(
    id: Identifier<Knowledge>, title: AuthoredText, version: AuthoredText,
    welcome: [AuthoredText] = [], notUnderstood: [AuthoredText] = [],
    neverSay: [AuthoredText] = [], reviews: [Review] = [], sources: [Source] = [],
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
    self.notUnderstood = notUnderstood
    self.neverSay = neverSay
    self.reviews = reviews
    self.sections = sections
    self.consultations = consultations
    parts = Parts(
      sources: Late(sources), questions: Late(questions), definitions: Late(definitions),
      scales: Late(scales), rules: Late(rules), advice: Late(advice), plans: Late(plans),
      topics: Late(topics), alarms: Late(alarms), hints: Late(hints), lexicons: Late(lexicons),
      promises: Late(promises))
  }
}
