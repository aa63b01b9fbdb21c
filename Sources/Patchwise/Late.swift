import Synchronization

/// A value that is there, or that is made when it is first asked for.
///
/// Once made it is kept, and all copies share it. Where two threads ask at once, both may make it, and one of
/// the two is kept.
package struct Late<Value: Sendable>: Sendable {
  private var made: Value?
  private var due: Due?

  /// Holds a value.
  package init(_ value: Value) { made = value }

  /// Makes a value once it is asked for.
  ///
  /// - Parameter make: Returns the value, the same whenever it is called.
  package init(_ make: @escaping @Sendable () -> Value) { due = Due(make) }

  /// The value, which can be changed in place.
  package var value: Value {
    get { made ?? dueValue }
    _modify {
      var value = self.value
      // It is changed where it is only if nobody else holds it.
      (made, due) = (nil, nil)
      defer { made = value }
      yield &value
    }
  }

  /// The same, which is there for good if the value has been made.
  ///
  /// It takes a few nanoseconds to read then, which reading what is due takes ten times.
  var settled: Late { due?.madeValue.map { Late($0) } ?? self }

  private var dueValue: Value {
    // Each initializer sets one of the two, and what changes the value puts it back.
    guard let due else { preconditionFailure("a value is there, or due") }
    return due.value
  }

  private final class Due: Sendable {
    private let make: @Sendable () -> Value
    private let made = AtomicLazyReference<Made>()

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    /// The value if it has been made.
    var madeValue: Value? { made.load()?.value }

    var value: Value { (made.load() ?? made.storeIfNil(Made(make()))).value }
  }

  private final class Made: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }
}

extension Late: Equatable where Value: Equatable {
  package static func == (left: Late, right: Late) -> Bool { left.value == right.value }
}

extension Late: Hashable where Value: Hashable {
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Late: CustomReflectable {
  /// What the value shows of itself.
  package var customMirror: Mirror { Mirror(reflecting: value) }
}
