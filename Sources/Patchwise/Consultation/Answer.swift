/// What a person said to a question.
public enum Answer: Hashable, Sendable {
  /// One option; `yes` or `no` at a yes-no question.
  case option(Identifier<Question.Option>)
  /// Some options, in any order; an empty list says *none of them*.
  case options([Identifier<Question.Option>])
  /// A number in the question's unit.
  case number(Double)
  /// A length of time.
  case duration(TimeSpan)
  /// A day, at midnight.
  case date(Moment)
  /// *Not sure.*
  case unsure

  /// Yes.
  public static var yes: Answer { .option("yes") }
  /// No.
  public static var no: Answer { .option("no") }
}

/// Why an answer was not taken; the consultation is as it was.
public enum AnswerRejection: Error, Hashable, Sendable {
  /// The knowledge base has no such question, or this consultation never asks it.
  case unknownQuestion(Identifier<Question>)
  /// The question takes another kind of answer.
  case wrongKind(Identifier<Question>)
  /// The question has no such option.
  case unknownOption(Identifier<Question.Option>, Identifier<Question>)
  /// The number or length of time is outside the question's range, or no number at all.
  case outOfRange(Identifier<Question>)
  /// The question does not take *not sure*.
  case unsureRefused(Identifier<Question>)
}

extension Answer: Codable {
  private enum Key: String, CodingKey { case option, options, number, seconds, date, unsure }

  /// Reads an answer from an object with one key.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch container.allKeys.first {
    case .option: self = .option(try container.decode(Identifier.self, forKey: .option))
    case .options: self = .options(try container.decode([Identifier].self, forKey: .options))
    case .number: self = .number(try container.decode(Double.self, forKey: .number))
    case .seconds:
      self = .duration(TimeSpan(seconds: try container.decode(Int.self, forKey: .seconds)))
    case .date: self = .date(Moment(seconds: try container.decode(Int.self, forKey: .date)))
    case .unsure: self = .unsure
    case nil:
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "an answer needs a key"))
    }
  }

  /// Writes the answer as an object with one key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .option(let option): try container.encode(option, forKey: .option)
    case .options(let options): try container.encode(options, forKey: .options)
    case .number(let number): try container.encode(number, forKey: .number)
    case .duration(let span): try container.encode(span.seconds, forKey: .seconds)
    case .date(let day): try container.encode(day.seconds, forKey: .date)
    case .unsure: try container.encode(true, forKey: .unsure)
    }
  }
}
