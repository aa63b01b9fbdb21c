import Patchwise

// What a line says that names several options.
extension OptionReader {
  /// How a line is read part by part, when nothing in it has to be guessed.
  func listReading(of line: String) -> AnswerReading? {
    let parts = Self.parts(of: line)
    // "Yes, last year" is no list.
    guard parts.count > 1, !isYesNo else { return nil }
    // "No, 2" and "no 1 and 2" may mean either.
    if parts.contains(where: { Self.isDenial($0) && !isName($0) }) { return nil }
    let pieces = withoutAsides(parts.map { ($0, match($0, amongOthers: true)) })
    let matches = pieces.map(\.match)
    guard matches.contains(where: { $0 != .nothing }) else { return nil }
    let strange = pieces.filter { $0.match == .nothing }.map(\.part)
    if strange.isEmpty {
      if takesSeveral { return reading(matches) }
      return pieces.count == 1 ? reading(matches)?.asDoubtful : .refused(.severalWhereOne)
    }
    // Half of a sentence may look like an option; only a list of names is read part by part.
    guard matches.contains(where: { if case .exact = $0 { true } else { false } }),
      !Words(line).isNegated
    else { return nil }
    let understood = places(in: matches)
    let refusal = AnswerReading.refused(
      .partNotUnderstood(strange, beside: understood.map { options[$0].id }))
    guard takesSeveral else {
      let isOne = understood.count == 1 && strange.allSatisfy { namedAnywhere($0) == nil }
      return isOne ? refusal : .refused(.severalWhereOne)
    }
    guard strange.allSatisfy({ !hints.options(hintedAtBy: $0).isEmpty }) else { return refusal }
    return hinted(by: line, beside: namedAnywhere(line)?.options ?? []) ?? refusal
  }

  /// The pieces of a list without the parts that only say again what another one names in full, as in
  /// `rose, it's a plant`.
  private func withoutAsides(
    _ pieces: [(part: String, match: Match)]
  ) -> [(part: String, match: Match)] {
    let exact = Set(
      pieces.compactMap { if case .exact(let place) = $0.match { place } else { nil } })
    return pieces.filter { part, match in
      let words = Words(part)
      guard match == .nothing, !words.isNegated else { return true }
      // "1, 2, both I think"
      if words.list.allSatisfy(isIdle) { return false }
      let named = places(namedIn: words)
      return named.isEmpty || !named.allSatisfy(exact.contains)
    }
  }

  /// The options that some matches say for certain or probably, whatever the others are.
  private func places(in matches: [Match]) -> [Int] {
    matches.flatMap { match -> [Int] in
      switch match {
      case .exact(let place), .beginning(let place): [place]
      case .perhaps(let places): places.count == 1 ? places : []
      case .noSuchNumber, .nothing: []
      }
    }.withoutRepeats().sorted()
  }

  /// The parts of a list: between commas, semicolons and plus signs, and between *and*s.
  static func parts(of line: String) -> [String] {
    pieces(of: line)
      .flatMap { part in
        part.split(separator: " ", omittingEmptySubsequences: true)
          .split(whereSeparator: { $0.lowercased() == "and" })
          .map { $0.joined(separator: " ") }
      }
      .flatMap { part -> [String] in
        // "1 3 4" is a list as well.
        let words = part.split(separator: " ").map(String.init)
        return words.count > 1 && words.allSatisfy({ Int($0) != nil }) ? words : [part]
      }
      .filter { !Words($0).isEmpty }
  }

  /// The pieces between commas, semicolons, plus and *and* signs.
  ///
  /// The comma of a name such as `1,2-Hexanediol` is none: a number that is glued into a word is no choice.
  private static func pieces(of line: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = line.startIndex
    for place in line.indices where isSeparator(line[place]) {
      let rest = line[line.index(after: place)...]
      let isGlued = line[place] == "," && line[..<place].last?.isNumber == true
      guard !(isGlued && beginsAsName(rest)) else { continue }
      pieces.append(line[start..<place])
      start = rest.startIndex
    }
    return (pieces + [line[start...]]).filter { !$0.isEmpty }
  }

  private static func isSeparator(_ character: Character) -> Bool {
    switch character {
    case ",", ";", "+", "&": true
    default: false
    }
  }

  /// Whether numbers come first that a hyphen ties to a word.
  private static func beginsAsName(_ text: Substring) -> Bool {
    guard text.first?.isNumber == true else { return false }
    let rest = text.drop { $0.isNumber || $0 == "," }
    return rest.first.map { "-‐‑".contains($0) } == true && rest.dropFirst().first?.isLetter == true
  }

  private static func isDenial(_ part: String) -> Bool {
    Words(part).list.first.map(Words.denials.contains) ?? false
  }
}
