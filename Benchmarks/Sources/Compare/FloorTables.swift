import Workloads

/// A workload's rules and people as the tables that floors read.
struct FloorTables {
  private let workload: Workload
  private let columns: Columns
  private var atoms: [Atom: Int] = [:]
  private var inOrder: [Atom] = []
  private let conditions: [Normal]

  /// A test of one answer.
  private struct Atom: Hashable {
    /// 0: one of some options, 1: includes, 2: count, 4 to 7: at least, more than, at most, less than.
    var kind: UInt32
    var column: UInt32
    var value: Double
  }

  /// A condition whose negations are all at its tests.
  private indirect enum Normal {
    case join([Normal], isAll: Bool)
    case atom(Atom, isSo: Bool)
    case fact(Int, isSo: Bool)

    /// How likely it holds, roughly.
    var chance: Double {
      switch self {
      case .join(let parts, isAll: true): return parts.reduce(1) { $0 * $1.chance }
      case .join(let parts, isAll: false): return 1 - parts.reduce(1) { $0 * (1 - $1.chance) }
      case .fact(_, let isSo): return isSo ? 0.2 : 0.8
      case .atom(let atom, let isSo):
        let chance =
          switch atom.kind {
          case 0: Int(atom.value).nonzeroBitCount == 1 ? 0.22 : 0.45
          case 1: 0.3
          default: 0.5
          }
        return isSo ? chance : 1 - chance
      }
    }
  }

  init(_ workload: Workload) {
    self.workload = workload
    let columns = Columns(workload)
    self.columns = columns
    conditions = (workload.facts + workload.rules.map(\.when)).map { Self.normal($0, columns) }
    for condition in conditions { collect(condition) }
  }

  private static func normal(
    _ condition: Workload.Condition, _ columns: Columns, isSo: Bool = true
  ) -> Normal {
    func atom(_ kind: UInt32, _ question: Int, _ value: Double, _ isSo: Bool) -> Normal {
      .atom(Atom(kind: kind, column: UInt32(columns.place[question]), value: value), isSo: isSo)
    }
    switch condition {
    case .all(let parts):
      return .join(parts.map { normal($0, columns, isSo: isSo) }, isAll: isSo)
    case .any(let parts):
      return .join(parts.map { normal($0, columns, isSo: isSo) }, isAll: !isSo)
    case .not(let part): return normal(part, columns, isSo: !isSo)
    case .fact(let place): return .fact(place, isSo: isSo)
    case .isOne(let question, let options):
      return atom(0, question, Double(options.reduce(0) { $0 | 1 << $1 }), isSo)
    case .includes(let question, let option): return atom(1, question, Double(1 << option), isSo)
    case .count(let question, let count): return atom(2, question, Double(count), isSo)
    case .number(let question, let comparison, let number):
      let kind: UInt32 =
        switch isSo ? comparison : comparison.negation {
        case .atLeast: 4
        case .moreThan: 5
        case .atMost: 6
        case .lessThan: 7
        }
      return atom(kind, question, number, true)
    }
  }

  private mutating func collect(_ condition: Normal) {
    switch condition {
    case .join(let parts, _): for part in parts { collect(part) }
    case .fact: break
    case .atom(let atom, _):
      guard atoms[atom] == nil else { return }
      atoms[atom] = inOrder.count
      inOrder.append(atom)
    }
  }

  private func writeAtoms(into bytes: inout Bytes) {
    for atom in inOrder {
      bytes.add(atom.kind)
      bytes.add(atom.column)
      bytes.add(atom.value)
    }
  }

  // MARK: One person at a time

  /// The table for `table.c`: sizes, atoms, steps, where each fact and rule begins, levels.
  var table: [UInt8] {
    var steps: [(what: UInt32, yes: Int, no: Int)] = []
    var starts: [Int] = []
    for condition in conditions {
      starts.append(steps.count)
      write(condition, yes: -1, no: -2, into: &steps)
    }
    starts.append(steps.count)
    var bytes = Bytes()
    for size in [inOrder.count, workload.facts.count, workload.rules.count, steps.count] {
      bytes.add(UInt32(size))
    }
    writeAtoms(into: &bytes)
    for (place, step) in steps.enumerated() {
      bytes.add(step.what)
      for goal in [step.yes, step.no] { bytes.add(Int16(goal < 0 ? goal : goal - place)) }
    }
    for start in starts { bytes.add(UInt32(start)) }
    for rule in workload.rules { bytes.add(UInt8(rule.level)) }
    return bytes.bytes
  }

  /// Writes the steps that lead to one place if a condition holds, and to another if not.
  ///
  /// A place that is less than 0 is an end.
  private func write(
    _ condition: Normal, yes: Int, no: Int, into steps: inout [(what: UInt32, yes: Int, no: Int)]
  ) {
    func test(_ what: UInt32, _ isSo: Bool) {
      steps.append(isSo ? (what, yes, no) : (what, no, yes))
    }
    switch condition {
    case .atom(let atom, let isSo): test(UInt32(atoms[atom] ?? 0), isSo)
    case .fact(let place, let isSo): test(UInt32(place) | 1 << 31, isSo)
    case .join(let parts, let isAll):
      // What most likely settles it comes first.
      let sorted = parts.enumerated().sorted { a, b in
        let (x, y) = (a.element.chance, b.element.chance)
        return x == y ? a.offset < b.offset : isAll ? x < y : x > y
      }.map(\.element)
      for part in sorted.dropLast() {
        let next = steps.count + Self.length(of: part)
        write(part, yes: isAll ? next : yes, no: isAll ? no : next, into: &steps)
      }
      if let last = sorted.last { write(last, yes: yes, no: no, into: &steps) }
    }
  }

