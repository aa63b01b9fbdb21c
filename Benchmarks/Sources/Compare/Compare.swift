import Foundation

/// Measures us, what a hand would write, and what else there is, and prints one table.
@main
enum Compare {
  static func main() {
    do {
      var comparison = try Comparison(Array(CommandLine.arguments.dropFirst()))
      try comparison.run()
    } catch {
      say((error as? Failure)?.message ?? "\(error)")
      exit(1)
    }
  }
}
