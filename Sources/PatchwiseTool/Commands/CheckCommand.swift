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

      With --format json a program reads the report, with sarif any host of code, and with github the \
      job that it is written in; paths are then relative to the working folder.

      What is found for some people comes with somebody for whom it is so. With --witness FOLDER \
      they are written there as transcripts, and with --proofs FOLDER what was proved for everybody, \
      as DIMACS and DRAT files for other programs to check.
      """)

  @Argument(help: "Knowledge files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  @Option(help: ArgumentHelp("Judge the age of sources on this day.", valueName: "date"))
  var at: Moment?

  @Flag(help: "Fail on sources that are due to be read again, too.")
  var strict = false

  @Option(
    help: ArgumentHelp("Look for this alone; can be repeated.", valueName: "code"),
    completion: .list(Verification.codes.map(\.rawValue)))
  var only: [String] = []

  @Option(
    help: ArgumentHelp("Don't look for this; can be repeated.", valueName: "code"),
    completion: .list(Verification.codes.map(\.rawValue)))
  var except: [String] = []

  @Option(help: "How to report.")
  var format = Format.text

  @Option(
    help: ArgumentHelp("Write transcripts of what was found to a new folder.", valueName: "folder"),
    completion: .directory)
  var witness: String?

  @Option(
    help: ArgumentHelp("Write what was proved to a new folder.", valueName: "folder"),
    completion: .directory)
  var proofs: String?

  /// How a report is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
    case github
  }

  func validate() throws {
    for name in only + except where !Verification.codes.contains(where: { $0.rawValue == name }) {
      let known = Verification.codes.map(\.rawValue)
      let near = NearestSpelling.of(name, among: known)
      throw ValidationError(
        "There is nothing called '\(name)' to look for. "
          + (near.map { "Did you mean '\($0)'?" } ?? "There are \(known.joined(separator: ", ")).")
      )
    }
    if files.count > 1, witness != nil || proofs != nil {
      throw ValidationError("Please check one file at a time to have something written.")
    }
  }

  func run() throws {
    let witnesses = try witness.map { try OutputFolder($0) }
    let proofs = try proofs.map { try OutputFolder($0) }
    var status = ExitCode.success
    var annotations: [Annotation] = []
    for path in files.isEmpty ? [nil] : files.map(Optional.some) {
      let found = try check(path, witnesses: witnesses, proofs: proofs, &annotations)
      // A file that can't be read weighs more than one that is wrong.
      if found != .success, status != .unreadable { status = found }
    }
    // A log holds all files.
    if format == .sarif { try Console.say(SARIFLog(annotations).json) }
    if status != .success { throw status }
  }

  private func check(
    _ path: String?, witnesses: OutputFolder?, proofs: OutputFolder?,
    _ annotations: inout [Annotation]
  ) throws -> ExitCode {
    guard KnowledgeOption.isReadable(path) else { return .unreadable }
    let files = KnowledgeOption.files(path)
    let name = path ?? "bundled knowledge"
    let report: CheckReport
    var failure = ExitCode.failure
    do {
      report = try look(at: files.knowledgeBase(), name, witnesses: witnesses, proofs: proofs)
    } catch let error as KnowledgeError {
      report = CheckReport(error)
      failure = KnowledgeOption.status(of: error)
    }
    var found: [Annotation] = []
    if format == .sarif || format == .github {
      let annotator = Annotator(sources: files.texts, root: path)
      found = report.diagnostics.map { annotator.annotation($0, isNotice: isDue($0)) }
    }
    annotations += found
    let due = report.diagnostics.count(where: isDue)
    let problems = report.diagnostics.count - due
    switch format {
    case .json: try Console.say(report.json)
    case .sarif: break
    case .github:
      for annotation in found { try Console.say(annotation.workflowCommand) }
      try Console.say(Self.summary(report, name, problems: problems, due: due))
    case .text:
      try say(report, files)
      try Console.say(Self.summary(report, name, problems: problems, due: due))
    }
    return problems == 0 ? .success : failure
  }

  /// Looks for all that is wanted, and writes down what was asked for.
  private func look(
    at base: KnowledgeBase, _ name: String, witnesses: OutputFolder?, proofs: OutputFolder?
  ) throws -> CheckReport {
    var verification = Verification(base, today: at ?? SystemClock.now, isProving: proofs != nil)
    let report = CheckReport(base, &verification, for: codes, isCounting: format == .json) {
      Progress.show("\(name): \($0)")
    }
    Progress.clear()
    try write(report, to: witnesses)
    if let proofs { try write(verification, to: proofs) }
    return report
  }

  /// Whether a problem fails nothing.
  private func isDue(_ diagnostic: Diagnostic) -> Bool {
    !strict && diagnostic.code == .overdueSource
  }

  /// What is looked for, as far as it is wanted.
  private var codes: [DiagnosticCode] {
    Verification.codes.filter { code in
      (only.isEmpty || only.contains(code.rawValue)) && !except.contains(code.rawValue)
    }
  }

  // MARK: Writing

  private func say(_ report: CheckReport, _ files: KnowledgeFiles) throws {
    try Console.write(report.table)
    if let situations = report.situations {
      try Console.say("\(situations.grouped) \(situations == 1 ? "situation" : "situations")")
    }
    if !report.diagnostics.isEmpty {
      Console.complain(DiagnosticRenderer(sources: files.texts).render(report.diagnostics))
    }
  }

  /// The last line of a report.
  private static func summary(
    _ report: CheckReport, _ name: String, problems: Int, due: Int
  ) -> String {
    let dueText = due == 0 ? "" : ", \(count(due, "source")) due to be read again"
    let summary = report.base.map { "\(Self.summary($0)): " } ?? ""
    return problems == 0
      ? "\(name): \(summary)no problem found\(dueText)"
      : "\(name): \(count(problems, "problem"))\(dueText)"
  }

  private func write(_ report: CheckReport, to folder: OutputFolder?) throws(FileProblem) {
    guard let folder else { return }
    for row in report.rows {
      let texts = row.findings.compactMap(report.transcript)
      for (number, text) in texts.enumerated() {
        try folder.write(text, to: "\(row.code)-\(number + 1).transcript")
      }
    }
  }

  private func write(_ verification: Verification, to folder: OutputFolder) throws(FileProblem) {
    try verification.writeProofs { proof throws(FileProblem) in
      try folder.write(proof.clauses, to: "\(proof.name).cnf")
      try folder.write(proof.steps, to: "\(proof.name).drat")
    }
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
