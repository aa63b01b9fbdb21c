import ArgumentParser
import Patchwise
import PatchwiseVerification

/// `patchwise baseline`: what knowledge tells, and to how many, as one page.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Say on one page what is told, and to how many.",
    discussion: """
      For each consultation, scale and level it counts the situations exactly and lists the rules with \
      their conditions. Keep the page beside the knowledge; with --compare FILE it shows what has \
      become otherwise, and the status is 1 if anything has.
      """)

  @OptionGroup var knowledge: KnowledgeOption

  @Option(
    help: ArgumentHelp("Compare with a page that was kept.", valueName: "file"),
    completion: .file())
  var compare: String?

  func run() throws {
    let base = try knowledge.load()
    let kept = try compare.map { try TranscriptFiles.read($0) }
    let page = BaselinePage(Baseline(of: base), of: base).text
    guard let kept else { return try Console.write(page) }
    guard let difference = BaselinePage.difference(from: kept, to: page) else { return }
    try Console.write(difference.printable)
    throw ExitCode.failure
  }
}
