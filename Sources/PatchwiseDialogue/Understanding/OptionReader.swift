import Patchwise

/// Reads a line as one or several of some options.
struct OptionReader: Sendable {
  let options: [Question.Option]
  let takesSeveral: Bool
  /// The words of the question, which add nothing to an answer.
  let asked: Set<String>
  /// For each option, its name and its label, as they are seen.
  private let ownNames: [[Words]]
  /// For each option, its name, label and other names.
  let names: [[Words]]
  /// The names of each option as they are compared letter by letter, its own first.
  private let spelt: [[String]]
  /// The options of each name.
  private let places: [String: [Int]]
  let hints: HintFinder

  /// - Parameters:
  ///   - options: What can be chosen.
  ///   - takesSeveral: Whether more than one can be.
  ///   - question: What is asked.
  ///   - change: What can change the answer.
  ///   - hints: What may be said for the options in other words.
  init(
    options: [Question.Option], takesSeveral: Bool, asking question: String = "",
    changes change: Question.Change? = nil, hints: [Hint] = []
  ) {
    self.options = options
    self.takesSeveral = takesSeveral
    asked = Set(Words(question).list).union(change.flatMap { Self.tenses[$0] } ?? [])
    ownNames = options.map { [Words($0.id.name), Words($0.label.string)] }
    names = zip(ownNames, options).map { own, option in own + option.also.map { Words($0.string) } }
    spelt = names.map { $0.map(\.joined) }
    places = spelt.enumerated().reduce(into: [:]) { places, option in
      for name in Set(option.element) { places[name, default: []].append(option.offset) }
    }
    self.hints = HintFinder(hints, options: options.map(\.id))
  }

  /// Creates what reads a line as one of some kinds of consultation; wishing for one is the person's to do.
  init(kinds: [ConsultationKind]) {
    self.init(
      options: kinds.map {
        Question.Option(id: Identifier($0.id.name), label: $0.title, also: $0.also)
      }, takesSeveral: false, changes: .byChoice,
      hints: kinds.map { Hint("begin", Identifier($0.id.name), phrases: $0.hints) })
  }

  /// Words that add nothing where what is asked is past, or is for the person to choose.
  private static let tenses: [Question.Change: Set<String>] = [
    .never: ["had", "was", "were"],
    .byChoice: wishes,
  ]

  /// Words of something that is wanted.
  static let wishes: Set<String> = [
    "want", "wanted", "wish", "would", "need", "hope", "hoping", "looking",
  ]

  /// How one part of a line fits the options.
  enum Match: Hashable {
    case exact(Int)
    /// The start of the name or label of one option.
    case beginning(Int)
    /// What may be one of these, or this one and something else.
    case perhaps([Int])
    /// A number that no option has.
    case noSuchNumber(Int)
    case nothing
  }

  /// Whether a line is the whole name of an option.
  func isName(_ line: String) -> Bool {
    places[Words(line).joined] != nil
  }

  /// Returns the options that parts of a line name in full, by number or by the start of a label.
  func namedAnywhere(_ line: String) -> Answer? {
    var found = Words(line).isNegated ? [] : places(namedIn: Words(line))
    for part in Self.parts(of: line) + [line] {
      switch match(part) {
      case .exact(let place), .beginning(let place): found.append(place)
      case .perhaps(let places) where places.count == 1: found += places
      case .perhaps, .noSuchNumber, .nothing: break
      }
    }
    return found.isEmpty || (found.withoutRepeats().count > 1 && !takesSeveral)
      ? nil : answer(found)
  }

  // MARK: Nothing guessed

  func exactReading(of line: String) -> AnswerReading? {
    let whole = match(line)
    if AnswerReader.saysNone(line), takesSeveral || whole == .nothing && !isPlainNo(line) {
      // A name in full comes first; the start of one does not: "no" is not the beginning of "noise".
      if case .exact = whole { return reading([whole]) }
      return takesSeveral ? .certain(.options([])) : .refused(.noneRefused)
    }
    if let reading = reading([whole]) { return reading }
    if takesSeveral, Self.saysAll(line) { return .probable(answer(Array(options.indices))) }
    if case .noSuchNumber(let number) = whole { return .refused(.noSuchNumber(number)) }
    return listReading(of: line)
  }

  /// Whether a line says that all there is fits.
  private static func saysAll(_ line: String) -> Bool {
    let said = Words(line).list.drop(while: Words.yeses.contains).joined(separator: " ")
    return alls.contains(said)
  }

