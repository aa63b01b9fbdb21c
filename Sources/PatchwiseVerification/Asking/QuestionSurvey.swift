public import Patchwise

/// How many questions random people are asked in a consultation, with and without exact asking.
///
/// They answer everything, and nothing with *not sure*. What is counted is so of these people alone:
/// others may be asked more, and real ones are not spread like them.
public struct QuestionSurvey: Sendable {
  /// What these people came for.
  public let kind: ConsultationKind
  /// How many questions each person is asked by the consultation itself.
  public let counts: [Int]
  /// How many questions each person is asked by exact asking.
  public let exactCounts: [Int]
  /// The questions that the consultation itself asked when they could not matter, the most frequent
  /// first, and how many people it asked so.
  public let needless: [(question: Question, count: Int)]

  /// Asks random people.
  ///
  /// - Parameters:
  ///   - kind: What they came for.
  ///   - base: The knowledge base that decides.
  ///   - people: How many there are.
  ///   - seed: What they are made up from: the same people for the same seed.
  ///   - onPerson: Called after each person, with how many there were so far.
  /// - Precondition: The kind is one of the knowledge base.
  public init(
    of kind: ConsultationKind, in base: KnowledgeBase, people: Int, seed: UInt64,
    onPerson: (Int) -> Void = { _ in }
  ) {
    self.kind = kind
    var random = RandomPeople(of: kind, in: base, seed: seed)
    var asking = ExactAsking(kind, in: base)
    var (counts, exactCounts) = ([Int](), [Int]())
    var needless: [Identifier<Question>: Int] = [:]
    for person in 0..<max(0, people) {
      let answers = random.next()
      var wasNeedless = false
      counts.append(
        Self.count(of: kind, in: base, answers) { consultation in
          guard let next = consultation.nextQuestion else { return nil }
          if !asking.canMatter(next, in: consultation) {
            needless[next.id, default: 0] += 1
            wasNeedless = true
          }
          return next
        })
      // Where every question could matter, exact asking asks the same ones.
      exactCounts.append(
        wasNeedless
          ? Self.count(of: kind, in: base, answers) { asking.nextQuestion(in: $0) }
          : counts[person])
      onPerson(person + 1)
    }
    self.counts = counts
    self.exactCounts = exactCounts
    let places = Dictionary(
      uniqueKeysWithValues: base.knowledge.questions.map(\.id).enumerated().map { ($1, $0) })
    self.needless = needless.sorted {
      ($1.value, places[$0.key] ?? 0) < ($0.value, places[$1.key] ?? 0)
    }.compactMap { id, count in base.question(id).map { ($0, count) } }
  }

  /// Asks one person until nothing is left to ask, and returns how many questions that were.
  private static func count(
    of kind: ConsultationKind, in base: KnowledgeBase,
    _ answers: [Identifier<Question>: Answer], next: (Consultation) -> Question?
  ) -> Int {
    guard var consultation = try? Consultation(kind.id, in: base, at: RandomPeople.now) else {
      // The kinds were taken from this knowledge base.
      preconditionFailure("the kind of consultation is one of the knowledge base")
    }
    while let question = next(consultation) {
      guard let answer = answers[question.id],
        (try? consultation.answer(question.id, answer)) != nil
      else {
        // The answers were made for all questions of this knowledge base, each of its domain.
        preconditionFailure("every question has an answer that it takes")
      }
    }
    return consultation.answered.count
  }
}
