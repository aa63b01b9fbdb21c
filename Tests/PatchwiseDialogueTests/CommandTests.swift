import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Commands")
struct CommandTests {
  @Test(
    "commands are taken in any case, with any punctuation",
    arguments: [
      ("why", Command.why), ("WHY?", .why), ("why do you ask?", .why), ("go back", .back),
      ("Undo!", .back), ("so far", .soFar), ("sofar", .soFar), ("Sources.", .sources),
      ("help", .help), ("?", .help), (" ? ", .help), ("h", .help), ("again", .repeat),
      ("go on", .goOn), ("quit", .quit), ("I'm done", .quit), ("I’m done", .quit), ("q", .quit),
      ("change", .change("")), ("change water-pressure", .change("water pressure")),
      ("explain", .explain("")), ("Explain care", .explain("care")),
      ("why not", .whyNot("")), ("Why not leave?", .whyNot("leave?")),
      ("Sorry, I meant the kitchen", .mistake), ("no, that's wrong", .mistake),
      ("what if", .whatIf("")), ("What if 1.5, or 2 bar?", .whatIf("1.5, or 2 bar?")),
      ("What would change it?", .whatWouldChange), ("what would change", .whatWouldChange),
    ])
  func spellings(line: String, command: Command) {
    #expect(Command(line) == command)
  }

  @Test(
    "what only looks like a command is none",
    arguments: [
      "I meant yes", "yes I meant it", "", "quitting", "whyever", "the back", "helpful",
      "I want to quit smoking one day",
      "changes happen", "so farther",
      "change is something that I have been thinking about for long",
    ])
  func noCommands(line: String) {
    #expect(Command(line) == nil)
  }

  @Test(
    "a command that shows something leaves everything as it is", arguments: Stage.allCases,
    [
      "why", "so far", "explain", "explain care", "sources", "help", "?", "repeat", "why not",
      "why not an engineer today", "what if", "what would change it",
    ])
  func showing(stage: Stage, line: String) throws {
    var talk = try stage.talk()
    let before = talk
    let said = talk.say(line)
    #expect(talk.outcome == "served")
    #expect(talk.awaiting == before.awaiting)
    #expect(talk.dialogue.alarm?.id == before.dialogue.alarm?.id)
    #expect(talk.dialogue.consultation?.answered == before.dialogue.consultation?.answered)
    #expect(!talk.pieces.isEmpty)
    // The prompt is put again.
    switch talk.dialogue.awaiting {
    case .consultation: #expect(said.contains("What brings you here?"))
    case .question(let id):
      let ask = try #require(talk.dialogue.knowledge.question(id)).ask.string
      #expect(said.contains(ask))
    case .anythingElse where line != "repeat":
      #expect(talk.pieces.last?.contains(stage == .alarm ? "go on" : "Anything else?") == true)
    case .anythingElse: break
    }
  }

  @Test("quitting works everywhere", arguments: Stage.allCases)
  func quitting(stage: Stage) throws {
    var talk = try stage.talk()
    #expect(talk.say("quit").hasSuffix("Take care of yourself.\n"))
    #expect(talk.dialogue.isOver)
  }

