/// What is known of a condition while some answers are missing.
///
/// The tables are Kleene's strong three-valued ones (Introduction to Metamathematics, 1952, § 64):
/// `open` means that at least one situation may make the condition true and one false. A truth that is
/// not open is certain; one that is open may turn out not to be.
public enum Truth: UInt8, Hashable, Sendable {
  /// It certainly does not hold.
  case `false` = 0
  /// It may hold and may not, for all that is known.
  case open = 1
  /// It certainly holds.
  case `true` = 2

  /// Creates a certain truth.
  public init(_ value: Bool) { self = value ? .true : .false }

  /// Whether both hold.
  static func && (left: Truth, right: Truth) -> Truth {
    left.rawValue < right.rawValue ? left : right
  }
  /// Whether either holds.
  static func || (left: Truth, right: Truth) -> Truth {
    left.rawValue > right.rawValue ? left : right
  }
  /// Whether it does not hold.
  static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .false: .true
    case .open: .open
    case .true: .false
    }
  }
}
