import Foundation

/// How long tests go on with things made up at random.
package enum Soak {
  /// Returns a number of rounds, times what the environment variable `PATCHWISE_SOAK` says.
  package static func rounds(_ count: Int) -> Int {
    count * (ProcessInfo.processInfo.environment["PATCHWISE_SOAK"].flatMap { Int($0) } ?? 1)
  }
}
