package import Patchwise

/// A plan on the calendar: its readings in order, what became of each, and where the clock stands.
package struct CourseTimeline {
  private let course: Course
  private let now: Moment
  private let turns: [Course.Turn]

  /// Shows a course.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - now: What the clock says.
  package init(_ course: Course, at now: Moment) {
    self.course = course
    self.now = now
    turns = course.turns(at: now)
  }

  /// What is said: a line for each reading, in words.
  ///
  /// - Parameters:
  ///   - isDecorated: Whether a row of signs stands above it, with what they mean; it says nothing that the
  ///     lines don't, and does not read well aloud.
  ///   - showsSteps: Whether all that is to be done stands above it, and not only what is done again and again.
  /// - Returns: The blocks.
  package func blocks(isDecorated: Bool = false, showsSteps: Bool = false) -> [Block] {
    let steps = showsSteps ? PlanScreen.steps(of: course.plan) : []
    return [.heading(course.plan.title.string)] + (isDecorated ? row : [])
      + (steps.isEmpty ? rounds : steps + [.gap]) + lines
  }

  /// What is still to be done again and again.
  private var rounds: [Block] {
    let ahead = course.rounds.filter { $0.last >= now }
    return ahead.isEmpty
      ? []
      : ahead.map {
        .paragraph(Phrasing.round($0.step.text.string, every: $0.every, last: $0.last))
      } + [.gap]
  }

  /// The lines, and in their midst the one that says where the clock stands.
  private var lines: [Block] {
    let lines =
      turns.map { turn in
        (turn.opens, fact(at: turn.opens, Phrasing.turn(turn.state, closes: turn.closes)))
      } + [(course.ends, fact(at: course.ends, Phrasing.watchingEnds))]
    let here = Phrasing.youAreHere(Phrasing.onDay(course.day(at: now), now))
    let before = lines.prefix { $0.0 <= now }.map(\.1)
    let after = lines.dropFirst(before.count).map(\.1)
    return (before + [here] + after).map { .item(marker: "-", $0) }
  }

  private func fact(at moment: Moment, _ words: String) -> String {
    Phrasing.fact(Phrasing.onDay(course.day(at: moment), moment), words)
  }

  // MARK: Signs

  private var row: [Block] {
    let signs = turns.map { Sign($0.state) }
    let legend = Sign.allCases.filter(signs.contains).map { ($0.rawValue, $0.meaning) }
    return signs.isEmpty
      ? []
      : [
        .paragraph(signs.map(\.rawValue).joined(separator: " ")),
        .paragraph(Phrasing.legend(legend)), .gap,
      ]
  }

  /// What a reading has come to, in three columns; no blank is in it, at which a line could be broken.
  private enum Sign: String, CaseIterable {
    case done = "[x]"
    case late = "[~]"
    case missed = "[!]"
    case due = "[>]"
    case coming = "[.]"

    init(_ state: Course.State) {
      self =
        switch state {
        case .taken: .done
        case .late: .late
        case .missed: .missed
        case .due, .overdue: .due
        case .coming: .coming
        }
    }

    var meaning: String {
      switch self {
      case .done: Phrasing.done
      case .late: Phrasing.late
      case .missed: Phrasing.missed
      case .due: Phrasing.dueNow
      case .coming: Phrasing.stillToCome
      }
    }
  }
}
