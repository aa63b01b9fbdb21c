import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

/// A conversation about the boiler with somebody who types at random and never leaves.
struct RandomWalk {
  private(set) var talk: Talk
  private var lines: RandomLines
  private let share: Int

  /// Begins the conversation that belongs to a seed, in which a share of the lines are answers.
  init(seed: UInt64, answering share: Int = 55) throws {
    let knowledge = try Boiler.knowledge()
    talk = try Talk(about: knowledge)
    lines = RandomLines(knowledge, seed: seed)
    self.share = share
  }

  private var question: Question? {
    guard case .question(let id) = talk.dialogue.awaiting else { return nil }
    return talk.dialogue.knowledge.question(id)
  }

  /// Types the next line and returns it.
  mutating func step() -> String {
    let before = talk
    while true {
      let line = lines.line(at: question, answering: share)
      talk.say(line)
      guard talk.dialogue.isOver else { return line }
      talk = before
    }
  }

  /// Answers what is still asked.
  mutating func finish() {
    for _ in 0..<100 {
      if talk.dialogue.alarm != nil {
        talk.say("go on")
      } else if talk.dialogue.consultation == nil {
        talk.say("1")
      } else if let question {
        talk.say(lines.answer(to: question))
        // What was asked back may have been another answer.
        if talk.reply.outcome == .askedBack { talk.say("no") }
      } else {
        return
      }
    }
    Issue.record("it still asks for \(talk.awaiting)")
  }
}
