/// A question that people ask about the subject, and its answer.
public struct Topic: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Topic>
  /// The title as a person reads it.
  public var title: AuthoredText
  /// How people phrase it.
  public var askedAs: [AuthoredText]
  /// The consultations during which it is answered; all of them if there is none.
  public var consultations: [Identifier<ConsultationKind>]
  /// What the belief turns out to be, if the topic is one.
  public var verdict: Verdict?
  /// The answer in a few sentences.
  public var answer: AuthoredText
  /// What it rests on.
  public var sources: [Identifier<Citation>]

  /// Creates a topic.
  public init(
    id: Identifier<Topic>, title: AuthoredText, askedAs: [AuthoredText] = [],
    consultations: [Identifier<ConsultationKind>] = [],
    verdict: Verdict? = nil, answer: AuthoredText, sources: [Identifier<Citation>] = []
  ) {
    self.id = id
    self.title = title
    self.askedAs = askedAs
    self.consultations = consultations
    self.verdict = verdict
    self.answer = answer
    self.sources = sources
  }

  /// What a belief turns out to be.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// It is not so.
    case myth
    /// It is so.
    case reality
    /// Nobody knows for sure.
    case open
  }
}
