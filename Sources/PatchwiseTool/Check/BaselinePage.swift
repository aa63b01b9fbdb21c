import BigInt
import Patchwise
import PatchwiseVerification

/// What knowledge tells, and to how many, as text.
struct BaselinePage {
  /// The page; it ends with a line break.
  let text: String

  init(_ baseline: Baseline, of base: KnowledgeBase) {
    let knowledge = base.knowledge
    let blocks = baseline.consultations.map { consultation in
      var lines = [
        "\(consultation.kind.id): \(Self.text(of: consultation.situations)) situations"
      ]
      for scale in consultation.kind.decides {
        lines += ["", "  \(scale)"]
        for level in consultation.levels where level.scale.id == scale {
          lines.append(
            "    \(level.level?.id.name ?? "nothing"): \(Self.text(of: level.situations))")
          lines += level.rules.map { "      \($0.id): \(base.condition(of: $0))" }
        }
      }
      return lines.joined(separator: "\n")
    }
    let definitions = knowledge.definitions.map { "  \($0.id): \(base.condition(of: $0.id))" }
    let questions = knowledge.questions.compactMap { question in
      base.askedWhen(question.id).map { "  \(question.id): \($0)" }
    }
    let named = definitions.isEmpty ? [] : ["definitions\n" + definitions.joined(separator: "\n")]
    let asked = questions.isEmpty ? [] : ["asked when\n" + questions.joined(separator: "\n")]
    text =
      (["\(knowledge.id) \(knowledge.version)"] + blocks + named + asked)
      .map { "\($0)\n" }.joined(separator: "\n").printable
  }

  /// Returns the lines that only one of two pages has, in their order; nothing if there are none.
  ///
  /// How lines end does not count, nor a byte order mark, nor blank lines at the end.
  static func difference(from kept: String, to page: String) -> String? {
    let changes = lines(of: page).difference(from: lines(of: kept))
    guard !changes.isEmpty else { return nil }
    let gone = changes.removals.map { (place: $0.place, text: "- \($0.line)\n", rank: 0) }
    let new = changes.insertions.map { (place: $0.place, text: "+ \($0.line)\n", rank: 1) }
    return (gone + new).sorted { ($0.place, $0.rank) < ($1.place, $1.rank) }.map(\.text).joined()
  }

  private static func lines(of text: String) -> [Substring] {
    let lines = text.drop { $0 == "\u{FEFF}" }
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return Array(lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }

  private static func text(of count: BigUInt?) -> String { count?.grouped ?? "not counted" }
}

extension CollectionDifference.Change {
  /// The number of the line, from 0.
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  /// The line.
  fileprivate var line: ChangeElement {
    switch self {
    case .insert(_, let element, _), .remove(_, let element, _): element
    }
  }
}
