/// What an author can read about one kind of problem.
///
/// Each page is a fixture, too: a test reads its examples, and the bad one must have the problem.
public struct DiagnosticPage: Hashable, Sendable {
  /// The code that the page is about.
  public var code: DiagnosticCode
  /// What is wrong, as a sentence in lower case without a full stop.
  public var summary: String
  /// Why it is a problem and what to do, in a few sentences; lines end within 80 columns.
  public var rationale: String
  /// A small file with the problem.
  ///
  /// Unless it begins with `knowledge:`, it is a file for a root file to include. A byte that is not
  /// UTF-8 is shown as `�`.
  public var bad: String
  /// The same file without it.
  public var good: String

  init(
    _ code: DiagnosticCode, _ summary: String, rationale: String, bad: String, good: String
  ) {
    self.code = code
    self.summary = summary
    self.rationale = rationale
    self.bad = bad
    self.good = good
  }
}

extension DiagnosticPage {
  /// The page as plain text within 80 columns, without a line break at its end.
  public var rendered: String {
    """
    \(code): \(summary)

    \(rationale)

    Avoid:

    \(Self.indented(bad))

    Prefer:

    \(Self.indented(good))
    """
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  \($0)" }
      .joined(separator: "\n")
  }
}

extension DiagnosticPage: CustomStringConvertible {
  /// The page as plain text.
  public var description: String { rendered }
}

extension DiagnosticCode {
  /// What an author can read about problems with this code.
  public var page: DiagnosticPage {
    switch self {
    case .missingFile: .missingFile
    case .notUTF8: .notUTF8
    case .brokenYAML: .brokenYAML
    case .circularInclude: .circularInclude

    case .unknownKey: .unknownKey
    case .duplicateKey: .duplicateKey
    case .missingKey: .missingKey
    case .misplacedKey: .misplacedKey
    case .wrongShape: .wrongShape
    case .emptyText: .emptyText
    case .emptyList: .emptyList
    case .unknownWord: .unknownWord
    case .badNumber: .badNumber
    case .badUnit: .badUnit
    case .badDate: .badDate
    case .badRange: .badRange
    case .badTableRow: .badTableRow

    case .badName: .badName
    case .duplicateName: .duplicateName
    case .repeatedQuestion: .repeatedQuestion
    case .repeatedScale: .repeatedScale
    case .unknownName: .unknownName
    case .unknownQuestion: .unknownQuestion
    case .unknownOption: .unknownOption
    case .unknownScale: .unknownScale
    case .unknownLevel: .unknownLevel
    case .levelOfAnotherScale: .levelOfAnotherScale
    case .unknownAdvice: .unknownAdvice
    case .unknownPlan: .unknownPlan
    case .unknownSource: .unknownSource
    case .unknownSection: .unknownSection
    case .unknownLexicon: .unknownLexicon
    case .unknownConsultation: .unknownConsultation

    case .badCondition: .badCondition
    case .mixedAndOr: .mixedAndOr
    case .wrongTest: .wrongTest
    case .unorderedOptions: .unorderedOptions
    case .numberOutOfRange: .numberOutOfRange

    case .raisesNothing: .raisesNothing
    case .lowersScale: .lowersScale
    case .circularReasoning: .circularReasoning
    case .noConsultation: .noConsultation
    case .tooMany: .tooMany

    case .unsourced: .unsourced
    case .overdueSource: .overdueSource
    case .forbiddenWord: .forbiddenWord
    case .unusedName: .unusedName
    case .repeatedLabel: .repeatedLabel

    case .brokenPromise: .brokenPromise
    case .emptyPromise: .emptyPromise
    case .deadRule: .deadRule
    case .unreachableLevel: .unreachableLevel
    case .gap: .gap
    case .milderWarning: .milderWarning
    case .kinderUnsure: .kinderUnsure
    case .outbidRule: .outbidRule
    case .repeatedRule: .repeatedRule
    case .constantTest: .constantTest
    case .unreachableAdvice: .unreachableAdvice
    case .neverAsked: .neverAsked
    case .idleQuestion: .idleQuestion
    case .lateEnding: .lateEnding
    }
  }
}
