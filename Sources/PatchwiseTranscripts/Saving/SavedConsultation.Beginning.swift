public import Patchwise

extension SavedConsultation {
  /// A plan that was begun, as it is written down.
  public struct Beginning: Hashable, Sendable {
    /// The plan.
    public var plan: Identifier<Plan>
    /// When its first step was done.
    public var began: Moment
    /// What the person wants to remember, such as the name of a product; a line each.
    public var notes: [String]
    /// When readings were taken that are written down elsewhere.
    public var looks: [Moment]
    /// From when on to look once more, because of what was seen at them.
    public var calls: [Moment]
    /// When alarms were sounded of which nobody has said yet whether they came of the plan.
    public var alarms: [Moment]

    /// Creates a beginning.
    public init(
      _ plan: Identifier<Plan>, began: Moment, notes: [String] = [], looks: [Moment] = [],
      calls: [Moment] = [], alarms: [Moment] = []
    ) {
      self.plan = plan
      self.began = began
      self.notes = notes
      self.looks = looks
      self.calls = calls
      self.alarms = alarms
    }

    static let opening = "# plan "
    private static let noteOpening = "# note: "
    private static let lookOpening = "# looked "
    private static let callOpening = "# look again from "

    /// The lines that say so.
    var text: String {
      "\(Self.opening)\(plan) began \(began)\n" + notes.map(Self.line).joined()
        + looks.map { "\(Self.lookOpening)\($0)\n" }.joined()
        + calls.map { "\(Self.callOpening)\($0)\n" }.joined()
        + alarms.map { Mark.alarm(at: $0).line }.joined()
    }

    /// The line of a note.
    ///
    /// Whoever reads the file on a screen is not to have it steered by what was pasted.
    static func line(of note: String) -> String {
      "\(noteOpening)\(note.withBreakSigns.printable)\n"
    }

    /// Reads the beginning that stands at a place in some lines.
    init?(in rows: [String], at place: Int) {
      let parts = rows[place].dropFirst(Self.opening.count).split(separator: " began ")
      guard parts.count == 2, let began = Moment(parts[1]) else { return nil }
      plan = Identifier(String(parts[0]))
      self.began = began
      let rest = rows[(place + 1)...]
      notes = rest.prefix { $0.hasPrefix(Self.noteOpening) }
        .map { String($0.dropFirst(Self.noteOpening.count)) }
      looks = Self.moments(behind: Self.lookOpening, in: rest.dropFirst(notes.count))
      calls = Self.moments(
        behind: Self.callOpening, in: rest.dropFirst(notes.count + looks.count))
      alarms = Self.moments(
        behind: Mark.alarmOpening, in: rest.dropFirst(notes.count + looks.count + calls.count))
    }

    /// The moments in the first lines that begin so.
    private static func moments(behind opening: String, in rows: ArraySlice<String>) -> [Moment] {
      rows.prefix { $0.hasPrefix(opening) }.compactMap { Moment($0.dropFirst(opening.count)) }
    }
  }
}
