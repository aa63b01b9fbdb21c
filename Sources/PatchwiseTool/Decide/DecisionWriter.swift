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
    /// The same behind its name, as written where that is settled.
    var settled: [[UInt8]]

    init(_ place: Int, name: [UInt8], levels: [[UInt8]]) {
      self.place = place
      self.name = name
      self.levels = levels
      settled = levels.map { name + $0 }
    }

    /// Its name, and its level where that is settled, else floor and ceiling.
    func text(_ possible: LevelSet) -> [UInt8] {
      let floor = levels[possible.floor + 1]
      guard !possible.isSettled else { return settled[possible.floor + 1] }
      let ceiling = levels[possible.ceiling + 1]
      return name + [UInt8(ascii: "[")] + floor + [UInt8(ascii: ",")] + ceiling + [
        UInt8(ascii: "]")
      ]
    }
  }

  init(_ decider: BatchDecider) {
    let knowledge = decider.knowledge.knowledge
    func quoted(_ name: String) -> [UInt8] { Array("\"\(name)\"".utf8) }
    // Names need no escape: they have small letters, digits and hyphens alone.
    scales = decider.decidedScales.map { place in
      let scale = knowledge.scales[place]
      return Scale(
        place, name: quoted(scale.id.name) + [UInt8(ascii: ":")],
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
    Self.write(
      advice.lazy.filter { sheet.isTold($0.place, to: person) }.map(\.name), to: &bytes)
    bytes += Self.levels
    Self.write(scales.lazy.map { $0.text(sheet.levels(of: $0.place, for: person)) }, to: &bytes)
    bytes += Self.rules
    Self.write(holding.lazy.map { rules[Int($0)] }, to: &bytes)
    bytes += Self.end
  }

  /// Writes parts with commas between them.
  private static func write(_ parts: some Sequence<[UInt8]>, to bytes: inout [UInt8]) {
    var isFirst = true
    for part in parts {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes += part
    }
  }

  private static let advice = Array(#"{"advice":["#.utf8)
  private static let levels = Array(#"],"levels":{"#.utf8)
  private static let rules = Array(#"},"open":[],"rules":["#.utf8)
  private static let end = Array("]}\n".utf8)
}
