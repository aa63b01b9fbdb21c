public import Patchwise

/// Something that is being followed, such as a plan, and that a consultation may be about.
public struct Following: Sendable {
  /// What it is called.
  public var name: String
  /// What is known of it in each kind of consultation that may be about it.
  public var known: [Identifier<ConsultationKind>: [Identifier<Question>: Answer]]
  /// The consultations that were held about it, oldest first.
  public var earlier: [Consultation]

  /// Names something that is being followed.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - known: What is known of it in each kind of consultation that may be about it.
  ///   - earlier: The consultations that were held about it, oldest first.
  public init(
    _ name: String, known: [Identifier<ConsultationKind>: [Identifier<Question>: Answer]],
    earlier: [Consultation] = []
  ) {
    self.name = name
    self.known = known
    self.earlier = earlier
  }
}

/// What is known for good of something that was followed and did not go well.
public struct Lesson: Sendable {
  /// What it is called.
  public var name: String
  /// What is so since then; where it is asked for, the person is asked whether it is.
  public var answers: [Identifier<Question>: Answer]
  /// What was answered of it; what a later answer to the same question has in common with it is said.
  public var compared: [Identifier<Question>: Answer]

  /// Creates a lesson.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - answers: What is so since then.
  ///   - compared: What was answered of it.
  public init(
    _ name: String, answers: [Identifier<Question>: Answer] = [:],
    compared: [Identifier<Question>: Answer] = [:]
  ) {
    self.name = name
    self.answers = answers
    self.compared = compared
  }
}

// What goes on from an earlier time.
extension Dialogue {
  /// Keeps in mind what an earlier course of things has shown.
  public mutating func learn(_ lesson: Lesson) {
    lessons.append(lesson)
    recall(lesson.answers, learntFrom: lesson.name)
  }

  /// Begins a consultation about something that is being followed.
  ///
  /// What is known of it is given, and what was said before that nothing can have changed is only to be
  /// confirmed.
  ///
  /// - Parameters:
  ///   - kind: The kind of consultation.
  ///   - following: What it is about.
  /// - Throws: `UnknownConsultation` if there is no such kind.
  public mutating func consult(
    _ kind: Identifier<ConsultationKind>, about following: Following
  ) throws(UnknownConsultation) {
    let earlier = following.earlier
    consultation = try Consultation(
      kind, in: knowledge, at: now, earlier: earlier.filter { $0.kind.id == kind })
    (mode, self.following, isAboutFollowed) = (.asking, following, true)
    give(following.known[kind] ?? [:])
    for consultation in earlier where consultation.kind.id != kind {
      recall(consultation.lastingAnswers)
    }
  }

  /// Begins a consultation; where it may be about what is being followed, the person is asked.
  mutating func begin(_ kind: Identifier<ConsultationKind>) -> Reply {
    guard let following, following.known[kind] != nil else {
      return begin(kind, isAboutFollowed: false)
    }
    mode = .confirmingFollowed(kind)
    return Reply(blocks: [.paragraph(Phrasing.isAbout(following.name))], outcome: .askedBack)
  }

  mutating func begin(
    _ kind: Identifier<ConsultationKind>, isAboutFollowed isAboutIt: Bool
  ) -> Reply {
    mode = .asking
    if isAboutIt, let following {
      try? consult(kind, about: following)
    } else {
      consultation = try? begin(kind)
    }
    return Reply(blocks: known + ask(), outcome: .began(kind))
  }

  /// Says what an answer has in common with that of something that did not go well.
  func shared(by answer: Answer, to question: Question, with lesson: Lesson) -> Block? {
    let before = lesson.compared[question.id]?.options ?? []
    let shared = answer.options.filter(before.contains)
    guard !shared.isEmpty else { return nil }
    let words = AnswerWords(knowledge)
    return .paragraph(
      Phrasing.shared(lesson.name, shared.map { words.label(of: $0, in: question) }))
  }
}

extension Dialogue {
  /// Returns how long ago a line says that something was, such as *2 hours ago* or *yesterday evening*.
  package func timeSpan(toldBy line: String) -> TimeSpan? {
    let range = TimeSpan(seconds: 0)...TimeSpan(seconds: 60 * 86_400)
    let span =
      switch QuantityReader.duration(line, in: range, now: now) {
      case .certain(.duration(let span)): span
      default: now.flatMap { ClockWords.span(line, before: $0) } ?? nil
      }
    return span.flatMap { range.contains($0) ? $0 : nil }
  }
}

extension Consultation {
  /// The answers that nothing can change.
  package var lastingAnswers: [Identifier<Question>: Answer] {
    let pairs = answered.compactMap { id -> (Identifier<Question>, Answer)? in
      guard knowledge.question(id)?.changes == .never else { return nil }
      return answer(to: id).map { (id, $0) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
