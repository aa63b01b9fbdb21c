import Foundation
import PatchwiseTranscripts
import Testing

/// One person and one serum, from the first question to the fourth week, with the bundled knowledge.
@Suite("The whole way from the first question to the fourth week")
struct WholeCourseTests {
  private let folder: ScratchFolder
  private let store: String

  init() throws {
    folder = try ScratchFolder()
    store = "\(folder.url.path)/store"
  }

  private func run(_ command: String..., at time: String, saying input: String = "") throws
    -> Tool.Result
  {
    try Tool.run(command + ["--store", store, "--at", "2026-\(time)"], input: input)
  }

  private var outcome: [String] {
    get throws {
      let text = try String(contentsOfFile: "\(store)/1.transcript", encoding: .utf8)
      return SavedConsultation(text).outcome.map(\.description)
    }
  }

  private static let fit =
    "none\nnone\n34\n2\nnone\n1\nnone\nnone\nnone\nnone\ncurious\nplant\nuk\nnone\nnone\nnone\n"
  private static let calm = "none\nnone\nnothing\nnothing\n"
  private static let calmLater = calm + "nothing\nnone\nnone\nnone\nnone\n"

  @Test("a calm course is led from the arm to the face and to the first weeks")
  func calm() throws {
    _ = try run("chat", "fit", at: "11-01 20:00", saying: Self.fit)
    #expect(try outcome.contains("patch-test: standard"))
    _ = try run("begin", "--note", "Serum X", at: "11-01 20:00")
    _ = try run("follow-up", at: "11-01 21:10", saying: Self.calm + "none\nnone\nnone\nnone\n")
    for day in ["02", "03", "04", "08"] {
      _ = try run("follow-up", at: "11-\(day) 21:00", saying: Self.calmLater)
      #expect(try outcome.first == "result: carry-on", "\(day)")
    }
    let over = try run("due", at: "11-12 21:00")
    #expect(over.output.contains("look once more to hear what comes next") && over.status == 0)
    _ = try run(
      "follow-up", at: "11-12 21:00",
      saying: "none\nnone\nwatching\n4 days\nnothing\nnothing\nnothing\nnone\nnone\nnone\nnone\n")
    #expect(try outcome.first == "result: face-next")
    let begun = try run("begin", at: "11-13 09:00")
    #expect(begun.output.hasPrefix("Up to seven days on one small place on the face"))
    _ = try run("follow-up", at: "11-14 10:00", saying: Self.calmLater)
    #expect(try outcome.first == "result: carry-on")
    // Which test it was is known from the plan before.
    let done = try run("follow-up", at: "11-17 10:00", saying: Self.calmLater)
    #expect(done.output.contains("Seven days, twice a day"))
    #expect(try outcome.first == "result: clear")
    _ = try run("begin", at: "11-17 10:00")
    let weeks = try run("follow-up", at: "12-01 20:00", saying: "none\nnone\nno\nit feels nice\n")
    #expect(weeks.output.contains("You can go on with it"))
    #expect(weeks.errors.contains("next look"))
    let replay = try Tool.run(["replay", "\(store)/1.transcript"])
    #expect(replay.status == 0, "\(replay.output)")
  }

  @Test("hives between two looks end it, and are remembered")
  func hives() throws {
    _ = try run("chat", "fit", at: "11-01 20:00", saying: Self.fit)
    _ = try run("begin", "--note", "Serum X", at: "11-01 20:00")
    let chat = try run(
      "chat", at: "11-05 08:00",
      saying: "my skin reacted\nyes\nnone\nhives\n1 day\nhives\nnone\nnone\nuk\n")
    #expect(chat.output.contains("Is this about \"Serum X\"?"))
    #expect(try outcome.first == "care: urgent-today")
    #expect(chat.errors == "Saved as 1. That plan is over.\n")
    #expect(try run("due", at: "11-08 21:00").output == "")
    let later = try run(
      "chat", "fit", at: "12-05 20:00", saying: "none\nnone\n34\n2\nnone\n1\nnone\nnone\n")
    #expect(
      later.output.contains(
        "From \"Serum X\" I know: A reaction to an exosome or growth-factor product."),
      "\(later.output)")
  }
}
