import ArgumentParser
import Patchwise
import PatchwiseVerification

/// `patchwise questions`: how many questions people are asked.
struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "Count how many questions people are asked.",
    discussion: """
      Takes random people through each consultation, and counts how many questions they are asked, how \
      many it would be if none were asked that can't matter, and which ones those are. All of it is \
      true of these people alone, who are the same for the same seed.
      """)

  @Argument(
    help: "A knowledge file; left out, the bundled knowledge.",
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String?

  @Option(help: ArgumentHelp("How many people each consultation sees.", valueName: "count"))
  var people = 1_000

  @Option(help: ArgumentHelp("What the people are made up from.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...1_000_000).contains(people) else {
      throw ValidationError("Please take between 1 and 1000000 people.")
    }
  }

  func run() throws {
    let base = try KnowledgeOption.load(file)
    let surveys = base.knowledge.consultations.map { kind in
      QuestionSurvey(of: kind, in: base, people: people, seed: seed) { count in
        Progress.show("\(kind.id): \(count) of \(people) people")
      }
    }
    Progress.clear()
    try Console.write(QuestionReport(surveys, people: people).text)
  }
}
