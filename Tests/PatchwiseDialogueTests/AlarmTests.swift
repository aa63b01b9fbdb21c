import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Alarms")
struct AlarmTests {
  @Test(
    "an alarm fires wherever it stands in a sentence",
    arguments: [
      "I smell gas", "I SMELL GAS!!", "help, I smell gas", "why? I smell gas", "I smell gas, 2 bar",
      "the monoxide alarm's going off", "the monoxide alarm’s going off",
      "monoxide alarms going off",
      "I can't breathe in here", "i cant breathe in here", "I can’t breathe in here",
      "is it bad that I smell gas?", "yes I smell gas", "the house is full of gas and 2 bar",
      // A doubt is no denial.
      "not sure if I smell gas", "I'm not sure I smell gas", "I don't know if I smell gas",
      // Nor is one that belongs to something else.
      "no I smell gas", "no, I smell gas", "no heat and I smell gas", "I have no heat I smell gas",
      "the heating stopped I smell gas", "the heat is gone I smell gas",
      "I'm not joking I smell gas",
      "I don't feel well I smell gas", "not good, I smell gas", "I can't think I smell gas",
      "I don't like that I smell gas", "I have never had I smell gas this bad",
      "no but I smell gas", "I don't want to die I smell gas", "none of this helps I smell gas",
      "I didn't smell gas everywhere yesterday but now I smell gas",
    ])
  func fires(line: String) throws {
    var talk = try Talk(at: "pressure")
    talk.say(line)
    #expect(talk.outcome.hasPrefix("alarm "))
    #expect(talk.dialogue.alarm != nil)
    #expect(talk.awaiting == "anything else")
  }

