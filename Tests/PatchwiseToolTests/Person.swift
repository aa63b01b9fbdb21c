import Patchwise
import PatchwiseExosomes
import Testing

/// Somebody who goes through the bundled consultation with the library alone, and what they would type.
struct Person {
  /// Who it is.
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    /// Nothing is the matter.
    case calm
    /// Something is so that ends the consultation at once.
    case inDanger
    /// Says *not sure* wherever that is taken.
    case unsure
    /// Is calm, and changes the first answer that can be another one without ending everything.
    case undecided

    var testDescription: String { rawValue }
  }

  private let kind: Kind
  private(set) var consultation: Consultation
  private(set) var typed: [String] = []

  init(_ kind: Kind, at now: Moment) throws {
    self.kind = kind
    consultation = try Consultation("fit", in: ExosomeKnowledge.load(), at: now)
    try answerAll()
    if kind == .undecided { try changeAnAnswer() }
  }

  private mutating func answerAll() throws {
    while let question = consultation.nextQuestion {
      try #require(typed.count < 120)
      if kind == .inDanger, let danger = danger(at: question) {
        try give(danger.answer, to: question, as: danger.number)
      } else if kind == .unsure, isUnsureTaken(at: question) {
        // Whoever is not sure is asked once more, in plainer words.
        if question.plainer != nil { typed.append("not sure") }
        try give(.unsure, to: question, as: "not sure")
      } else {
        let (answer, words) = calm(question)
        try give(answer, to: question, as: words)
      }
    }
  }

  /// Whether *not sure* is taken, and does not end everything at once.
  private func isUnsureTaken(at question: Question) -> Bool {
    var after = consultation
    return (try? after.answer(question.id, .unsure)) != nil && !after.endedEarly
  }

  private mutating func give(_ answer: Answer, to question: Question, as words: String) throws {
    try consultation.answer(question.id, answer)
    typed.append(words)
  }

  private func calm(_ question: Question) -> (Answer, String) {
    switch question.domain {
    case .any, .ingredients: (.options([]), "none")
    case .yesNo: (.option("no"), "no")
    case .one(let options, _): (.option(options[0].id), "1")
    case .number: (.number(34), "34")
    case .duration: (.duration(TimeSpan(seconds: 56 * 86_400)), "8 weeks")
    case .date: (.unsure, "not sure")
    }
  }

  /// The first option of a question with which the consultation would end.
  private func danger(at question: Question) -> (answer: Answer, number: String)? {
    for (place, option) in consultation.knowledge.options(of: question).enumerated() {
      var after = consultation
      guard (try? after.answer(question.id, .option(option.id))) != nil, after.endedEarly else {
        continue
      }
      if case .any = question.domain { return (.options([option.id]), "\(place + 1)") }
      return (.option(option.id), "\(place + 1)")
    }
    return nil
  }

  private mutating func changeAnAnswer() throws {
    for id in consultation.answered {
      guard let question = consultation.knowledge.question(id),
        case .one(let options, _) = question.domain
      else { continue }
      for (place, option) in options.enumerated().dropFirst() {
        var after = consultation
        try after.answer(id, .option(option.id))
        guard !after.endedEarly else { continue }
        typed.append("change \(id)")
        try give(.option(option.id), to: question, as: "\(place + 1)")
        return try answerAll()
      }
    }
    Issue.record("no answer can be changed")
  }
}
