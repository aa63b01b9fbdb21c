public import Patchwise
import PatchwiseTranscripts
public import PatchwiseVerification

extension Witness {
  /// Returns the conversation of this person as a transcript.
  ///
  /// - Parameters:
  ///   - base: The knowledge that they talk about.
  ///   - remark: Why the transcript is there.
  /// - Returns: The transcript, with all readings of the course.
  /// - Throws: `UnknownConsultation` if the knowledge has no such consultation.
  public func transcript(
    about base: KnowledgeBase, remark: String
  ) throws(UnknownConsultation) -> String {
    let sittings = readings.map {
      Rehearsal.Sitting(consultation, at: $0.now, answers: $0.answers)
    }
    return try Rehearsal(of: sittings, about: base, remark: remark).text
  }
}
