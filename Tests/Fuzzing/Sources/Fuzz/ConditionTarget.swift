import Patchwise

/// Conditions on a small knowledge base.
struct ConditionTarget: Target {
  private let base: KnowledgeBase
  private let consultations: [Consultation]

  init() throws {
    let base = try Bases.boiler()
    self.base = base
    let empty = try Consultation("no-heat", in: base, at: Bases.now)
    var unsure = empty
    while let question = unsure.nextQuestion {
      if (try? unsure.answer(question.id, .unsure)) == nil {
        try unsure.answer(question.id, .options([]))
      }
    }
    consultations = [empty, unsure, try Consultation("service", in: base, earlier: [unsure])]
  }

  func take(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    // A condition stands on one line; where one spans several is for the target of knowledge.
    guard !text.contains(where: \.isNewline) else { return }
    let place = SourceLocation(
      file: "when", line: 1, column: 1, length: text.unicodeScalars.count)
    let condition: Condition
    do {
      condition = try base.condition(AuthoredText(text, at: place))
    } catch {
      expectPlaced(error.diagnostics, in: ["when": text])
      expect(
        (try? base.condition(AuthoredText("(\(text)) or restarted"))) == nil || text.contains(")"),
        "it is refused alone, and taken in parentheses")
      return
    }
    let written = "\(condition)"
    expectHarmless(written)
    expectEqual(try? base.condition(AuthoredText(written)), condition, "written as \(written)")
    expectEqual(
      try? base.condition(AuthoredText("  \(text.replacing(" ", with: "   "))")), condition,
      "with more blanks")
    for consultation in consultations {
      guard let truth = consultation.truth(of: condition) else {
        fatalError("it is neither true nor false nor unknown")
      }
      let otherwise = Truth(rawValue: Truth.true.rawValue - truth.rawValue)
      expectEqual(consultation.truth(of: .not(condition)), otherwise, "negated")
      expectEqual(consultation.truth(of: .all([condition, condition])), truth, "twice")
    }
  }
}
