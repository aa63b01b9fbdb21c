import Patchwise

// What a line says to a question of yes or no.
extension OptionReader {
  /// Whether a line begins with a no, at a question that it answers.
  func isPlainNo(_ line: String) -> Bool {
    isYesNo && Words.noes.contains(Words(line).list.first ?? "")
  }

  var isYesNo: Bool { options.map(\.id.name) == ["yes", "no"] }

  /// `yes, last year` and `no, not at all`; with a *but* in it, it may mean either.
  func leadingYesOrNo(_ words: Words) -> AnswerReading? {
    guard isYesNo, let first = words.list.first, words.list.count > 1 else { return nil }
    let rest = words.list.dropFirst()
    if rest.contains(where: ["but", "except", "although", "though", "maybe"].contains) {
      return nil
    }
    let isRestNegated = Words(rest.joined(separator: " ")).isNegated
    if Words.yeses.contains(first), !isRestNegated {
      if rest.contains(where: Words.noes.contains) { return nil }
      // "Yes, if I use cortisone" and "yes, still a bit red" may mean either.
      let isPlain = rest.allSatisfy {
        Self.affirmations.contains($0) || Self.idleWords.contains($0) || asked.contains($0)
      }
      return isPlain ? .certain(.yes) : .probable(.yes)
    }
    guard first == "never" || Words.noes.contains(first) else { return nil }
    // "No doubt", "no idea at all" and "no, it is" are no plain no.
    let isContradicted = names[0].contains {
      $0.joined.count > 1 && !isRestNegated && Words(rest.joined(separator: " ")).contains($0)
    }
    if isContradicted || rest.contains(where: Self.notMeantAsNo.contains) { return nil }
    // "No, still sore" says no to "Is it calm?", but hardly to "Is it still there?"; "no change" and
    // "never stops" may say either.
    let isOpen = rest.contains(where: ["still", "only", "sometimes"].contains)
    let goesOn = words.isBreak(before: 1) || Self.sentenceStarts.contains(words.list[1])
    // Asked whether it is still there, who says "no, still there" says both.
    if isOpen || first == "never", asked.contains("still") { return .refused(.negated) }
    return isOpen || first == "never" || !goesOn ? .probable(.no) : .certain(.no)
  }

  /// Words behind a *yes* that say *yes* again.
  private static let affirmations = Words.yeses.union([
    "thanks", "thank", "you", "sure", "absolutely", "totally", "course", "exactly", "indeed", "did",
    "was", "were", "am", "certainly", "completely", "all",
  ])

  /// Words behind a *no* with which a sentence of its own begins, or that say *no* again.
  private static let sentenceStarts: Set<String> = [
    "i", "im", "ive", "it", "its", "they", "theyre", "we", "he", "she", "that", "thats", "this",
    "there", "theres", "not", "never", "none", "nothing", "thanks", "thank", "dont", "didnt",
    "doesnt", "isnt", "havent", "hasnt", "wasnt", "arent", "nope", "at", "sorry", "thankfully",
    "luckily", "because", "as", "since",
  ]

  /// Words behind a *no* that make something else of it.
  private static let notMeantAsNo = Words.yeses.union([
    "idea", "clue", "doubt", "question", "wonder", "mind", "sure", "certain", "know", "knows",
    "tell", "telling", "saying",
  ])
}
