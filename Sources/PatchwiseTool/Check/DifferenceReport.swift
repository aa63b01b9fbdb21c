import BigInt
import Patchwise
import PatchwiseVerification

/// What people are told otherwise, as text.
struct DifferenceReport {
  private let difference: KnowledgeDifference
  private let base: KnowledgeBase

  /// Describes a difference in the words of the new knowledge.
  init(_ difference: KnowledgeDifference, of base: KnowledgeBase) {
    self.difference = difference
    self.base = base
  }

  /// The report; it ends with a line break.
  var text: String {
    let blocks = [(difference.losses + difference.remarks).map { "\($0)\n" }.joined()]
    let consultations = difference.situations.map { kind, count in
      let changes = difference.changes.filter { $0.consultation == kind }
      let head = "\(kind): \(Self.text(of: count)) situations"
      guard !changes.isEmpty else { return "\(head), all told the same levels\n" }
      return "\(head)\n" + changes.map(line).joined()
    }
    return (blocks + consultations).joined()
  }

  private func line(_ change: KnowledgeDifference.Change) -> String {
    let direction =
      switch change.isMoreCautious {
      case true: "more cautious"
      case false: "less cautious"
      case nil: "otherwise"
      }
    let (old, new) = (name(of: change.old, change), name(of: change.new, change))
    let count = Self.text(of: change.situations)
    let shared = change.shared.map { question, options in
      let labels = base.question(question).map { question in
        options.map { name in
          base.options(of: question).first { $0.id.name == name }?.label.string ?? name
        }
      }
      let name = base.question(question)?.name ?? question.name
      return "    all with \(name): \((labels ?? options).joined(separator: ", "))\n"
    }
    return "  \(change.scale): \(count) told \(direction), \(new) instead of \(old)\n"
      + shared.joined()
  }

  private func name(
    of level: Identifier<Scale.Level>?, _ change: KnowledgeDifference.Change
  ) -> String {
    guard let level else { return "nothing" }
    let title = base.scale(change.scale)?.levels.first { $0.id == level }?.name
    return "'\(title ?? level.name)'"
  }

  private static func text(of count: BigUInt?) -> String {
    count?.grouped ?? "an unfinished count of"
  }
}
