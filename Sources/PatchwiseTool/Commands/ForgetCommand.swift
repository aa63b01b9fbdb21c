import ArgumentParser

/// `patchwise forget`: removes saved consultations.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Remove saved consultations, so that they are really gone.")

  @Argument(help: "Their numbers, as 'patchwise list' shows them.")
  var numbers: [Int] = []

  @Flag(help: "Remove all of them.")
  var all = false

  @Flag(help: "Don't ask.")
  var yes = false

  @OptionGroup var store: StoreOption

  func validate() throws {
    if all != numbers.isEmpty {
      throw ValidationError("Name the consultations to remove, or --all.")
    }
  }

  func run() throws {
    let store = store.store
    let doomed = all ? try store.numbers() : Set(numbers).sorted()
    if doomed.isEmpty {
      store.removeLeftovers()
      return try Console.tell("Nothing is saved in \(store.path).")
    }
    // Each is looked for first, so that a slip removes nothing.
    for number in doomed { try store.demand(number) }
    let names = doomed.map(String.init).joined(separator: ", ")
    if !yes {
      try Console.tell("Remove \(names) for good? Type yes.")
      guard Console.listen().map({ ["yes", "y"].contains($0.lowercased()) }) ?? false else {
        return try Console.tell("Nothing was removed.")
      }
    }
    var left: [FileProblem] = []
    for number in doomed {
      do throws(FileProblem) { try store.remove(number) } catch { left.append(error) }
    }
    store.removeLeftovers()
    if left.isEmpty { return try Console.tell("Removed \(names).") }
    for problem in left { Console.complain(problem.message) }
    throw FileProblem("\(left.count) of \(doomed.count) could not be removed", .unwritable)
  }
}
