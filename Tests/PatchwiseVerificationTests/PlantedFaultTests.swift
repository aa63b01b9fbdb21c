import Patchwise
import PatchwiseExosomes
import PatchwiseVerification
import Testing

/// Small mistakes, planted in the bundled knowledge one at a time.
@Suite("Planted faults")
struct PlantedFaultTests {
  /// A mistake, and what must find it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: DiagnosticCode
    let plant: @Sendable (inout Knowledge) -> Void

    init(
      _ description: String, _ code: DiagnosticCode,
      _ plant: @escaping @Sendable (inout Knowledge) -> Void
    ) {
      testDescription = description
      self.code = code
      self.plant = plant
    }
  }

  private static let bundled = Result { try ExosomeKnowledge.load().knowledge }

  @Test("there are more than fifty of them")
  func count() {
    #expect(Self.faults.count == 51)
  }

  @Test("each is found by the check for it", arguments: faults)
  func fault(fault: Fault) throws {
    var knowledge = try Self.bundled.get()
    let sound = knowledge
    fault.plant(&knowledge)
    #expect(knowledge != sound, "nothing was planted")
    var verification = Verification(try KnowledgeBase(knowledge))
    #expect(!verification.findings(of: fault.code).isEmpty)
  }

  static let faults: [Fault] =
    droppedRules + wrongLevels + wrongConditions + heldBackWarnings + sayNothing

  // MARK: What is left out

  private static let droppedRules: [Fault] = [
    "cannot-breathe", "mouth-or-throat-swelling", "faint-or-grey", "hives-with-vomiting",
    "danger-that-passed", "face-swelling-fast", "touched-a-severe-trigger", "sores-inside",
    "changing-mark", "hives-from-a-product", "own-allergen-in-it", "under-thirteen",
    "steroid-tablets-in-use", "spicules-in-it", "names-an-illness", "looks-or-smells-changed",
  ].map { name in Fault("without rule \(name)", .brokenPromise) { $0.drop(rule: name) } }

  // MARK: What is raised

  private static let wrongLevels: [Fault] = [
    Fault("an eye in danger is only for today", .brokenPromise) {
      $0.change("eye-in-danger") { $0.raise("care", to: "urgent-today") }
    },
    Fault("infected skin is for the next chance", .brokenPromise) {
      $0.change("looks-infected") { $0.raise("care", to: "routine") }
    },
    Fault("spreading hives may be tested later", .brokenPromise) {
      $0.change("hives-that-spread") { $0.raise("patch-test", to: "wait") }
    },
    Fault("a swollen face only waits", .brokenPromise) {
      $0.change("swollen-face") { $0.raise("fit", to: "not-now") }
    },
    Fault("acids are tested for ten days", .brokenPromise) {
      $0.change("acids-in-it") { $0.raise("patch-test", to: "longer") }
    },
    Fault("pregnancy gets no routine visit", .brokenPromise) {
      $0.change("pregnancy") { $0.raises.removeAll { $0.scale == "care" } }
    },
    Fault("active eczema waits without the test waiting", .brokenPromise) {
      $0.change("eczema-active") { $0.raise("patch-test", to: "strict") }
    },
    Fault("a needle is for a professional", .brokenPromise) {
      $0.change("pushed-into-the-skin") { $0.raise("fit", to: "ask-a-professional-first") }
    },
  ]

  // MARK: When it is raised

  private static let wrongConditions: [Fault] = [
    Fault("a not too many", .brokenPromise) {
      $0.change("mouth-or-throat-swelling") { $0.when = "not signs includes mouth-swelling" }
    },
    Fault("an exception for children", .brokenPromise) {
      $0.change("faint-or-grey") { $0.unless = "age less than 13" }
    },
    Fault("an and for an or", .brokenPromise) {
      $0.change("bumps-round-the-mouth") {
        $0.when = "skin-now includes mouth-bumps and still-there and clear-for less than 28 days"
      }
    },
    Fault("seven days for fourteen after microneedling", .brokenPromise) {
      $0.change("microneedling-fresh") { $0.replace("14 days", with: "7 days") }
    },
    Fault("two weeks for four after a rash", .brokenPromise) {
      $0.change("bumps-round-the-mouth") { $0.replace("28 days", with: "14 days") }
    },
    Fault("a dropped option of a list", .brokenPromise) {
      $0.change("fish-with-strong-allergy") {
        $0.replace("any of (fish-source, pdrn)", with: "fish-source")
      }
    },
    Fault("a dropped country", .brokenPromise) {
      $0.change("banned-thing-in-it") { $0.replace("any of (eu, uk)", with: "eu") }
    },
    Fault("a definition that leaves a country out", .brokenPromise) {
      $0.define("human-material-banned", "region is any of (eu, au)")
    },
    Fault("a definition turned round", .brokenPromise) {
      $0.define("perfumed", "label includes none of (perfume, essential-oils)")
    },
    Fault("a question that hangs on the wrong answer", .brokenPromise) { knowledge in
      guard let place = knowledge.questions.firstIndex(where: { $0.id == "acne-deep" }) else {
        return
      }
      knowledge.questions[place].askedWhen = "skin-now includes none of (acne)"
    },
  ]

  // MARK: Warnings and *not sure*

  private static let heldBackWarnings: [Fault] = [
    Fault("a sign of today holds a red flag back", .milderWarning) {
      $0.change("cannot-breathe") { $0.unless = "signs-today includes sore-eye" }
    },
    Fault("a graver sign holds a milder one back", .milderWarning) {
      $0.change("swollen-face") { $0.unless = "signs-today includes infected" }
    },
    Fault("the day after microneedling is forgotten", .milderWarning) {
      $0.change("microneedling-fresh") {
        $0.replace("less than 14 days", with: "between 2 days and 14 days")
      }
    },
    Fault("not sure about danger counts as a sign that does nothing", .kinderUnsure) { knowledge in
      knowledge.drop(rule: "cannot-breathe")
    },
    Fault("a scale without a level for everybody", .gap) { knowledge in
      guard let place = knowledge.scales.firstIndex(where: { $0.id == "fit" }) else { return }
      knowledge.scales[place].otherwise = nil
    },
  ]

  // MARK: What says nothing

  private static let sayNothing: [Fault] = [
    Fault("tests that exclude each other", .deadRule) {
      $0.change("wound-open") {
        $0.when = "skin-now includes wound and skin-now includes none of (wound, sunburn)"
      }
    },
    Fault("an exception that is the rule", .deadRule) {
      $0.change("sunburn-lately") { $0.unless = "skin-now includes any of (sunburn, wound)" }
    },
    Fault("a level that nobody comes to", .unreachableLevel) { knowledge in
      guard let place = knowledge.scales.firstIndex(where: { $0.id == "patch-test" }) else {
        return
      }
      knowledge.scales[place].levels.insert(Scale.Level(id: "half-dose"), at: 2)
    },
    Fault("a rule on top of a graver one", .outbidRule) {
      $0.change("sunburn-lately") {
        $0.when = "skin-now includes sunburn and still-there"
        $0.advises = []
      }
    },
    Fault("a rule within another", .repeatedRule) { knowledge in
      guard let rule = knowledge.rules.first(where: { $0.id == "past-its-date" }) else { return }
      var copy = rule
      copy.id = "past-its-date-and-warm"
      copy.when = "pack includes all of (past-date, kept-warm)"
      knowledge.rules.append(copy)
    },
    Fault("a rule that was copied and never changed", .repeatedRule) { knowledge in
      guard let rule = knowledge.rules.first(where: { $0.id == "past-its-date" }) else { return }
      var copy = rule
      copy.id = "past-its-date-again"
      knowledge.rules.append(copy)
    },
    Fault("a threshold within another", .constantTest) {
      $0.change("sixty-five-and-over") { $0.when = "age at least 65 and age at least 18" }
    },
    Fault("an option that the list has already", .constantTest) {
      $0.change("perfume-in-it") { $0.when = "perfumed or label includes perfume" }
    },
    Fault("advice beside a level that its rule leaves", .unreachableAdvice) { knowledge in
      guard let place = knowledge.advice.firstIndex(where: { $0.id == "injector-in-hand" }) else {
        return
      }
      knowledge.advice[place].onlyAt = [Advice.Limit("care", to: ["none"])]
    },
    Fault("a question that hangs on what nobody can answer", .neverAsked) { knowledge in
      guard let place = knowledge.questions.firstIndex(where: { $0.id == "stitches" }) else {
        return
      }
      knowledge.questions[place].askedWhen =
        "skin-now includes wound and skin-now includes none of (wound)"
    },
    Fault("a question whose rule is gone", .idleQuestion) { $0.drop(rule: "wound-with-stitches") },
    Fault("danger is asked about last", .lateEnding) { knowledge in
      guard let place = knowledge.consultations.firstIndex(where: { $0.id == "fit" }) else {
        return
      }
      knowledge.consultations[place].sections.reverse()
    },
  ]
}

extension Knowledge {
  fileprivate mutating func drop(rule name: String) {
    rules.removeAll { $0.id.name == name }
  }

  fileprivate mutating func change(_ name: Identifier<Rule>, _ body: (inout Rule) -> Void) {
    guard let place = rules.firstIndex(where: { $0.id == name }) else { return }
    body(&rules[place])
  }

  fileprivate mutating func define(_ name: Identifier<Definition>, _ condition: AuthoredText) {
    guard let place = definitions.firstIndex(where: { $0.id == name }) else { return }
    definitions[place].condition = condition
  }
}

extension Rule {
  fileprivate mutating func raise(
    _ scale: Identifier<Scale>, to level: Identifier<Scale.Level>
  ) {
    raises = raises.map { $0.scale == scale ? Raise(scale, to: level) : $0 }
  }

  fileprivate mutating func replace(_ text: String, with other: String) {
    when = AuthoredText(when.string.replacing(text, with: other))
  }
}
