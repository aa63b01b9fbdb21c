import Patchwise

/// Something a person can type at every prompt instead of an answer.
enum Command: Hashable, Sendable {
  case why
  case back
  /// Change an earlier answer; the rest of the line names its question.
  case change(String)
  case soFar
  /// Explain everything, or one scale that the rest of the line names.
  case explain(String)
  case sources
  case help
  case `repeat`
  case goOn
  /// Begin anew, with the choice of what to talk about.
  case startOver
  case quit

  /// Creates the command that a line is, if it is one.
  init?(_ line: String) {
    let words = Words(line)
    switch words.joined {
    case "why", "why do you ask", "why do you ask that", "why this", "why that": self = .why
    case "back", "go back", "undo", "previous", "back one", "back please", "go back please":
      self = .back
    case "so far", "sofar", "status", "summary", "what have i said": self = .soFar
    case "sources", "source", "references", "evidence": self = .sources
    case "help", "commands", "h", "what can i type", "what can i say", "help me", "please help",
      "please help me", "huh", "what", "i dont understand", "i do not understand",
      "i dont understand this", "i dont get it", "dont understand", "what do you mean",
      "what does that mean", "what does this mean", "i dont understand the question":
      self = .help
    case "repeat", "again", "say again", "say that again", "pardon": self = .repeat
    case "go on", "continue", "carry on": self = .goOn
    case "start over", "start again", "restart", "begin again", "new consultation":
      self = .startOver
    case "quit", "exit", "bye", "goodbye", "q", "stop", "end", "leave", "im done", "i want to quit",
      "quit please", "let me out":
      self = .quit
    default:
      guard let first = words.list.first, words.list.count <= 8 else {
        guard line.trimmingSpaces == "?" else { return nil }
        self = .help
        return
      }
      let rest = words.list.dropFirst().joined(separator: " ")
      switch first {
      case "change", "edit", "correct": self = .change(rest)
      case "explain": self = .explain(rest)
      default: return nil
      }
    }
  }

  /// What Tab offers at every prompt.
  static let names = [
    "not sure", "why", "back", "change", "so far", "explain", "sources", "help", "start over",
    "quit",
  ]
}
