import Patchwise

/// What is known of conditions in many consultations at once, a bit for each consultation.
struct TruthTable: Sendable {
  private let base: KnowledgeBase
  private let consultations: [Consultation]
  private var columns: [Condition: Column] = [:]

  /// Where a condition certainly holds, and where it may.
  fileprivate struct Column: Sendable {
    var certain: [UInt64]
    var possible: [UInt64]
  }

  init(_ consultations: [Consultation], of base: KnowledgeBase) {
    self.base = base
    self.consultations = consultations
  }

  /// Returns the places of the consultations in which not the same is known of two conditions.
  mutating func difference(_ first: Condition, _ second: Condition) -> [Int] {
    let (first, second) = (column(of: first), column(of: second))
    let certain = zip(first.certain, second.certain).map { $0 ^ $1 }
    let possible = zip(first.possible, second.possible).map { $0 ^ $1 }
    return places(zip(certain, possible).map { $0 | $1 })
  }

  /// Returns the places of the consultations in which a condition holds, or may.
  mutating func possible(_ condition: Condition) -> [Int] { places(column(of: condition).possible) }

  private func places(_ words: [UInt64]) -> [Int] {
    consultations.indices.filter { words[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
  }

  private var wordCount: Int { (consultations.count + 63) / 64 }

  private mutating func column(of condition: Condition) -> Column {
    if let known = columns[condition] { return known }
    let column: Column
    switch condition {
    case .test: column = self.column { $0.truth(of: condition) ?? .false }
    case .definition(let id): column = self.column(of: base.condition(of: id))
    case .not(let inner):
      let opposite = self.column(of: inner)
      column = Column(certain: opposite.possible.map(~), possible: opposite.certain.map(~))
    case .all(let parts):
      column = parts.map { self.column(of: $0) }.reduce(constant(.max)) { $0.joined($1, by: &) }
    case .any(let parts):
      column = parts.map { self.column(of: $0) }.reduce(constant(0)) { $0.joined($1, by: |) }
    case .atLeast(let count, let parts):
      // row[n]: at least n of the parts looked at so far.
      var row = [constant(.max)] + Array(repeating: constant(0), count: max(0, count))
      for part in parts.map({ self.column(of: $0) }) {
        for place in stride(from: count, through: 1, by: -1) {
          row[place] = row[place].joined(row[place - 1].joined(part, by: &), by: |)
        }
      }
      column = row[max(0, count)]
    }
    columns[condition] = column
    return column
  }

  private func constant(_ word: UInt64) -> Column {
    let words = Array(repeating: word, count: wordCount)
    return Column(certain: words, possible: words)
  }

  private func column(_ truth: (Consultation) -> Truth) -> Column {
    var column = constant(0)
    for (place, consultation) in consultations.enumerated() {
      let bit: UInt64 = 1 << UInt64(place % 64)
      switch truth(consultation) {
      case .true:
        column.certain[place / 64] |= bit
        column.possible[place / 64] |= bit
      case .open: column.possible[place / 64] |= bit
      case .false: break
      }
    }
    return column
  }
}

extension TruthTable.Column {
  fileprivate func joined(
    _ other: Self, by operation: (UInt64, UInt64) -> UInt64
  ) -> Self {
    Self(
      certain: zip(certain, other.certain).map(operation),
      possible: zip(possible, other.possible).map(operation))
  }
}
