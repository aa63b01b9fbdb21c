import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Reading options")
struct OptionReadingTests {
  @Test(
    "one option is named in many ways",
    arguments: [
      ("1", "quiet"), ("1.", "quiet"), ("#1", "quiet"), ("1)", "quiet"), (" 2 ", "rattling"),
      ("number 2", "rattling"), ("option 2", "rattling"), ("no. 2", "rattling"),
      ("quiet", "quiet"), ("QUIET", "quiet"), ("Quiet or a low hum", "quiet"),
      ("quiet, or a low hum!", "quiet"), ("humming", "quiet"), ("It rattles", "rattling"),
      ("banging", "banging"), ("it bangs or whistles", "banging"), ("whistling", "banging"),
      ("the first", "quiet"), ("the second one", "rattling"), ("last", "banging"),
      ("one", "quiet"), ("two", "rattling"), ("number three", "banging"),
    ])
  func oneOption(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "noise") == meant)
  }

  @Test(
    "numbers among words that say nothing else are asked back",
    arguments: [
      ("danger", "maybe 1", "gas?"), ("danger", "both 1 and 3", "gas, leak"),
      ("danger", "1 a bit", "gas?"), ("danger", "1-2", "gas, soot?"),
      ("danger", "number 2 I think", "soot?"), ("noise", "I think 2", "rattling?"),
      ("danger", "maybe 9", "refused: notUnderstood"),
      ("danger", "2 hours ago", "refused: notUnderstood"),
    ])
  func numbers(question: Identifier<Question>, line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: question) == meant)
  }

  @Test(
    "all of a list are asked back",
    arguments: ["all", "all of them", "yes, all of it", "everything", "all of the above"])
  func all(line: String) throws {
    #expect(
      try Boiler.knowledge().reading(of: line, at: "danger") == "gas, soot, leak?")
    #expect(try Boiler.knowledge().reading(of: line, at: "noise").hasPrefix("refused"))
  }

  @Test(
    "the start of a name is enough where only one fits",
    arguments: [
      ("noise", "it rat", "rattling"), ("noise", "quiet or", "quiet"),
      ("noise", "rattl", "rattling"),
      ("cold-rooms", "kit", "kitchen"),
      // Other names are not on the screen, and two letters may be anything.
      ("noise", "hum", "quiet?"), ("cold-rooms", "show", "bathroom?"), ("noise", "qu", "quiet?"),
      // A sign of danger has to be named in full, or confirmed.
      ("noise", "bang", "banging?"), ("danger", "soo", "soot?"), ("danger", "black m", "soot?"),
      // "B" could be three rooms, "the b" as well.
      ("cold-rooms", "b", "bathroom | bedroom | back"),
      ("cold-rooms", "the b", "bathroom | bedroom | back"), ("cold-rooms", "bed", "bedroom"),
      ("cold-rooms", "1, b", "bathroom | bedroom | back"),
      ("noise", "it", "rattling | banging"),
    ])
  func beginnings(question: Identifier<Question>, line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: question) == meant)
  }

  @Test(
    "a name with words around it that may turn it round is asked back",
    arguments: [
      ("quiet I think", "quiet"), ("it is just humming", "quiet"),
      ("quiet except at night", "quiet?"),
      ("humming after a knock", "quiet?"), ("quiet once it was kicked", "quiet?"),
      ("quiet then whistling", "quiet | banging"),
      ("it hums or rattles: humming", "quiet | rattling"),
      ("-1", "quiet?"), ("no 1", "quiet?"), ("-9", "refused: noSuchNumber(9)"),
    ])
  func turnedRound(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "noise") == meant)
  }

  @Test(
    "a number that an option does not have is not that option",
    arguments: [
      ("9 days", "refused: notUnderstood"), ("four days", "later?"), ("1 to 4 days", "later"),
      ("50 minutes", "refused: notUnderstood"), ("within 10 minutes", "soon"),
      ("within 10 minuts", "soon?"), ("seven weeks", "refused: notUnderstood"),
      ("calm no", "refused: negated"), ("calm? no", "refused: negated"), ("calm", "calm"),
      ("calm: no", "refused: negated"), ("calm: no sting", "calm"),
    ])
  func numbers(line: String, meant: String) throws {
    var knowledge = Knowledge.tiny(questions: [.one("q", ["soon"], ordered: false)])
    knowledge.questions[0].domain = .one(
      [
        Question.Option(id: "soon", label: "Within 10 minutes", also: ["minutes"]),
        Question.Option(id: "later", label: "1 to 4 days later", also: ["days", "4 days"]),
        Question.Option(id: "calm", label: "Calm: no sting at all"),
      ], ordered: false)
    #expect(try KnowledgeBase(knowledge).reading(of: line, at: "q") == meant)
  }

  @Test(
    "several options are parted by commas, blanks and the like",
    arguments: [
      ("1, 3", "kitchen, bedroom"), ("1 3", "kitchen, bedroom"), ("3 1", "kitchen, bedroom"),
      ("1,3", "kitchen, bedroom"), ("1;3", "kitchen, bedroom"), ("1 & 3", "kitchen, bedroom"),
      ("1+3", "kitchen, bedroom"), ("1 and 3", "kitchen, bedroom"),
      ("1, 2 and 4", "kitchen, bathroom, back"), ("1, 1, 1", "kitchen"), ("1 kitchen", "kitchen?"),
      ("kitchen and bedroom", "kitchen, bedroom"), ("Kitchen AND the bedroom", "kitchen, bedroom"),
      ("kitchen, scullery", "kitchen"), ("kitchen, 3", "kitchen, bedroom"),
      ("kitchen, bed", "kitchen, bedroom"), ("kitchen,", "kitchen"), (", kitchen", "kitchen"),
      ("kitchen and", "kitchen?"), ("study", "back"), ("2", "bathroom"),
      ("1, 9", "refused: noSuchNumber(9)"), ("9", "refused: noSuchNumber(9)"),
      ("0", "refused: noSuchNumber(0)"),
      ("kitchen, attic", "kitchen, not attic"),
      ("kitchen bedroom", "kitchen, bedroom?"), ("it is the kitchen I think", "kitchen"),
    ])
  func severalOptions(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "cold-rooms") == meant)
  }

  @Test(
    "several answers where one is wanted are refused",
    arguments: [
      "1, 2", "1 2", "quiet and banging", "quiet, banging", "quiet, loud bangs",
    ])
  func severalWhereOne(line: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "noise") == "refused: severalWhereOne")
  }

  @Test(
    "where one is wanted, one that is understood stands beside what is not",
    arguments: [
      ("quiet, loud", "quiet?"), ("quiet, I think", "quiet?"), ("quiet, blorf", "quiet, not blorf"),
      ("rattles, blorf, plugh", "refused: notUnderstood"),
      ("rattling, blorf, plugh", "rattling, not blorf, plugh"),
    ])
  func oneAndStrange(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "noise") == meant)
  }

  @Test(
    "a no that goes on with anything that may matter is not taken as none",
    arguments: [
      "no I'm not well", "no I'm not fine", "not fine", "nothing but the kitchen", "no heat at all",
      "no idea", "none except the bedroom", "nothing works", "no not good",
      "no, I am feeling it right now", "no, this is happening now", "no I have one of these",
      "no, all of the above apply", "none, all", "nothing applies, I have all of it",
      "no thanks, I have it", "neither, it is the one above",
    ])
  func notQuiteNone(line: String) throws {
    let knowledge = try Boiler.knowledge()
    #expect(knowledge.reading(of: line, at: "danger") != "none")
    #expect(knowledge.reading(of: line, at: "cold-rooms") != "none")
  }

  @Test(
    "none of them is an answer where several are possible",
    arguments: [
      "none", "None.", "no", "nope", "no I'm fine thanks", "none of these", "none of the above",
      "nothing", "neither",
      "not any", "nothing like that", "No, none", "nah", "no I'm fine", "nope im ok", "no to all",
      "none of that", "nothing at the moment", "nothing right now, thankfully", "no, not really",
      "none of the above, I feel fine", "zero", "I'm fine", "not that I know of", "no problems",
    ])
  func none(line: String) throws {
    let knowledge = try Boiler.knowledge()
    #expect(knowledge.reading(of: line, at: "danger") == "none")
    #expect(knowledge.reading(of: line, at: "cold-rooms") == "none")
    #expect(knowledge.reading(of: line, at: "noise") == "refused: noneRefused")
  }

  @Test(
    "not sure is said in many ways",
    arguments: [
      "not sure", "Not sure.", "unsure", "I'm not sure", "I’m not sure", "im not sure",
      "don't know",
      "I don’t know", "dunno", "idk", "no idea", "No idea!", "can't tell", "maybe", "hard to say",
    ])
  func notSure(line: String) throws {
    let knowledge = try Boiler.knowledge()
    for question in knowledge.knowledge.questions {
      let isRefused = question.unsure == .refused
      #expect(
        knowledge.reading(of: line, at: question.id)
          == (isRefused ? "refused: unsureRefused" : "unsure"))
    }
  }

  @Test(
    "yes and no are said in many ways",
    arguments: [
      ("yes", "yes"), ("y", "yes"), ("Yeah!", "yes"), ("yep", "yes"), ("of course", "yes"),
      ("it is", "yes"), ("1", "yes"), ("ye", "yes"), ("no", "no"), ("N", "no"), ("nope", "no"),
      ("2", "no"), ("It isn't", "no"), ("it isn’t", "no"), ("it isnʼt", "no"), ("not really", "no"),
      ("never", "no"), ("none", "no"), ("yes, since last year", "yes?"), ("yes it is", "yes"),
      ("yes of course", "yes"), ("yes, it is set higher", "yes"), ("yes if it rains", "yes?"),
      ("yes, still a bit", "yes?"), ("yes in a week", "yes?"), ("yes it was", "yes"),
      ("no, not at all", "no"), ("nope, never did", "no"), ("No, it is not.", "no"),
      ("aye", "yes"), ("yea", "yes"), ("aye, it is", "yes"), ("naw", "no"), ("naw, it isn't", "no"),
    ])
  func yesAndNo(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "thermostat") == meant)
  }

  @Test(
    "what sounds like yes or no and need not be one is not taken as one",
    arguments: [
      ("yes and no", "refused: negated"), ("no doubt about it", "refused: negated"),
      ("no idea at all", "unsure"), ("no clue, sorry", "unsure"),
      ("never mind", "refused: negated"), ("no wait yes", "refused: negated"),
      ("no, it is", "refused: negated"), ("no but yes", "refused: negated"),
      ("no, still there", "no?"), ("no change", "no?"), ("never stops", "no?"),
      ("no relief", "no?"),
      ("no, only sometimes", "no?"), ("yup nope", "yes | no"),
      ("aye naw", "yes | no"),
      ("yes but only at night", "yes?"), ("I have a cold", "yes?"), ("it is a red one", "yes?"),
      ("do", "refused: notUnderstood"), ("im", "refused: notUnderstood"),
      ("perhaps it does", "yes?"), ("yess", "yes?"),
    ])
  func nearlyYesAndNo(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "thermostat") == meant)
  }

  @Test(
    "a slip of the finger is asked back",
    arguments: [
      ("cold-rooms", "kichen", "kitchen?"), ("cold-rooms", "bedrom", "bedroom?"),
      ("noise", "ratling", "rattling?"), ("danger", "suot", "soot?"),
      ("noise", "siletn", "quiet?"), ("cold-rooms", "garage", "refused: notUnderstood"),
    ])
  func slips(question: Identifier<Question>, line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: question) == meant)
  }

  @Test(
    "part of a word is never the word",
    arguments: [
      ("danger", "gasket", "refused: notUnderstood"),
      ("danger", "a gasoline can", "refused: notUnderstood"),
      ("danger", "leakage-proof paint", "refused: notUnderstood"),
      ("cold-rooms", "the backyard", "refused: notUnderstood"),
      ("noise", "a disquieting thing", "refused: notUnderstood"),
      ("thermostat", "yesterday", "refused: notUnderstood"),
      ("thermostat", "normally", "refused: notUnderstood"),
    ])
  func partsOfWords(question: Identifier<Question>, line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: question) == meant)
  }

  @Test(
    "a word in passing chooses, but never a sign of danger",
    arguments: [
      ("noise", "pretty quiet I guess", "quiet"), ("noise", "some banging at night", "banging?"),
      ("noise", "rarely quiet", "quiet?"), ("noise", "anything but quiet", "quiet?"),
      ("noise", "it was quiet until today", "quiet?"), ("noise", "quiet? nope", "quiet?"),
      ("noise", "humming and then banging", "refused: severalWhereOne"),
      ("noise", "first humming then banging", "quiet | banging"),
      ("danger", "maybe a gas smell", "gas?"), ("danger", "soot everywhere", "soot?"),
      ("danger", "soot and dripping", "soot, leak"),
    ])
  func wordsInPassing(question: Identifier<Question>, line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: question) == meant)
  }

  @Test(
    "a denial is never read as the thing itself",
    arguments: [
      "no leak", "it isn't leaking", "it isn’t leaking", "it isnʼt leaking", "not leaking any more",
      "not leaking", "it doesn't leak", "never leaking", "leaking? no", "without soot",
      "no gas smell", "no soot, no gas", "gas no longer",
      "I can't see soot", "cannot see any black marks", "nothing is leaking", "hardly any soot",
      "it used to be dripping", "the dripping has stopped", "the gas is gone",
      "ain't leaking", "no leaking", "not soot",
    ])
  func denials(line: String) throws {
    let reading = try Boiler.knowledge().reading(of: line, at: "danger")
    #expect(reading.hasPrefix("refused: ") || reading == "none", "\(reading)")
  }

  @Test(
    "what stands beside a denial is asked back",
    arguments: [
      ("danger", "soot and no gas", "soot?"), ("danger", "soot, but no gas", "soot?"),
      ("danger", "no soot and a leak", "leak?"), ("danger", "no gas, just dripping", "leak?"),
      ("noise", "rattling, not banging", "rattling?"),
      ("cold-rooms", "kitchen only, not the bedroom", "kitchen?"),
      ("cold-rooms", "not the kitchen, not the bedroom", "refused: negated"),
    ])
  func besideDenial(question: Identifier<Question>, line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: question) == meant)
  }

  @Test(
    "who says no and the opposite is asked again", arguments: ["no, still there", "never went"])
  func noAndStill(line: String) throws {
    let knowledge = Knowledge.tiny(questions: [.yesNo("q"), .yesNo("r")]).changed {
      $0.questions[0].ask = "Is it still there?"
      $0.questions[1].ask = "Is it calm?"
    }
    let base = try KnowledgeBase(knowledge)
    #expect(base.reading(of: line, at: "q") == "refused: negated")
    #expect(base.reading(of: line, at: "r") == "no?")
  }

  @Test("a question's own words for none are none")
  func noneWords() throws {
    var knowledge = Knowledge.tiny(questions: [.any("looks", ["red", "dry"])])
    knowledge.questions[0].noneWords = ["nothing to see", "looks normal"]
    let base = try KnowledgeBase(knowledge)
    #expect(base.reading(of: "Looks normal.", at: "looks") == "none")
    #expect(base.reading(of: "nothing to see!", at: "looks") == "none")
    #expect(base.reading(of: "nothing to see but red", at: "looks") != "none")
    #expect(try Boiler.knowledge().reading(of: "looks normal", at: "danger") != "none")
  }

  @Test("a short name counts within a sentence, unless it is a common word")
  func shortNames() throws {
    var knowledge = Knowledge.tiny(questions: [.one("place", ["britain", "states", "union"])])
    knowledge.questions[0].domain = .one(
      [
        Question.Option(id: "britain", label: "Britain", also: ["uk"]),
        Question.Option(id: "states", label: "The States", also: ["us"]),
        Question.Option(id: "union", label: "The Union", also: ["eu"]),
      ], ordered: false)
    let base = try KnowledgeBase(knowledge)
    for (line, meant) in [
      ("I live in the UK", "britain"), ("the uk", "britain"), ("us", "states"),
      ("tell us more", "refused: notUnderstood"),
      ("I live in the UK, it was made in the EU", "britain | union"),
    ] {
      #expect(base.reading(of: line, at: "place") == meant, "\(line)")
    }
  }

  @Test("a plain no is not the start of another name that nobody sees")
  func noAsOtherName() throws {
    var knowledge = Knowledge.tiny(questions: [.one("skin", ["calm", "sore"])])
    knowledge.questions[0].domain = .one(
      [
        Question.Option(id: "calm", label: "Calm", also: ["no trouble"]),
        Question.Option(id: "sore", label: "Sore"),
      ], ordered: false)
    let base = try KnowledgeBase(knowledge)
    #expect(base.reading(of: "no", at: "skin") == "refused: noneRefused")
    #expect(base.reading(of: "no trouble", at: "skin") == "calm")
  }

  @Test("a slip never turns a thing into its absence")
  func slipsAndAbsence() throws {
    let base = try KnowledgeBase(.tiny(questions: [.any("pack", ["no-batch-number", "old"])]))
    #expect(base.reading(of: "has batch number", at: "pack") == "refused: notUnderstood")
    #expect(base.reading(of: "no batch numbr", at: "pack").hasPrefix("refused"))
    let scented = try KnowledgeBase(.tiny(questions: [.any("pack", ["fragrance", "old"])]))
    #expect(scented.reading(of: "fragrance free", at: "pack") == "refused: negated")
  }

  @Test("no is not the beginning of noise")
  func startOfNone() throws {
    let several = try KnowledgeBase(.tiny(questions: [.any("signs", ["noise", "no-water"])]))
    #expect(several.reading(of: "no", at: "signs") == "none")
    #expect(several.reading(of: "no water", at: "signs") == "no-water")
    let one = try KnowledgeBase(.tiny(questions: [.one("sign", ["noise", "smell"])]))
    #expect(one.reading(of: "no", at: "sign") == "refused: noneRefused")
    #expect(one.reading(of: "noi", at: "sign") == "noise")
    let cut = try KnowledgeBase(.tiny(questions: [.one("sign", ["no-cut", "deep-cut"])]))
    #expect(cut.reading(of: "no", at: "sign") == "no-cut")
  }

  @Test("signs without a word are refused", arguments: ["", " ", "...", "👍", "-"])
  func noWords(line: String) throws {
    let knowledge = try Boiler.knowledge()
    for question in knowledge.knowledge.questions {
      #expect(knowledge.reading(of: line, at: question.id).hasPrefix("refused: "))
    }
  }

  @Test("a very long line is read at once")
  func longLine() throws {
    let line = String(repeating: "kitchn ", count: 20_000)
    #expect(try Boiler.knowledge().reading(of: line, at: "cold-rooms") == "refused: notUnderstood")
  }

  @Test(
    "a number that is glued into a word chooses nothing",
    arguments: [
      ("1,2-Hexanediol", "refused: notUnderstood"), ("soot, 1,3-Diol", "soot, not 1,3-Diol"),
      ("Water, 1,2-Diol, Dye", "refused: notUnderstood"), ("1,2", "gas, soot"),
    ])
  func glued(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "danger") == meant)
  }

  @Test(
    "behind a no there may be a sentence that answers, or nothing that does",
    arguments: [
      ("noise", "no, it is quiet", "quiet?"), ("noise", "no my boiler is quiet", "quiet?"),
      ("noise", "no, quiet", "quiet?"), ("noise", "no, it is not quiet", "refused: negated"),
      ("danger", "no, just curious", "none?"), ("danger", "oh god no, far too late", "none?"),
      ("danger", "no I'm grand", "none?"), ("danger", "I don't think so", "none?"),
      ("danger", "no, but it is odd", "refused: negated"),
      ("danger", "no idea what this is", "refused: negated"),
      ("danger", "no, my kitchen has soot", "soot?"), ("thermostat", "I don't think so", "no?"),
    ])
  func behindNo(question: Identifier<Question>, line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: question) == meant)
  }
}
