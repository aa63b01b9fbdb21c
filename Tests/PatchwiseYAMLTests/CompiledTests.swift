import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseYAML

@Suite("Files in compiled form")
struct CompiledTests {
  @Test("every key of the language comes back, with its place")
  func wholeLanguage() throws {
    let files = KnowledgeFiles("knowledge.yaml") { _ in Array(Fixture.wholeLanguage.utf8) }
    let base = try files.knowledgeBase()
    let read = KnowledgeBase(try CompiledKnowledge(base.compiled(from: 1)))
    #expect(read.knowledge == base.knowledge)
    #expect(read.edition == base.edition)
    #expect(Whole(read.knowledge).difference(from: Whole(base.knowledge)) == nil)
  }
}
