import ArgumentParser
import Patchwise
import PatchwiseMutation
import PatchwiseVerification

/// `patchwise diff`: what people are told otherwise under other knowledge.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say for how many people advice changes, and how.",
    discussion: """
      Compares two knowledge files over every combination of answers there can be. The status is 1 if \
      anybody is told something less cautious, unless --allow-less-cautious says why that is right.
      """)

  @Argument(
    help: "The knowledge file as it was.", completion: .file(extensions: ["yaml", "yml"]))
  var old: String

  @Argument(
    help: "The knowledge file as it is; left out, the bundled knowledge.",
    completion: .file(extensions: ["yaml", "yml"]))
  var new: String?

  @Option(
    help: ArgumentHelp("Why less caution is right here.", valueName: "reason"))
  var allowLessCautious: String?

  @Option(
    help: ArgumentHelp("Write a transcript of each change to a new folder.", valueName: "folder"),
    completion: .directory)
  var witness: String?

  func validate() throws {
    guard let allowLessCautious, allowLessCautious.allSatisfy(\.isWhitespace) else { return }
    throw ValidationError(
      "Please say why less caution is right: --allow-less-cautious needs a reason.")
  }

  func run() throws {
    let folder = try witness.map { try OutputFolder($0) }
    let bases = (try KnowledgeOption.load(old), try KnowledgeOption.load(new))
    let difference = KnowledgeDifference(from: bases.0, to: bases.1)
    try Console.write(DifferenceReport(difference, of: bases.1).text)
    if let folder { try write(difference, of: bases.1, to: folder) }
    guard difference.isLessCautious else { return }
    guard let reason = allowLessCautious else { throw ExitCode.failure }
    try Console.say("Less caution is allowed: \(reason)")
  }

  private func write(
    _ difference: KnowledgeDifference, of base: KnowledgeBase, to folder: OutputFolder
  ) throws {
    for (number, change) in difference.changes.enumerated() {
      let levels = [change.old, change.new].map { $0?.name ?? "nothing" }
      let text = try change.witness.transcript(
        about: base, remark: "\(change.scale): \(levels.joined(separator: " → "))")
      try folder.write(text, to: "\(change.consultation)-\(number + 1).transcript")
    }
  }
}
