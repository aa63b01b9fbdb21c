import Patchwise
import PatchwiseDialogue

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Turns a line of JSON with answers into a line of JSON with what follows from them.
///
/// It takes any line, says what is wrong with it, and knows which questions are open. `PlainDecider` does
/// the same for most lines, and much faster.
struct LineDecider {
  private let empty: Consultation
  private let knowledge: KnowledgeBase
  private let decoder = JSONDecoder()

  /// Why a line was not decided.
  private struct Problem: Error {
    var message: String

    init(_ message: String) { self.message = message }
  }

  init(_ empty: Consultation) {
    self.empty = empty
    knowledge = empty.knowledge
  }

  /// Returns the line for a line, and whether it was a good one.
  func decide(_ line: String, number: Int) -> (text: String, isGood: Bool) {
    do {
      return (JSONText.line(of: Decision(try consultation(for: line))), true)
    } catch {
      return Self.refusal(error.message, number: number)
    }
  }

  /// Returns the line for one that is not decided, and that it was no good one.
  static func refusal(_ message: String, number: Int) -> (text: String, isGood: Bool) {
    (JSONText.line(of: Complaint(error: message, line: number)), false)
  }

  // MARK: Reading

  private func consultation(for line: String) throws(Problem) -> Consultation {
    let value: JSONValue
    do {
      value = try decoder.decode(JSONValue.self, from: Data(line.utf8))
    } catch {
      throw Problem("this is not JSON")
    }
    if let key = RepeatedKey.first(in: line) { throw Problem("key '\(key)' stands twice") }
    guard case .object(let fields) = value else {
      throw Problem("a line must be an object such as {\"answers\": {…}}")
    }
    var consultation = empty
    for key in fields.keys.sorted() where key != "answers" && key != "at" {
      throw Problem("there is no key '\(key)', only 'answers' and 'at'")
    }
    if let at = fields["at"] {
      guard case .string(let text) = at, let moment = Moment(text) else {
        throw Problem("'at' must be a time such as \"2026-03-02 20:15\"")
      }
      consultation.now = moment
    }
    guard case .object(let answers)? = fields["answers"] else {
      throw Problem("'answers' must be an object with a value for each question")
    }
    for name in answers.keys.sorted() {
      guard let value = answers[name],
        let answer = try answer(value, to: name, at: consultation.now)
      else { continue }
      do {
        try consultation.answer(Identifier(name), answer)
      } catch {
        throw Problem(text(of: error))
      }
    }
    return consultation
  }

  /// The answer a value stands for; nothing for null, which leaves the question unanswered.
  private func answer(
    _ value: JSONValue, to name: String, at now: Moment?
  ) throws(Problem) -> Answer? {
    guard let question = knowledge.question(Identifier(name)) else {
      let known = knowledge.knowledge.questions.map(\.id.name)
      throw Problem("there is no question '\(name)'\(Self.cure(for: name, among: known))")
    }
    switch (question.domain, value) {
    case (_, .null): return nil
    case (_, .string("unsure")): return .unsure
    case (.yesNo, .bool(let isSo)): return isSo ? .yes : .no
    case (.one, .string(let option)), (.yesNo, .string(let option)):
      return .option(Identifier(option))
    case (.any, .array(let values)), (.ingredients, .array(let values)):
      var options: [Identifier<Question.Option>] = []
      for value in values {
        guard case .string(let option) = value else {
          throw Problem("'\(name)' takes a list of names")
        }
        options.append(Identifier(option))
      }
      return .options(options)
    case (.any, .string("none")), (.ingredients, .string("none")): return .options([])
    case (.any, .string(let option)): return .options([Identifier(option)])
    case (.number, .number(let number)): return .number(number)
    case (.duration, .string(let text)), (.date, .string(let text)),
      (.ingredients, .string(let text)):
      if let answer = AnswerText.answer(text, to: question, in: knowledge, at: now) {
        return answer
      }
      throw Problem("'\(name)' takes \(Self.example(question)), not '\(text)'")
    default: throw Problem("'\(name)' takes \(Self.example(question))")
    }
  }

  private static func example(_ question: Question) -> String {
    switch question.domain {
    case .one(let options, _):
      "the name of an option, such as \"\(options.first?.id.name ?? "")\", or \"unsure\""
    case .any(let options):
      "a list of options, such as [\"\(options.first?.id.name ?? "")\"], or \"unsure\""
    case .yesNo: "\"yes\", \"no\" or \"unsure\""
    case .number: "a number or \"unsure\""
    case .duration: "a length of time such as \"2 weeks\", or \"unsure\""
    case .date: "a day such as \"2026-03-01\", or \"unsure\""
    case .ingredients: "a list of tags, a text with commas, or \"unsure\""
    }
  }

  private static func cure(for name: String, among known: [String]) -> String {
    NearestSpelling.of(name, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }

  private func text(of rejection: AnswerRejection) -> String {
    switch rejection {
    case .unknownQuestion(let id): "question '\(id)' is not part of this consultation"
    case .wrongKind(let id, _): "'\(id)' takes another kind of answer"
    case .unknownOption(let option, let id):
      "question '\(id)' has no option '\(option)'\(Self.cure(for: option.name, among: options(of: id)))"
    case .outOfRange(let id, _): "the value of '\(id)' is outside its range"
    case .unsureRefused(let id): "question '\(id)' does not take \"unsure\""
    }
  }

  private func options(of id: Identifier<Question>) -> [String] {
    guard let question = knowledge.question(id) else { return [] }
    if case .yesNo = question.domain { return ["yes", "no"] }
    return knowledge.options(of: question).map(\.id.name)
  }

  // MARK: Writing

  private struct Complaint: Encodable {
    var error: String
    var line: Int
  }

  /// What follows from some answers.
  private struct Decision: Encodable {
    var levels: [String: Level]
    var rules: [String]
    var advice: [String]
    var open: [String]

    init(_ consultation: Consultation) {
      let knowledge = consultation.knowledge
      levels = Dictionary(
        uniqueKeysWithValues: consultation.kind.decides.map { scale in
          (scale.name, Level(interval: consultation.interval(of: scale)))
        })
      rules = knowledge.knowledge.rules.map(\.id).filter { consultation.truth(of: $0) == .true }
        .map(\.name)
      advice = consultation.certainAdvice.map(\.id.name)
      open = consultation.openQuestions.map(\.id.name)
    }
  }

  /// A level where it is settled, else floor and ceiling; null where a gap is possible.
  private struct Level: Encodable {
    var interval: LevelInterval?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      let (floor, ceiling) = (interval?.floor?.id.name, interval?.ceiling?.id.name)
      if floor == ceiling {
        try container.encode(floor)
      } else {
        try container.encode([floor, ceiling])
      }
    }
  }
}
