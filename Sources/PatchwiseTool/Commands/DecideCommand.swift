import ArgumentParser
import Patchwise
import PatchwiseExosomes

/// `patchwise decide`: answers in, levels out, a line each.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Decide for answers given as JSON, one object a line.",
    discussion: """
      Standard input, for the bundled knowledge and --consult \(ExosomeKnowledge.exampleConsultation):
        \(ExosomeKnowledge.exampleAnswers)
      Standard output:
        {"advice": [...], "levels": {SCALE: LEVEL, ...}, "open": [...], "rules": [...]}
      A level stands where it is settled, else [LEVEL, LEVEL], the least and the most cautious that \
      are possible. "open" lists the questions that can still change a level. \
      A bad line gives {"error": ..., "line": n}, the run goes on, and the status is 1.
      """)

  @Option(help: "Which consultation decides; left out, the only one there is.")
  var consult: String?

  @OptionGroup var knowledge: KnowledgeOption

  @Option(help: ArgumentHelp("Take this as the present time.", valueName: "date"))
  var at: Moment?

  func run() throws {
    let base = try knowledge.load()
    let kinds = base.knowledge.consultations.map(\.id)
    guard let kind = consult.map({ Identifier($0) }) ?? (kinds.count == 1 ? kinds[0] : nil) else {
      throw ValidationError(
        "Please say which: --consult \(kinds.map(\.name).joined(separator: " | ")).")
    }
    let empty: Consultation
    do {
      empty = try Consultation(kind, in: base, at: at ?? SystemClock.now)
    } catch {
      throw ValidationError("\(error)")
    }
    var run = try DecisionRun(empty)
    try run.run(reading: { try Console.read(into: &$0) }, writing: { try Console.write($0) })
    if !run.isGood { throw ExitCode.failure }
  }
}
