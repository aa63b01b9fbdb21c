public import Patchwise
public import PatchwiseDialogue

extension SavedConsultation {
  /// The plan that was begun last; nothing if none was.
  public var beginning: Beginning? { beginnings.last }

  /// The plans that were begun, one after the other.
  public var beginnings: [Beginning] {
    let rows = rows
    return rows.indices.filter { rows[$0].hasPrefix(Beginning.opening) }
      .compactMap { Beginning(in: rows, at: $0) }
  }

  /// Returns the course of the plan that was begun, with the readings that were taken since.
  ///
  /// A reading that broke off counts for nothing.
  ///
  /// - Parameter knowledge: The knowledge base that the plan is from.
  /// - Returns: The course; nothing if no plan was begun, or if the knowledge base does not have it.
  public func course(in knowledge: KnowledgeBase) -> Course? {
    guard let beginning, let plan = knowledge.plan(beginning.plan) else { return nil }
    let looks = Self.sittings(of: plan, in: rowsSincePlan)
    let aims = plan.followUp?.reaches ?? []
    // What was seen since at a look, also at one that broke off, counts for more.
    let last = looks.last { look in
      !look.outcome.isEmpty
        || Self.reaches(aims, look.floors, in: knowledge) && !Self.isAt(aims, look.floors)
    }
    return Course(
      plan, began: beginning.began,
      looks: beginning.looks + looks.filter { !$0.outcome.isEmpty }.compactMap(\.began),
      calls: beginning.calls + Self.calls(of: plan, at: looks, in: knowledge),
      reached: last.flatMap { Self.isAt(aims, $0.outcome) ? $0.began : nil })
  }

  /// Returns what the plans before the last one say, and what was seen in them: it is still so.
  ///
  /// - Parameter knowledge: The knowledge base that the plans are from.
  /// - Returns: What each says from the start, and what is so once it called for another look.
  public func earlierChoices(in knowledge: KnowledgeBase) -> [Plan.FollowUp.Choice] {
    let rows = rows
    let places = rows.indices.filter { rows[$0].hasPrefix(Beginning.opening) }
    return zip(places, places.dropFirst()).flatMap { place, next -> [Plan.FollowUp.Choice] in
      guard let beginning = Beginning(in: rows, at: place),
        let plan = knowledge.plan(beginning.plan), let followUp = plan.followUp
      else { return [] }
      let looks = Self.sittings(of: plan, in: rows[place..<next])
      let isCalled =
        !beginning.calls.isEmpty || !Self.calls(of: plan, at: looks, in: knowledge).isEmpty
      return followUp.answers + (isCalled ? followUp.again?.answers ?? [] : [])
    }
  }

  /// From when on looks call for another one, also those that broke off.
  private static func calls(
    of plan: Plan, at looks: [Sitting], in knowledge: KnowledgeBase
  ) -> [Moment] {
    guard let again = plan.followUp?.again else { return [] }
    return looks.filter { reaches(again.from, $0.outcome + $0.floors, in: knowledge) }
      .compactMap { $0.began.map { $0 + again.after } }
  }

  /// The looks of a plan in some lines.
  private static func sittings(of plan: Plan, in rows: ArraySlice<String>) -> [Sitting] {
    held(in: rows).filter { $0.kind == plan.followUp?.consultation.name }
  }

  /// The number of the consultation in which this one goes on, with other knowledge; nothing if it does not.
  public var successor: Int? {
    if hasLostSuccessor { return nil }
    return rows.reversed().lazy
      .filter { $0.hasPrefix(Self.successorOpening) }
      .compactMap { Int($0.dropFirst(Self.successorOpening.count)) }.first
  }

  static let successorOpening = "# goes on as "

  /// A consultation of those that were held since a plan was begun.
  struct Sitting {
    /// The kind that it was begun with; nothing if it was chosen, or begun before the plan.
    var kind: String?
    var began: Moment?
    /// What it came to; empty if it came to no end.
    var outcome: [Transcript.Expectation]
    /// What it came to at least where it came to no end.
    var floors: [Transcript.Expectation]
  }

  /// The consultations that were held in some lines, oldest first.
  ///
  /// By a clock that was set back none was held before another one that stands above it.
  static func held(in rows: ArraySlice<String>) -> [Sitting] {
    var now: Moment?
    func move(to clock: Moment?) { now = clock.map { max($0, now ?? $0) } ?? now }
    return sittings(in: rows).map { rows in
      let start = rows.firstIndex { $0.hasPrefix("? ") } ?? rows.endIndex
      move(to: clock(in: rows[..<start]))
      defer { move(to: clock(in: rows[start...])) }
      let kind = rows.lazy.filter { $0.hasPrefix("consult ") }.map { String($0.dropFirst(8)) }.first
      return Sitting(
        kind: kind, began: now, outcome: outcome(in: rows), floors: floors(in: rows))
    }
  }

  /// The lines from the last beginning of a plan on.
  var rowsSincePlan: ArraySlice<String> {
    let rows = rows
    return rows[(rows.lastIndex { $0.hasPrefix(Beginning.opening) } ?? rows.endIndex)...]
  }

  /// What the clock says last in some lines.
  private static func clock(in rows: ArraySlice<String>) -> Moment? {
    rows.reversed().lazy.filter { $0.hasPrefix("@ ") }.compactMap { Moment($0.dropFirst(2)) }.first
  }

  /// Whether it came to one of some levels.
  private static func isAt(
    _ levels: [Rule.Raise], _ outcome: [Transcript.Expectation]
  ) -> Bool {
    levels.contains { level in
      outcome.contains(
        .level(scale: level.scale.name, floor: level.level.name, ceiling: level.level.name))
    }
  }

  /// Whether one of some levels, or a more cautious one, was come to.
  static func reaches(
    _ levels: [Rule.Raise], _ outcome: [Transcript.Expectation], in knowledge: KnowledgeBase
  ) -> Bool {
    levels.contains { limit in
      outcome.contains { expectation in
        guard case .level(limit.scale.name, _, let ceiling) = expectation else { return false }
        return knowledge.reaches(limit, with: Identifier(ceiling))
      }
    }
  }
}

extension SavedConsultation.Writer {
  /// Returns the piece that says that a plan was begun.
  public mutating func piece(for beginning: SavedConsultation.Beginning) -> String {
    sealed("\n\(beginning.text)")
  }

  /// Returns the piece that says where the consultation goes on.
  public mutating func piece(forSuccessor number: Int) -> String {
    sealed("\n\(SavedConsultation.successorOpening)\(number)\n")
  }

  /// Returns the piece with which another consultation begins in the same file.
  ///
  /// - Parameters:
  ///   - dialogue: The conversation, before anything is asked.
  ///   - before: The conversation in the file, which may have broken off.
  ///   - note: What the person wants to remember of it.
  /// - Returns: The lines, with their seal.
  public mutating func piece(
    forBeginning dialogue: Dialogue, after before: Dialogue, noting note: String?
  ) -> String {
    guard let kind = dialogue.consultation?.kind.id else { return sealed("") }
    last = ([], [])
    let clock = dialogue.now.map { "@ \($0)\n" } ?? ""
    return sealed(
      "\(Recorder.openScene(of: before))\n\(clock)consult \(kind)\n"
        + Recorder.given(in: dialogue) + (note.map(SavedConsultation.Beginning.line) ?? ""))
  }
}
