import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// A plan that is being followed, with the conversation in its file, so that another consultation can be about
/// it.
struct HeldPlan {
  let plan: FollowedPlan
  /// The knowledge base that it is from.
  let knowledge: KnowledgeBase
  /// The conversation in its file; nothing if it was held with other knowledge, behind which none goes on.
  let conversation: Dialogue?

  /// Holds the conversation in the file of a plan again.
  ///
  /// - Complexity: That of holding it.
  init(_ plan: FollowedPlan, with knowledge: KnowledgeBase) {
    (self.plan, self.knowledge) = (plan, knowledge)
    conversation =
      plan.saved.edition == knowledge.edition ? plan.saved.dialogue(with: knowledge) : nil
  }

  /// What a conversation has to know to be about it; nothing if no consultation is about such a plan.
  func following(at now: Moment) -> Following? {
    guard let followUp = plan.course.plan.followUp else { return nil }
    // What the plan says that came before, such as which it was, is still so.
    let before = plan.saved.beginnings.compactMap { knowledge.plan($0.plan)?.followUp?.answers }
    let answers = knowledge.answers(Array(before.joined()))
      .merging(plan.course.answers(at: now, in: knowledge)) { $1 }
    var known = [followUp.consultation: answers]
    if let between = followUp.between {
      known[between.consultation] = knowledge.answers(between.answers)
    }
    return Following(
      plan.number, plan.name, known: known, earlier: conversation?.finishedConsultations ?? [])
  }
}

extension Dialogue {
  /// The consultations that were held in it to their end, oldest first.
  var finishedConsultations: [Consultation] {
    earlier + [consultation].compactMap(\.self).filter(\.isOver)
  }
}
