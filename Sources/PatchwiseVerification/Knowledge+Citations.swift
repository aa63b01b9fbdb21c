import Patchwise

extension Knowledge {
  /// Everything that is cited anywhere, as often as it is.
  var citations: [Identifier<Citation>] {
    let bySubject: [[Identifier<Citation>]] = [
      questions.flatMap(\.sources), scales.flatMap(\.levels).flatMap(\.sources),
      rules.flatMap(\.sources), advice.flatMap(\.sources), plans.flatMap(\.citations),
      topics.flatMap(\.sources), alarms.flatMap(\.sources), promises.flatMap(\.sources),
    ]
    return bySubject.flatMap { $0 }
  }
}

extension Plan {
  /// Everything that the plan, its steps or its readings cite.
  var citations: [Identifier<Citation>] {
    sources + steps.flatMap(\.sources) + readings.flatMap(\.sources)
  }
}
