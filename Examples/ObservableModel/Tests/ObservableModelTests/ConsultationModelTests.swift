import ObservableModel
import Observation
import Patchwise
import PatchwiseYAML
import Synchronization
import Testing

@Suite("The model of a consultation")
@MainActor
struct ConsultationModelTests {
  private let knowledge: KnowledgeBase
  private let model: ConsultationModel

  init() throws {
    knowledge = try KnowledgeBase(
      yaml: """
        knowledge: swim
        title: Can I swim here?
        version: 1.0.0
        questions:
          flag: { ask: Is a red flag up?, choose: yes-no, unsure: refused }
          signs:
            ask: What do you see?
            choose: any
            options: { foam: { label: White water, help: Far out as well. }, weed: Weed }
          water: { ask: How warm is the water?, choose: number, range: 0 to 40, unit: °C }
        sections: { beach: { questions: [flag, signs, water] } }
        scales:
          swim:
            title: Can I swim?
            levels: { go: { title: Swim }, wade: { title: Wade }, stay: { title: Stay out, ends the consultation: yes } }
            otherwise: go
        rules:
          red: { when: flag, raise: { swim: stay }, because: The lifeguards say so. }
          surf: { when: signs includes foam, raise: { swim: wade }, because: Waves break here. }
          cold: { when: water less than 15 °C, raise: { swim: wade }, because: Cold takes your breath. }
        consultations: { swim: { title: Can I swim here?, sections: [beach], decides: [swim] } }
        """)
    model = ConsultationModel(try Consultation("swim", in: knowledge))
  }

  /// The choice with some label.
  private func choice(_ label: String) throws -> ConsultationModel.Choice {
    try #require(model.choices.first { $0.label == label })
  }

  @Test("goes from question to question to the recommendation")
  func whole() throws {
    #expect(model.question?.ask == "Is a red flag up?")
    #expect(model.choices.map(\.label) == ["Yes", "No"])
    #expect(model.progress == 0 && !model.takesUnsure && !model.takesSeveral)
    model.choose(try choice("No"))
    #expect(model.question?.id == "signs")
    #expect(model.choices.map(\.help) == ["Far out as well.", nil])
    #expect(model.takesUnsure && model.takesSeveral)
    model.confirm()
    #expect(model.question?.id == "water")
    #expect(model.choices.isEmpty)
    #expect(model.progress > 0.5 && model.recommendation == nil)
    model.answer(.number(21))
    #expect(model.question == nil && model.progress == 1)
    #expect(model.recommendation?.level(of: "swim")?.id == "go")
  }

  @Test("lets several choices be chosen, and not, before it takes them")
  func several() throws {
    model.choose(try choice("No"))
    for label in ["White water", "Weed", "Weed"] { model.choose(try choice(label)) }
    #expect(model.choices.map(\.isChosen) == [true, false])
    #expect(model.question?.id == "signs")
    model.confirm()
    #expect(model.consultation.answer(to: "signs") == .options(["foam"]))
  }

  @Test("goes back answer by answer, also from the recommendation")
  func back() throws {
    #expect(!model.canGoBack)
    model.choose(try choice("Yes"))
    #expect(model.recommendation?.level(of: "swim")?.name == "Stay out")
    model.back()
    #expect(model.recommendation == nil && model.question?.id == "flag" && !model.canGoBack)
    model.back()
    #expect(model.question?.id == "flag")
  }

  @Test("says what is wrong with an answer, and stays where it was")
  func problem() throws {
    model.answer(.unsure)
    #expect(model.problem == "Question 'flag' does not take 'not sure'.")
    #expect(model.question?.id == "flag" && !model.canGoBack)
    model.choose(try choice("No"))
    #expect(model.problem == nil)
    model.confirm()
    model.answer(.number(99))
    #expect(model.problem == "Question 'water' takes a number from 0 to 40 (°C).")
  }

  @Test("goes on with a consultation that was stored")
  func stored() throws {
    model.choose(try choice("No"))
    let other = ConsultationModel(try Consultation(model.consultation.state, in: knowledge))
    #expect(other.question?.id == "signs")
  }

  @Test("tells a view when what it shows has changed, and only then")
  func observation() throws {
    let changes = Mutex(0)
    func observe(_ look: () -> Void) {
      withObservationTracking(look) { changes.withLock { $0 += 1 } }
    }
    observe { _ = (model.question, model.progress) }
    model.choose(try choice("No"))
    #expect(changes.withLock { $0 } == 1)
    observe { _ = model.choices }
    observe { _ = model.recommendation }
    model.choose(try choice("Weed"))
    #expect(changes.withLock { $0 } == 2)
  }
}
