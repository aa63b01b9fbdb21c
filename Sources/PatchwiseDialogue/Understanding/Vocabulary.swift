package import Patchwise

/// The words by which alarms, topics and options are known, prepared once for any number of conversations.
package struct Vocabulary: Sendable {
  let alarms: AlarmWatch
  let topics: TopicFinder
  /// What reads the options of each question.
  let options: [Identifier<Question>: OptionReader]

  /// Prepares the words of knowledge.
  ///
  /// - Complexity: Proportional to the length of all phrases.
  package init(_ knowledge: KnowledgeBase) {
    alarms = AlarmWatch(knowledge)
    topics = TopicFinder(knowledge)
    let reader = AnswerReader(knowledge: knowledge, now: nil)
    options = Dictionary(
      uniqueKeysWithValues: knowledge.knowledge.questions.map { ($0.id, reader.options(of: $0)) })
  }
}