  @Test("who asks when something is to be done is asked, or told if that is a topic")
  func asksWhen() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.topics[0].askedAs.append("when do I leave because I smell gas")
    let base = try KnowledgeBase(knowledge)
    for (line, outcome) in [
      ("when should I say that I smell gas?", "asked back"),
      ("When do I leave because I smell gas?", "told turn-off-at-night"),
      ("I have read about people whose house is full of gas", "asked back"),
      ("does it help with a house is full of gas?", "asked back"),
      ("is anybody there, help, the house is full of gas", "alarm gas-now"),
      ("I'm scared of it: the house is full of gas", "asked back"),
      ("now I smell gas", "alarm gas-now"),
    ] {
      var talk = try Talk(about: base)
      talk.say(line)
      #expect(talk.outcome == outcome, "\(line)")
    }
  }

  @Test(
    "a doubtful phrase is asked about, and takes the certainty from phrases within it",
    arguments: [
      ("there is a funny smell", "asked back"), ("no funny smell, just noise", "other"),
      ("the house is full of gas", "alarm gas-now"),
      ("the house is full of gas bottles", "asked back"),
      ("the house is full of gas bottles and I smell gas", "alarm gas-now"),
      ("the house is full of gas bottles and the house is full of gas", "asked back"),
      ("a funny smell and the house is full of gas", "alarm gas-now"),
    ])
  func doubtful(line: String, outcome: String) throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms[0].doubtful = ["funny smell", "full of gas bottles & house is"]
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say(line)
    #expect(talk.outcome == outcome || outcome == "other" && talk.dialogue.alarm == nil)
    guard outcome == "asked back" else { return }
    talk.say("yes")
    #expect(talk.outcome == "alarm gas-now")
  }

  @Test("a doubtful phrase that was dismissed doubts what other alarms find in its words")
  func dismissedDoubt() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms[0].doubtful = ["smell of burnt toast"]
    knowledge.alarms[1].phrases.append("smell of burnt")
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say("there is a smell of burnt toast")
    #expect(talk.outcome == "asked back")
    talk.say("no")
    #expect(talk.dialogue.alarm == nil)
  }

  @Test(
    "who leaves without saying whether it is danger is told what to do if it is",
    arguments: ["there is a funny smell", "maybe a gas smell"])
  func leftOpen(line: String) throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms[0].doubtful = ["funny smell"]
    let base = try KnowledgeBase(knowledge)
    let told = "If it is happening:\n  - Do not touch any switch."
    for leaves in [true, false] {
      var talk = try Talk(about: base)
      talk.say("1")
      talk.say(line)
      #expect(talk.outcome == "asked back")
      let said = leaves ? talk.say("quit") : Layout(width: 80).text(talk.dialogue.end())
      #expect(said.hasPrefix(told), "\(said)")
      #expect(said.contains("Take care of yourself."))
    }
    var talk = try Talk(about: base)
    talk.say("1")
    talk.say(line)
    talk.say("no")
    #expect(!talk.say("quit").contains("If it is happening"))
  }

  @Test("who is asked about danger a second time is told what to do if it is")
  func askedTwice() throws {
    var talk = try Talk(at: "pressure")
    #expect(!talk.say("I smell gas sometimes").contains("If it is happening"))
    let said = talk.say("blorf")
    #expect(said.contains("If it is happening:\n  - Do not touch any switch."), "\(said)")
    talk.say("blorf")
    #expect(talk.outcome == "alarm gas-now")
    // Who wants to know what to type is told once more; who calls for help has answered.
    for (line, outcome) in [
      ("help", "asked back"), ("help me", "alarm gas-now"), ("hurry", "alarm gas-now"),
      ("false alarm", "served"), ("what do I do", "alarm gas-now"),
    ] {
      var talk = try Talk(at: "pressure", saying: ["I smell gas sometimes"])
      talk.say(line)
      #expect(talk.outcome == outcome, "\(line)")
    }
  }

  @Test("a letter typed twice in a short word is a slip, and another letter is not")
  func doubledLetter() {
    #expect(AlarmWatch.areAlike("lipps", "lips") && AlarmWatch.areAlike("haand", "hand"))
    #expect(!AlarmWatch.areAlike("limps", "lips") && !AlarmWatch.areAlike("lisp", "lips"))
    #expect(!AlarmWatch.areAlike("lipp", "lip") && !AlarmWatch.areAlike("lipsy", "lips"))
  }

  @Test(
    "an alarm that is denied just before, or is part of another word, stays silent",
    arguments: [
      "I don't think I smell gas", "I don’t think I smell gas", "it's not that I smell gas",
      "I don't smell gas everywhere", "I can't smell gas everywhere", "never smell gas everywhere",
      "no monoxide alarm's going off", "there is no sign that the house is full of gas",
      "I don't feel like I smell gas", "I do not believe that the house is full of gas",
      "I smell gasoline", "I smell some gas", "hi smell gas", "the warehouse is full of gas",
      "smell gas", "gas", "nobody smell gas everywhere",
    ])
  func staysSilent(line: String) throws {
    var talk = try Talk(at: "pressure")
    talk.say(line)
    #expect(!talk.outcome.hasPrefix("alarm "))
    #expect(talk.dialogue.alarm == nil)
  }

  @Test("an alarm fires at every prompt", arguments: Stage.allCases)
  func firesEverywhere(stage: Stage) throws {
    var talk = try stage.talk()
    let said = talk.say("I smell gas")
    #expect(talk.outcome == "alarm gas-now")
    #expect(
      said.hasPrefix("Do you need an engineer?\nLeave the house now\nDo not touch any switch."))
    // Nothing but going on, stepping back or leaving helps out of it.
    for line in ["1", "none", "yes", "2 bar", "blah", "repeat", "so far", "help"] {
      talk.say(line)
      #expect(talk.dialogue.alarm?.id == "gas-now", "\(line)")
      #expect(talk.awaiting == "anything else", "\(line)")
    }
    #expect(talk.say("repeat").contains("Leave the house now"))
    #expect(talk.dialogue.interval(of: "care")?.floor?.id == "leave")
  }

  @Test("after an alarm, going on leads back to where it fired", arguments: Stage.allCases)
  func goOn(stage: Stage) throws {
    var talk = try stage.talk()
    let awaiting = talk.awaiting
    talk.say("I smell gas")
    if stage == .alarm {
      talk.say("go on")
    } else {
      #expect(talk.say("go on").contains("where we were"))
    }
    #expect(talk.dialogue.alarm == nil)
    if stage != .alarm { #expect(talk.awaiting == awaiting) }
    talk.say("I smell gas")
    talk.say("quit")
    #expect(talk.dialogue.isOver)
  }

  @Test("the full name of an option is the option, not the alarm")
  func optionFirst() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms[0].phrases.append("it smells of gas")
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say("1")
    talk.say("It smells of gas")
    #expect(talk.outcome == "gas")
    talk.say("I think it smells of gas")
    #expect(talk.outcome == "alarm gas-now")
  }

  @Test(
    "of a phrase with & and | all parts have to stand in the line, each in one of its ways",
    arguments: [
      ("the boiler shakes and there is smoke", true), ("smoke, and it rattles a lot", true),
      ("it rattles", false), ("there is smoke", false), ("no smoke, it only rattles", false),
      ("smoke, and the boiler really badly shakes", true), ("it rattles a lot. Smoke too.", true),
      ("it rattles, but there is no smoke", false), ("R and smoke", false),
    ])
  func partsApart(line: String, fires: Bool) throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms[0].phrases = ["boiler … shakes | it rattles & smoke", "R&D & nothing else"]
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say("1")
    talk.say(line)
    #expect((talk.dialogue.alarm != nil) == fires)
  }

  @Test("a common word is no slip for a word of danger, however alike they look")
  func commonWords() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms[0].phrases = ["I'm dying"]
    let base = try KnowledgeBase(knowledge)
    for (line, outcome) in [
      ("I'm dying", "alarm gas-now"), ("im dyinng", "asked back"), ("I'm doing a test", "refused"),
      ("I'm dyeing curtains", "refused"), ("I'm drying my boots", "refused"),
    ] {
      var talk = try Talk(about: base)
      talk.say("2")
      talk.say(line)
      #expect(talk.outcome == outcome, "\(line)")
    }
  }

  // MARK: In doubt

  @Test(
    "a line that also speaks of the past, of others, or has a slip in it is asked back",
    arguments: [
      "I smell gas sometimes", "I smell gas, since 2019", "what if the house is full of gas",
      "years ago the house is full of gas", "I once said I smell gas", "I smell gas every morning",
      "is monoxide alarm's going off normal",
      "the monoxide alrm's going off", "monoxide alarms goin off", "the hous is full of gas",
      "she said I smell gas",
    ])
  func doubtful(line: String) throws {
    var talk = try Talk(at: "pressure")
    talk.say(line)
    #expect(talk.outcome == "asked back")
    #expect(talk.dialogue.alarm == nil)
    #expect(
      talk.pieces == [
        "Is that happening right now, to you or to somebody with you? Please type yes or no. If yes – Do you need an engineer? Leave the house now."
      ])
    for (answer, outcome) in [
      ("yes", "alarm gas-now"), ("not sure", "alarm gas-now"), ("no", "served"),
      ("no, nothing", "served"),
    ] {
      var talk = talk
      talk.say(answer)
      if outcome == "served" {
        // What was only supposed is then answered as that.
        let isSupposed = line.hasPrefix("what if")
        #expect(
          talk.said.hasPrefix(isSupposed ? "What if – " : "All right, back to where we were."))
        #expect(talk.awaiting == "pressure")
        #expect(talk.dialogue.alarm == nil)
      } else {
        #expect(talk.outcome.hasPrefix("alarm "))
      }
    }
  }

  @Test(
    "who says in other words that it is happening is believed",
    arguments: ["aye", "it is happening", "right now", "of course", "it's getting worse", "she is"])
  func otherYes(line: String) throws {
    let talk = try Talk(at: "pressure", saying: ["I smell gas sometimes", line])
    #expect(talk.outcome == "alarm gas-now")
  }

  @Test(
    "a no is taken back by the next line, and only by that",
    arguments: [
      (["actually yes"], true), (["sorry, yes it is"], true), (["wait, no, yes"], true),
      (["yes"], false), (["actually no"], false), (["2 bar", "actually yes"], false),
    ])
  func takenBack(lines: [String], sounds: Bool) throws {
    let talk = try Talk(at: "pressure", saying: ["I smell gas sometimes", "no"] + lines)
    #expect((talk.dialogue.alarm != nil) == sounds)
  }

  @Test(
    "a no with more behind it clears an alarm only where that says the same",
    arguments: [
      ("no, that was last year", true), ("it was last year", true), ("no, not now", true),
      ("my sister had it last year", true), ("not happening", true), ("of course not", true),
      ("no, I saw it in a video", true), ("fine now", true), ("no, I'm fine now", true),
      // It may have gone a short while ago, or be somebody else who is there.
      ("no, it passed", false), ("it has gone", false), ("no, my sister had it", false),
      ("no, an hour ago", false), ("it was when I lit it", false), ("she was fine before", false),
      ("no, still smelling it", false), ("no, now", false), ("no, it is getting worse", false),
      ("no, it is back again", false), ("no, it has not gone", false),
      ("it was and still is", false),
    ])
  func longNo(line: String, isCleared: Bool) throws {
    var talk = try Talk(at: "pressure", saying: ["I smell gas sometimes", line])
    #expect(talk.dialogue.alarm == nil)
    #expect(talk.awaiting == "pressure")
    #expect((talk.outcome == "asked back") == !isCleared)
    guard !isCleared else { return }
    talk.say(line)
    #expect(talk.outcome == "alarm gas-now")
  }

  @Test("not only the thing is the thing and more")
  func notOnly() throws {
    var talk = try Talk(at: "pressure")
    talk.say("not only the house is full of gas but hot")
    #expect(talk.outcome == "alarm gas-now")
  }

  @Test(
    "somebody else in danger now is danger now",
    arguments: [
      "my mother says I smell gas now", "help, my son and I smell gas",
      "my daughter can't breathe in here",
    ])
  func somebodyElseNow(line: String) throws {
    var talk = try Talk(at: "pressure")
    talk.say(line)
    #expect(talk.outcome.hasPrefix("alarm "))
  }

  @Test("who says something else is asked once more, and then taken to be in danger")
  func evasive() throws {
    var talk = try Talk(at: "pressure")
    talk.say("I smell gas sometimes")
    talk.say("blah")
    #expect(talk.outcome == "asked back")
    var other = talk
    talk.say("blah")
    #expect(talk.outcome == "alarm gas-now")
    other.say("I can't breathe in here")
    #expect(other.outcome == "alarm monoxide")
    var leaving = try Talk(at: "pressure", saying: ["I smell gas sometimes"])
    leaving.say("quit")
    #expect(leaving.dialogue.isOver)
  }

  @Test("what is denied is read as the answer that it may be, and other alarms in it still count")
  func dismissed() throws {
    var talk = try Talk(at: "pressure")
    talk.say("2 bar, and I smell gas sometimes")
    talk.say("no")
    #expect(talk.outcome == "asked back")
    talk.say("yes")
    #expect(talk.outcome == "2.0")
    talk = try Talk(at: "pressure", saying: ["I smell gas sometimes, monoxide alarms going off"])
    talk.say("no")
    #expect(talk.outcome == "asked back")
    talk.say("yes")
    #expect(talk.outcome == "alarm monoxide")
  }

  @Test("the three dots of a phrase stand for up to three words of one sentence")
  func gaps() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms[0].phrases = ["boiler ... burning … smell", "… sparks"]
    let base = try KnowledgeBase(knowledge)
    for (line, fires) in [
      ("the boiler has a burning smell", true), ("boiler burning smell", true),
      ("my boiler has such a burning, smell", false), ("boiler is not burning smell", false),
      ("boiler one two three burning one two three smell", true),
      ("boiler one two three four burning smell", false), ("burning boiler smell", false),
      ("boiler burning boiler burning a b c smell", true),
      ("the boiler... has a burning... smell", true), ("boiler. Burning smell", false),
      ("the boiler has not stopped burning smell", true),
      ("sparks", true), ("no sparks", false),
    ] {
      var talk = try Talk(about: base)
      talk.say("1")
      talk.say(line)
      #expect(talk.outcome.hasPrefix("alarm ") == fires, "\(line)")
    }
  }

  @Test("the page of an alarm shows its advice, and nothing draws attention from it")
  func page() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.advice.append(Advice(id: "windows", say: "Open the windows.", place: .scale("care")))
    knowledge.alarms[0].advises = ["windows", "put-on-a-jumper"]
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say("1")
    talk.say("I smell gas")
    let page = talk.said
    #expect(page.contains("Leave the house now"))
    #expect(page.contains("  - Open the windows.\n"))
    #expect(!page.contains("jumper"))
    for line in ["why", "explain", "explain care", "so far", "repeat"] {
      #expect(talk.say(line) == page, "\(line)")
    }
    #expect(talk.say("sources").contains("Gas Safety Office"))
  }

  // MARK: Levels that can't wait

  @Test("a level that is told at once is said before the next question, and comes first in the end")
  func atOnce() throws {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("hot"), .yesNo("old")],
      scales: [
        .of("fit", ["good", "no"], otherwise: "good"), .of("care", ["none-yet", "today", "now"]),
      ],
      rules: [
        .of("h", when: "hot", raise: ["care": "today"], advise: ["cool"]),
        .of("o", when: "old", raise: ["fit": "no"]),
        .of("b", when: "hot and old", raise: ["care": "now"]),
      ], advice: [.of("cool")])
    knowledge.scales[1].levels[1].isToldAtOnce = true
    knowledge.scales[1].levels[1].title = "Be seen today"
    knowledge.advice[0].place = .scale("care")
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say("yes")
    #expect(
      talk.pieces == [
        "→ yes", "care", "Be seen today", "- cool",
        "This comes first. If you like, we can still go on with the questions; \"quit\" ends.",
        "old?", "Yes or no?",
      ])
    #expect(talk.say("back").contains("hot?"))
    talk.say("yes")
    #expect(talk.said.contains("Be seen today"))
    talk.say("no")
    #expect(talk.pieces.prefix(6) == ["→ no", "care", "Be seen today", "- cool", "fit", "good"])
  }

  @Test("who answers no with more behind it is believed, unless it is danger again")
  func leadingNo() throws {
    for (line, outcome) in [
      ("no, that was last year", "served"), ("No. It is over", "served"),
      ("yes, it is", "alarm gas-now"), ("no, but it gets worse", "asked back"),
      ("no, I can't breathe in here", "alarm monoxide"),
    ] {
      var talk = try Talk(at: "pressure", saying: ["I smell gas sometimes"])
      talk.say(line)
      #expect(talk.outcome == outcome, "\(line)")
    }
  }

  @Test("at a question on what never changes, a line tells of the past unless it speaks of now")
  func pastQuestion() throws {
    var knowledge = try Boiler.knowledge().knowledge
    let place = try #require(knowledge.questions.firstIndex { $0.id == "pressure" })
    knowledge.questions[place].changes = .never
    let base = try KnowledgeBase(knowledge)
    for (line, outcome) in [
      ("I smell gas", "asked back"), ("I smell gas now", "alarm gas-now"),
      ("help, I smell gas", "alarm gas-now"), ("the house is full of gas", "alarm gas-now"),
    ] {
      var talk = try Talk(about: base)
      for answer in ["1", "none", "yes", line] { talk.say(answer) }
      #expect(talk.outcome == outcome, "\(line)")
    }
  }

  @Test("an answer that calls for more than the alarm in the same line is asked about first")
  func graverAnswer() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms.append(
      Alarm(id: "soot", phrases: ["soot all over"], raises: [Rule.Raise("care", to: "today")]))
    let base = try KnowledgeBase(knowledge)
    for (line, outcome) in [
      ("1, soot all over", "asked back"), ("gas smell and soot all over", "asked back"),
      ("soot all over", "alarm soot"), ("2, soot all over", "alarm soot"),
    ] {
      var talk = try Talk(about: base)
      talk.say("1")
      talk.say(line)
      #expect(talk.outcome == outcome, "\(line)")
      if outcome == "asked back" {
        talk.say("yes")
        #expect(talk.dialogue.interval(of: "care")?.floor?.id == "leave")
      }
    }
  }

  @Test("a long line is looked through at once")
  func longLine() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms[0].phrases = ["boiler … burning", "burning … boiler … sparks"]
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say("1")
    talk.say(String(repeating: "burning boiler a b c d ", count: 11_000))
    #expect(talk.dialogue.alarm == nil)
  }

  @Test(
    "who says to whom it is happening, or that it just did, says yes",
    arguments: [
      ("to somebody with me", true), ("it's my husband", true), ("to my mother", true),
      ("my son", true), ("to me", true), ("it was this morning", true), ("an hour ago", true),
      ("yes it is", true), ("yes now", true), ("not to me", false), ("years ago, at night", false),
      ("no", false), ("if my son does it", false),
    ])
  func whoAndWhen(line: String, isAlarm: Bool) throws {
    var talk = try Talk(at: "cold-rooms", saying: ["I smell gas sometimes"])
    #expect(talk.outcome == "asked back")
    talk.say(line)
    #expect((talk.dialogue.alarm != nil) == isAlarm, "\(talk.said)")
  }
}