  private static func length(of condition: Normal) -> Int {
    guard case .join(let parts, _) = condition else { return 1 }
    return parts.reduce(0) { $0 + length(of: $1) }
  }

  // MARK: Many at once

  private struct Op {
    enum Kind: UInt32 {
      case and = 0
      case andNot = 1
      case or = 2
      case not = 3
    }

    var kind: Kind
    var to: Int
    var a: Int
    var b: Int
  }

  /// The table for `sliced.c`.
  ///
  /// Sizes, atoms, operations, where each rule's result lies and its operations end, levels. Slots are those
  /// of atoms, then of facts, then of what lies between.
  var sliced: [UInt8] {
    var ops: [Op] = []
    var depth = 1
    let between = inOrder.count + workload.facts.count
    for (place, condition) in conditions.prefix(workload.facts.count).enumerated() {
      let (slot, isSo) = slice(condition, 0, &depth, &ops)
      ops.append(Op(kind: isSo ? .or : .not, to: inOrder.count + place, a: slot, b: slot))
    }
    let factOps = ops.count
    var slots: [Int] = []
    var ends: [Int] = []
    for condition in conditions.dropFirst(workload.facts.count) {
      var (slot, isSo) = slice(condition, 0, &depth, &ops)
      if !isSo {
        ops.append(Op(kind: .not, to: between, a: slot, b: slot))
        slot = between
        isSo = true
      }
      slots.append(slot)
      ends.append(ops.count)
    }
    var bytes = Bytes()
    for size in [
      inOrder.count, workload.facts.count, workload.rules.count, ops.count, between + depth + 1,
      factOps,
    ] {
      bytes.add(UInt32(size))
    }
    writeAtoms(into: &bytes)
    for op in ops {
      bytes.add(UInt32(op.to) | op.kind.rawValue << 30)
      bytes.add(UInt32(op.a))
      bytes.add(UInt32(op.b))
    }
    for slot in slots { bytes.add(UInt32(slot)) }
    for end in ends { bytes.add(UInt32(end)) }
    for rule in workload.rules { bytes.add(UInt8(rule.level)) }
    return bytes.bytes
  }

  /// Returns the slot that a condition's result lies in, and whether it lies there as it is or negated.
  private func slice(
    _ condition: Normal, _ depth: Int, _ deepest: inout Int, _ ops: inout [Op]
  ) -> (slot: Int, isSo: Bool) {
    switch condition {
    case .atom(let atom, let isSo): return (atoms[atom] ?? 0, isSo)
    case .fact(let place, let isSo): return (inOrder.count + place, isSo)
    case .join(let conditions, let isAll):
      // A part's own slot stays free until all parts are read.
      var parts: [(slot: Int, isSo: Bool)] = []
      for (place, part) in conditions.enumerated() {
        parts.append(slice(part, depth + 1 + place, &deepest, &ops))
      }
      guard parts.count > 1 else { return parts[0] }
      deepest = max(deepest, depth + 1)
      let to = inOrder.count + workload.facts.count + depth
      func join(_ parts: [(slot: Int, isSo: Bool)], _ kind: (Bool) -> Op.Kind) {
        var slot = parts[0].slot
        for part in parts.dropFirst() {
          ops.append(Op(kind: kind(part.isSo), to: to, a: slot, b: part.slot))
          slot = to
        }
      }
      if !isAll, parts.allSatisfy(\.isSo) {
        join(parts) { _ in .or }
        return (to, true)
      }
      // One of some is not all of their negations.
      if !isAll { parts = parts.map { ($0.slot, !$0.isSo) } }
      parts = parts.filter(\.isSo) + parts.filter { !$0.isSo }
      if !parts[0].isSo {
        join(parts) { _ in .or }
        return (to, !isAll)
      }
      join(parts) { $0 ? .and : .andNot }
      return (to, isAll)
    }
  }

  // MARK: People and questions

  /// The table of people for all floors, as `floor.h` tells it.
  func people(_ people: [Person]) -> [UInt8] {
    var bytes = Bytes()
    let sizes = [columns.ones, columns.anys, columns.numbers].map(\.count)
    for size in [people.count] + sizes { bytes.add(UInt32(size)) }
    let padding = (8 - (sizes[0] + sizes[1]) % 8) % 8
    for person in people {
      for question in columns.ones {
        if case .one(let option) = person.answers[question] { bytes.add(UInt8(option)) }
      }
      for question in columns.anys {
        if case .any(let chosen) = person.answers[question] { bytes.add(chosen) }
      }
      for _ in 0..<padding { bytes.add(0 as UInt8) }
      for question in columns.numbers {
        if case .number(let number) = person.answers[question] { bytes.add(number) }
      }
    }
    return bytes.bytes
  }

  /// The questions for `lines.c`: kind, column, name and options, a line each.
  var questions: String {
    workload.questions.enumerated().map { place, question in
      let kind =
        switch question.domain {
        case .one: "s"
        case .any: "m"
        case .number: "n"
        }
      let words =
        [kind, "\(columns.place[place])"]
        + ([question.name] + question.options)
        .map(KnowledgeFiles.name)
      return words.joined(separator: " ") + "\n"
    }.joined()
  }
}

/// Bytes as C reads them on this machine.
private struct Bytes {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Double) { add(number.bitPattern) }
}
