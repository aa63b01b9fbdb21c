import Patchwise
import Testing

@testable import PatchwiseDialogue

/// A screen of a conversation: the lines that lead to it, the last of which is answered by it.
struct Scene: CustomTestStringConvertible {
  let testDescription: String
  let lines: [String]

  private init(_ description: String, _ lines: [String]) {
    testDescription = description
    self.lines = lines
  }

  /// The screen as it is said.
  func blocks(about knowledge: KnowledgeBase? = nil) throws -> [Block] {
    var talk = try Talk(about: knowledge ?? Boiler.knowledge())
    for line in lines { talk.say(line) }
    return talk.reply.blocks
  }

  /// The screen as a terminal of 80 columns shows it.
  func text() throws -> String { Layout(width: 80).text(try blocks()) }

  private static let toRooms = ["1", "none", "yes", "1.5", "2 days", "not sure"]
  private static let toEnd = toRooms + ["not sure", "yes", "not sure"]
  private static let toPlan = [
    "1", "none", "yes", "2", "1 hour", "quiet", "kitchen", "yes", "1", "none",
  ]

  static let menu = Scene("menu", [])
  static let firstQuestion = Scene("first question", ["1"])
  static let question = Scene("question", toRooms)
  static let refusal = Scene("refusal", toRooms + ["garage", "garage", "garage"])
  static let slip = Scene("slip of the finger", toRooms + ["kichen"])
  static let recommendation = Scene("recommendation", toEnd)
  static let plan = Scene("recommendation with a plan", toPlan)
  static let explanation = Scene("explanation", toEnd + ["explain"])
  static let oneScale = Scene("explanation of one scale", toEnd + ["explain care"])
  static let why = Scene("why", ["1", "why"])
  static let soFar = Scene("so far", toRooms + ["so far"])
  static let sources = Scene("sources", toEnd + ["sources"])
  static let help = Scene("help", ["1", "help"])
  static let topic = Scene("topic", ["1", "Is it dangerous to let air out?"])
  static let unknownTopic = Scene("unknown topic", ["1", "Who painted the Mona Lisa?"])
  static let doubtfulAlarm = Scene("doubtful alarm", ["1", "I smell gas sometimes"])
  static let alarm = Scene("alarm", ["1", "I smell gas"])
  static let goOn = Scene("going on after an alarm", ["1", "I smell gas", "go on"])
  static let earlyEnd = Scene("early end", ["1", "1"])
  static let back = Scene("back", toRooms + ["go back"])
  static let change = Scene("change", toRooms + ["change"])
  static let changing = Scene("changing", toRooms + ["change pressure"])
  static let brokenOff = Scene("broken-off end", toRooms + ["quit"])

  static let all = [
    menu, firstQuestion, question, refusal, slip, recommendation, plan, explanation, oneScale, why,
    soFar, sources, help, topic, unknownTopic, doubtfulAlarm, alarm, goOn, earlyEnd, back, change,
    changing, brokenOff,
  ]
}
