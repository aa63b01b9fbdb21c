import Patchwise
import Testing

@testable import PatchwiseDialogue

/// A screen of a conversation: the lines that lead to it, the last of which is answered by it.
struct Scene: CustomTestStringConvertible {
  let testDescription: String
  let lines: [String]

  init(_ description: String, _ lines: [String]) {
    testDescription = description
    self.lines = lines
  }

  /// The screen as it is said.
  func blocks() throws -> [Block] {
    var talk = try Talk(about: Boiler.knowledge())
    for line in lines { talk.say(line) }
    return talk.reply.blocks
  }

  static let toRooms = ["1", "none", "yes", "1.5", "2 days", "not sure"]
  static let toEnd = toRooms + ["not sure", "yes", "not sure", "Descaler, water"]

  static let all = [
    Scene("menu", []),
    Scene("first question", ["1"]),
    Scene("question", toRooms),
    Scene("refusal", toRooms + ["garage", "garage", "garage"]),
    Scene("recommendation", toEnd),
    Scene("explanation", toEnd + ["explain"]),
    Scene("explanation of one scale", toEnd + ["explain care"]),
    Scene("why", ["1", "why"]),
    Scene("so far", toRooms + ["so far"]),
    Scene("sources", toEnd + ["sources"]),
    Scene("help", ["1", "help"]),
    Scene("topic", ["1", "Is it dangerous to let air out?"]),
    Scene("alarm", ["1", "I smell gas"]),
    Scene("early end", ["1", "1"]),
    Scene("change", toRooms + ["change"]),
  ]
}
