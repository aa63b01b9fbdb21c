import ArgumentParser
import Patchwise
import PatchwiseDocuments

/// `patchwise explain CODE`: the page of a diagnostic code.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a problem that 'check' reports.",
    discussion: "Without a code it lists them all.")

  @Argument(
    help: "The code in brackets, such as unknown-key.",
    completion: .list(DiagnosticCode.allCases.map(\.rawValue)))
  var code: String?

  @Flag(help: "Write the pages of all codes as one article in Markdown.")
  var markdown = false

  func validate() throws {
    if markdown, code != nil { throw ValidationError("--markdown is for all codes together.") }
  }

  func run() throws {
    if markdown { return try Console.write(DiagnosticArticle().text) }
    guard let code else {
      for code in DiagnosticCode.allCases { try Console.say("\(code): \(code.page.summary)") }
      return
    }
    guard let known = DiagnosticCode(rawValue: code) else {
      let near = NearestSpelling.of(code, among: DiagnosticCode.allCases.map(\.rawValue))
      throw ValidationError(
        "There is no code '\(code)'.\(near.map { " Did you mean '\($0)'?" } ?? " 'patchwise explain' lists them all.")"
      )
    }
    try Console.say("\(known.page)")
  }
}
