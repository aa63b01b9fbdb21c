import PatchwiseTestSupport
import Testing
@testable import Patchwise
@Test("debug", .enabled(if: true)) func debug() throws {
  let clock = ContinuousClock()
  var bases: [KnowledgeBase] = []
  print("TIME gen", clock.measure { for seed in 0..<200 as Range<UInt64> { _ = RandomKnowledge(seed: seed).knowledge } })
  let ks = (0..<200 as Range<UInt64>).map { RandomKnowledge(seed: $0).knowledge }
  print("TIME base", try clock.measure { for k in ks { bases.append(try KnowledgeBase(k)) } })
  print("TIME answers", clock.measure { for b in bases { _ = RandomAnswers(b, random: SplitMix64(seed: 1)) } })
  print("TIME begin", try clock.measure { for b in bases { _ = try Consultation(b.knowledge.consultations[0].id, in: b) } })
  let cs = try bases.map { try Consultation($0.knowledge.consultations[0].id, in: $0) }
  print("TIME space", clock.measure { for b in bases { _ = SituationSpace(b, [Reading(b.knowledge.consultations[0], now: Moment(seconds: 0))]) } })
  var random = SplitMix64(seed: 1)
  let spaces = bases.map { SituationSpace($0, [Reading($0.knowledge.consultations[0], now: Moment(seconds: 0))]) }
  print("TIME 10 situations", clock.measure { for b in spaces { _ = b.situations(atMost: 10, &random) } })
  let sits = spaces.map { $0.situations(atMost: 10, &random) }
  print("TIME 10 evaluations", clock.measure { for (s, c) in zip(sits, cs) { _ = s.flatMap(Comparison(c).unsoundness) } })
  print("TIME wrongq", clock.measure { for (s, c) in zip(sits, cs) { _ = Comparison(c).wrongQuestions(in: s, allIsKnown: true) } })
  print("TIME plays", try clock.measure { for s in 0..<200 as Range<UInt64> { var p = try RandomPlay(seed: s); try p.run() } })
}
