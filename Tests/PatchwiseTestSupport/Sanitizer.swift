import Foundation

/// Whether tests, and the tool that they run, are built to look at wrong use of memory or of threads.
package enum Sanitizer {
  /// Whether they are, which takes time, memory and files of its own; the environment variable `PATCHWISE_SANITIZER`
  /// says so.
  package static let isOn = ProcessInfo.processInfo.environment["PATCHWISE_SANITIZER"] != nil
}
