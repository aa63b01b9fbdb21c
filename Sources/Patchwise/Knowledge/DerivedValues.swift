import Synchronization

/// What others work out of a knowledge base alone, such as the words to know answers by, once for all its copies.
package final class DerivedValues: Sendable {
  /// The values by their types.
  private let values = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// Returns the value of a type, which is made if nobody has asked for it yet.
  ///
  /// It must not hold the knowledge base with its derived values, or both would never be let go of.
  ///
  /// - Parameter make: Makes the value. Where several ask at once it may be called more than once, and the
  ///   first value is kept.
  /// - Returns: The value.
  package func value<Value: Sendable>(_ make: () -> Value) -> Value {
    let type = ObjectIdentifier(Value.self)
    if let value = values.withLock({ $0[type] }) as? Value { return value }
    let made = make()
    return values.withLock { values in
      if let value = values[type] as? Value { return value }
      values[type] = made
      return made
    }
  }
}
