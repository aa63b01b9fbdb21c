public import ArgumentParser
public import Patchwise

// A day, or a day and time, as an argument.
extension Moment: ExpressibleByArgument {
  /// Creates a moment from an argument such as `2026-03-02` or `2026-03-02 20:15`.
  public init?(argument: String) { self.init(argument) }
}
