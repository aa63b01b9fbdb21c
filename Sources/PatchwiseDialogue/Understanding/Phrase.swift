import Patchwise

/// Words that are looked for anywhere in a line, whole and in their order, with gaps between them.
struct Phrase: Sendable {
  /// The parts between the gaps; none of them is empty.
  private let parts: [Words]
  /// All its words, without which it stands nowhere.
  let words: Set<String>

  /// How many words a gap can stand for.
  static let gapLimit = 3

  /// Creates a phrase from the words of an author, in which `…` is a gap, or three dots.
  init(_ text: AuthoredText) {
    parts = text.string.replacing("...", with: "…").split(separator: "…").map { Words($0) }.filter {
      !$0.isEmpty
    }
    words = Set(parts.flatMap(\.list))
  }

  /// Whether the parts stand in a line one after the other, undenied, at least once.
  ///
  /// - Parameters:
  ///   - words: The line.
  ///   - denial: What takes a phrase back.
  ///   - areSame: Whether a word of the line counts as one of the phrase.
  /// - Returns: Whether they do.
  func stands(
    in words: Words, unless denial: Denial = .plain,
    by areSame: (String, String) -> Bool = { $0 == $1 }
  ) -> Bool {
    guard let first = parts.first else { return false }
    let starts = words.places(of: first, by: areSame).filter { start in
      denial == .plain ? !words.isDenied(at: start) : !words.isNearDenial(at: start)
    }
    var ends = Set(starts.map { $0 + first.list.count })
    for part in parts.dropFirst() where !ends.isEmpty {
      let next = words.places(of: part, by: areSame).filter { place in
        (max(0, place - Self.gapLimit)...place).contains { end in
          ends.contains(end) && !words.isBrokenOrDenied(between: end, and: place)
        }
      }
      ends = Set(next.map { $0 + part.list.count })
    }
    return !ends.isEmpty
  }
}

extension Phrase {
  /// How much of a *no* before a phrase takes it back.
  enum Denial: Sendable {
    /// One that certainly means the phrase, because danger is looked for.
    case plain
    /// Any that stands close before it in the same sentence, as in `does not work overnight`.
    case near
  }
}

extension Words {
  /// Whether a word before a place, in the same sentence, says *no* or *not*.
  ///
  /// A *no* belongs to the next words, but *do not use it on …* and *avoid …* to a whole list.
  func isNearDenial(at place: Int) -> Bool {
    var index = place
    while index > 0, !isStop(before: index) {
      index -= 1
      let isFar = place - index > 3 || (index + 1...place).contains(where: isBreak)
      if isFar ? Self.listDenials.contains(list[index]) : Self.denials.contains(list[index]) {
        return true
      }
    }
    return false
  }

  /// Words that deny all of the list that follows them.
  private static let listDenials: Set<String> = [
    "not", "never", "avoid", "refrain", "dont", "doesnt", "isnt", "cannot",
  ]

  /// Whether between two words a sentence ends, or the first is said not to be.
  fileprivate func isBrokenOrDenied(between end: Int, and place: Int) -> Bool {
    (end...place).contains { index in
      // What has "not stopped" goes on.
      isBreak(before: index)
        || (index < place && Self.denials.contains(list[index])
          && !["stopped", "gone", "stop", "improved"].contains(list[index + 1]))
    }
  }
}
