import ArgumentParser
import Patchwise

/// `patchwise due`: what is to be looked at now.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say what is due in the plans that are being followed.",
    discussion: "The status is 0 if something is due, and 1 if nothing is.")

  @OptionGroup var options: ChatOptions

  func run() throws {
    let running = try RunningCourse.all(
      in: options.store.store, of: options.knowledge.load(), at: options.now
    ).filter { !$0.isOver(at: options.now) }
    for course in running {
      try Console.say("\(course.number)  \(course.text(at: options.now))")
    }
    if !running.contains(where: { $0.course.due(at: options.now) != nil }) {
      throw ExitCode.failure
    }
  }
}
