import Testing

@testable import PatchwiseReadline

@Suite("Completion")
struct CompletionTests {
  private let candidates = [
    "not sure", "none", "dry", "Oily", "eczema", "rosacea", "rough", "crème",
    "cuts, weeping or raw skin", "cuts that heal", "change skin-type", "change skin-problems",
  ]

  @Test(
    "completes a line to the only candidate that fits",
    arguments: [
      ("e", "eczema"),
      ("not s", "not sure"),
      ("change skin-t", "change skin-type"),
      ("cr", "crème"),
      ("cre\u{300}", "crème"),
      ("dry", "dry"),
    ])
  func onlyFit(typed: String, completed: String) throws {
    let completion = try #require(Completion(of: typed, among: candidates))
    #expect(completion.line == completed)
    #expect(completion.matches == [completed])
  }

  @Test("completes as far as all candidates that fit agree")
  func severalFit() throws {
    let completion = try #require(Completion(of: "ch", among: candidates))
    #expect(completion.line == "change skin-")
    #expect(completion.matches == ["change skin-type", "change skin-problems"])
  }

  @Test("offers all candidates for nothing")
  func emptyLine() throws {
    let completion = try #require(Completion(of: "", among: candidates))
    #expect(completion.line == "")
    #expect(completion.matches == candidates)
  }

  @Test(
    "ignores the case of letters and takes the candidate's",
    arguments: [
      ("ECZ", "eczema"), ("oi", "Oily"), ("RO", "ro"), ("CRÈ", "crème"),
    ])
  func letterCase(typed: String, completed: String) {
    #expect(Completion(of: typed, among: candidates)?.line == completed)
  }

  @Test(
    "completes what follows the last comma",
    arguments: [
      ("eczema, ros", "eczema, rosacea"),
      ("eczema,ros", "eczema,rosacea"),
      ("eczema, dry,  not", "eczema, dry,  not sure"),
      ("  ros", "  rosacea"),
      ("1, ", "1, "),
    ])
  func afterComma(typed: String, completed: String) {
    #expect(Completion(of: typed, among: candidates)?.line == completed)
  }

  @Test(
    "completes a candidate with a comma in it",
    arguments: [
      ("cuts,", "cuts, weeping or raw skin"),
      ("eczema, cuts, w", "eczema, cuts, weeping or raw skin"),
    ])
  func commaInCandidate(typed: String, completed: String) {
    #expect(Completion(of: typed, among: candidates)?.line == completed)
  }

  @Test("offers nothing where nothing fits", arguments: ["x", "dry x", "dry, x", "eczema, ros, x"])
  func noFit(typed: String) {
    #expect(Completion(of: typed, among: candidates) == nil)
  }

  @Test("offers a candidate once")
  func repeatedCandidate() {
    #expect(Completion(of: "d", among: ["dry", "dry"])?.matches == ["dry"])
  }

  @Test(
    "puts pasted lines on one",
    arguments: [
      ("dry", "dry"),
      ("dry\n", "dry"),
      ("dry\nflaky\r\nred", "dry flaky red"),
      ("\n\n", ""),
    ])
  func pastedLines(pasted: String, line: String) {
    #expect(pasted.onOneLine == line)
  }
}
