import Patchwise
public import PatchwiseDialogue

/// A conversation on one page, to be shown to somebody who can help.
///
/// It says what the screens say, whole, and beside it the questions and what the person typed.
public struct Report: Hashable, Sendable {
  /// How far the conversation has come.
  public let progress: Progress
  let page: Page

  /// How far a conversation has come.
  public enum Progress: Hashable, Sendable {
    /// Nothing was answered.
    case nothing
    /// There is no recommendation yet.
    case unfinished
    /// The recommendation stands.
    case finished
    /// An alarm has stopped everything.
    case alarmed
  }

  /// What it can be written as.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// Markdown, as CommonMark has it.
    case markdown = "md"
    /// A page of HTML that needs nothing else.
    case html
  }

  /// Reports a conversation as it stands.
  ///
  /// What comes first is what can't wait: an alarm, an early end, or that the conversation was not
  /// finished. While an alarm stands nothing else is recommended.
  ///
  /// - Parameters:
  ///   - dialogue: The conversation.
  ///   - words: What the person typed for each answer, as far as it is known.
  public init(_ dialogue: Dialogue, inOwnWords words: OwnWords = OwnWords()) {
    let consultation = dialogue.consultation
    let answers = Self.answers(of: consultation, words)
    let outcome: [Page.Element]
    let sources: SourcesScreen?
    var comesFirst = true
    if let alarm = dialogue.alarm {
      progress = .alarmed
      let typed =
        words.ofAlarm.isEmpty ? [] : [Block.paragraph(ReportPhrasing.typed(words.ofAlarm))]
      outcome = Page.elements(
        AlarmScreen(alarm, in: dialogue.knowledge).blocks + typed,
        emphasizingBelow: alarm.raises.compactMap { dialogue.knowledge.scale($0.scale)?.name })
      sources = SourcesScreen(alarm, in: dialogue.knowledge)
    } else if let consultation, let recommendation = consultation.recommendation {
      progress = .finished
      comesFirst = recommendation.endedEarly
      outcome = Page.elements(
        RecommendationScreen(recommendation, whole: true, in: dialogue.knowledge).blocks,
        emphasizingBelow: recommendation.decisions.map(\.scale.name))
      sources = SourcesScreen(consultation)
    } else if let consultation, !consultation.answered.isEmpty {
      progress = .unfinished
      outcome = Page.elements(
        UrgentScreen(consultation).blocks + [.heading(ReportPhrasing.unfinished)]
          + SoFarScreen(consultation).unfinished,
        emphasizingBelow: consultation.kind.decides.compactMap {
          dialogue.knowledge.scale($0)?.name
        })
      sources = SourcesScreen(consultation)
    } else {
      progress = .nothing
      outcome = [.paragraph(Phrasing.nothingAnswered)]
      sources = nil
    }
    page = Page(
      title: dialogue.knowledge.knowledge.title.string,
      sections: [Self.lead(of: dialogue)] + (comesFirst ? [outcome, answers] : [answers, outcome])
        + [sources.map { $0.isEmpty ? [] : Page.elements($0.blocks) } ?? []])
  }

  /// Returns the text of the page; it ends with a line break.
  public func text(as form: Form) -> String {
    switch form {
    case .markdown: page.markdown
    case .html: page.html
    }
  }

  // MARK: Parts

  /// What it is about, from when it is, and what it is worth.
  private static func lead(of dialogue: Dialogue) -> [Page.Element] {
    let knowledge = dialogue.knowledge.knowledge
    let about = dialogue.consultation.map { [Page.Element.emphasis($0.kind.title.string)] } ?? []
    let lines =
      [dialogue.now.map(ReportPhrasing.written)].compactMap { $0 } + [
        ReportPhrasing.informs, ReportPhrasing.knowledge(knowledge),
      ]
    return about + lines.map { .paragraph($0) }
  }

  /// The questions as they were put, with the answers.
  private static func answers(of consultation: Consultation?, _ words: OwnWords) -> [Page.Element] {
    guard let consultation, !consultation.answered.isEmpty else { return [] }
    let items = SoFarScreen(consultation).given.map { given in
      let typed = words.lines(for: given.question.id, beside: given.words)
      return Page.Item(
        given.question.ask.string, answer: given.words,
        details: typed.isEmpty ? [] : [ReportPhrasing.typed(typed)])
    }
    return [.heading(ReportPhrasing.answers), .list(items, isNumbered: true)]
  }
}
