import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// A plan that is being followed, as a conversation may be about it.
struct HeldPlan {
  /// What tells it from others in a conversation, in which its number may change.
  let id: Int
  let plan: FollowedPlan
  /// The knowledge base that it is from.
  let knowledge: KnowledgeBase

  /// Returns the plans of a store that something may still come of, the last one first.
  static func all(
    among plans: [FollowedPlan], of knowledge: KnowledgeBase, at now: Moment
  ) -> [Self] {
    plans.reversed().filter { $0.mayShow(at: now) }
      .map { Self(id: $0.number, plan: $0, knowledge: knowledge) }
  }

  /// The conversation in its file, held again; nothing if that was with other knowledge, behind which none
  /// goes on.
  ///
  /// - Complexity: That of holding it.
  var conversation: Dialogue? {
    plan.saved.edition == knowledge.edition ? plan.saved.dialogue(with: knowledge) : nil
  }

  /// What a conversation has to know to be about it; nothing if none can be now.
  ///
  /// - Complexity: That of holding the conversation in its file.
  func following(at now: Moment) -> Following? {
    guard let followUp = plan.course.plan.followUp, now >= plan.course.began else { return nil }
    var known: [Identifier<ConsultationKind>: [Identifier<Question>: Answer]] = [:]
    if plan.reasonNotToRead(at: now) == nil {
      // What the plan says that came before, such as which it was, is still so.
      known[followUp.consultation] = knowledge.answers(plan.saved.earlierChoices(in: knowledge))
        .merging(plan.course.answers(at: now, in: knowledge)) { $1 }
    }
    if let between = followUp.between {
      known[between.consultation] = knowledge.answers(between.answers)
    }
    return Following(
      id, plan.name, known: known, ends: followUp.ends,
      earlier: conversation?.finishedConsultations ?? [])
  }
}

extension Dialogue {
  /// The consultations that were held in it to their end, oldest first.
  var finishedConsultations: [Consultation] {
    earlier + [consultation].compactMap(\.self).filter(\.isOver)
  }
}
