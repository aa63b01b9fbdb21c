import Patchwise
import PatchwiseExosomes
import PatchwiseTestSupport
import PatchwiseYAML
import Testing

@Suite("The compiled form of the bundled knowledge")
struct CompiledFormTests {
  @Test("it is what the files say now")
  func fresh() throws {
    let isFresh = try ExosomeKnowledge.compiledForm == ExosomeKnowledge.compile()
    #expect(isFresh, "Knowledge/exosome-serum.compiled is stale. Please run: ./dev compile")
  }

  @Test("what is loaded is what the files say, with all places")
  func same() throws {
    let files = ExosomeKnowledge.files
    let (loaded, parsed) = (try ExosomeKnowledge.load(), try files.knowledgeBase())
    #expect(loaded.knowledge == parsed.knowledge)
    #expect(loaded.edition == parsed.edition)
    #expect(Whole(loaded.knowledge).difference(from: Whole(parsed.knowledge)) == nil)
  }
}