  private static let alls: Set<String> = [
    "all", "all of it", "all of them", "all of these", "all of those", "all of this", "all of that",
    "all of the above", "everything",
  ]

  /// The options of which a name stands among some words.
  func places(namedIn words: Words) -> [Int] {
    let numbers = words.numbers
    return options.indices.filter { place in
      let isNamed = names[place].contains { name in
        let letters = name.joined
        return letters.count > 1 && !Self.smallWords.contains(letters) && words.contains(name)
      }
      return isNamed && knows(numbers, at: place)
    }
  }

  /// Whether an option knows every one of some numbers; `9 days` is not `1 to 4 days later`.
  private func knows(_ numbers: [Int], at place: Int) -> Bool {
    let known = Set(names[place].flatMap(\.numbers) + [place + 1])
    // A year says when.
    return numbers.allSatisfy { known.contains($0) || (1900...2100).contains($0) }
  }

  /// Words of two letters that stand in any sentence.
  static let smallWords: Set<String> = [
    "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no",
    "of", "on", "or", "so", "to", "up", "us", "we", "mi",
  ]

  /// The answer that some matches make together; nothing unless each of them fits.
  func reading(_ matches: [Match]) -> AnswerReading? {
    var chosen: [Int] = []
    var isExact = true
    for match in matches {
      switch match {
      case .exact(let place): chosen.append(place)
      case .beginning(let place):
        chosen.append(place)
        if options[place].isWarning { isExact = false }
      case .perhaps(let places) where places.count == 1:
        chosen += places
        isExact = false
      case .perhaps(let places): return .ambiguous(places.map { options[$0].id })
      case .noSuchNumber(let number):
        return matches.count > 1 ? .refused(.noSuchNumber(number)) : nil
      case .nothing: return nil
      }
    }
    let answer = answer(chosen)
    return isExact ? .certain(answer) : .probable(answer)
  }

  private func answer(_ places: [Int]) -> Answer {
    let ids = places.withoutRepeats().sorted().map { options[$0].id }
    return takesSeveral ? .options(ids) : .option(ids[0])
  }

  func match(_ part: String, amongOthers isPart: Bool = false) -> Match {
    let match = plainMatch(part)
    guard match == .nothing, isPart, takesSeveral else { return match }
    // "A bit quiet" in a list says quiet.
    let told = places(toldBy: Words(part))
    return told.count == 1 ? .beginning(told[0]) : .nothing
  }

  private func plainMatch(_ part: String) -> Match {
    let words = Words(part)
    guard !words.isEmpty else { return .nothing }
    if let named = places[words.joined] {
      if let place = named.first(where: { ownNames[$0].contains(words) }) { return .exact(place) }
      return named.count == 1 ? .exact(named[0]) : .perhaps(named)
    }
    var numbered = words.list
    if let first = numbered.first, numbered.count == 2,
      ["number", "option", "answer", "nr", "both"].contains(first)
        || (first == "no" && part.contains("."))
    {
      numbered.removeFirst()
    }
    // "-1" and "no 1" may mean that one, or all but that one.
    if let number = denied(numbered, part) {
      return options.indices.contains(number - 1) ? .perhaps([number - 1]) : .noSuchNumber(number)
    }
    if numbered.count == 1, let number = Int(numbered[0]) {
      return options.indices.contains(number - 1) ? .exact(number - 1) : .noSuchNumber(number)
    }
    // "No" begins "no hot water", but not "noise".
    let start = AnswerReader.saysNone(part) ? words.joined + " " : words.joined
    // "Calm? No" is not the beginning of "Calm: no sting".
    let isDenied = words.list.count > 1 && words.list.last.map(Words.denials.contains) ?? false
    let beginning = isDenied ? [] : places(beginningWith: start)
    if words.joined == "one", !options.isEmpty {
      // It may be the first, or the beginning of "one of these".
      return beginning.isEmpty ? .exact(0) : .perhaps(([0] + beginning).withoutRepeats().sorted())
    }
    if beginning.isEmpty { return place(counted: words).map(Match.exact) ?? .nothing }
    guard beginning.count == 1 else { return .perhaps(beginning) }
    // Other names are not seen, so that the start of one may be meant otherwise; "to" may be anything.
    let isSeen = ownSpelt(beginning[0]).contains { $0.hasPrefix(start) }
    return isSeen && start.count >= 3 || isYesNo ? .beginning(beginning[0]) : .perhaps(beginning)
  }

