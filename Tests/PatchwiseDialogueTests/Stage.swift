import Patchwise
import Testing

@testable import PatchwiseDialogue

/// A place in a conversation at which a line can be typed.
enum Stage: String, CaseIterable, CustomTestStringConvertible {
  case menu, firstQuestion, question, didYouMean, which, changing, choosingChange, afterRefusals
  case recommendation, alarm

  var testDescription: String { rawValue }

  /// A conversation that has come to that place.
  func talk() throws -> Talk {
    switch self {
    case .menu: return try Talk(about: Boiler.knowledge())
    case .firstQuestion: return try Talk()
    case .question: return try Talk(at: "cold-rooms")
    case .didYouMean: return try Talk(at: "cold-rooms", saying: ["kichen"])
    case .which: return try Talk(at: "cold-rooms", saying: ["b"])
    case .changing: return try Talk(at: "cold-rooms", saying: ["change pressure"])
    case .choosingChange: return try Talk(at: "cold-rooms", saying: ["change"])
    case .afterRefusals: return try Talk(at: "cold-rooms", saying: ["foo", "foo", "foo", "foo"])
    case .recommendation: return try Talk.finished()
    case .alarm: return try Talk(at: "cold-rooms", saying: ["I smell gas"])
    }
  }
}

extension Talk {
  init(at question: Identifier<Question>, saying lines: [String]) throws {
    try self.init(at: question)
    for line in lines { say(line) }
  }
}
