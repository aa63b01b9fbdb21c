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
    // No closures: they would hold the sheet, and so count who holds what is in it.
    bytes += Self.advice
    var count = 0
    for advice in advice where sheet.isTold(advice.place, to: person) {
      Self.write(advice.name, after: &count, to: &bytes)
    }
    bytes += Self.levels
    count = 0
    for scale in scales {
      Self.write(
        scale.text(sheet.levels(of: scale.place, for: person)), after: &count, to: &bytes)
    }
    bytes += Self.rules
    count = 0
    for rule in holding { Self.write(rules[Int(rule)], after: &count, to: &bytes) }
    bytes += Self.end
  }

  /// Writes a part, with a comma before it if others are there already.
  @inline(__always)
  private static func write(_ part: [UInt8], after count: inout Int, to bytes: inout [UInt8]) {
    if count > 0 { bytes.append(UInt8(ascii: ",")) }
    count += 1
    bytes += part
  }

  private static let advice = Array(#"{"advice":["#.utf8)
  private static let levels = Array(#"],"levels":{"#.utf8)
  private static let rules = Array(#"},"open":[],"rules":["#.utf8)
  private static let end = Array("]}\n".utf8)
}
