import ArgumentParser
import PatchwiseExosomes

/// `patchwise compile`: writes what the compiled form of the bundled knowledge has to be; for `./dev compile`.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Write the compiled form of the bundled knowledge to standard output.",
    shouldDisplay: false)

  func run() throws { try Console.write(try ExosomeKnowledge.compile()) }
}
