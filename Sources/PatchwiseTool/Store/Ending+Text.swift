import Patchwise
import PatchwiseTranscripts

extension SavedConsultation.Ending {
  /// When it was; nothing if that is not known.
  var moment: Moment? {
    switch self {
    case .reached(_, let began): began
    case .alarm(let moment): moment
    }
  }

  /// What it was, in a few words.
  func text(in knowledge: KnowledgeBase) -> String {
    switch self {
    case .reached(let levels, _): levels.map { $0.title(in: knowledge) }.joined(separator: ", ")
    case .alarm: "something urgent came of it"
    }
  }
}
