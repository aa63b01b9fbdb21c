import Patchwise

/// Looks for promises that speak of nobody, and so are kept whatever the knowledge says.
struct EmptyPromises: Check {
  let code = DiagnosticCode.emptyPromise

  func findings(in subject: inout Subject) -> [Finding] {
    var found: [Finding] = []
    for promise in subject.base.knowledge.promises {
      let whenever = subject.base.conditions(of: promise).whenever
      let claim = Claim(code, promise.id.name)
      let isAboutSomebody = subject.situations.indices.contains { place in
        promise.isAbout(subject.situations[place].kind)
          && subject.situations[place].isPossible(whenever, claim)
      }
      guard !isAboutSomebody else { continue }
      found.append(
        Finding(
          Diagnostic(
            code, severity: .warning, "promise '\(promise.id)' speaks of nobody",
            at: promise.whenever.location ?? promise.id.location,
            help:
              "look for tests that exclude each other, or for questions that are not asked there")))
    }
    return found
  }
}
