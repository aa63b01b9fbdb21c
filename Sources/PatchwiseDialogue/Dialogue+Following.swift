public import Patchwise

/// Something that is being followed, such as a plan, and that a consultation may be about.
public struct Following: Sendable, Identifiable {
  /// What tells it from others, such as the number under which it is saved.
  public var id: Int
  /// What it is called.
  public var name: String
  /// What is known of it in each kind of consultation that may be about it.
  public var known: [Identifier<ConsultationKind>: [Identifier<Question>: Answer]]
  /// The levels from which on it is over.
  public var ends: [Rule.Raise]
  /// The consultations that were held about it, oldest first.
  public var earlier: [Consultation]

  /// Names something that is being followed.
  ///
  /// - Parameters:
  ///   - id: What tells it from others.
  ///   - name: What it is called.
  ///   - known: What is known of it in each kind of consultation that may be about it.
  ///   - ends: The levels from which on it is over.
  ///   - earlier: The consultations that were held about it, oldest first.
  public init(
    _ id: Int, _ name: String,
    known: [Identifier<ConsultationKind>: [Identifier<Question>: Answer]],
    ends: [Rule.Raise] = [], earlier: [Consultation] = []
  ) {
    (self.id, self.name, self.ends) = (id, name, ends)
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
    (mode, followed) = (.asking, following)
    give(following.known[kind] ?? [:])
    for consultation in earlier where consultation.kind.id != kind {
      recall(consultation.lastingAnswers)
    }
  }

  /// Chooses what to talk about before anything is said; where it may be about what is being followed, that
  /// is asked first.
  ///
  /// - Throws: `UnknownConsultation` if there is no such kind.
  package mutating func choose(_ kind: Identifier<ConsultationKind>) throws(UnknownConsultation) {
    consultation = try begin(kind)
    let possible = followings(knownIn: kind)
    guard !possible.isEmpty else { return }
    (consultation, mode) = (nil, .confirmingFollowed(kind, possible))
  }

  /// Whether it is asked what a consultation is about that was chosen.
  package var asksWhatItIsAbout: Bool {
    if case .confirmingFollowed = mode { true } else { false }
  }

  private func followings(knownIn kind: Identifier<ConsultationKind>) -> [Following] {
    followings.filter { $0.known[kind] != nil }
  }

  /// Begins a consultation; where it may be about what is being followed, the person is asked.
  mutating func begin(_ kind: Identifier<ConsultationKind>) -> Reply {
    begin(kind, about: followings(knownIn: kind))
  }

  /// Goes on after the question whether a consultation is about the first of what it may be about; nothing
  /// if a line does not answer it.
  mutating func settleWhatItIsAbout(by line: String) -> Reply? {
    guard case .confirmingFollowed(let kind, let possible) = mode else { return nil }
    if AnswerReader.isUnsure(line) { return Reply(blocks: ask(), outcome: .askedBack) }
    guard let isAboutIt = AnswerReader.confirmation(by: line) else { return nil }
    guard isAboutIt else { return begin(kind, about: Array(possible.dropFirst())) }
    try? consult(kind, about: possible[0])
    return Reply(blocks: known + ask(), outcome: .began(kind))
  }

  /// Lets go of what the consultation under way is about: what is over is not asked about again, and a
  /// consultation that came to its end is one to compare with.
  mutating func leaveFollowed() {
    guard let place = followings.firstIndex(where: { $0.id == followed?.id }), let consultation
    else {
      followed = nil
      return
    }
    if consultation.isOver { followings[place].earlier.append(consultation) }
    if followings[place].ends.contains(where: hasReached) { followings.remove(at: place) }
    followed = nil
  }

  /// Whether a level has certainly been reached, or, at the end, may have been.
  private func hasReached(_ raise: Rule.Raise) -> Bool {
    let interval = interval(of: raise.scale)
    let level = consultation?.isOver == true ? interval?.ceiling : interval?.floor
    return knowledge.reaches(raise, with: level?.id)
  }

  /// Begins a consultation; where it may be about something, asks about the first of it.
  private mutating func begin(
    _ kind: Identifier<ConsultationKind>, about possible: [Following]
  ) -> Reply {
    guard possible.isEmpty else {
      mode = .confirmingFollowed(kind, possible)
      return Reply(blocks: ask(), outcome: .askedBack)
    }
    (mode, followed, consultation) = (.asking, nil, try? begin(kind))
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
  /// Whether a plan is recommended that can be followed.
  package var recommendsPlan: Bool {
    recommendedPlans.contains { knowledge.plan($0)?.followUp != nil }
  }

  /// Whether a line asks to begin the plan that is recommended, and says nothing else.
  ///
  /// - Parameters:
  ///   - line: What was typed.
  ///   - isOffered: Whether it was asked just before, so that `now` and `do it` are enough.
  /// - Returns: Whether it does.
  package func beginsPlan(_ line: String, isOffered: Bool = false) -> Bool {
    guard recommendsPlan, let recommendation = consultation?.recommendation else { return false }
    // It may be called by its title, or by what it was decided for.
    let names = recommendation.decisions.flatMap { decision -> [String] in
      guard let level = decision.level, let plan = level.plan.flatMap(knowledge.plan) else {
        return []
      }
      return [plan.title.string, level.name, decision.scale.name, decision.scale.id.name]
    }
    let known = Self.beginningAsides.union(names.flatMap { Words($0).list })
    let words = Words(line).list
    let beginnings: Set = isOffered ? ["begin", "start", "now", "do"] : ["begin", "start"]
    return !beginnings.isDisjoint(with: words) && words.allSatisfy(known.contains)
  }

  /// Words that may stand beside the one that says to begin, and say nothing else.
  private static let beginningAsides: Set<String> = [
    "begin", "start", "i", "id", "want", "would", "like", "to", "lets", "let", "us", "me", "we",
    "can", "could", "please", "yes", "ok", "now", "today", "it", "the", "that", "this", "my", "a",
    "plan", "right", "away", "then", "do", "doing", "with",
  ]

  /// Whether a plan is recommended.
  package func recommends(_ plan: Identifier<Plan>) -> Bool { recommendedPlans.contains(plan) }

  private var recommendedPlans: [Identifier<Plan>] {
    alarm == nil
      ? consultation?.recommendation?.decisions.compactMap { $0.level?.plan } ?? [] : []
  }

  /// Whether the question that is put was answered at another time, as is recalled.
  package var isRecalling: Bool {
    mentions.contains { $0.depth == 0 && $0.mention.question.id == question?.id }
  }

  /// Whether it is asked whether an alarm is meant.
  package var isConfirmingAlarm: Bool {
    if case .confirmingAlarm = mode { true } else { false }
  }

  /// Whether what the consultation is about is over by what was said.
  package var hasEndedFollowed: Bool { followed?.ends.contains(where: hasReached) ?? false }

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
