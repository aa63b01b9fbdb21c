import Patchwise

/// The problems found so far while knowledge files are read.
///
/// A reader that finds a problem reports it and goes on, so that an author sees all of them at once.
final class DiagnosticLog {
  private(set) var diagnostics: [Diagnostic] = []
  /// Names of what could be read only in part, up to a quote in them.
  ///
  /// Later problems that mention them may follow from that.
  private var damagedNames: Set<Substring> = []
  /// Whether something could not be read that may declare names.
  private var hasLostNames = false

  /// Adds a problem.
  func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Adds a problem.
  func report(
    _ code: DiagnosticCode, _ message: String, at location: SourceLocation?,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    report(Diagnostic(code, message, at: location, notes: notes, help: help))
  }

  /// Adds a problem if a name is not spelt like one.
  func checkSpelling(of name: AuthoredText, kind: String) {
    if let problem = NameSpelling.problem(of: name.string, kind: kind, at: name.location) {
      report(problem)
    }
  }

  /// Remembers that a stand-in was put where something could not be read.
  func damage(_ name: AuthoredText) {
    damagedNames.insert(name.string.prefix { $0 != "'" })
  }

  /// Remembers that names may be declared where nothing could be read.
  func loseNames() {
    hasLostNames = true
  }

  /// Returns those problems of the checked whole that do not merely follow from what was reported here.
  ///
  /// A stand-in has no place, so a problem without one follows from it.
  func causes(among problems: [Diagnostic]) -> [Diagnostic] {
    guard !diagnostics.isEmpty else { return problems }
    let reported = Set(diagnostics.compactMap(\.location))
    return problems.filter { problem in
      guard let location = problem.location, !reported.contains(location),
        !(hasLostNames && Self.missingNames.contains(problem.code))
      else { return false }
      let texts = [problem.message, problem.help ?? ""] + problem.notes.map(\.message)
      // Names stand in quotes.
      return !texts.contains { text in
        text.split(separator: "'").contains { damagedNames.contains($0) }
      }
    }
  }

  /// The problems of names that are declared nowhere.
  private static let missingNames: Set<DiagnosticCode> = [
    .unknownName, .unknownQuestion, .unknownScale, .unknownAdvice, .unknownPlan, .unknownSource,
    .unknownSection, .unknownLexicon, .unknownConsultation, .noConsultation,
  ]
}
