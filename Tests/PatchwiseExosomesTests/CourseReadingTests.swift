import Patchwise
import PatchwiseExosomes
import Testing

/// Every schedule of the bundled plans with one look that is missed or late.
@Suite("Courses of the bundled plans")
struct CourseReadingTests {
  private static let began = Moment(seconds: 1_773_172_800)
  private static let minute = TimeSpan(seconds: 60)

  private static let loaded = Result { try ExosomeKnowledge.load() }

  private static let plans =
    (try? loaded.get())?.knowledge.plans.filter { $0.followUp != nil } ?? []
  /// Those of a test on the arm.
  private static let armPlans = plans.filter { $0.followUp?.since == "arm-for" }

  /// What a look comes to at which everything was well, on a small place on the face if that is asked.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - now: When it is looked at.
  ///   - armPlan: The plan on the arm, where that is asked.
  /// - Returns: The level of the result.
  /// - Throws: What a consultation throws.
  private func result(of course: Course, at now: Moment, after armPlan: Plan? = nil) throws
    -> String?
  {
    let base = try Self.loaded.get()
    let followUp = try #require(course.plan.followUp)
    var consultation = try Consultation(followUp.consultation, in: base, at: now)
    for (question, answer) in course.answers(at: now, in: base) {
      try consultation.answer(question, answer)
    }
    while let question = consultation.nextQuestion {
      let answer: Answer =
        switch question.domain {
        case .any: .options([])
        case .one where question.id == "reading-plan":
          .option(Identifier(try #require(armPlan).id.name))
        case .one where question.id == "reading-stage": .option("face")
        case .one(let options, _): .option(try #require(options.first).id)
        case .duration: .duration(TimeSpan(seconds: 30 * 86_400))
        default: .no
        }
      try consultation.answer(question.id, answer)
    }
    let decisions = consultation.recommendation?.decisions
    return decisions?.first { $0.scale.id == "result" }?.level?.id.name
  }

  @Test("there are plans, and each says where it is read")
  func plansAreRead() throws {
    #expect(Self.armPlans.map(\.id) == ["seven-days", "ten-days", "fourteen-days", "pack-pace"])
    #expect(Self.plans.map(\.id) == Self.armPlans.map(\.id) + ["face-days", "first-weeks"])
    let all = try Self.loaded.get().knowledge.plans.filter { !$0.readings.isEmpty }
    #expect(all.map(\.id) == Self.plans.map(\.id))
  }

  @Test("with every look in time it leads to the face, and to the end", arguments: armPlans)
  func inTime(plan: Plan) throws {
    let looks = plan.readings.map { Self.began + $0.at }
    let course = Course(plan, began: Self.began, looks: looks)
    for look in looks.dropLast() { #expect(try result(of: course, at: look) == "carry-on") }
    #expect(try result(of: course, at: course.ends + TimeSpan(seconds: -60)) == "carry-on")
    #expect(try result(of: course, at: course.ends) == "clear")
  }

  @Test("with any one look missed or late it never ends as clear", arguments: armPlans)
  func oneFault(plan: Plan) throws {
    for (place, reading) in plan.readings.enumerated() {
      let others = plan.readings.enumerated().filter { $0.offset != place }
        .map { Self.began + $0.element.at }
      var schedules = [others]
      if let within = reading.within {
        schedules.append(others + [Self.began + reading.at + within + Self.minute])
      }
      for looks in schedules {
        let course = Course(plan, began: Self.began, looks: looks)
        let times = plan.readings[place...].dropFirst().map { Self.began + $0.at }
        for now in times + [course.ends, course.ends + TimeSpan(seconds: 20 * 86_400)] {
          let result = try result(of: course, at: now)
          #expect(result == "repeat" || result == "carry-on", "\(reading.id) at \(now)")
          if now >= course.ends { #expect(result == "repeat", "\(reading.id) at \(now)") }
        }
      }
    }
  }

  @Test("nothing is over before its days are", arguments: armPlans)
  func tooEarly(plan: Plan) throws {
    let course = Course(plan, began: Self.began, looks: plan.readings.map { Self.began + $0.at })
    for hours in stride(from: 0, to: (course.ends - Self.began).seconds / 3_600, by: 7) {
      let now = Self.began + TimeSpan(seconds: hours * 3_600)
      #expect(
        try ["carry-on", "face-next", "repeat"].contains(result(of: course, at: now)), "\(hours)")
    }
  }

  @Test(
    "on the face it is clear after the days of its plan, and never with a look missed or late",
    arguments: armPlans)
  func face(armPlan: Plan) throws {
    let plan = try #require(Self.plans.first { $0.id == "face-days" })
    let looks = plan.readings.map { Self.began + $0.at }
    let days = ["seven-days": 3, "ten-days": 4][armPlan.id.name] ?? 7
    for (place, look) in looks.enumerated() {
      let course = Course(plan, began: Self.began, looks: Array(looks.prefix(place)))
      let isOver = look >= Self.began + TimeSpan(seconds: days * 86_400)
      #expect(try result(of: course, at: look, after: armPlan) == (isOver ? "clear" : "carry-on"))
      // From the look that was missed on.
      for missed in looks.indices.dropLast() where missed < place {
        var others = looks.prefix(place)
        others.remove(at: missed)
        let faulty = Course(plan, began: Self.began, looks: Array(others))
        #expect(
          try result(of: faulty, at: look, after: armPlan) == "repeat", "\(missed) at \(place)")
      }
      let late = try look + #require(plan.readings[place].within) + Self.minute
      if late < course.ends {
        #expect(try result(of: course, at: late, after: armPlan) == "repeat", "\(place) late")
      }
    }
  }
}
