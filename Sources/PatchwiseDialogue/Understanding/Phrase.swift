import Patchwise

/// Words that are looked for anywhere in a line, whole and in their order, with gaps between them.
///
/// All of what ` & ` joins has to be in the line, in whatever order; of what ` | ` joins one is enough.
struct Phrase: Sendable {
  /// What has to stand in a line, each in one of several ways; none is empty.
  private let demands: [[Run]]

  /// Creates a phrase from the words of an author, in which `…` is a gap, or three dots.
  init(_ text: AuthoredText) {
    let text =
      text.string.utf8.contains(UInt8(ascii: "."))
      ? text.string.replacing("...", with: "…") : text.string
    demands = text[...].parts(between: "&").map { demand in
      demand.parts(between: "|").map(Run.init).filter { !$0.parts.isEmpty }
    }.filter { !$0.isEmpty }
  }

  /// Whether several things have to be in a line, such as a place and what is wrong there.
  var isJoined: Bool { demands.count > 1 }

  /// Words of which one is in every line that it stands in; none if it stands in no line.
  var keywords: Set<String> {
    Set((demands.first ?? []).compactMap { $0.words.max { ($0.count, $0) < ($1.count, $1) } })
  }

  /// All words that may count for it.
  var words: Set<String> { demands.joined().reduce(into: []) { $0.formUnion($1.words) } }

  /// Whether it can stand among some words at all.
  func mayStand(among words: Set<String>) -> Bool {
    demands.allSatisfy { $0.contains { $0.words.isSubset(of: words) } }
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
    !demands.isEmpty
      && demands.allSatisfy { $0.contains { $0.stands(in: words, unless: denial, by: areSame) } }
  }
}

extension Phrase {
  /// Whether one of the things that it asks for stands in a line undenied, and says something by itself.
  ///
  /// - Parameters:
  ///   - words: The line.
  ///   - meant: All words that may be meant by those of the line.
  ///   - isTelling: Whether a word can't stand in any sentence.
  ///   - areSame: Whether a word of the line counts as one of the phrase.
  /// - Returns: Whether one does.
  func standsInPart(
    in words: Words, among meant: Set<String>, telling isTelling: (String) -> Bool,
    by areSame: (String, String) -> Bool
  ) -> Bool {
    demands.joined().contains { run in
      run.words.isSubset(of: meant) && run.words.contains(where: isTelling)
        && run.stands(in: words, unless: .near, by: areSame)
    }
  }
}

extension Substring {
  /// The parts between a sign that has blanks around it.
  fileprivate func parts(between sign: Unicode.Scalar) -> [Substring] {
    // Most phrases have none, and to look for it is dear.
    guard unicodeScalars.contains(sign) else { return [self] }
    return split(separator: " \(sign) ")
  }
}

/// Words in their order, with gaps between them.
private struct Run: Sendable {
  /// The parts between the gaps; none of them is empty.
  let parts: [Words]
  /// All its words, without which it stands nowhere.
  let words: Set<String>

  /// How many words a gap can stand for.
  static let gapLimit = 3

  init(_ text: Substring) {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    parts = (isPlain ? [text[...]] : text.split(separator: "…")).map { Words($0) }
      .filter { !$0.isEmpty }
    words = Set(parts.flatMap(\.list))
  }

  /// Whether the parts stand in a line one after the other, undenied, at least once.
  func stands(
    in words: Words, unless denial: Phrase.Denial, by areSame: (String, String) -> Bool
  ) -> Bool {
    guard let first = parts.first else { return false }
    let starts = words.undenied(words.places(of: first, by: areSame), unless: denial)
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
    /// One that stands close before it, with no *but* in between.
    case unturned
  }
}

extension Words {
  /// Returns those of some places at which nothing before takes back what stands there.
  func undenied(_ places: [Int], unless denial: Phrase.Denial) -> [Int] {
    // Each of a few is looked at by itself. Many would each look through the whole line.
    let isFew = places.count <= 8
    switch denial {
    case .plain:
      let saysHowBad = isFew ? nil : saysHowBad
      return places.filter { !isDenied(at: $0, saysHowBad: saysHowBad) }
    case .near, .unturned:
      let denials = isFew ? nil : nearDenials
      let turns = isFew || denial == .near ? nil : turns
      return places.filter { place in
        !(denials?[place] ?? isNearDenial(at: place))
          || denial == .unturned && turns?[place] ?? isTurned(before: place)
      }
    }
  }

  /// Whether a word before a place, in the same sentence, says *no* or *not*.
  ///
  /// A *no* belongs to the next words, but *do not use it on …* and *avoid …* to a whole list.
  func isNearDenial(at place: Int) -> Bool {
    var index = place
    var isApart = false
    while index > 0, !isStop(before: index) {
      isApart = isApart || isBreak(before: index)
      index -= 1
      let isFar = isApart || place - index > 3
      if isFar ? Self.listDenials.contains(list[index]) : Self.denials.contains(list[index]) {
        return true
      }
    }
    return false
  }

  /// For each word, whether one before it says *no* or *not*, found in one go through a long line.
  var nearDenials: [Bool] {
    // The first word of the sentence that denies a list, and whether there was a comma since.
    var first: Int?
    var isApart = false
    return list.indices.map { place in
      if isStop(before: place) { first = nil } else { isApart = isApart || isBreak(before: place) }
      defer {
        if first == nil, Self.listDenials.contains(list[place]) {
          (first, isApart) = (place, false)
        }
      }
      if let first, isApart || place - first > 3 { return true }
      var index = place
      while index > 0, place - index < 3, !isBreak(before: index) {
        index -= 1
        if Self.denials.contains(list[index]) { return true }
      }
      return false
    }
  }

  /// Words that deny all of the list that follows them.
  private static let listDenials: Set<String> = [
    "not", "never", "avoid", "refrain", "dont", "doesnt", "isnt", "cannot",
  ]

  /// Whether between two words a sentence ends, or the first is said not to be.
  fileprivate func isBrokenOrDenied(between end: Int, and place: Int) -> Bool {
    (end...place).contains { index in
      // What has "not stopped" goes on, and what is "not only" so is so.
      isBreak(before: index)
        || (index < place && Self.denials.contains(list[index])
          && !["stopped", "gone", "stop", "improved", "only", "just"].contains(list[index + 1]))
    }
  }
}
