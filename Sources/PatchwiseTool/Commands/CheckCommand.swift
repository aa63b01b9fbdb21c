import ArgumentParser
import Patchwise
import PatchwiseVerification
import PatchwiseYAML

/// `patchwise check`: what is wrong with knowledge files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look for mistakes in knowledge files.",
    discussion: """
      Without a file it looks at the bundled knowledge. The status is 0 if nothing was found, 1 if \
      something was, 66 if a file can't be read.
      """)

  @Argument(help: "Knowledge files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  @Option(help: ArgumentHelp("Judge the age of sources on this day.", valueName: "date"))
  var at: Moment?

  func run() throws {
    var status = ExitCode.success
    for path in files.isEmpty ? [nil] : files.map(Optional.some) {
      let found = check(path)
      // A file that can't be read weighs more than one that is wrong.
      if found != .success, status != .unreadable { status = found }
    }
    if status != .success { throw status }
  }

  private func check(_ path: String?) -> ExitCode {
    let files = KnowledgeOption.files(path)
    let diagnostics: [Diagnostic]
    var status = ExitCode.failure
    var summary: String?
    do {
      let base = try files.knowledgeBase()
      diagnostics = Verification(base, today: at ?? SystemClock.now).diagnostics
      summary = Self.summary(base)
    } catch {
      diagnostics = error.diagnostics
      status = KnowledgeOption.status(of: error)
    }
    let name = path ?? "bundled knowledge"
    guard !diagnostics.isEmpty else {
      print("\(name): \(summary ?? ""): no problem found")
      return .success
    }
    Console.complain(DiagnosticRenderer(sources: files.texts).render(diagnostics))
    print("\(name): \(diagnostics.count) problem\(diagnostics.count == 1 ? "" : "s")")
    return status
  }

  private static func summary(_ base: KnowledgeBase) -> String {
    let knowledge = base.knowledge
    let counts = [
      ("question", knowledge.questions.count), ("rule", knowledge.rules.count),
      ("scale", knowledge.scales.count),
    ]
    return counts.map { "\($1) \($0)\($1 == 1 ? "" : "s")" }.joined(separator: ", ")
  }
}
