public import Patchwise
public import PatchwiseDialogue

/// A consultation that is written down as it goes, so that it can go on at another time.
///
/// It is a transcript, written piece by piece. Behind each piece stands a seal over all that is above it,
/// as a comment, so that the file replays as it is. What was not written to its end has no seal and does
/// not count.
public struct SavedConsultation: Sendable {
  /// What is wrong with a file.
  public enum Damage: Hashable, Sendable {
    /// What follows the last seal, from this line, was not written to its end.
    case unfinished(line: Int)
    /// Something between this line and the next seal is not as it was written.
    case altered(line: Int)
  }

  /// What counts: everything up to the last seal that fits.
  public let text: String
  /// What does not count, and why; nothing if all of the file does.
  public let damage: Damage?
  /// The edition of the knowledge it was held with last; nothing if the file does not say.
  public let edition: KnowledgeBase.Edition?
  /// What the last consultation in it came to, as the expectations of a transcript; empty if it was never
  /// at its end.
  public let outcome: [Transcript.Expectation]
  /// What the last consultation in it had come to at least where it broke off.
  private let floors: [Transcript.Expectation]
  private let seal: Seal
  /// Whether the consultation in which this one went on is gone, so that it goes on nowhere; whoever knows of all
  /// that is saved says so.
  package var hasLostSuccessor = false
  /// The lines of what counts, without blanks at their ends.
  let rows: [String]

