import ArgumentParser
import Patchwise
import PatchwiseDocuments

/// `patchwise calendar`: a plan that is being followed, as a file for calendar programs.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Write the plan that is being followed for a calendar program.",
    discussion: """
      Writes an iCalendar file to standard output, with a reminder for each look that is still to come:
        patchwise calendar > looks.ics
      A calendar keeps what it has read, also when you stop or begin anew; remove it there.
      """)

  @Argument(
    help: "The number of the consultation; left out, the plan that is due, or the last one.")
  var number: Int?

  @OptionGroup var options: ChatOptions

  func run() throws {
    let plans = try FollowedPlan.all(in: options.store.store, of: options.knowledge.load())
    let plan = try FollowedPlan.chosen(number, among: plans, at: options.now)
    let calendar = CourseCalendar(plan.course, titled: plan.name, madeAt: options.now)
    if calendar.isEmpty { throw FileProblem("Nothing of that plan is still to come") }
    try Console.write(calendar.text)
  }
}
