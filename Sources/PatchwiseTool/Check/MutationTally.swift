import Patchwise
import PatchwiseMutation
import PatchwiseVerification

/// How many small changes of knowledge were noticed, and by what.
struct MutationTally {
  private var counts: [String: Int] = [:]
  /// How many changes nothing noticed.
  private(set) var unnoticed = 0

  private static let kinds = [
    "noticed by transcripts", "noticed by promises", "not readable any more",
    "proved to make no difference", "unnoticed", "not decided, as it takes too long",
  ]

  /// Adds what became of one change.
  mutating func add(_ verdict: MutationTrial.Verdict) {
    let place =
      switch verdict {
      case .transcript: 0
      case .promise: 1
      case .refused: 2
      case .same: 3
      case .unnoticed: 4
      case .undecided: 5
      }
    counts[Self.kinds[place], default: 0] += 1
    if place > 3 { unnoticed += 1 }
  }

  /// The counts, a line each, and the sum.
  var text: String {
    let lines = Self.kinds.compactMap { kind in counts[kind].map { "  \($0) \(kind)\n" } }
    let sum = counts.values.reduce(0, +)
    return "\(sum) \(sum == 1 ? "change" : "changes")\n" + lines.joined()
  }

  /// Returns what is said of a change that nothing noticed; nothing for any other.
  static func text(of mutation: Mutation, _ verdict: MutationTrial.Verdict) -> String? {
    let place = Console.place(mutation.location)
    switch verdict {
    case .unnoticed: return "\(place)nothing notices this: \(mutation)\n"
    case .undecided: return "\(place)this was not decided, as it takes too long: \(mutation)\n"
    case .transcript, .promise, .refused, .same: return nil
    }
  }
}
