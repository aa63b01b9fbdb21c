extension KnowledgeBase {
  /// Returns answers to a question that lead to every outcome one test at a time can tell apart.
  ///
  /// Options are taken singly, and none of them; numbers are cut at the thresholds that conditions
  /// name. A day is left out: what it leads to depends on the clock.
  package func sampleAnswers(to question: Question) -> [Answer] {
    guard let place = names.questions[question.id] else { return [] }
    let options = names.options[place].map { Identifier<Question.Option>($0) }
    switch question.domain {
    case .one, .yesNo: return options.map { .option($0) }
    case .any, .ingredients: return [.options([])] + options.map { .options([$0]) }
    case .number(let range, _): return cuts(of: place, within: range).map { .number($0) }
    case .duration(let range):
      let seconds = Double(range.lowerBound.seconds)...Double(range.upperBound.seconds)
      return cuts(of: place, within: seconds).map { .duration(TimeSpan(seconds: Int($0))) }
    case .date: return []
    }
  }

  /// The ends of a range, the thresholds of a number within it, and a value between any two of these.
  package func cuts(of question: Int, within range: ClosedRange<Double>) -> [Double] {
    let thresholds = program.nodes.filter { $0.subject == question }.flatMap { node in
      switch node.kind {
      case .compares: [node.threshold]
      case .isBetween: [node.threshold, node.upper]
      default: [Double]()
      }
    }
    let points = Set(thresholds.filter(range.contains) + [range.lowerBound, range.upperBound])
      .sorted()
    return points + zip(points, points.dropFirst()).map { ($0 + $1) / 2 }
  }
}
