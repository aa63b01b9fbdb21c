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
  /// A day, as the moment at which it begins.
  ///
  /// Conditions ask how much time has passed since that moment. One within the day is taken as it is,
  /// and so is a day that is still to come.
  case date(Moment)
  /// *Not sure.*
  case unsure

  /// Yes.
  public static var yes: Answer { .option("yes") }
  /// No.
  public static var no: Answer { .option("no") }

  /// The options that are chosen.
  package var options: [Identifier<Question.Option>] {
    switch self {
    case .option(let option): [option]
    case .options(let options): options
    case .number, .duration, .date, .unsure: []
    }
  }
}

/// Why an answer was not taken; the consultation is as it was.
public enum AnswerRejection: Error, Hashable, Sendable {
  /// The knowledge base has no such question, or this consultation never asks it.
  case unknownQuestion(Identifier<Question>)
  /// The question takes another kind of answer; the domain says which.
  case wrongKind(Identifier<Question>, takes: Question.Domain)
  /// The question has no such option.
  case unknownOption(Identifier<Question.Option>, Identifier<Question>)
  /// The number or length of time is outside the range that the domain gives, or no number at all.
  case outOfRange(Identifier<Question>, takes: Question.Domain)
  /// The question does not take *not sure*.
  case unsureRefused(Identifier<Question>)
}

extension Answer: Codable {
  /// What an answer is written under.
  private enum Key: String, CodingKey { case option, options, number, seconds, date, unsure }

  /// Any key at all, to count them.
  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads an answer from an object with exactly one key.
  ///
  /// These are `option` with a name, `options` with a list of names, `number` with a number in the unit
  /// of the question, `seconds` with a length of time in whole seconds, `date` with the seconds from
  /// 1970-01-01 00:00 on the wall clock to the day's beginning, and `unsure` with `true`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard try decoder.container(keyedBy: AnyKey.self).allKeys.count == 1,
      let key = container.allKeys.first
    else {
      throw Self.corruption(
        "an answer has exactly one key: option, options, number, seconds, date or unsure", decoder)
    }
    switch key {
    case .option: self = .option(try container.decode(Identifier.self, forKey: .option))
    case .options: self = .options(try container.decode([Identifier].self, forKey: .options))
    case .number: self = .number(try container.decode(Double.self, forKey: .number))
    case .seconds:
      self = .duration(TimeSpan(seconds: try container.decode(Int.self, forKey: .seconds)))
    case .date: self = .date(Moment(seconds: try container.decode(Int.self, forKey: .date)))
    case .unsure:
      guard try container.decode(Bool.self, forKey: .unsure) else {
        throw Self.corruption("'unsure' can only be true", decoder)
      }
      self = .unsure
    }
  }

  private static func corruption(_ description: String, _ decoder: any Decoder) -> DecodingError {
    .dataCorrupted(
      DecodingError.Context(codingPath: decoder.codingPath, debugDescription: description))
  }

  /// Writes the answer as an object with the one key that it is read from.
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
