import Synchronization

/// A value that is made when it is first asked for, once for all who share it.
final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// Returns the value, which is made if nobody has asked for it yet.
  ///
  /// Whoever asks while it is being made waits for it.
  ///
  /// - Parameter make: Makes the value; it is always the same one.
  /// - Returns: The value.
  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
