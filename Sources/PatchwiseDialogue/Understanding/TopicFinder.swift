import Patchwise

/// Finds the topic that a question is about.
struct TopicFinder: Sendable {
  private let topics: [Topic]
  /// The telling words of every phrasing, and the place of its topic.
  private let phrasings: [(words: Set<String>, topic: Int)]
  /// The telling words of all phrasings of each topic.
  private let ownWords: [Set<String>]
  /// The words that are all that a phrasing of a verdict tells, or phrasings of several topics.
  private let vagueWords: Set<String>
  /// The topics of each phrasing, word for word.
  private let places: [String: [Int]]
  /// What questions begin with, whatever comes behind, and the place of its topic; the longest first.
  private let openings: [(words: String, topic: Int)]

  init(_ knowledge: KnowledgeBase) {
    topics = knowledge.knowledge.topics
    var phrasings: [(words: Set<String>, topic: Int)] = []
    var places: [String: [Int]] = [:]
    var openings: [(words: String, topic: Int)] = []
    for (place, topic) in topics.enumerated() {
      for phrasing in [topic.title] + topic.askedAs {
        let words = Words(phrasing.string)
        if phrasing.string.hasSuffix("…") {
          openings.append((Self.unfolded(words) + " ", place))
          continue
        }
        phrasings.append((Self.telling(words), place))
        places[Self.unfolded(words), default: []].append(place)
      }
    }
    (self.phrasings, self.places) = (phrasings, places)
    self.openings = openings.sorted { $0.words.utf8.count > $1.words.utf8.count }
    var ownWords = Array(repeating: Set<String>(), count: topics.count)
    var owners: [String: Set<Int>] = [:]
    for (words, topic) in phrasings {
      ownWords[topic].formUnion(words)
      if words.count == 1, let word = words.first { owners[word, default: []].insert(topic) }
    }
    self.ownWords = ownWords
    vagueWords = Set(
      owners.filter { [topics] in
        $0.value.count > 1 || $0.value.contains { topics[$0].verdict != nil }
      }
      .keys)
  }

  /// Whether a line is put as a question.
  static func isQuestion(_ line: String) -> Bool {
    line.trimmingSpaces.hasSuffix("?") || beginsAsQuestion(line)
  }

  /// Whether a line begins with a word that questions begin with.
  static func beginsAsQuestion(_ line: String) -> Bool { beginsAsQuestion(Words(line)) }

  /// Whether a line begins with a word that questions begin with.
  static func beginsAsQuestion(_ words: Words) -> Bool {
    guard words.list.count >= 3, let first = words.list.first else { return false }
    return questionWords.contains(first)
  }

  /// Returns the topic of which a line is a phrasing, word for word.
  func topic(putAs line: String, in kind: ConsultationKind? = nil) -> Topic? {
    places[Self.unfolded(Words(line))]?.first { topics[$0].isAnswered(in: kind) }
      .map { topics[$0] }
  }

  /// Returns the topic that a line asks about, during a consultation if one has begun.
  ///
  /// A line that is put as a question may share most of its telling words with a phrasing: two thirds of
  /// the phrasing's and half of its own. Where both hold a word that the other has not, one thing may stand in
  /// the place of another, and then they share three quarters. A phrasing of one word that tells of several
  /// topics, or leads to a verdict, says nothing of what else stands in the line, which must then stand in other
  /// phrasings of the topic: who is told that one thing is safe isn't told so of two things together. Where nothing
  /// fits, a phrasing with a gap at its end may be what the question begins with. Any other line has to be a
  /// phrasing, word for word, because it is more likely an answer.
  func topic(of line: String, in kind: ConsultationKind? = nil) -> Topic? {
    if let exact = topic(putAs: line, in: kind) { return exact }
    let words = Words(line)
    guard Self.isQuestion(line) else { return nil }
    let telling = Self.telling(words)
    guard !telling.isEmpty else { return nil }
    var best: (topic: Int, score: Double)?
    for phrasing in phrasings where !phrasing.words.isDisjoint(with: telling) {
      let shared = Double(telling.intersection(phrasing.words).count)
      let (ofPhrasing, ofLine) = (
        shared / Double(phrasing.words.count), shared / Double(telling.count)
      )
      let isOther = ofPhrasing < 1 && ofLine < 1
      guard ofPhrasing >= (isOther ? 0.75 : 0.66), ofLine >= 0.5,
        topics[phrasing.topic].isAnswered(in: kind),
        !phrasing.words.isSubset(of: vagueWords) || telling.isSubset(of: ownWords[phrasing.topic])
      else { continue }
      if ofPhrasing + ofLine > best?.score ?? 0 { best = (phrasing.topic, ofPhrasing + ofLine) }
    }
    if let best { return topics[best.topic] }
    let line = Self.unfolded(words)
    let opening = openings.first {
      line.hasPrefix($0.words) && topics[$0.topic].isAnswered(in: kind)
    }
    return opening.map { topics[$0.topic] }
  }

  /// The words of a line with contractions written out, so that both ways to say it are one.
  private static func unfolded(_ words: Words) -> String {
    words.list.map { contractions[$0] ?? $0 }.joined(separator: " ")
  }

  private static let contractions = [
    "im": "i am", "ive": "i have", "id": "i would", "ill": "i will", "its": "it is",
    "thats": "that is", "whats": "what is", "hows": "how is", "theyre": "they are",
    "youre": "you are", "theres": "there is", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "isnt": "is not", "arent": "are not", "cant": "can not",
    "cannot": "can not", "wont": "will not", "shouldnt": "should not", "couldnt": "could not",
    "wouldnt": "would not", "havent": "have not", "hasnt": "has not",
  ]

  /// The words that tell topics apart, cut to their stems.
  private static func telling(_ words: Words) -> Set<String> {
    Set(words.list.filter { !commonWords.contains($0) }.map(\.stem))
  }

  private static let questionWords: Set<String> = [
    "what", "whats", "how", "hows", "is", "are", "can", "could", "do", "does", "did", "should",
    "why", "when",
    "where", "which", "who", "will", "would", "tell", "may",
  ]

  private static let commonWords: Set<String> = questionWords.union([
    "not", "no", "a", "an", "the", "it", "its", "they", "them", "these", "this", "that", "i", "me",
    "my", "you",
    "your",
    "to", "of", "for", "in", "on", "with", "and", "or", "about", "be", "been", "any", "some",
    "really",
    "actually", "there", "if", "so", "at", "by", "from", "as", "am", "was", "were", "have", "has",
    "just",
    "please", "much", "get", "use", "using", "need",
    // With their apostrophes gone.
    "isnt", "arent", "dont", "doesnt", "didnt", "cant", "wont", "shouldnt", "couldnt", "wouldnt",
    "im", "ive", "id", "ill", "youre", "theyre", "theyll", "thats", "theres", "itll", "heres",
  ])
}

extension Topic {
  /// Whether it is answered during a consultation; before one is chosen it always is.
  fileprivate func isAnswered(in kind: ConsultationKind?) -> Bool {
    guard let kind, !consultations.isEmpty else { return true }
    return consultations.contains(kind.id)
  }
}

extension String {
  /// A word without the endings of plural and tense.
  var stem: String {
    for ending in ["ings", "ing", "ies", "ed", "es", "s", "e", "y"]
    where count - ending.count >= 3 && hasSuffix(ending) {
      return String(dropLast(ending.count))
    }
    return self
  }
}