  @Test(
    "who has answered wrongly is told how to take it back",
    arguments: [
      "That was wrong!", "I made a mistake", "wait, no", "oops", "Can I change my answer?",
    ])
  func mistake(line: String) throws {
    var talk = try Talk(at: "cold-rooms")
    talk.say(line)
    #expect(talk.outcome == "served")
    #expect(
      talk.pieces.prefix(2) == [
        "No harm done. Type \"back\" to take the last answer back, or \"change\" to choose which one.",
        "Which rooms stay cold?",
      ])
    talk.say("kichen")
    talk.say(line)
    #expect(talk.pieces.first == "Then let me ask again.")
    talk = try Talk()
    talk.say(line)
    #expect(talk.pieces.first == "You haven't answered anything yet.")
    talk.say("I smell gas")
    talk.say(line)
    #expect(talk.dialogue.alarm != nil)
  }

  @Test("who can't see the list is shown it again, and nothing is made of it")
  func unseen() throws {
    var talk = try Talk()
    talk.say("I cannot see the list.")
    #expect(talk.outcome == "served")
    #expect(talk.pieces.first == "Is any of this so right now?")
  }

  @Test("going on where nothing has stopped changes nothing")
  func goOn() throws {
    var talk = try Talk(at: "pressure")
    talk.say("go on")
    #expect(talk.outcome == "served")
    #expect(talk.awaiting == "pressure")
  }

  @Test(
    "nothing is a way to leave once everything is said", arguments: ["no", "No, thanks.", "ok"])
  func farewell(line: String) throws {
    var talk = try Talk.finished()
    talk.say(line)
    #expect(talk.dialogue.isOver)
  }

  @Test("the end says what is still possible if something was answered and nothing is decided")
  func end() throws {
    var begun = try Talk()
    #expect(begun.end() == "Take care of yourself.\n")
    #expect(begun.dialogue.isOver)

    var half = try Talk(at: "noise")
    let said = half.end()
    #expect(said.contains("not a recommendation yet"))
    #expect(said.contains("Do you need an engineer?"))
    #expect(said.hasSuffix("\nTake care of yourself.\n"))

    var finished = try Talk.finished()
    #expect(finished.end() == "Take care of yourself.\n")
    var menu = try Talk(about: Boiler.knowledge())
    #expect(menu.end() == "Take care of yourself.\n")
    var alarmed = try Talk(at: "noise", saying: ["I smell gas"])
    #expect(alarmed.end() == "Take care of yourself.\n")
  }

  @Test("completions offer answers, commands and what can be changed")
  func completions() throws {
    var talk = try Talk(about: Boiler.knowledge())
    #expect(
      talk.dialogue.completions.prefix(2) == [
        "My radiators stay cold", "I wonder if a service is due",
      ])
    talk.say("1")
    #expect(
      talk.dialogue.completions.prefix(4) == [
        "It smells of gas", "Soot or black marks on the casing", "Water drips from the boiler",
        "none",
      ])
    talk.say("none")
    #expect(talk.dialogue.completions.prefix(3) == ["yes", "no", "not sure"])
    #expect(talk.dialogue.completions.last == "change danger")
    for completion in try Talk(at: "cold-rooms").dialogue.completions {
      var talk = try Talk(at: "cold-rooms")
      talk.say(completion)
      #expect(!["refused", "asked back"].contains(talk.outcome), "\(completion)")
    }
  }

  // MARK: The menu

  @Test(
    "the menu takes numbers, names, titles and other words",
    arguments: [
      ("1", "began no-heat"), ("no-heat", "began no-heat"),
      ("My radiators stay cold", "began no-heat"),
      ("cold", "began no-heat"), ("it is so cold", "began no-heat"), ("2", "began service"),
      ("maint", "asked back"), ("3", "refused"), ("garage", "refused"), ("", "refused"),
      ("none", "refused"), ("not sure", "served"), ("I don't know", "served"), ("1, 2", "refused"),
      ("back", "refused"),
      ("change", "refused"), ("change danger", "refused"), ("go on", "served"),
    ])
  func menu(line: String, outcome: String) throws {
    var talk = try Talk(about: Boiler.knowledge())
    talk.say(line)
    #expect(talk.outcome == outcome)
    if outcome == "refused" { #expect(talk.awaiting == "the consultation") }
  }

  @Test("one consultation alone begins at once, an unknown one never")
  func onlyConsultation() throws {
    let knowledge = try KnowledgeBase(.tiny(questions: [.yesNo("calm")]))
    let dialogue = try Dialogue(about: knowledge)
    #expect(dialogue.consultation?.kind.id == "visit")
    let boiler = try Boiler.knowledge()
    let error = #expect(throws: UnknownConsultation.self) {
      try Dialogue(about: boiler, consulting: "heat")
    }
    #expect(error?.id == "heat")
    #expect(error?.known == ["no-heat", "service"])
  }

  @Test("starting over lets go of everything that was said", arguments: Stage.allCases)
  func startOver(stage: Stage) throws {
    var talk = try stage.talk()
    guard stage != .choosingChange else { return }
    #expect(
      talk.say("start over").hasPrefix("All right, from the beginning.\n\nWhat brings you here?"))
    #expect(talk.outcome == "served")
    #expect(talk.awaiting == "the consultation")
    #expect(talk.dialogue.alarm == nil)
    talk.say("back")
    #expect(talk.outcome == "refused")
    talk.say("1")
    #expect(talk.awaiting == "danger")
    #expect(talk.dialogue.consultation?.answered == [])
  }

  @Test("what was given twice is given once, and stays when everything begins anew")
  func startOverWithGiven() throws {
    let knowledge = try KnowledgeBase(
      .tiny(
        questions: [.yesNo("calm"), .yesNo("warm")],
        scales: [.of("care", ["rest", "run"], otherwise: "rest")],
        rules: [.of("r", when: "calm or warm", raise: ["care": "run"])]))
    var dialogue = try Dialogue(about: knowledge)
    dialogue.give(["calm": .yes])
    dialogue.give(["calm": .no])
    #expect(dialogue.given == ["calm"])
    _ = dialogue.respond(to: "start over")
    #expect(dialogue.consultation?.answer(to: "calm") == .no)
    #expect(dialogue.awaiting == .question("warm"))
  }

  @Test(
    "who does not understand is helped",
    arguments: [
      "I don't understand", "huh?", "what do you mean?", "please help", "what does that mean",
    ])
  func helping(line: String) throws {
    var talk = try Talk(at: "pressure")
    #expect(talk.say(line).contains("The gauge is round"))
    #expect(talk.outcome == "served")
  }
}
