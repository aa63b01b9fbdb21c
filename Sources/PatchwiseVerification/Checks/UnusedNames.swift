import Patchwise

/// Looks for what is declared and makes no difference to anyone.
///
/// Each cause is reported once: the questions of a section that no consultation has are not reported
/// beside the section.
struct UnusedNames: TextCheck {
  let code = DiagnosticCode.unusedName

  func diagnostics(of base: KnowledgeBase) -> [Diagnostic] {
    let knowledge = base.knowledge
    let sections = Set(knowledge.consultations.flatMap(\.sections))
    let questions = Set(knowledge.sections.flatMap(\.questions))
    let definitions = Set(base.writtenConditions.flatMap(\.mentionedDefinitions))
    let advice = Set(
      knowledge.rules.flatMap(\.advises) + knowledge.alarms.flatMap(\.advises))
    let plans = Set(knowledge.scales.flatMap(\.levels).compactMap(\.plan))
    let lexicons = Set(knowledge.questions.flatMap(\.lexicons))
    let citations = Set(knowledge.citations)
    let decided = Set(knowledge.consultations.flatMap(\.decides))
    let scales = decided.union(base.writtenConditions.flatMap(\.mentionedScales))
    let byKind: [[Diagnostic]] = [
      unused(knowledge.questions, questions) {
        ("question '\($0)' is in no section", "add it to the 'questions' of a section")
      },
      unused(knowledge.sections, sections) {
        ("section '\($0)' is in no consultation", "add it to the 'sections' of a consultation")
      },
      unused(knowledge.definitions, definitions) {
        ("no condition mentions definition '\($0)'", "mention it in a condition")
      },
      unused(knowledge.scales, scales) {
        ("nothing decides or tests scale '\($0)'", "add it to the 'decides' of a consultation")
      },
      unused(knowledge.advice, advice) {
        ("no rule or alarm gives advice '\($0)'", "add it to the 'advise' of a rule")
      },
      unused(knowledge.plans, plans) {
        ("no level stands for plan '\($0)'", "name it as the 'plan' of a level")
      },
      unused(knowledge.lexicons, lexicons) {
        ("no question reads lexicon '\($0)'", "add it to the 'lexicons' of a question")
      },
      unusedSources(knowledge.sources, citations),
    ]
    return byKind.flatMap { $0 }
  }

  /// A source is used if it is cited, or any fact of it.
  private func unusedSources(
    _ sources: [Source], _ citations: Set<Identifier<Citation>>
  ) -> [Diagnostic] {
    let used = sources.filter { source in
      let names = [source.id.name] + source.facts.map(\.id.name)
      return names.contains { citations.contains(Identifier($0)) }
    }
    return unused(sources, Set(used.map(\.id))) {
      ("nothing cites source '\($0)'", "add it to the 'sources' of what rests on it")
    }
  }

  private func unused<Element: Identifiable, Subject>(
    _ elements: [Element], _ used: Set<Identifier<Subject>>,
    wording: (Identifier<Subject>) -> (message: String, help: String)
  ) -> [Diagnostic] where Element.ID == Identifier<Subject> {
    elements.map(\.id).filter { !used.contains($0) }.map { id in
      let (message, help) = wording(id)
      return Diagnostic(
        .unusedName, severity: .warning, message, at: id.location, help: "\(help), or remove it")
    }
  }
}

extension Question {
  /// The lexicons that it reads; none but for ingredients.
  fileprivate var lexicons: [Identifier<Lexicon>] {
    if case .ingredients(let lexicons) = domain { lexicons } else { [] }
  }
}
