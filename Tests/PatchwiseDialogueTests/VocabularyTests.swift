import Patchwise
import PatchwiseTestSupport
import PatchwiseYAML
import Testing

@testable import PatchwiseDialogue

@Suite("The vocabulary")
struct VocabularyTests {
  @Test("all copies of a knowledge base share one, and knowledge read again has its own")
  func sharing() throws {
    let knowledge = try Self.fresh()
    let copy = knowledge
    #expect(knowledge.vocabulary === copy.vocabulary)
    #expect(try Dialogue(about: knowledge).vocabulary === Dialogue(about: copy).vocabulary)
    #expect(try Self.fresh().vocabulary !== knowledge.vocabulary)
  }

  /// The knowledge of the tests, of which nothing has been asked yet.
  private static func fresh() throws -> KnowledgeBase { try KnowledgeBase(contentsOf: Boiler.path) }

  @Test("it goes with the last copy of its knowledge base")
  func lifetime() throws {
    weak var vocabulary: Vocabulary?
    do {
      let knowledge = try Self.fresh()
      vocabulary = knowledge.vocabulary
      _ = knowledge.vocabulary.alarms
      #expect(vocabulary != nil)
    }
    #expect(vocabulary == nil)
  }

  @Test("conversations on many threads say what they say alone")
  func threads() async throws {
    let lines = ["the boiler hisses", "is it normal?", "gas", "kitchen", "help", "not sure", "1"]
    @Sendable func talk(_ knowledge: KnowledgeBase) throws -> [Reply] {
      var dialogue = try Dialogue(about: knowledge)
      return lines.map { dialogue.respond(to: $0) }
    }
    let alone = try talk(Self.fresh())
    let shared = try Self.fresh()
    try await withThrowingTaskGroup(of: [Reply].self) { group in
      for _ in 0..<16 { group.addTask { try talk(shared) } }
      for try await replies in group {
        #expect(replies.map(\.blocks) == alone.map(\.blocks))
        #expect(replies.map(\.outcome) == alone.map(\.outcome))
      }
    }
  }
}

@Suite("Phrases filed under their words")
struct PhraseIndexTests {
  @Test("every phrase that stands in a line is among those that are looked at")
  func complete() throws {
    let knowledge = try Boiler.knowledge().knowledge
    let texts = knowledge.alarms.flatMap(\.phrases) + knowledge.hints.flatMap(\.phrases)
    let phrases = texts.map { Phrase($0) }
    let index = PhraseIndex(phrases)
    let words = phrases.flatMap { $0.words }.sorted() + ["and", "not", "hisssing", "my"]
    var random = SplitMix64(seed: 5)
    var (standing, looked) = (0, 0)
    for _ in 0..<3_000 {
      let phrase = random.pick(texts).string.split { " …&|".contains($0) }.map(String.init)
      let typed = phrase + (0..<random.within(0...4)).map { _ in random.pick(words) }
      let line = Words(typed.joined(separator: " "))
      let (places, meant) = index.places(among: Set(line.list), by: AlarmWatch.areAlike)
      looked += places.count
      for (place, phrase) in phrases.enumerated()
      where phrase.stands(in: line, by: AlarmWatch.areAlike) {
        standing += 1
        #expect(places.contains(place) && phrase.mayStand(among: meant), "\(line.joined)")
      }
    }
    #expect(standing > 3_000)
    #expect(looked < 3_000 * phrases.count / 2)
  }
}
