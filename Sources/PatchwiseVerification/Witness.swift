public import Patchwise

/// Somebody for whom something is so, by what they answer.
///
/// Questions that have no share in it are left out.
public struct Witness: Hashable, Sendable {
  /// The consultation in which it is so.
  public let consultation: Identifier<ConsultationKind>
  /// The readings of the course, the oldest first; the last one is the one in which it is so.
  public let readings: [Reading]

  /// One reading.
  public struct Reading: Hashable, Sendable {
    /// What the person's clock says.
    public let now: Moment
    /// What they answer.
    public let answers: [Identifier<Question>: Answer]
  }
}