  /// The number behind a minus or a *no*; nothing for other words.
  private func denied(_ words: [String], _ part: String) -> Int? {
    if words.count == 2, words[0] == "no", !part.contains(",") { return Int(words[1]) }
    guard words.count == 1, let number = Int(words[0]),
      let sign = part.trimmingSpaces.first, "-−–".contains(sign)
    else { return nil }
    return number
  }

  /// The options of which a name begins so; "do" is not yet "do not", and "no" not "no trouble".
  private func places(beginningWith start: String) -> [Int] {
    options.indices.filter { place in
      let known = isYesNo ? spelt[place].prefix(1) : spelt[place][...]
      return (start.hasPrefix("no ") ? ownSpelt(place) : known).contains { $0.hasPrefix(start) }
    }
  }

  private func ownSpelt(_ place: Int) -> ArraySlice<String> {
    spelt[place].prefix(ownNames[place].count)
  }

  /// The option that `the first one`, `two` or `last` counts to.
  private func place(counted words: Words) -> Int? {
    let list = words.list.filter { !["the", "one", "option", "answer", "number"].contains($0) }
    guard list.count == 1, let word = list.first else { return nil }
    if word == "last" { return options.indices.last }
    let place = Words(word).numbers.first.map { $0 - 1 } ?? Self.ordinals.firstIndex(of: word)
    return place.flatMap { options.indices.contains($0) ? $0 : nil }
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  // MARK: Guessing

  func looseReading(of line: String) -> AnswerReading {
    let reading = namedReading(of: line)
    switch reading {
    case .probable(let answer) where takesSeveral:
      return hinted(by: line, beside: answer.options) ?? reading
    case .refused(.notUnderstood), .refused(.negated):
      if let hinted = hinted(by: line) { return hinted }
      let words = Words(line)
      if PlainNone.goesOn(words), let told = self.reading(behindNo: line) {
        return PlainNone.beginsSentence(words) ? told : reading
      }
      if isYesNo, PlainNone.isLikely(words) { return .probable(.no) }
      let isNone = PlainNone.begins(words) || PlainNone.isLikely(words) || PlainNone.goesOn(words)
      return takesSeveral && isNone ? .probable(.options([])) : reading
    default: return reading
    }
  }

  /// What is named or hinted at behind a *no*, as in `no, it is calm`, which says *no* to something else; to be
  /// confirmed.
  private func reading(behindNo line: String) -> AnswerReading? {
    guard !isYesNo else { return nil }
    let rest = PlainNone.rest(behindNo: line)
    let reading = namedReading(of: rest)
    return reading.isRefused ? hinted(by: rest) : reading.asDoubtful
  }

  /// What a line may mean by what it hints at, together with the options that it names; nothing without a
  /// hint.
  func hinted(
    by line: String, beside named: [Identifier<Question.Option>] = []
  ) -> AnswerReading? {
    let hinted = hints.options(hintedAtBy: line)
    guard !hinted.isEmpty else { return nil }
    let meant = options.map(\.id).filter { named.contains($0) || hinted.contains($0) }
    if takesSeveral { return .probable(.options(meant)) }
    return meant.count == 1 ? .probable(.option(meant[0])) : .ambiguous(meant)
  }

  /// What a line means by the names in it.
  func namedReading(of line: String) -> AnswerReading {
    let words = Words(line)
    if let reading = leadingYesOrNo(words) { return reading }
    if words.isNegated { return undenied(words).map { .probable($0) } ?? .refused(.negated) }
    if takesSeveral, AnswerReader.yesOrNo(line) == true { return .refused(.yesWhereWhich) }
    // "Kitchen and" was to go on.
    let isCutOff = ["and", "or"].contains(words.list.last)
    let told = isYesNo || isCutOff ? [] : places(toldBy: words)
    if told.count == 1, !options[told[0]].isWarning { return .certain(answer(told)) }
    let named = places(namedIn: words)
    if named.count == 1 || (takesSeveral && !named.isEmpty) {
      let answer = answer(named)
      // A sentence about a sign of danger is asked back; nothing is set by a word in passing. Nor is
      // "I have a cold" a yes, or "quiet after a knock" quiet.
      if takesSeveral || isYesNo || named.contains(where: { options[$0].isWarning }) {
        return .probable(answer)
      }
      let rest = rest(of: words, beside: named[0])
      if rest.isEmpty { return .certain(answer) }
      let others = options.indices.filter { place in
        place != named[0] && names[place].contains { $0.list.contains(where: rest.contains) }
      }
      return others.isEmpty
        ? .probable(answer) : .ambiguous((named + others).sorted().map { options[$0].id })
    }
    if named.count > 1 { return .ambiguous(named.map { options[$0].id }) }
    let alike = places(alikeIn: words)
    if !alike.isEmpty, !isYesNo {
      return alike.count == 1 || takesSeveral
        ? .probable(answer(alike)) : .ambiguous(alike.map { options[$0].id })
    }
    if let place = nearest(words.joined) { return .probable(answer([place])) }
    return numbered(words).map { .probable($0) } ?? .refused(.notUnderstood)
  }

  /// The options whose numbers stand among words that say nothing else, as in `maybe 1` and `1 a bit`.
  private func numbered(_ words: Words) -> Answer? {
    let numbers = words.list.compactMap { Int($0) }.withoutRepeats()
    guard !numbers.isEmpty, takesSeveral || numbers.count == 1,
      numbers.allSatisfy({ options.indices.contains($0 - 1) }),
      words.list.allSatisfy({ Int($0) != nil || isIdle($0) || Self.doubts.contains($0) })
    else { return nil }
    return answer(numbers.map { $0 - 1 })
  }

  private static let doubts: Set<String> = ["maybe", "perhaps", "possibly"]

  /// The options that a line names beside what it denies, as in `no gas, just dripping`.
  private func undenied(_ words: Words) -> Answer? {
    // In "calm? no" the denial stands behind what it denies.
    let endsInDenial = words.list.last.map(Words.denials.contains) ?? false
    guard !isYesNo, !words.saysOver, !endsInDenial else { return nil }
    let left = places(namedIn: words).filter { place in
      // What is both named and denied, as in "less loud, not loud now", is left out.
      let named = names[place].flatMap { words.places(of: $0) }
      return words.undenied(named, unless: .unturned).count == named.count
    }
    return left.count == 1 || (takesSeveral && !left.isEmpty) ? answer(left) : nil
  }

  /// The words of a line that say more than the name of an option, and may turn it round.
  private func rest(of words: Words, beside place: Int) -> [String] {
    let known = Set(names[place].flatMap(\.list))
    return words.list.filter { !known.contains($0) && !isIdle($0) }
  }

  /// Whether a word leaves an answer what it is.
  func isIdle(_ word: String) -> Bool { Self.idleWords.contains(word) || asked.contains(word) }

  /// Words that leave an answer what it is.
  static let idleWords: Set<String> = [
    "i", "im", "am", "id", "ive", "my", "mine", "me", "its", "it", "is", "are", "be", "been", "a",
    "an", "the", "this", "that", "of", "on", "in", "at", "to", "for", "with", "here", "there",
    "think", "guess", "suppose", "say", "would", "probably", "mostly", "mainly", "just", "only",
    "really", "quite", "pretty", "rather", "very", "so", "kind", "kinda", "sort", "sorta",
    "somewhat", "fairly", "more", "like", "have", "has", "got", "get", "do", "does", "use", "using",
    "live", "please", "well", "oh", "ok", "hi", "hello", "hey", "hm", "hmm", "one", "definitely",
    "actually",
    "usually", "always", "now", "today", "right", "currently", "bit", "little", "some", "lol",
    "and", "or", "number", "answer",
    "about", "both", "too", "also", "afraid", "sadly", "unfortunately",
  ]

  /// The option one slip of the finger away.
  private func nearest(_ line: String) -> Int? {
    // Far longer lines can't be near any name, and would take long to compare.
    guard (3...200).contains(line.count) else { return nil }
    // "Has a number" is not "no number", however few letters lie between.
    let words = Words(line)
    let (isNegated, numbers) = (words.isNegated, words.numbers)
    let named = names.enumerated().flatMap { place, names in
      names.filter { $0.isNegated == isNegated && $0.numbers == numbers }
        .map { (name: $0.joined, place: place) }
    }
    // The first letter is seldom the slip: "uncut" is not "cut", and "bus" not "us".
    // Two slips in a short word make another of it, such as "quit" of "quiet".
    let near = named.map(\.name).filter {
      $0.first == line.first && !$0.isPart(of: line)
        && (line.count > 5 || NearestSpelling.distance(Array(line), Array($0)) <= 1)
    }
    let name = NearestSpelling.of(line, among: near)
    return named.first { $0.name == name }?.place
  }
}

extension String {
  /// Whether another word is this one with two letters or more behind it, as `finely` is of `fine`.
  fileprivate func isPart(of longer: String) -> Bool {
    longer.count >= count + 2 && longer.hasPrefix(self)
  }
}
