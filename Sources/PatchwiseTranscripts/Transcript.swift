/// The written play of a conversation: what was asked, what was typed, what must follow.
///
/// A transcript is kept line by line, so that comments and spacing survive when expectations are
/// rewritten.
public struct Transcript: Hashable, Sendable {
  /// What the transcript is called in failures, usually its path.
  public var name: String
  /// The lines, in order.
  public var lines: [Line]

  /// One line of a transcript.
  public struct Line: Hashable, Sendable {
    /// Counted from 1.
    public var number: Int
    /// As it was written, without its line break.
    public var text: String
    /// The line break behind it; empty at the end of a text that has none there.
    public var lineBreak: String
    /// What it says.
    public var content: Content

    /// What a line says.
    public enum Content: Hashable, Sendable {
      case blank
      case comment
      /// `patchwise transcript 1`
      case version(String)
      /// `knowledge NAME`
      case knowledge(String)
      /// `consult NAME`
      case consult(String)
      /// `given NAME: ANSWER`
      case given(question: String, answer: String)
      /// `@ 2026-03-02 20:15`, or `@ +48h`
      case clock(String)
      /// `? NAME`
      case asked(String)
      /// `> text`
      case typed(String)
      /// `understood: text`
      case understood(String)
      /// `!`, or `! text`: the line above must be refused, with these words
      case refused(String)
      /// `= …`
      case expected(Expectation)
      /// `< text`
      case said(String)
      /// A line that is none of these, and why.
      case unreadable(String)
    }
  }

  /// What must hold when the play is over.
  public enum Expectation: Hashable, Sendable {
    /// A scale is settled at a level, or lies between two.
    case level(scale: String, floor: String, ceiling: String)
    /// A rule has its share in the recommendation, or has not.
    case because(rule: String, Bool)
    /// A piece of advice is given, or not.
    case advice(String, Bool)
    /// A level with this plan was reached.
    case plan(String)
    /// A question was asked, or not.
    case asked(String, Bool)
    /// An alarm has stopped everything.
    case alarm(String)
    /// A level that ends the consultation was reached.
    case endedEarly
  }

  /// The text of the transcript.
  public var text: String { lines.map { $0.text + $0.lineBreak }.joined() }
}