  /// Takes a file apart.
  ///
  /// - Parameter file: The whole text of the file.
  /// - Complexity: Proportional to its length.
  public init(_ file: String) {
    var seal = Seal()
    var (sealed, piece) = ("", "")
    var lines = (sealed: 0, read: 0)
    var damage: Damage?
    var last = seal
    for row in Self.rows(of: file) {
      lines.read += 1
      guard row.hasPrefix(Seal.opening) else {
        piece += row
        seal.add(row)
        continue
      }
      guard row == seal.line else {
        damage = .altered(line: lines.sealed + 1)
        break
      }
      seal.add(row)
      sealed += piece
      sealed += row
      piece = ""
      (last, lines.sealed) = (seal, lines.read)
    }
    if damage == nil, !piece.isEmpty {
      let mayBeBegun = !sealed.isEmpty || Self.mayBegin(with: piece)
      damage = mayBeBegun ? .unfinished(line: lines.sealed + 1) : .altered(line: 1)
    }
    (text, self.damage, self.seal) = (sealed, damage, last)
    rows = sealed.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }
    let comments = Self.rows(of: sealed).map { $0.trimmingSpaces }
    edition = comments.compactMap(Self.edition).last
    let sitting = Self.sittings(in: comments[...]).last ?? []
    (outcome, floors) = (Self.outcome(in: sitting), Self.floors(in: sitting))
  }

  /// The first line of a file.
  private static let opening =
    "# Saved by patchwise. A line \"# seal …\" vouches for all that stands above it.\n"

  /// Whether a file of ours may begin so, whose first piece was not written to its end.
  private static func mayBegin(with text: String) -> Bool {
    text.utf8.starts(with: opening.utf8) || opening.utf8.starts(with: text.utf8)
      || text.allSatisfy(\.isNewline)
  }

  /// Whether it begins with the same piece as another one, and so is the same one at another time.
  package func beginsAs(_ other: SavedConsultation) -> Bool {
    let beginning = other.rows.prefix { !$0.hasPrefix(Seal.opening) }
    return rows.starts(with: beginning) && !beginning.isEmpty
  }

  /// The lines of a text, each with its line break.
  private static func rows(of text: String) -> [Substring] {
    var rows: [Substring] = []
    var rest = text[...]
    // A line that was made to end otherwise is a line all the same.
    while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
      let next = rest.utf8.index(after: end)
      rows.append(rest[..<next])
      rest = rest[next...]
    }
    return rest.isEmpty ? rows : rows + [rest]
  }

  /// The levels that a conversation has come to, to be compared with `outcome`.
  public static func levels(of dialogue: Dialogue) -> [Transcript.Expectation] {
    Recorder().levels(of: dialogue)
  }

  /// The day on which it began, such as `2026-03-02`; nothing if that is not known.
  public var began: String? {
    Transcript(text, named: "").lines.lazy.compactMap { line -> String? in
      if case .clock(let text) = line.content { Moment(text)?.day } else { nil }
    }.first
  }

  /// The kind of consultation; nothing if none was chosen.
  public var kind: Identifier<ConsultationKind>? {
    Script(Transcript(text, named: "")).sittings.last?.kind
  }

  // MARK: Going on

  /// What writes the rest of it.
  public var writer: Writer { Writer(seal, after: outcome, floors) }

  /// Returns the conversation as it stood where it broke off.
  ///
  /// - Parameter knowledge: The knowledge that it was held with.
  /// - Returns: The conversation; nothing if it can't be held so, because the knowledge has changed.
  /// - Complexity: That of holding it.
  public func dialogue(with knowledge: KnowledgeBase) -> Dialogue? {
    Transcript(text, named: "").heldDialogue(with: knowledge)
  }

  /// Begins anew with the answers that were given; see `Transcript.beginAgain`.
  public func beginAgain(
    with knowledge: KnowledgeBase, at now: Moment?,
    didTake: (Awaiting, String, Reply, Dialogue) -> Void = { _, _, _, _ in }
  ) -> Dialogue? {
    Transcript(text, named: "").beginAgain(with: knowledge, at: now, didTake: didTake)
  }

  /// Returns the last consultation before its first question, with what was known then.
  ///
  /// - Parameters:
  ///   - knowledge: The knowledge that is to decide.
  ///   - now: What the clock says now.
  /// - Returns: The conversation; nothing if there is no such consultation any more.
  public func opening(with knowledge: KnowledgeBase, at now: Moment?) -> Dialogue? {
    Transcript(text, named: "").opening(with: knowledge, at: now)
  }

  /// When the last consultation in it began; nothing if that is not written.
  public var lastBegan: Moment? { Script(Transcript(text, named: "")).sittings.last?.began }

  /// Returns the answers that nothing can have changed since.
  ///
  /// - Parameter knowledge: The knowledge that is to decide.
  /// - Returns: Those to questions whose answers never change.
  public func lastingAnswers(with knowledge: KnowledgeBase) -> [Identifier<Question>: Answer] {
    beginAgain(with: knowledge, at: nil)?.consultation?.lastingAnswers ?? [:]
  }

  // MARK: What comments say

  private static let editionOpening = "# knowledge version "
  /// What stands for that of knowledge made in memory.
  private static let noFingerprint = "none"
  static let outcomeOpening = "# came to "

  private static func edition(_ row: String) -> KnowledgeBase.Edition? {
    guard row.hasPrefix(editionOpening) else { return nil }
    let parts = row.dropFirst(editionOpening.count).split(separator: ", fingerprint ")
    return parts.count == 2
      ? KnowledgeBase.Edition(
        version: String(parts[0]), fingerprint: parts[1] == noFingerprint ? "" : String(parts[1]))
      : nil
  }

  /// What says what it comes to at least, whatever else may be answered.
  static let floorOpening = "# at least "

  /// What says that it was taken up again after it had come to its end.
  static let openAgain = "# open again"

  /// The last lines in a row that say what it came to, unless it was taken up again.
  static func outcome(in rows: ArraySlice<String>) -> [Transcript.Expectation] {
    guard let end = rows.lastIndex(where: { $0.hasPrefix(outcomeOpening) }),
      !rows[end...].contains(openAgain)
    else { return [] }
    return expectations(behind: outcomeOpening, upTo: end, in: rows)
  }

  /// The last lines in a row that say what it came to at least, where it came to no end.
  static func floors(in rows: ArraySlice<String>) -> [Transcript.Expectation] {
    guard outcome(in: rows).isEmpty,
      let end = rows.lastIndex(where: { $0.hasPrefix(floorOpening) })
    else { return [] }
    return expectations(behind: floorOpening, upTo: end, in: rows)
  }

  /// What the lines in a row say that begin so and end with one.
  private static func expectations(
    behind opening: String, upTo end: Int, in rows: ArraySlice<String>
  ) -> [Transcript.Expectation] {
    let start = rows[...end].lastIndex { !$0.hasPrefix(opening) } ?? rows.startIndex - 1
    return rows[(start + 1)...end].compactMap { row in
      let line = Transcript("= \(row.dropFirst(opening.count))", named: "").lines.first
      if case .expected(let expectation)? = line?.content { return expectation }
      return nil
    }
  }

  /// The lines of each consultation in some, one after the other; the first has the header before it, too.
  static func sittings(in rows: ArraySlice<String>) -> [ArraySlice<String>] {
    let named = rows.indices.filter { rows[$0].hasPrefix("consult ") }
    let before = rows[..<(named.first ?? rows.endIndex)]
    let isHeader = !before.contains { $0.hasPrefix("? ") || $0.hasPrefix(outcomeOpening) }
    let starts = [rows.startIndex] + named.dropFirst(isHeader ? 1 : 0)
    let ends = starts.dropFirst() + [rows.endIndex]
    return zip(starts, ends).map { rows[$0..<$1] }
  }
}

