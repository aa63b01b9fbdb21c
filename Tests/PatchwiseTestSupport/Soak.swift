import Foundation

/// How long tests go on with things made up at random.
package enum Soak {
  /// What the environment variable `PATCHWISE_SOAK` says.
  private static let times = ProcessInfo.processInfo.environment["PATCHWISE_SOAK"].flatMap {
    Int($0)
  }

  /// Returns a number of rounds, times what the environment variable `PATCHWISE_SOAK` says.
  ///
  /// - Parameters:
  ///   - count: How many rounds there usually are.
  ///   - soaking: How many there are, times that variable, where it is set; the same if left out.
  /// - Returns: The number of rounds.
  package static func rounds(_ count: Int, soaking: Int? = nil) -> Int {
    times.map { (soaking ?? count) * $0 } ?? count
  }

  /// Says what was gone through, where somebody asked for more of it than usual.
  package static func say(_ text: String) {
    if times != nil { print("soak: \(text)") }
  }
}
