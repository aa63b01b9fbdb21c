/// Something that is decided: a list of levels from least to most cautious.
public struct Scale: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Scale>
  /// The scale as a person reads it; inner scales need none.
  public var title: AuthoredText?
  /// The levels, from least to most cautious.
  public var levels: [Level]
  /// The level of a situation in which no rule raises one; without it, such a situation is a gap.
  public var otherwise: Identifier<Level>?
  /// Whether it only describes, so that one level is not more cautious than another.
  public var isHint: Bool

  /// Creates a scale.
  public init(
    id: Identifier<Scale>, title: AuthoredText? = nil, levels: [Level],
    otherwise: Identifier<Level>? = nil, isHint: Bool = false
  ) {
    self.id = id
    self.title = title
    self.levels = levels
    self.otherwise = otherwise
    self.isHint = isHint
  }

  /// The scale as a person reads it; its id if the author gave no title.
  public var name: String { title?.string ?? id.name }

  /// The place of the mildest level that ends a consultation, if one does.
  package var firstEnding: Int? { levels.firstIndex(where: \.endsConsultation) }

  /// One step of a scale.
  public struct Level: Hashable, Sendable, Identifiable {
    /// The name it is referred to by.
    public var id: Identifier<Level>
    /// The title as a person reads it.
    public var title: AuthoredText?
    /// Other words that a person may use for it.
    public var also: [AuthoredText]
    /// What is said at this level, a paragraph each.
    public var say: [AuthoredText]
    /// The plan that the level stands for.
    public var plan: Identifier<Plan>?
    /// Whether a consultation that decides the scale ends the moment this level is certain.
    ///
    /// On a scale that a consultation does not decide it ends nothing there.
    public var endsConsultation: Bool
    /// Whether it is told the moment it is certain, before the next question.
    public var isToldAtOnce: Bool
    /// What it rests on.
    public var sources: [Identifier<Citation>]

    /// Creates a level.
    public init(
      id: Identifier<Level>, title: AuthoredText? = nil, also: [AuthoredText] = [],
      say: [AuthoredText] = [], plan: Identifier<Plan>? = nil, endsConsultation: Bool = false,
      isToldAtOnce: Bool = false, sources: [Identifier<Citation>] = []
    ) {
      self.id = id
      self.title = title
      self.also = also
      self.say = say
      self.plan = plan
      self.endsConsultation = endsConsultation
      self.isToldAtOnce = isToldAtOnce
      self.sources = sources
    }

    /// The level as a person reads it; its id if the author gave no title.
    public var name: String { title?.string ?? id.name }
  }
}

extension KnowledgeBase {
  /// Whether a level is one that is raised to, or a more cautious one of the same scale.
  package func reaches(_ raise: Rule.Raise, with level: Identifier<Scale.Level>?) -> Bool {
    let levels = scale(raise.scale)?.levels.map(\.id) ?? []
    guard let level, let reached = levels.firstIndex(of: level),
      let limit = levels.firstIndex(of: raise.level)
    else { return false }
    return reached >= limit
  }
}
