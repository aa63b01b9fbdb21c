/// Who read which part of the knowledge, and when.
public struct Review: Hashable, Sendable {
  /// Who read it.
  public var by: AuthoredText
  /// The day.
  public var on: Moment
  /// Which part was read.
  public var covers: AuthoredText

  /// Creates the record of a review.
  public init(by: AuthoredText, on: Moment, covers: AuthoredText) {
    self.by = by
    self.on = on
    self.covers = covers
  }
}
