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
      something was, 66 if a file can't be read. A source that is due to be read again is reported \
      and does not change the status, so that nothing fails on a day when nothing was changed.
      """)

  @Argument(help: "Knowledge files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  @Option(help: ArgumentHelp("Judge the age of sources on this day.", valueName: "date"))
  var at: Moment?

  @Flag(help: "Fail on sources that are due to be read again, too.")
  var strict = false

  func run() throws {
    var status = ExitCode.success
    for path in files.isEmpty ? [nil] : files.map(Optional.some) {
      let found = try check(path)
      // A file that can't be read weighs more than one that is wrong.
      if found != .success, status != .unreadable { status = found }
    }
    if status != .success { throw status }
  }

  private func check(_ path: String?) throws -> ExitCode {
    guard KnowledgeOption.isReadable(path) else { return .unreadable }
    let files = KnowledgeOption.files(path)
    let diagnostics: [Diagnostic]
    var status = ExitCode.failure
    var summary = ""
    do {
      let base = try files.knowledgeBase()
      diagnostics = Verification(base, today: at ?? SystemClock.now).diagnostics
      summary = "\(Self.summary(base)): "
    } catch {
      diagnostics = error.diagnostics
      status = KnowledgeOption.status(of: error)
    }
    if !diagnostics.isEmpty {
      Console.complain(DiagnosticRenderer(sources: files.texts).render(diagnostics))
    }
    let name = path ?? "bundled knowledge"
    let due = strict ? 0 : diagnostics.count { $0.code == .overdueSource }
    let dueText = due == 0 ? "" : ", \(Self.count(due, "source")) due to be read again"
    guard diagnostics.count > due else {
      try Console.say("\(name): \(summary)no problem found\(dueText)")
      return .success
    }
    try Console.say("\(name): \(Self.count(diagnostics.count - due, "problem"))\(dueText)")
    return status
  }

  private static func summary(_ base: KnowledgeBase) -> String {
    let knowledge = base.knowledge
    return [
      count(knowledge.questions.count, "question"), count(knowledge.rules.count, "rule"),
      count(knowledge.scales.count, "scale"),
    ].joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
