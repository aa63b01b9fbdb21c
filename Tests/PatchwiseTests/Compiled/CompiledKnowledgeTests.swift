import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Compiled knowledge")
struct CompiledKnowledgeTests {
  private static func base(_ seed: UInt64) throws -> KnowledgeBase {
    try KnowledgeBase(RandomKnowledge(seed: seed).knowledge, fingerprint: "f\(seed)")
  }

  /// Reads every part, and so finds whatever is not as it was written.
  private static func readAll(_ compiled: CompiledKnowledge) throws(CompiledKnowledgeError) {
    let _: [Source] = try compiled.value(of: .sources)
    let _: [Question] = try compiled.value(of: .questions)
    let _: [Definition] = try compiled.value(of: .definitions)
    let _: [Scale] = try compiled.value(of: .scales)
    let _: [Rule] = try compiled.value(of: .rules)
    let _: [Advice] = try compiled.value(of: .advice)
    let _: [Plan] = try compiled.value(of: .plans)
    let _: [Topic] = try compiled.value(of: .topics)
    let _: [Alarm] = try compiled.value(of: .alarms)
    let _: [Hint] = try compiled.value(of: .hints)
    let _: [Lexicon] = try compiled.value(of: .lexicons)
    let _: [Promise] = try compiled.value(of: .promises)
    let _: KnowledgeChecker.Conditions = try compiled.value(of: .conditions)
  }

  /// Why bytes are refused; nothing if they are not.
  private static func refusal(_ bytes: [UInt8]) -> CompiledKnowledgeError? {
    do throws(CompiledKnowledgeError) {
      try readAll(CompiledKnowledge(bytes))
      return nil
    } catch {
      return error
    }
  }

  /// Writes the sum that belongs to bytes into them.
  private static func seal(_ bytes: inout [UInt8]) {
    let sum = CompiledKnowledge.Header.sum(bytes.span.bytes)
    for place in 0..<8 { bytes[16 + place] = UInt8(truncatingIfNeeded: sum >> (place * 8)) }
  }

  @Test(
    "what was compiled is read as it was, and works out the same",
    arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let base = try Self.base(seed)
    let bytes = base.compiled(from: seed)
    let compiled = try CompiledKnowledge(bytes)
    #expect(compiled.origin == seed)
    let read = KnowledgeBase(compiled)
    #expect(read.knowledge == base.knowledge)
    #expect(read.edition == base.edition)
    #expect(Whole(read.knowledge).difference(from: Whole(base.knowledge)) == nil)
    #expect(Whole(read.conditions).difference(from: Whole(base.conditions)) == nil)
    #expect(Whole(read.program).difference(from: Whole(base.program)) == nil)
    #expect(read.contentHash == base.contentHash)
    #expect(read.compiled(from: seed) == bytes)
  }

  @Test("what ends too early is refused")
  func truncation() throws {
    let bytes = try Self.base(1).compiled(from: 7)
    for count in 0..<bytes.count {
      let expected: CompiledKnowledgeError = count < 40 ? .foreign : .cutShort
      #expect(Self.refusal(Array(bytes[..<count])) == expected, "\(count) bytes")
    }
  }

  @Test("what goes on behind its end, or is something else, or of another version, is refused")
  func foreign() throws {
    var bytes = try Self.base(2).compiled(from: 7)
    #expect(Self.refusal(bytes + [0]) == .changed)
    #expect(
      Self.refusal(Array("knowledge: small\ntitle: Small, but not compiled\n".utf8)) == .foreign)
    bytes[0] += 1
    #expect(Self.refusal(bytes) == .otherVersion)
  }

  @Test("every change of a bit is refused")
  func change() throws {
    let bytes = try Self.base(3).compiled(from: 7)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      #expect(Self.refusal(changed) != nil, "byte \(place)")
    }
  }

  /// A hundred thousand changes, a part for each seed.
  private static let changes = 100_000 / 8

  @Test("however bytes are changed and cut, they are refused", arguments: 0..<8 as Range<UInt64>)
  func corruption(seed: UInt64) throws {
    let bytes = try Self.base(seed).compiled(from: 7)
    var random = SplitMix64(seed: ~seed)
    var taken = 0
    for _ in 0..<Self.changes {
      var changed = bytes
      for _ in 0...random.within(0...7) {
        let place = random.within(0...changed.count - 1)
        switch random.within(0...3) {
        case 0: changed[place] ^= 1 << UInt8(random.within(0...7))
        case 1: changed[place] = UInt8(random.within(0...255))
        case 2: changed.removeSubrange(place..<min(changed.count, place + random.within(1...40)))
        default: changed.insert(UInt8(random.within(0...255)), at: place)
        }
        if changed.isEmpty { changed = [0] }
      }
      if changed != bytes, Self.refusal(changed) == nil { taken += 1 }
    }
    #expect(taken == 0)
  }

  @Test(
    "whatever the bytes are, they give knowledge or are refused", arguments: 0..<8 as Range<UInt64>)
  func anything(seed: UInt64) throws {
    let bytes = try Self.base(seed).compiled(from: 7)
    var random = SplitMix64(seed: seed)
    var refused = 0
    for _ in 0..<Self.changes {
      var changed = bytes
      for _ in 0...random.within(0...3) {
        changed[random.within(32...bytes.count - 1)] = UInt8(random.within(0...255))
      }
      if random.percent(10) { changed.removeLast(random.within(1...100)) }
      Self.seal(&changed)
      if Self.refusal(changed) != nil { refused += 1 }
    }
    #expect(refused > Self.changes / 10)
  }

  @Test("numbers and texts of every size are read as they were")
  func values() throws {
    let numbers = [0, 1, -1, 63, 64, -64, -65, 8_191, 1 << 40, .max, .min]
    let doubles = [0, -0.5, 1e300, .infinity, .leastNonzeroMagnitude]
    let texts = ["", "é", "👩‍🔬", String(repeating: "long ", count: 100)]
    var writer = CompiledWriter()
    let bytes = writer.part { $0.write(numbers, doubles, texts) }
    var reader = CompiledReader(bytes, CompiledReader.Tables())
    #expect(try reader.read() as [Int] == numbers)
    #expect(try reader.read() as [Double] == doubles)
    #expect(try reader.read() as [String] == texts)
  }

  @Test("what nests deeper than a stack can bear is refused")
  func nesting() {
    var reader = CompiledReader(Array(repeating: 2, count: 1 << 20), CompiledReader.Tables())
    #expect(throws: CompiledKnowledgeError.malformed) { try reader.read() as Condition }
  }
}
