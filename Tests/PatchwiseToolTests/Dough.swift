import Foundation
import PatchwiseTranscripts
import Testing

/// A store in which a plan is followed: a dough that is looked at a day after it was made.
struct Dough {
  let folder: ScratchFolder
  let knowledge: String
  let store: String

  /// A plan of one reading, a day after it began.
  static let text = """
    knowledge: dough
    title: A dough that rises
    version: 1.0.0
    lexicons:
      flours:
        rye: { label: Rye flour, names: [rye] }
        wheat: { label: Wheat flour, names: [wheat] }
    questions:
      flour: { ask: Which flour is in it?, choose: ingredients, lexicons: [flours], changes: never }
      lost: { ask: Has a dough gone bad before?, choose: yes-no }
      spoilt: { ask: Does it smell bad?, choose: yes-no }
      odd: { ask: Does it look odd?, choose: yes-no }
      mould: { ask: Is there mould?, choose: yes-no }
    sections:
      dough: { questions: [flour, lost] }
      look: { questions: [spoilt] }
      trouble: { questions: [odd, mould, flour] }
    scales:
      way: { title: How it rises, levels: { slowly: { title: Slowly, plan: slow }, at-once: { title: At once } },
        otherwise: slowly }
      state: { title: How it is, levels: [ready, throw-away], otherwise: ready }
      bin: { title: What to do, levels: { keep: { title: Keep it }, bin: { title: Into the bin } }, otherwise: keep }
    rules:
      fine: { when: flour includes wheat and lost, raise: { way: at-once }, because: Wheat is quick. }
      spoilt: { when: spoilt, raise: { state: throw-away }, because: It is spoilt. }
      mouldy: { when: odd and mould, raise: { bin: bin }, because: It has gone. }
      rye: { when: odd and not mould and flour includes wheat, raise: { bin: bin }, because: Wheat never looks odd. }
    plans:
      slow:
        title: A day in the cold
        readings: { only: { at: 1 day, within: 6 hours } }
        lasts: 2 days
        follow up:
          consultation: look
          ends: { state: throw-away, bin: bin }
          learnt: { lost: yes }
          compares: [flour]
          between: { consultation: trouble, answers: { odd: yes } }
    consultations:
      make: { title: Make a dough, sections: [dough], decides: [way] }
      look: { title: Look at it, sections: [look], decides: [state] }
      trouble: { title: Something is odd, sections: [trouble], decides: [bin] }
    """

  /// A change of the knowledge that gives it alarms.
  static let alarms = (
    "scales:",
    "alarms:\n  fire: { phrases: [the oven burns], raise: { bin: bin } }\n"
      + "  flood: { phrases: [the sink runs over], raise: { bin: bin } }\nscales:"
  )

  /// Creates a store.
  ///
  /// - Parameter changes: What is otherwise in the knowledge; each stands once in it.
  /// - Throws: If it can't be made.
  init(changing changes: [(String, String)] = []) throws {
    folder = try ScratchFolder()
    var text = Self.text
    for (old, new) in changes {
      try #require(text.ranges(of: old).count == 1, "\(old)")
      text.replace(old, with: new)
    }
    knowledge = try folder.file("dough.yaml", text)
    store = "\(folder.url.path)/store"
  }

  /// Runs the tool on a day in March.
  func run(_ command: String..., at time: String, saying input: String = "") throws -> Tool.Result {
    try Tool.run(
      command + ["--knowledge", knowledge, "--store", store, "--at", "2026-03-\(time)"],
      input: input)
  }

  /// Begins to run the tool at a terminal, on a day in March.
  func session(_ command: String..., at time: String) throws -> TerminalSession {
    try TerminalSession(
      command + ["--knowledge", knowledge, "--store", store, "--at", "2026-03-\(time)"],
      environment: ["TERM": "dumb"])
  }

  /// Makes a dough at a terminal, up to where its plan is offered.
  func sessionAtOffer() throws -> TerminalSession {
    let session = try session("chat", "make", at: "10 20:00")
    try session.wait(for: "Which flour")
    try session.type("rye\nquit\n")
    try session.wait(for: "Begin that plan now?")
    return session
  }

  /// Begins a look at the plan that is followed at a terminal, up to what it asks.
  func sessionAtLook() throws -> TerminalSession {
    let session = try session("follow-up", at: "11 20:30")
    try session.wait(for: "Does it smell bad?")
    return session
  }

  func saved(_ number: Int) throws -> SavedConsultation {
    SavedConsultation(
      try String(contentsOfFile: "\(store)/\(number).transcript", encoding: .utf8))
  }

  /// The last line of a saved consultation.
  func lastSeal(_ number: Int) throws -> String {
    try "\(#require(saved(number).text.split(separator: "\n").last))\n"
  }

  /// What a saved consultation came to.
  func outcome(_ number: Int) throws -> [String] { try saved(number).outcome.map(\.description) }

  /// Begins a plan with a dough.
  ///
  /// - Parameters:
  ///   - flour: What is in it.
  ///   - name: What it is called.
  ///   - began: When it began.
  /// - Throws: If it can't be begun.
  func begin(
    _ flour: String = "rye", called name: String = "Rye, in the cellar",
    began: String = "2026-03-10 20:00"
  ) throws {
    _ = try run("chat", "make", at: "10 20:00", saying: "\(flour)\nno\n")
    let begun = try run("begin", "--note", name, "--began", began, at: "10 20:00")
    try #require(begun.status == 0, "\(begun.errors)")
  }

  /// Replays a saved consultation.
  func replay(_ number: Int) throws -> Tool.Result {
    try Tool.run(["replay", "\(store)/\(number).transcript", "--knowledge", knowledge])
  }
}
