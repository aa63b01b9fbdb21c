import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Which of several is meant")
struct WhichTests {
  @Test("they are numbered anew, and a number counts among them")
  func numbered() throws {
    var talk = try Talk(at: "cold-rooms", saying: ["b"])
    #expect(
      talk.pieces == [
        "Which do you mean?", "1. The bathroom", "2. The bedroom", "3. The back room",
      ])
    talk.say("1")
    #expect(talk.outcome == "bathroom")
  }

  @Test(
    "names, ordinals and all of them are answers, and anything else is read as ever",
    arguments: [
      ("bathroom", "bathroom"), ("2", "bedroom"), ("the second", "bedroom"), ("last", "back"),
      ("1 and 3", "bathroom, back"), ("all of them", "bathroom, bedroom, back"),
      ("kitchen", "kitchen"), ("4", "refused"), ("none", "none"), ("not sure", "unsure"),
    ])
  func answers(line: String, outcome: String) throws {
    var talk = try Talk(at: "cold-rooms", saying: ["b"])
    talk.say(line)
    #expect(talk.outcome == (outcome == "refused" ? "back" : outcome))
  }

  @Test("after another line the numbers are those of the question again")
  func over() throws {
    var talk = try Talk(at: "cold-rooms", saying: ["b", "why", "1"])
    #expect(talk.outcome == "kitchen")
    talk = try Talk(at: "cold-rooms", saying: ["b", "garage", "1"])
    #expect(talk.outcome == "kitchen")
  }

  @Test("a name that two options have is asked back")
  func sharedName() throws {
    var knowledge = Knowledge.tiny(questions: [.one("source", ["plant", "person"])])
    knowledge.questions[0].domain = .one(
      [
        Question.Option(id: "plant", label: "Plants", also: ["stem cells", "leaves"]),
        Question.Option(id: "person", label: "People", also: ["stem cells", "blood"]),
      ], ordered: false)
    let base = try KnowledgeBase(knowledge)
    #expect(base.reading(of: "stem cells", at: "source") == "plant | person")
    #expect(base.reading(of: "leaves", at: "source") == "plant")
  }
}
