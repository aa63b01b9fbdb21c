import Patchwise
import PatchwiseTranscripts

extension Transcript.Expectation {
  /// The title of the level that it expects; what knowledge does not have stands by its names.
  func title(in base: KnowledgeBase) -> String {
    guard case .level(let scale, _, let ceiling) = self,
      let level = base.scale(Identifier(scale))?.levels.first(where: { $0.id.name == ceiling })
    else { return description }
    return level.title?.string ?? level.id.name
  }
}
