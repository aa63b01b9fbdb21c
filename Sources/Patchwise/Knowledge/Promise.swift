/// What must hold in every situation: whenever one condition does, so does the other.
public struct Promise: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Promise>
  /// The condition that must not hold alone.
  public var whenever: AuthoredText
  /// The condition that must hold with it.
  public var then: AuthoredText
  /// The kinds of consultation that it is about; all of them if there is none.
  public var consultations: [Identifier<ConsultationKind>]
  /// What it rests on.
  public var sources: [Identifier<Citation>]

  /// Creates a promise.
  public init(
    id: Identifier<Promise>, whenever: AuthoredText, then: AuthoredText,
    in consultations: [Identifier<ConsultationKind>] = [], sources: [Identifier<Citation>] = []
  ) {
    self.id = id
    self.whenever = whenever
    self.then = then
    self.consultations = consultations
    self.sources = sources
  }
}
