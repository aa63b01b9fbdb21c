package import Patchwise

/// The words by which alarms and topics are known, prepared once for any number of conversations.
package struct Vocabulary: Sendable {
  let alarms: AlarmWatch
  let topics: TopicFinder

  /// Prepares the words of knowledge.
  ///
  /// - Complexity: Proportional to the length of all phrases.
  package init(_ knowledge: KnowledgeBase) {
    alarms = AlarmWatch(knowledge)
    topics = TopicFinder(knowledge)
  }
}
