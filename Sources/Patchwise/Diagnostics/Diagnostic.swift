/// One problem in a knowledge or transcript file.
///
/// What is wrong is apart from how it is shown: a diagnostic holds the parts, and
/// `DiagnosticRenderer` makes text of them.
public struct Diagnostic: Hashable, Sendable {
  /// How much a problem weighs.
  public enum Severity: String, Hashable, Sendable {
    /// The file cannot be used.
    case error
    /// Suspicious; the file can be used.
    case warning
  }

  /// A further place that takes part in a problem.
  public struct Note: Hashable, Sendable {
    /// What the place has to do with it, as a sentence in lower case.
    public var message: String
    /// Where, if it has a place.
    public var location: SourceLocation?

    /// Creates a note, with its place if it has one.
    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// The kind of problem.
  public var code: DiagnosticCode
  /// How much it weighs.
  public var severity: Severity
  /// The rule that is broken, as a sentence in lower case without a full stop.
  public var message: String
  /// Where; nothing for a problem of knowledge that was built in code.
  public var location: SourceLocation?
  /// Further places that take part.
  public var notes: [Note]
  /// The likeliest cure.
  public var help: String?

  /// Creates a problem report.
  public init(
    _ code: DiagnosticCode,
    severity: Severity = .error,
    _ message: String,
    at location: SourceLocation? = nil,
    notes: [Note] = [],
    help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.notes = notes
    self.help = help
  }
}

extension Diagnostic: Comparable {
  /// Orders problems by place; those without one come first.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    switch (left.location, right.location) {
    case (let left?, let right?): left < right
    case (nil, _?): true
    default: false
    }
  }
}

/// Why a knowledge base could not be made: one or more problems, in order of place.
public struct KnowledgeError: Error, Hashable, Sendable {
  /// What is wrong; never empty.
  public let diagnostics: [Diagnostic]

  /// Creates the error from at least one diagnostic, in any order.
  public init(_ diagnostics: [Diagnostic]) {
    // An error that says nothing could not be shown; who throws one has found something.
    precondition(!diagnostics.isEmpty, "a knowledge error needs a diagnostic")
    self.diagnostics = diagnostics.inReadingOrder()
  }
}

extension KnowledgeError: CustomStringConvertible {
  /// All problems, one a line, without the lines of the file.
  public var description: String { DiagnosticRenderer().render(diagnostics) }
}

extension [Diagnostic] {
  /// The problems in order of place, each once; problems at one place keep their order.
  package func inReadingOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return enumerated()
      .sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      .map(\.element)
      .filter { seen.insert($0).inserted }
  }
}
