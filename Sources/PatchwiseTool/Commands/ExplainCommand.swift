import ArgumentParser
import Patchwise

/// `patchwise explain CODE`: the page of a diagnostic code.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a problem that 'check' reports.",
    discussion: "Without a code it lists them all.")

  @Argument(
    help: "The code in brackets, such as unknown-key.",
    completion: .list(DiagnosticCode.allCases.map(\.rawValue)))
  var code: String?

  func run() throws {
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
