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
  /// Why not some level, which the rest of the line names.
  case whyNot(String)
  /// How it would be with the answer that the rest of the line names, in the words that were typed.
  case whatIf(String)
  case whatWouldChange
  case sources
  case help
  case `repeat`
  case goOn
  /// Begin anew, with the choice of what to talk about.
  case startOver
  /// An answer was not meant so; nobody has said which.
  case mistake
  case quit

  /// Creates the command that a line is, if it is one.
  init?(_ line: String) {
    let words = Words(line)
    if let command = Self.commands[words.joined] {
      self = command
      return
    }
    // "Sorry, I meant the second" says that the last answer was none, and "I meant yes" is one.
    let said = words.list.drop { ["sorry", "no", "oh", "oops", "wait"].contains($0) }
    if said.starts(with: ["i", "meant"]), said.allSatisfy({ !["yes", "yeah", "it"].contains($0) }) {
      self = .mistake
      return
    }
    if words.list.starts(with: ["what", "if"]), let rest = line.rest(after: "what", "if") {
      self = .whatIf(rest)
      return
    }
    guard let first = words.list.first, words.list.count <= 8 else {
      guard line.trimmingSpaces == "?" else { return nil }
      self = .help
      return
    }
    if words.list.starts(with: ["why", "not"]), let rest = line.rest(after: "why", "not") {
      self = .whyNot(rest)
      return
    }
    let rest = words.list.dropFirst().joined(separator: " ")
    switch first {
    case "change", "edit", "correct": self = .change(rest)
    case "explain": self = .explain(rest)
    default: return nil
    }
  }

  /// What people type for each command that nothing follows.
  private static let commands: [String: Command] = {
    let said: [(Command, [String])] = [
      (.why, ["why", "why do you ask", "why do you ask that", "why this", "why that"]),
      (
        .back, ["back", "go back", "undo", "previous", "back one", "back please", "go back please"]
      ),
      (.soFar, ["so far", "sofar", "status", "summary", "what have i said"]),
      (.sources, ["sources", "source", "references", "evidence"]),
      (
        .help,
        [
          "help", "commands", "h", "what can i type", "what can i say", "help me", "please help",
          "please help me", "huh", "what", "i dont understand", "i do not understand",
          "i dont understand this", "i dont get it", "dont understand", "what do you mean",
          "what does that mean", "what does this mean", "i dont understand the question",
        ]
      ),
      (
        .whatWouldChange,
        [
          "what would change it", "what would change that", "what would change this",
          "what would change", "what would change the answer", "what would change your mind",
          "what could change it", "what could change that", "what can change it", "what changes it",
          "what can i change", "what could i change",
        ]
      ),
      (
        .repeat,
        [
          "repeat", "again", "say again", "say that again", "pardon", "i cannot see the list",
          "i cant see the list", "i can not see the list", "i cannot see the question",
          "i cant see the question", "i cannot see the options", "i cant see the options",
          "i cannot see the choices", "i cant see the choices", "where is the list",
          "show me the list", "show the list", "what was the question", "what are the options",
          "what are the choices", "what can i choose", "what now", "what do i do now",
          "what do i do next", "what should i do now", "what should i do next",
          "what shall i do now", "what next", "whats next", "what happens next", "what comes next",
          "and now", "so what now",
        ]
      ),
      (.goOn, ["go on", "continue", "carry on"]),
      (.startOver, ["start over", "start again", "restart", "begin again", "new consultation"]),
      (
        .quit,
        [
          "quit", "exit", "bye", "goodbye", "q", "stop", "end", "leave", "im done",
          "i want to quit", "quit please", "let me out",
        ]
      ),
      (.mistake, mistakes),
    ]
    return said.reduce(into: [:]) { commands, said in
      for line in said.1 { commands[line] = said.0 }
    }
  }()

  /// What people say who find that they have answered wrongly.
  private static let mistakes = [
    "that was wrong", "that is wrong", "thats wrong", "this is wrong", "that wasnt right",
    "that was not right", "thats not right", "that is not right", "that was a mistake", "mistake",
    "my mistake", "i made a mistake", "i made an error", "i have made a mistake",
    "ive made a mistake", "sorry i made a mistake", "sorry wrong", "wrong answer",
    "that was the wrong answer", "i gave the wrong answer", "i answered wrong",
    "i answered wrongly", "i got that wrong", "i said that wrong", "i mistyped", "i typed it wrong",
    "i typed that wrong", "no thats wrong", "no that is wrong", "no that was wrong",
    "i pressed the wrong thing", "i hit the wrong key", "i typed the wrong thing", "wrong thing",
    "typo", "that was a typo", "oops", "whoops", "wait", "wait no", "no wait",
    "hang on", "hold on", "i didnt mean that", "i did not mean that", "thats not what i meant",
    "that is not what i meant", "not what i meant", "thats not what i said",
    "that is not what i said", "i meant something else", "i pressed the wrong key",
    "wrong key", "wrong number", "i pressed the wrong number",
    "i typed the wrong number", "sorry i typed the wrong number",
    "oh sorry i typed the wrong number",
    "oh i typed the wrong number", "sorry i pressed the wrong number", "oh no that was wrong",
    "can i change my answer",
    "i want to change my answer", "how do i change my answer", "how do i go back", "can i go back",
  ]

  /// What Tab offers at every prompt.
  static let names = [
    "not sure", "why", "back", "change", "so far", "explain", "why not", "what if",
    "what would change", "sources", "help", "start over", "quit",
  ]
}

extension String {
  /// What stands behind two words that the text begins with, as it was typed; nothing if it does not.
  fileprivate func rest(after first: String, _ second: String) -> String? {
    let parts = split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard parts.count >= 2, Words(parts[0]).joined == first,
      Words(parts[1]).joined == second
    else { return nil }
    guard parts.count > 2 else { return "" }
    return String(parts[2]).trimmingSpaces
  }
}
