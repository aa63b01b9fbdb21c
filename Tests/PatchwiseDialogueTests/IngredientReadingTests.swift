import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Reading ingredients")
struct IngredientReadingTests {
  @Test(
    "lists of ingredients",
    arguments: [
      ("none", "none"), ("nothing", "none"), ("Leak Sealer", "sealer"), ("leak-sealer.", "sealer"),
      ("Water, Leak Sealer, Dye", "sealer"), ("water, dye", "none"),
      ("Water; INHIBITOR; Descaler", "acid, inhibitor"), ("Descaler, Sulfamic Acid", "acid"),
      ("Water,1,2-Phosphonic Acid,Dye", "acid"), ("Water • Inhibitor • Dye", "inhibitor"),
      ("Ingredients: Descaler, Water", "acid"), ("Contains: Leak Sealer", "sealer"),
      ("Water, Sodium Molybdate (Inhibitor)", "inhibitor"), ("Soda (Descaler)", "acid"),
      ("Descaler/Soda, water", "acid"), ("descaler and leak sealer", "sealer, acid"),
      ("water, and inhibitor", "inhibitor"),
      ("sodium molybdate\u{2028}descaler", "acid, inhibitor"),
      // Labels as they are copied.
      ("water (aqua), 5% inhibitor, dye 2 %", "inhibitor"), ("Inhibitor 0.5%, Water", "inhibitor"),
      ("water, dye, soda, leak\nsealer, salt", "sealer"), ("water\ndescaler\ndye", "acid"),
      ("Water. Descaler. Dye.", "acid"), ("Water* Descaler* Dye", "acid"),
      ("water and/or inhibitor", "inhibitor"), ("[+/- Descaler]", "acid"),
      ("may contain: inhibitor", "inhibitor"), ("Wasser und Inhibitor", "inhibitor"),
      ("● Descaler ● Water", "acid"), ("1,2-Phosphonic Acid", "acid"),
      // A slip in a long name has to be confirmed.
      ("water, sodiurn molybdate", "inhibitor?"), ("radiator sealent, water", "sealer?"),
      ("sulfamic acld, inhibitor", "acid, inhibitor?"), ("inhibiter, water", "inhibitor?"),
      ("sulfonic acid, water", "none"), ("sealer leak, water", "none"),
      // Names are compared whole.
      ("Water, Inhibitor Blue", "none"), ("no leak sealer, no descaler", "none"),
      ("descaler-free, water", "none"), ("Yellow No. 5, Inhibitor", "inhibitor"),
      ("Descaler², Inhibitor1", "acid, inhibitor"), ("water, inhibitor†", "inhibitor"),
      ("water, Inhibitor12", "none"), ("Désçaler, Ìnhibitor", "acid, inhibitor"),
      ("De\u{301}scaler, water", "acid"),
      // What is no list and holds no known name may be anything.
      ("water", "none?"), ("some blue stuff", "refused: notUnderstood"),
      ("Water Leak Sealer Dye Inhibitor", "sealer, inhibitor?"),
      ("Water, Dye, Soda, Descaler. May contain: Salt", "acid"),
      ("Water, Dye, Descaler, Salt. Free from parabens", "acid"),
      ("no leak sealer", "refused: negated"),
      ("I don't know what is in there", "refused: negated"), ("I don't know, sorry", "unsure"),
      ("it just says water", "refused: notUnderstood"),
      ("not sure, maybe descaler", "none?"), ("not sure, descaler", "acid?"),
      // Tags by their own names, as transcripts write them.
      ("acid", "acid"), ("sealer, acid", "sealer, acid"), ("acid, water, dye", "none"),
    ])
  func lists(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "additives") == meant)
  }

  @Test(
    "phrases are found anywhere in a text, unless they are denied",
    arguments: [
      ("It turns back the clock overnight!", "youth, speed"), ("TURNS BACK YOUR CLOCK", "youth"),
      ("With a warm glow. Works overnight.", "speed"), ("It does not work overnight", "none"),
      ("never turns back the clock", "none"), ("smooths and softens the skin", "none"),
      ("works over night", "none"), ("No, it works overnight", "speed"), ("overnight", "speed"),
      ("none", "none"), ("asdf", "none?"), ("speed, youth", "youth, speed"),
      ("Not intended to be used overnight", "none"),
      ("Do not use by day, overnight or with sun. It turns back the clock", "youth"),
      ("no perfume, works overnight", "speed"), ("Never greasy, never sticky: overnight!", "none"),
      // Scripts without blanks between words.
      ("하룻밤사이에빠르게", "speed"), ("一夜速效精华", "speed"), ("빠르다", "none?"),
    ])
  func phrases(line: String, meant: String) throws {
    var knowledge = Knowledge.tiny(questions: [
      Question(id: "advert", ask: "What does it say?", domain: .ingredients(["promises"]))
    ])
    knowledge.lexicons = [
      Lexicon(
        id: "promises",
        tags: [
          Lexicon.Tag(id: "youth", label: "Youth", phrases: ["turns back … clock"]),
          Lexicon.Tag(
            id: "speed", label: "Speed", phrases: ["overnight", "in one night", "빠르게", "一夜"]),
        ])
    ]
    #expect(try KnowledgeBase(knowledge).reading(of: line, at: "advert") == meant)
  }
}
