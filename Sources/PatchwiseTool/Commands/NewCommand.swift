import ArgumentParser
import Patchwise

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `patchwise new`: a knowledge base of one's own.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a small knowledge base to begin with.",
    discussion: """
      It is about a house plant, and works: a knowledge file, a transcript that exercises all of it, and \
      the schema by which an editor completes and explains keys. Nothing that is there is overwritten.
      """)

  @Argument(help: "The new folder.", completion: .directory)
  var folder: String

  @Option(help: "What the knowledge base is called; the name of the folder if left out.")
  var name: String?

  func run() throws {
    let name = try name ?? nameOfFolder()
    if NameSpelling.problem(of: name, kind: "", at: nil) != nil {
      let near = NameSpelling.slug(name)
      throw ValidationError(
        "A knowledge base is called by the letters a to z, digits and hyphens alone."
          + (near.isEmpty ? "" : " Did you mean '\(near)'?"))
    }
    let output = try OutputFolder(folder)
    let files = Template.files(named: name)
    for file in files { try output.write(file.text, to: file.name) }
    try Console.say(Self.directions(files.map { output.path(of: $0.name) }))
  }

  /// The last part of the folder's path, as a name.
  private func nameOfFolder() throws -> String {
    let name = NameSpelling.slug(URL(filePath: folder).standardizedFileURL.lastPathComponent)
    guard name.isEmpty else { return name }
    throw ValidationError("Please say with --name what the knowledge base is called.")
  }

  /// What was written, and what can be done with it.
  private static func directions(_ paths: [String]) -> String {
    let (knowledge, transcript) = (quoted(paths[0]), quoted(paths[1]))
    return """
      Written: \(paths.joined(separator: ", "))

      Next, put what you know in its place, and see what comes of it:
        patchwise check \(knowledge)
        patchwise chat --knowledge \(knowledge)
        patchwise replay --coverage --knowledge \(knowledge) \(transcript)
      """
  }

  /// The path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-")...UInt8(ascii: "/"),
        UInt8(ascii: "_"), 0x80...:
        true
      default: false
      }
    }
    if isPlain { return path }
    return
      "'\(path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#))'"
  }
}
