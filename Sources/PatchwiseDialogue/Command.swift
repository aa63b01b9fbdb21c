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
  case quit

  /// Creates the command that a line is, if it is one.
  init?(_ line: String) {
    let words = Words(line)
    switch words.joined {
    case "why", "why do you ask", "why do you ask that", "why this", "why that": self = .why
    case "back", "go back", "undo", "previous", "back one": self = .back
    case "so far", "sofar", "status", "summary", "what have i said": self = .soFar
    case "sources", "source", "references", "evidence": self = .sources
    case "help", "commands", "h", "what can i type", "what can i say": self = .help
    case "repeat", "again", "say again", "say that again", "pardon": self = .repeat
    case "go on", "continue", "carry on": self = .goOn
    case "quit", "exit", "bye", "goodbye", "q", "stop", "end", "leave", "im done": self = .quit
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
    "not sure", "why", "back", "change", "so far", "explain", "sources", "help", "quit",
  ]
}
