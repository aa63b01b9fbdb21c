public import Patchwise

/// Reads answers that are given as text, without a conversation.
public enum AnswerText {
  /// Returns the answer that a text is, when nothing in it has to be guessed.
  ///
  /// - Parameters:
  ///   - text: What a person might type at the question.
  ///   - question: The question.
  ///   - knowledge: The knowledge base it belongs to.
  ///   - now: What the person's clock says, for days such as *yesterday*.
  /// - Returns: The answer, or nothing if the text is none.
  public static func answer(
    _ text: String, to question: Question, in knowledge: KnowledgeBase, at now: Moment? = nil
  ) -> Answer? {
    let reader = AnswerReader(vocabulary: knowledge.vocabulary, now: now)
    guard case .certain(let answer) = reader.exactReading(of: text, for: question) else {
      return nil
    }
    return answer
  }
}

/// The answer to a question about the subject.
public struct TopicAnswer: Sendable {
  /// The topic that was found.
  public let topic: Topic
  /// What is said about it.
  public let blocks: [Block]

  /// Finds the topic that a question means, by its name or in a person's own words.
  public init?(to question: String, in knowledge: KnowledgeBase) {
    let named = knowledge.knowledge.topics.first { Words($0.id.name) == Words(question) }
    guard let topic = named ?? knowledge.vocabulary.topics.topic(of: question) else { return nil }
    self.topic = topic
    blocks = TopicScreen(topic, in: knowledge).blocks
  }
}
