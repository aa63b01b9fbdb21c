import Patchwise

/// Reads what is said about a plan, its steps and its readings.
enum PlanReader {
  static func plan(_ entry: Entry) -> Plan {
    let fields = entry.fields(.plan)
    return Plan(
      id: entry.id(),
      title: fields.neededText("title"),
      steps: fields.items("steps").compactMap { step($0, fields) },
      readings: fields.entries("readings", of: "reading").map(reading),
      stopSigns: fields.texts("stop signs"),
      lasts: fields.span("lasts"),
      watch: fields.span("watch"),
      then: fields.text("then"),
      followUp: fields["follow up"].flatMap { followUp($0, fields) },
      sources: fields.citations)
  }

  /// A text, or a mapping with `do`.
  private static func step(_ item: Form, _ plan: Fields) -> Plan.Step? {
    if item.text != nil {
      return plan.text(item: item, of: "steps").map { Plan.Step($0) }
    }
    let fields = Fields(item, .step, of: "a step", at: item.location, log: plan.log)
    return Plan.Step(fields.neededText("do"), every: every(fields), sources: fields.citations)
  }

  /// After how long a step is done again.
  private static func every(_ step: Fields) -> TimeSpan? {
    guard let every = step.span("every") else { return nil }
    let day = 86_400
    let fits =
      every.seconds > 0
      && (day.isMultiple(of: every.seconds) || every.seconds.isMultiple(of: day))
    if fits, every.seconds >= 3_600 { return every }
    step.log.report(
      .badNumber, "a step is done again after whole days, or after hours that a day is made of",
      at: step["every"]?.value.location, help: "write 12 hours, 1 day or 2 days")
    return nil
  }

  private static func followUp(_ pair: Form.Pair, _ plan: Fields) -> Plan.FollowUp? {
    let fields = Fields(
      pair.value, .followUp, of: "the follow-up of \(plan.owner)",
      at: pair.key.location ?? pair.value.location,
      log: plan.log)
    let consultation = fields.neededText("consultation")
    guard fields.isMapping, !consultation.string.isEmpty else { return nil }
    return Plan.FollowUp(
      Identifier(consultation.string, at: consultation.location),
      answers: fields.choices("answers"),
      since: fields.name("since"), duringSteps: fields.choices("during steps"),
      duringWatch: fields.choices("during watch"), sinceSteps: fields.name("since steps"),
      late: fields.choices("late"), missed: fields.choices("missed"),
      ends: fields["ends"].map(fields.raises) ?? [],
      reaches: fields["reaches"].map(fields.raises) ?? [],
      learnt: fields.choices("learnt"), compares: fields.names("compares"),
      again: fields["again"].flatMap { again($0, fields) },
      between: fields["between"].flatMap { between($0, fields) })
  }

  private static func again(_ pair: Form.Pair, _ followUp: Fields) -> Plan.FollowUp.Again? {
    let fields = Fields(
      pair.value, .again, of: "another look", at: pair.key.location ?? pair.value.location,
      log: followUp.log)
    let from = fields.needed("from").map(fields.raises) ?? []
    guard fields.isMapping, let after = fields.neededSpan("after") else { return nil }
    return Plan.FollowUp.Again(
      after: after, from: from, answers: fields.choices("answers"))
  }

  private static func between(_ pair: Form.Pair, _ followUp: Fields) -> Plan.FollowUp.Between? {
    let fields = Fields(
      pair.value, .between, of: "what is between the readings",
      at: pair.key.location ?? pair.value.location, log: followUp.log)
    let consultation = fields.neededText("consultation")
    guard fields.isMapping, !consultation.string.isEmpty else { return nil }
    return Plan.FollowUp.Between(
      Identifier(consultation.string, at: consultation.location), answers: fields.choices("answers")
    )
  }

  private static func reading(_ entry: Entry) -> Plan.Reading {
    let fields = entry.fields(.reading)
    return Plan.Reading(
      id: entry.id(),
      at: fields.neededSpan("at") ?? TimeSpan(seconds: 0),
      within: fields.span("within"),
      lookFor: fields.texts("look for"),
      sources: fields.citations)
  }
}
