/// The kinds of problems that knowledge files can have.
///
/// A code is for ever: it is never renamed, and never given to another problem.
public enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
  // MARK: The file
  case missingFile = "missing-file"
  case notUTF8 = "not-utf8"
  case brokenYAML = "broken-yaml"
  case circularInclude = "circular-include"

  // MARK: Its form
  case unknownKey = "unknown-key"
  case duplicateKey = "duplicate-key"
  case missingKey = "missing-key"
  case misplacedKey = "misplaced-key"
  case wrongShape = "wrong-shape"
  case emptyText = "empty-text"
  case emptyList = "empty-list"
  case unknownWord = "unknown-word"
  case badNumber = "bad-number"
  case badUnit = "bad-unit"
  case badDate = "bad-date"
  case badRange = "bad-range"
  case badTableRow = "bad-table-row"

  // MARK: Names
  case badName = "bad-name"
  case duplicateName = "duplicate-name"
  case repeatedQuestion = "repeated-question"
  case repeatedScale = "repeated-scale"
  case unknownName = "unknown-name"
  case unknownQuestion = "unknown-question"
  case unknownOption = "unknown-option"
  case unknownScale = "unknown-scale"
  case unknownLevel = "unknown-level"
  case levelOfAnotherScale = "level-of-another-scale"
  case unknownAdvice = "unknown-advice"
  case unknownPlan = "unknown-plan"
  case unknownSource = "unknown-source"
  case unknownSection = "unknown-section"
  case unknownLexicon = "unknown-lexicon"
  case unknownConsultation = "unknown-consultation"

  // MARK: Conditions
  case badCondition = "bad-condition"
  case mixedAndOr = "mixed-and-or"
  case wrongTest = "wrong-test"
  case unorderedOptions = "unordered-options"
  case numberOutOfRange = "number-out-of-range"

  // MARK: The whole
  case raisesNothing = "raises-nothing"
  case lowersScale = "lowers-scale"
  case circularReasoning = "circular-reasoning"
  case noConsultation = "no-consultation"
  case tooMany = "too-many"

  // MARK: What was written, read by `check`
  case unsourced = "unsourced"
  case overdueSource = "overdue-source"
  case forbiddenWord = "forbidden-word"
  case unusedName = "unused-name"
  case repeatedLabel = "repeated-label"

  // MARK: What is proved for every situation, by `check`
  case brokenPromise = "broken-promise"
  case emptyPromise = "empty-promise"
  case deadRule = "dead-rule"
  case unreachableLevel = "unreachable-level"
  case gap = "gap"
  case milderWarning = "milder-warning"
  case kinderUnsure = "kinder-unsure"
  case outbidRule = "outbid-rule"
  case repeatedRule = "repeated-rule"
  case constantTest = "constant-test"
  case unreachableAdvice = "unreachable-advice"
  case neverAsked = "never-asked"
  case idleQuestion = "idle-question"
  case lateEnding = "late-ending"
}

extension DiagnosticCode: CustomStringConvertible {
  /// The code as it is written, such as `unknown-key`.
  public var description: String { rawValue }
}
