import Patchwise
import PatchwiseDialogue
import PatchwiseDocuments

/// A report of a conversation being kept in a file.
///
/// It is written as soon as a recommendation or an alarm stands, so that nothing is lost if the person
/// just closes the window, and then follows the conversation.
final class Reporting {
  private let path: String
  private let form: Report.Form
  private let file: PrivateFile
  private var words = OwnWords()
  /// The report that is in the file, and how often the person had begun anew by then.
  private var written: (report: Report, restarts: Int)?

  /// The form that the name of a file asks for; nothing for any other ending.
  static func form(of path: String) -> Report.Form? {
    Report.Form.allCases.first { path.lowercased().hasSuffix(".\($0.rawValue)") }
  }

  /// Begins a report, if a path was given that ends in a form.
  init?(_ path: String?) throws {
    guard let path, let form = Self.form(of: path) else { return nil }
    self.path = path
    self.form = form
    file = try PrivateFile(path)
  }

  /// Takes a line that was typed, what was said to it, and the conversation as it then stands.
  func take(_ line: String, _ reply: Reply, _ dialogue: Dialogue) {
    words.take(line, reply, dialogue)
    let report = Report(dialogue, inOwnWords: words)
    let stands = report.progress == .finished || report.progress == .alarmed
    // What can't be written now is tried again in the end, and then told.
    if stands || written != nil { try? write(report, dialogue) }
  }

  /// Writes the report as the conversation has ended, and says where it is.
  func finish(_ dialogue: Dialogue) throws(FileProblem) {
    try write(Report(dialogue, inOwnWords: words), dialogue)
    Console.complain("The report is in \(path).")
  }

  private func write(_ report: Report, _ dialogue: Dialogue) throws(FileProblem) {
    if let written {
      // Who begins anew and leaves off keeps the recommendation that they had.
      let isAnother = written.restarts != dialogue.restarts && written.report.progress == .finished
      let isLess = report.progress == .nothing || report.progress == .unfinished
      if written.report == report || (isAnother && isLess) { return }
    }
    try file.write(report.text(as: form))
    written = (report, dialogue.restarts)
  }
}
