public import Patchwise
public import PatchwiseDialogue

extension SavedConsultation {
  /// A plan that was begun, as it is written down.
  public struct Beginning: Hashable, Sendable {
    /// The plan.
    public var plan: Identifier<Plan>
    /// When its first step was done.
    public var began: Moment
    /// What the person wants to remember, such as the name of a product; a line each.
    public var notes: [String]

    /// Creates a beginning.
    public init(_ plan: Identifier<Plan>, began: Moment, notes: [String] = []) {
      self.plan = plan
      self.began = began
      self.notes = notes
    }

    static let opening = "# plan "
    private static let noteOpening = "# note: "

    /// The lines that say so.
    var text: String {
      "\n\(Self.opening)\(plan) began \(began)\n" + notes.map(Self.line).joined()
    }

    /// The line of a note.
    static func line(of note: String) -> String { "\(noteOpening)\(Transcript.line(of: note))\n" }

    /// Reads the last beginning in some lines.
    init?(in rows: [String]) {
      guard let place = rows.lastIndex(where: { $0.hasPrefix(Self.opening) }) else { return nil }
      let parts = rows[place].dropFirst(Self.opening.count).split(separator: " began ")
      guard parts.count == 2, let began = Moment(parts[1]) else { return nil }
      plan = Identifier(String(parts[0]))
      self.began = began
      notes = rows[(place + 1)...].prefix { $0.hasPrefix(Self.noteOpening) }
        .map { String($0.dropFirst(Self.noteOpening.count)) }
    }
  }

  /// The plan that was begun last; nothing if none was.
  public var beginning: Beginning? {
    Beginning(in: text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces })
  }

  /// Returns the course of the plan that was begun, with the readings that were taken since.
  ///
  /// A reading that broke off counts for nothing.
  ///
  /// - Parameter knowledge: The knowledge base that the plan is from.
  /// - Returns: The course; nothing if no plan was begun, or if the knowledge base does not have it.
  public func course(in knowledge: KnowledgeBase) -> Course? {
    guard let beginning,
      let plan = knowledge.knowledge.plans.first(where: { $0.id == beginning.plan })
    else { return nil }
    return Course(
      plan, began: beginning.began,
      looks: readings(of: plan).filter { $0 >= beginning.began })
  }

  /// When each consultation of a plan's follow-up began that came to its end.
  private func readings(of plan: Plan) -> [Moment] {
    let script = Script(Transcript(text, named: ""))
    var now: Moment?
    var looks: [Moment] = []
    for (place, sitting) in script.sittings.enumerated() {
      for case .at(let moment) in sitting.start { now = moment }
      let isWhole = place + 1 < script.sittings.count || !outcome.isEmpty
      if isWhole, sitting.consult?.name == plan.followUp?.consultation.name, let now {
        looks.append(now)
      }
      for case .at(let moment) in sitting.scenes.flatMap({ $0.clocks + $0.turns.flatMap(\.clocks) })
      {
        now = moment
      }
    }
    return looks
  }

  /// Whether a reading since it was begun has ended a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - knowledge: The knowledge base that it is from.
  /// - Returns: Whether a level that ends it was reached.
  public func hasEnded(_ plan: Plan, in knowledge: KnowledgeBase) -> Bool {
    let rows = text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }
    let begun = rows.lastIndex { $0.hasPrefix(Beginning.opening) } ?? rows.endIndex
    let outcomes = Self.sittings(in: Array(rows[begun...])).flatMap(Self.outcome)
    return (plan.followUp?.ends ?? []).contains { end in
      let levels = knowledge.scale(end.scale)?.levels.map(\.id.name) ?? []
      return outcomes.contains { expectation in
        guard case .level(end.scale.name, _, let ceiling) = expectation,
          let reached = levels.firstIndex(of: ceiling),
          let limit = levels.firstIndex(of: end.level.name)
        else { return false }
        return reached >= limit
      }
    }
  }
}

extension SavedConsultation.Writer {
  /// Returns the piece that says that a plan was begun.
  public mutating func piece(for beginning: SavedConsultation.Beginning) -> String {
    sealed(beginning.text)
  }

  /// Returns the piece with which another consultation begins in the same file.
  ///
  /// - Parameters:
  ///   - dialogue: The conversation, before anything is asked.
  ///   - note: What the person wants to remember of it.
  /// - Returns: The lines, with their seal.
  public mutating func piece(forBeginning dialogue: Dialogue, noting note: String?) -> String {
    guard let kind = dialogue.consultation?.kind.id else { return sealed("") }
    let clock = dialogue.now.map { "@ \($0)\n" } ?? ""
    return sealed(
      "\n\(clock)consult \(kind)\n\(Recorder.given(in: dialogue))"
        + (note.map(SavedConsultation.Beginning.line) ?? ""))
  }
}