extension SavedConsultation {
  /// Writes a consultation down, piece by piece, each with its seal.
  ///
  /// Each piece is to be appended, and synced, before the next line is asked for.
  public struct Writer: Sendable {
    private var seal: Seal
    private var recorder = Recorder()
    /// What it came to, and where it came to no end at least, as it is written by now.
    var last: (outcome: [Transcript.Expectation], floors: [Transcript.Expectation])

    /// Creates a writer for a new file.
    public init() { self.init(Seal(), after: [], []) }

    init(
      _ seal: Seal, after outcome: [Transcript.Expectation], _ floors: [Transcript.Expectation]
    ) {
      self.seal = seal
      last = (outcome, floors)
    }

    /// Returns the first piece.
    ///
    /// - Parameters:
    ///   - dialogue: The conversation, at its beginning.
    ///   - beginning: The plan that it goes on with.
    ///   - note: What the person wants to remember of it.
    /// - Returns: The lines, with their seal.
    public mutating func header(
      of dialogue: Dialogue, following beginning: Beginning? = nil,
      noting note: String? = nil
    ) -> String {
      sealed(
        SavedConsultation.opening
          + "\(Self.line(of: dialogue.knowledge.edition))\(beginning?.text ?? "")"
          + recorder.header(of: dialogue, at: dialogue.now)
          + (note.map(Beginning.line) ?? ""))
    }

    /// Returns the piece with which a conversation goes on at another time.
    ///
    /// - Parameter now: What the clock says then.
    /// - Returns: The lines, with their seal.
    public mutating func resumption(at now: Moment) -> String { sealed("\n@ \(now)\n") }

    /// Returns the piece for something that was typed.
    ///
    /// - Parameters:
    ///   - typed: The line.
    ///   - awaiting: What was awaited.
    ///   - reply: What was replied.
    ///   - dialogue: The conversation after it.
    /// - Returns: The lines, with their seal.
    public mutating func piece(
      for typed: String, at awaiting: Awaiting, _ reply: Reply, _ dialogue: Dialogue
    ) -> String {
      let isOver = dialogue.consultation?.isOver == true || dialogue.alarm != nil
      let outcome = isOver ? recorder.levels(of: dialogue) : []
      let floors = isOver ? [] : recorder.floors(of: dialogue)
      defer { last = (outcome, floors) }
      var text = recorder.lines(for: typed, at: awaiting, reply)
      if outcome.isEmpty, !last.outcome.isEmpty { text += "\(openAgain)\n" }
      if outcome != last.outcome { text += Self.lines(outcomeOpening, outcome) }
      if floors != last.floors, !isOver {
        text += floors.isEmpty ? "\(floorOpening)nothing\n" : Self.lines(floorOpening, floors)
      }
      return sealed(text)
    }

    private static func lines(
      _ opening: String, _ expectations: [Transcript.Expectation]
    ) -> String {
      expectations.map { "\(opening)\($0)\n" }.joined()
    }

    mutating func sealed(_ text: String) -> String {
      seal.add(text)
      let line = seal.line
      seal.add(line)
      return text + line
    }

    private static func line(of edition: KnowledgeBase.Edition) -> String {
      "\(editionOpening)\(edition.version), fingerprint \(edition.fingerprint.isEmpty ? noFingerprint : edition.fingerprint)\n"
    }
  }
}
