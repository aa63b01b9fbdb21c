import Foundation
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts
import PatchwiseYAML
import Testing

/// The pages for programs in the documentation: what they show compiles, and prints what they say.
@Suite("The guides")
struct GuideTests {
  /// What stands between two marks of a page's name in this file, piece by piece.
  private static func compiled(_ page: String) throws -> [[Substring]] {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    return source.components(separatedBy: "// \(page)\n").dropFirst().compactMap {
      $0.components(separatedBy: "    // END").first?.split(separator: "\n").map {
        $0.dropFirst(4)
      }
    }
  }

  /// What a page shows in Swift.
  private static func shown(_ page: String) throws -> [[Substring]] {
    let file = Tool.package.appending(path: "Sources/Patchwise/Patchwise.docc/\(page).md")
    return try String(contentsOf: file, encoding: .utf8)
      .components(separatedBy: "```swift\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first?.split(separator: "\n") }
  }

  @Test("show Swift that compiles", arguments: ["Embedding", "Thinking", "Transcripts"])
  func compiles(page: String) throws {
    let shown = try Self.shown(page)
    #expect(try !shown.isEmpty && shown == Self.compiled(page))
  }

  private let path = Tool.package.appending(path: "Examples/tyre/tyre.yaml").path

  @Test("lead from a file to a conversation")
  func embedding() throws {
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    // Embedding
    let knowledge = try KnowledgeBase(contentsOf: path)
    // END
    // Embedding
    var consultation = try Consultation("ride", in: knowledge)
    try consultation.answer("cut", .option("shallow"))
    try consultation.answer("pressure", .number(1.5))
    if let decision = consultation.recommendation?.decisions.first {
      print(decision.scale.name, decision.level?.name ?? "open")
    }
    // END
    // Embedding
    if let recommendation = consultation.recommendation {
      for advice in recommendation.advice { print(advice.say.string) }
      for reason in recommendation.reasons {
        let sources = reason.rule.sources.compactMap { knowledge.citation($0)?.source.title.string }
        print(reason.rule.because.string, sources)
      }
      for decision in recommendation.decisions {
        let plan = decision.level?.plan.flatMap(knowledge.plan)
        for step in plan?.steps ?? [] { print(step.text.string) }
      }
    }
    // END
    // Embedding
    let clock = Date()
    let seconds = Int(clock.timeIntervalSince1970) + TimeZone.current.secondsFromGMT(for: clock)
    let today = Moment(seconds: seconds)
    var dated = try Consultation("ride", in: knowledge, at: today)
    // END
    try dated.answer("cut", .option("whole"))
    #expect(dated.now == today)
    // Embedding
    for support in consultation.explanation(of: "ride")?.supports ?? [] {
      print(support.rule.because.string)
    }
    // END
    // Embedding
    let data = try JSONEncoder().encode(consultation.state)
    let state = try JSONDecoder().decode(Consultation.State.self, from: data)
    let same = try Consultation(state, in: knowledge)
    print(same.answered.map(\.name))
    // END
    // Embedding
    let decider = try BatchDecider("ride", in: knowledge)
    var sheet = decider.sheet
    for (person, pressure) in [0.5, 1.5, 3].enumerated() {
      sheet.give(try decider.prepare(.option("shallow"), to: "cut"), for: person)
      sheet.give(try decider.prepare(.number(pressure), to: "pressure"), for: person)
    }
    sheet.decide()
    for person in 0..<sheet.count {
      print(sheet.interval(of: "ride", for: person)?.ceiling?.id ?? "a gap")
    }
    // END
    // Embedding
    var dialogue = try Dialogue(about: knowledge, consulting: "ride")
    let first = dialogue.begin()
    let reply = dialogue.respond(to: "a shalow one")
    print(Layout(width: 60).text(first + reply.blocks))
    // END
    #expect(
      printed.dropLast() == [
        "Can I ride? Pump it up first", "A soft tyre gets pinched. []", "A soft tyre gets pinched.",
        "[\"cut\", \"pressure\"]", "pump", "pump", "go",
      ])
    #expect(printed.last?.contains("Did you mean: A shallow one?") == true)
  }

  @Test("have the page of each diagnostic as 'explain' shows it")
  func diagnostics() throws {
    let file = Tool.package.appending(path: "Sources/Patchwise/Patchwise.docc/Diagnostics.md")
    // To take over what has changed: .build/debug/patchwise explain --markdown, into that file.
    #expect(
      try Tool.run(["explain", "--markdown"]).output == String(contentsOf: file, encoding: .utf8))
    #expect(try Tool.run(["explain", "--markdown", "dead-rule"]).status == 64)
  }

  @Test("say how floor and ceiling move")
  func ends() throws {
    let knowledge = try KnowledgeBase(contentsOf: path)
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    // Thinking
    var consultation = try Consultation("ride", in: knowledge)
    var ride = consultation.interval(of: "ride")
    print(ride?.floor?.name ?? "", "…", ride?.ceiling?.name ?? "")
    try consultation.answer("pressure", .number(1.5))
    ride = consultation.interval(of: "ride")
    print(ride?.floor?.name ?? "", "…", ride?.ceiling?.name ?? "")
    try consultation.answer("cut", .option("whole"))
    ride = consultation.interval(of: "ride")
    print(ride?.floor?.name ?? "", "…", ride?.ceiling?.name ?? "")
    // END
    #expect(
      printed == [
        "Ride on … Do not ride", "Pump it up first … Do not ride",
        "Pump it up first … Pump it up first",
      ])
    #expect(consultation.isOver)
  }

  @Test("play a transcript in a test of one's own")
  func transcripts() throws {
    let knowledge = try KnowledgeBase(contentsOf: path)
    let path = Tool.package.appending(path: "Examples/tyre/tyre.transcript").path
    var printed: [String] = []
    func print(_ message: String) { printed.append(message) }
    // Transcripts
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let replay = Replay(Transcript(text, named: "tyre.transcript"), with: knowledge)
    #expect(replay.failures == [])
    // END
    // Transcripts
    var coverage = Coverage(of: knowledge)
    coverage.add(replay)
    for gap in coverage.gaps { print(gap.message) }
    // END
    #expect(printed.contains("rule 'deep-cut' decides nothing"))
  }

  @Test("say what not sure means")
  func unsure() throws {
    let knowledge = try KnowledgeBase(contentsOf: path)
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    // Thinking
    var consultation = try Consultation("ride", in: knowledge)
    try consultation.answer("cut", .unsure)
    try consultation.answer("pressure", .number(3))
    let recommendation = consultation.recommendation
    print(recommendation?.decisions.first?.level?.name ?? "open")
    print(recommendation?.unsure.first?.milder.first?.level.name ?? "none")
    // END
    #expect(printed == ["Do not ride", "Ride on"])
  }
}
