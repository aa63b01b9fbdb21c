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
  private let preparedAlarms = Once<AlarmWatch>()
  private let preparedTopics = Once<TopicFinder>()
  private let preparedKinds = Once<OptionReader>()
  private let preparedQuestions = Once<[Identifier<Question>: Once<QuestionWords>]>()

  /// Begins with nothing prepared.
  ///
  /// A part costs the length of its phrases when it is first asked for.
  init(_ knowledge: KnowledgeBase) { self.knowledge = knowledge.bare }

  /// What looks for alarms.
  var alarms: AlarmWatch { preparedAlarms.value { AlarmWatch(knowledge) } }

  /// What finds topics.
  var topics: TopicFinder { preparedTopics.value { TopicFinder(knowledge) } }

  /// What reads a line as a kind of consultation.
  var kinds: OptionReader {
    preparedKinds.value { OptionReader(kinds: knowledge.knowledge.consultations) }
  }

  private var questions: [Identifier<Question>: Once<QuestionWords>] {
    preparedQuestions.value {
      Dictionary(uniqueKeysWithValues: knowledge.knowledge.questions.map { ($0.id, Once()) })
    }
  }

  /// Returns the words of a question.
  func words(of question: Question) -> QuestionWords {
    questions[question.id]?.value { QuestionWords(question, in: knowledge) }
      ?? QuestionWords(question, in: knowledge)
  }
}
