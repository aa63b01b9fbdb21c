import Testing

@Suite("patchwise compile")
struct CompileTests {
  @Test("it writes what is built in, byte by byte")
  func bytes() throws {
    let result = try Tool.runInShell("patchwise compile | cmp - Knowledge/exosome-serum.compiled")
    #expect(result.output == "" && result.errors == "")
    #expect(result.status == 0)
  }
}
