import Patchwise

/// The engine alone, as a program of somebody else uses it: with knowledge that is made in code, and with
/// many people at once.
@main
struct Consumer {
  static func main() async throws {
    let knowledge = try KnowledgeBase(kettle)
    let people = 0..<1_000
    let alone = try people.map { try told(to: $0, by: knowledge) }
    let together = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for person in people { group.addTask { (person, try told(to: person, by: knowledge)) } }
      var together: [Int: String] = [:]
      for try await (person, level) in group { together[person] = level }
      return together
    }
    let isSame = people.allSatisfy { together[$0] == alone[$0] }
    print(Set(alone).sorted().joined(separator: ", "), isSame)
  }

  /// What somebody is told, who answers by the bits of a number.
  static func told(to person: Int, by knowledge: KnowledgeBase) throws -> String {
    var consultation = try Consultation("use", in: knowledge)
    var bits = person
    while let question = consultation.nextQuestion {
      let answers: [Answer] = [.option("yes"), .option("no"), .unsure, .option("no")]
      try consultation.answer(question.id, answers[bits % 4])
      bits /= 4
    }
    return consultation.recommendation?.level(of: "use")?.id.name ?? "nothing"
  }

  static let kettle = Knowledge(
    id: "kettle", title: "Is the kettle safe?", version: "1",
    questions: [
      Question(id: "frayed", ask: "Is the cord frayed?", domain: .yesNo),
      Question(id: "leaks", ask: "Does it leak?", domain: .yesNo),
      Question(id: "furred", ask: "Is it furred up?", domain: .yesNo),
    ],
    scales: [
      Scale(
        id: "use", levels: [.init(id: "use"), .init(id: "descale"), .init(id: "bin")],
        otherwise: "use")
    ],
    rules: [
      Rule(
        id: "danger", when: "frayed or leaks", raises: [.init("use", to: "bin")],
        because: "Water and power do not mix."),
      Rule(
        id: "chalk", when: "furred", raises: [.init("use", to: "descale")],
        because: "Chalk wastes power."),
    ],
    sections: [.init(id: "all", questions: ["frayed", "leaks", "furred"])],
    consultations: [
      ConsultationKind(id: "use", title: "Use it", sections: ["all"], decides: ["use"])
    ])
}
