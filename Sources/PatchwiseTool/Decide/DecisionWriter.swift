import Patchwise

/// Writes what people come to as lines of JSON, the same as `LineDecider` writes.
struct DecisionWriter {
  private let scales: [Scale]
  private let rules: [[UInt8]]
  /// Advice in the order in which it is told, by place.
  private let advice: [(place: Int, name: [UInt8])]

  /// A scale that is decided.
  private struct Scale {
    var place: Int
    /// Its name, and a colon.
    var name: [UInt8]
    /// The gap, then its levels.
    var levels: [[UInt8]]
  }

  init(_ decider: BatchDecider) {
    let knowledge = decider.knowledge.knowledge
    func quoted(_ name: String) -> [UInt8] { Array("\"\(name)\"".utf8) }
    // Names need no escape: they have small letters, digits and hyphens alone.
    scales = decider.decidedScales.map { place in
      let scale = knowledge.scales[place]
      return Scale(
        place: place, name: quoted(scale.id.name) + [UInt8(ascii: ":")],
        levels: [Array("null".utf8)] + scale.levels.map { quoted($0.id.name) })
    }.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    rules = knowledge.rules.map { quoted($0.id.name) }
    advice = knowledge.advice.indices
      .sorted { (knowledge.advice[$0].order, $0) < (knowledge.advice[$1].order, $1) }
      .map { ($0, quoted(knowledge.advice[$0].id.name)) }
  }

  /// Writes what a person comes to.
  ///
  /// - Parameters:
  ///   - person: Their place on the sheet.
  ///   - sheet: The sheet, decided.
  ///   - holding: The rules that certainly hold.
  ///   - bytes: Takes the line.
  func write(
    _ person: Int, on sheet: BatchSheet, _ holding: ArraySlice<UInt32>, to bytes: inout [UInt8]
  ) {
    bytes += Self.advice
    var isFirst = true
    for advice in advice where sheet.isTold(advice.place, to: person) {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes += advice.name
    }
    bytes += Self.levels
    isFirst = true
    for scale in scales {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes += scale.name
      let levels = sheet.levels(of: scale.place, for: person)
      if levels.isSettled {
        bytes += scale.levels[levels.floor + 1]
      } else {
        bytes.append(UInt8(ascii: "["))
        bytes += scale.levels[levels.floor + 1]
        bytes.append(UInt8(ascii: ","))
        bytes += scale.levels[levels.ceiling + 1]
        bytes.append(UInt8(ascii: "]"))
      }
    }
    bytes += Self.rules
    isFirst = true
    for rule in holding {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes += rules[Int(rule)]
    }
    bytes += Self.end
  }

  private static let advice = Array(#"{"advice":["#.utf8)
  private static let levels = Array(#"],"levels":{"#.utf8)
  private static let rules = Array(#"},"open":[],"rules":["#.utf8)
  private static let end = Array("]}\n".utf8)
}
