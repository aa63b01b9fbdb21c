import Patchwise

/// Looks for parts of conditions that make no difference where they stand.
///
/// A part counts where its siblings leave the matter to it. If it always or never holds there, the
/// condition comes to the same without it.
struct ConstantTests: Check {
  let code = DiagnosticCode.constantTest

  /// How many parts are looked at beside others, in all conditions together.
  ///
  /// Each part of a condition is looked at beside all others of it. What people write is a tenth of this.
  private static let budget = 2_000_000

  func findings(in subject: inout Subject) -> [Finding] {
    let base = subject.base
    let listed = base.listedQuestions
    // Repeating what a question hangs on, or what a scale implies, is a habit and does no harm.
    var situations = base.knowledge.consultations.map {
      Situations(of: $0, in: base, isLoose: true)
    }
    var found: [Finding] = []
    var left = Self.budget
    for written in base.placesOfConditions
    where base.mentionedQuestions(in: written.condition).isSubset(of: listed) {
      let count = max(1, written.condition.partCount)
      guard count <= left / count else {
        found.append(undecided(written))
        continue
      }
      left -= count * count
      // What holds for nobody is reported as that.
      guard situations.allow([written.condition], in: written) else { continue }
      for part in parts(
        of: written.condition, besides: [], where: [], in: written, &situations)
      {
        found.append(
          Finding(
            Diagnostic(
              code, severity: .warning,
              "'\(part.condition)' makes no difference in \(written.subject)",
              at: written.location(of: part.condition), notes: part.notes,
              help: "correct it, or leave it out")))
      }
    }
    return found
  }

  /// That a condition is too long to be looked at part by part.
  private func undecided(_ written: WrittenCondition) -> Finding {
    Finding(
      Diagnostic(
        code, severity: .warning,
        "this was not decided for \(written.subject), as it takes too long",
        at: written.texts.first?.location ?? written.location,
        help: "make the condition shorter, with a definition for what is said in several places"))
  }

  /// A part of a condition that makes no difference.
  private struct Part {
    var condition: Condition
    var notes: [Diagnostic.Note]
  }

  /// Returns the parts of a condition that make no difference.
  ///
  /// The condition counts where its siblings leave the matter to it, and within what must hold further
  /// out. A sibling that was found to make no difference is left out when those before it are looked at.
  private func parts(
    of condition: Condition, besides siblings: [Condition], where context: [Condition],
    in written: WrittenCondition, _ situations: inout [Situations]
  ) -> [Part] {
    let rest = context + siblings
    let canHold = situations.allow(rest + [condition], in: written)
    if !canHold || !situations.allow(rest + [.not(condition)], in: written) {
      // A rule has to have some condition, and one that always holds is one.
      if rest.isEmpty, written.mayAlwaysHold { return [] }
      let note = Diagnostic.Note(
        rest.isEmpty
          ? "it holds for \(canHold ? "everybody" : "nobody")"
          : "it \(canHold ? "always" : "never") holds where the rest leaves it to it")
      return [Part(condition: condition, notes: [note])]
    }
    switch condition {
    case .test, .definition: return []
    case .not(let inner):
      return parts(of: inner, besides: siblings, where: context, in: written, &situations)
    case .all(let parts):
      return self.parts(among: parts, count: parts.count, context, in: written, &situations)
    case .any(let parts):
      return self.parts(among: parts, count: 1, context, in: written, &situations)
    case .atLeast(let count, let parts):
      return self.parts(among: parts, count: count, context, in: written, &situations)
    }
  }

  private func parts(
    among siblings: [Condition], count: Int, _ context: [Condition], in written: WrittenCondition,
    _ situations: inout [Situations]
  ) -> [Part] {
    let isAll = count == siblings.count
    var left = siblings
    var found: [Part] = []
    for place in siblings.indices.reversed() {
      var others = left
      others.remove(at: place)
      let inside: [Part]
      if isAll {
        inside = parts(
          of: siblings[place], besides: [], where: context + others, in: written, &situations)
      } else {
        // The part counts where exactly one more is needed. That is not handed on to the parts of it,
        // so that cases can be told apart in full: `(a and x) or (not a and y)`.
        let leaveItToThis: [Condition] =
          count == 1
          ? others.map { .not($0) }
          : [.atLeast(count - 1, of: others), .not(.atLeast(count, of: others))]
        inside = parts(
          of: siblings[place], besides: leaveItToThis, where: context, in: written, &situations)
      }
      found += inside
      let isLeftOut = inside.first?.condition == siblings[place]
      if isLeftOut, isAll || count == 1 { left = others }
    }
    return found
  }
}

/// A condition, and where it is written.
private struct WrittenCondition {
  var condition: Condition
  /// What it belongs to, as it is called in a sentence.
  var subject: String
  var texts: [AuthoredText]
  /// Where it is, if no part of it is found in the texts.
  var location: SourceLocation?
  /// The question that it is about: it counts only where that is listed.
  var question: Identifier<Question>?
  var mayAlwaysHold = false

  /// The place of a part of the condition, if it is written as it reads.
  func location(of part: Condition) -> SourceLocation? {
    let words = Array(part.description.unicodeScalars)
    for text in texts {
      let scalars = Array(text.string.unicodeScalars)
      guard let range = scalars.firstRange(of: words) else { continue }
      return text.location(of: range) ?? location
    }
    return texts.first?.location ?? location
  }
}

extension Condition {
  /// How many tests and definitions it names, each as often as it does.
  fileprivate var partCount: Int { ownTests.count + mentionedDefinitions.count }
}

extension KnowledgeBase {
  /// The conditions of questions, definitions and rules.
  fileprivate var placesOfConditions: [WrittenCondition] {
    let questions = knowledge.questions.compactMap { question in
      askedWhen(question.id).map {
        WrittenCondition(
          condition: $0, subject: "'asked when' of question '\(question.id)'",
          texts: question.askedWhen.map { [$0] } ?? [], location: question.id.location,
          question: question.id)
      }
    }
    let definitions = knowledge.definitions.map {
      WrittenCondition(
        condition: condition(of: $0.id), subject: "definition '\($0.id)'", texts: [$0.condition],
        location: $0.id.location)
    }
    let rules = knowledge.rules.map {
      WrittenCondition(
        condition: condition(of: $0), subject: "rule '\($0.id)'",
        texts: [$0.when] + ($0.unless.map { [$0] } ?? []), location: $0.id.location,
        mayAlwaysHold: true)
    }
    return questions + definitions + rules
  }
}

extension [Situations] {
  /// Whether some conditions hold together for anybody in a consultation where they count.
  fileprivate mutating func allow(_ conditions: [Condition], in written: WrittenCondition) -> Bool {
    for place in indices where written.question.map(self[place].asks) ?? true {
      var literals: [Literal] = []
      for condition in conditions { literals.append(self[place].literal(for: condition)) }
      if self[place].allows(literals) { return true }
    }
    return false
  }
}
