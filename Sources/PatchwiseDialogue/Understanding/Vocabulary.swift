package import Patchwise

extension KnowledgeBase {
  /// The words of this knowledge, shared by all who talk about it.
  package var vocabulary: Vocabulary { derived.value { Vocabulary(self) } }
}

/// The words by which alarms, topics and options are known, for any number of conversations about one subject.
///
/// Each part is prepared when it is first asked for, and then kept for all that share it, on any thread.
package final class Vocabulary: Sendable {
  let knowledge: KnowledgeBase
  private let preparedAlarms: Late<AlarmWatch>
  private let preparedTopics: Late<TopicFinder>
  private let preparedKinds: Late<OptionReader>
  private let questions: Late<[Identifier<Question>: Late<QuestionWords>]>

  /// Begins with nothing prepared.
  ///
  /// A part costs the length of its phrases when it is first asked for.
  init(_ knowledge: KnowledgeBase) {
    let knowledge = knowledge.bare
    self.knowledge = knowledge
    preparedAlarms = Late { AlarmWatch(knowledge) }
    preparedTopics = Late { TopicFinder(knowledge) }
    preparedKinds = Late { OptionReader(kinds: knowledge.knowledge.consultations) }
    questions = Late {
      Dictionary(
        uniqueKeysWithValues: knowledge.knowledge.questions.map { question in
          (question.id, Late { QuestionWords(question, in: knowledge) })
        })
    }
  }

  /// What looks for alarms.
  var alarms: AlarmWatch { preparedAlarms.value }

  /// What finds topics.
  var topics: TopicFinder { preparedTopics.value }

  /// What reads a line as a kind of consultation.
  var kinds: OptionReader { preparedKinds.value }

  /// Returns the words of a question.
  func words(of question: Question) -> QuestionWords {
    questions.value[question.id]?.value ?? QuestionWords(question, in: knowledge)
  }
}
