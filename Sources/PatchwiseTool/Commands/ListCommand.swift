import ArgumentParser
import Patchwise
import PatchwiseTranscripts

/// `patchwise list`: the saved consultations.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the saved consultations.",
    discussion: "One line each: number, day, what it is about, and what it came to.")

  @OptionGroup var store: StoreOption

  func run() throws {
    let store = store.store
    let numbers = try store.numbers()
    if numbers.isEmpty { return try Console.say("Nothing is saved in \(store.path).") }
    let width = "\(numbers.last ?? 0)".count
    for number in numbers {
      let saved = try store.read(number)
      let digits = "\(number)"
      let parts = [
        String(repeating: " ", count: width - digits.count) + digits,
        saved.began ?? "          ", saved.kind?.name ?? "nothing chosen", Self.state(of: saved),
      ]
      try Console.say(parts.joined(separator: "  "))
    }
  }

  private static func state(of saved: SavedConsultation) -> String {
    switch saved.damage {
    case .altered(let line)?: return "not as it was saved, from line \(line) on"
    case .unfinished?, nil:
      return saved.outcome.isEmpty
        ? "not finished" : saved.outcome.map(\.description).joined(separator: ", ")
    }
  }
}
