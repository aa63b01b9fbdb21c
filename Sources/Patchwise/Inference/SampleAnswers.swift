extension KnowledgeBase {
  /// Returns answers to a question that lead to every outcome one test at a time can tell apart.
  ///
  /// Options are taken singly, and none of them; numbers are cut at the thresholds that conditions
  /// name, with each threshold and a value on either side.
  package func sampleAnswers(to question: Question) -> [Answer] {
    guard let place = names.questions[question.id] else { return [] }
    let options = names.options[place].map { Identifier<Question.Option>($0) }
    switch question.domain {
    case .one, .yesNo: return options.map { .option($0) }
    case .any, .ingredients: return [.options([])] + options.map { .options([$0]) }
    case .number(let range, _): return cuts(of: place, within: range, step: 1).map { .number($0) }
    case .duration(let range):
      let seconds = Double(range.lowerBound.seconds)...Double(range.upperBound.seconds)
      return cuts(of: place, within: seconds, step: 1).map { .duration(TimeSpan(seconds: Int($0))) }
    case .date: return []
    }
  }

  /// The thresholds of a number, the values beside them, and the ends of its range.
  package func cuts(of question: Int, within range: ClosedRange<Double>, step: Double) -> [Double] {
    let thresholds = program.nodes
      .filter { $0.kind == .compares && $0.subject == question }
      .map(\.threshold)
    let values =
      thresholds.flatMap { [$0 - step, $0, $0 + step] } + [range.lowerBound, range.upperBound]
    return Set(values.filter(range.contains)).sorted()
  }
}
