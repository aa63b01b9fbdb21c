/// A conversation held at a terminal.
public struct Chat {
  /// How it came to an end.
  public enum Ending: Hashable, Sendable {
    /// The person left.
    case left
    /// Nothing more came in.
    case inputEnded
  }

  /// The conversation as it stands, from which a host can take the recommendation.
  public private(set) var dialogue: Dialogue
  private let terminal: any Terminal
  private let isDecorated: Bool
  private let isResumed: Bool
  private let firstLine: String?
  private let didTake: (Awaiting, String, Reply, Dialogue) -> Void

  /// Creates a conversation at a terminal.
  ///
  /// - Parameters:
  ///   - dialogue: The conversation; it should not have begun, unless it is taken up again.
  ///   - terminal: Where lines come from and text goes to.
  ///   - isDecorated: Whether headings may be shown in bold.
  ///   - isResumed: Whether it is taken up again, and not begun.
  ///   - firstLine: What was typed before it began; where it is taken up again, nothing is said before the reply.
  ///   - didTake: Called for every line that was typed, before the reply is shown, with what was
  ///     awaited, the line, the reply, and the conversation as it then stands.
  public init(
    _ dialogue: Dialogue, at terminal: any Terminal, isDecorated: Bool = false,
    isResumed: Bool = false, firstLine: String? = nil,
    didTake: @escaping (Awaiting, String, Reply, Dialogue) -> Void = { _, _, _, _ in }
  ) {
    self.dialogue = dialogue
    self.terminal = terminal
    self.isDecorated = isDecorated
    self.isResumed = isResumed
    self.firstLine = firstLine
    self.didTake = didTake
  }

  /// Talks until the person leaves or nothing more comes in.
  public mutating func run() -> Ending {
    if !isResumed {
      show(dialogue.begin())
    } else if firstLine == nil {
      show(dialogue.resumption)
    }
    if let firstLine { take(firstLine) }
    while !dialogue.isOver {
      switch terminal.readLine(prompt: dialogue.prompt, completions: dialogue.completions) {
      case .line(let line):
        take(line)
      case .abandoned: show([.paragraph(Phrasing.abandoned)])
      case .end:
        show(dialogue.end())
        return .inputEnded
      }
    }
    return .left
  }

  private mutating func take(_ line: String) {
    // An empty line asks for nothing and changes nothing.
    guard !line.allSatisfy(\.isWhitespace) else { return }
    let awaiting = dialogue.awaiting
    let reply = dialogue.respond(to: line)
    didTake(awaiting, line, reply, dialogue)
    show(reply.blocks)
  }

  private func show(_ blocks: [Block]) {
    terminal.write(Layout(width: terminal.width, isDecorated: isDecorated).text(blocks) + "\n")
  }
}
