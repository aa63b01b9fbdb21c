import ArgumentParser
import Patchwise
import PatchwiseDialogue

/// `patchwise due`: what is to be looked at now.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say what is due in the plans that are being followed.",
    discussion: "The status is 0 if something is due, and 1 if nothing is.")

  @OptionGroup var options: ChatOptions

  func run() throws {
    let now = options.now
    let running = try FollowedPlan.all(in: options.store.store, of: options.knowledge.load())
      .filter { $0.isRunning(at: now) }
    for plan in running {
      try Console.show([.paragraph("\(plan.number): \(plan.text(at: now))")])
    }
    if !running.contains(where: { $0.isDue(at: now) }) {
      throw ExitCode.failure
    }
  }
}
