import Foundation
import Patchwise
import PatchwiseDialogue
import PatchwiseYAML

/// Asks about a ladder, and says whether to climb it: to a person in words, to a script by its status.
@main
enum Ladder {
  static func main() {
    let path = CommandLine.arguments.dropFirst().first ?? bundledKnowledge
    do {
      let dialogue = try Dialogue(about: KnowledgeBase(contentsOf: path))
      var chat = Chat(dialogue, at: PlainTerminal(width: 80))
      _ = chat.run()
      let level = chat.dialogue.consultation?.recommendation?.level(of: "climb")
      exit(level?.id == "go" ? 0 : 1)
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(66)
    }
  }

  /// The knowledge that is built in.
  static var bundledKnowledge: String {
    Bundle.module.url(forResource: "ladder", withExtension: "yaml")?.path ?? "ladder.yaml"
  }
}
