// Conditions with every name looked up.

extension Condition: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self = try reader.nested { (reader) throws(CompiledKnowledgeError) -> Condition in
      switch try reader.byte() {
      case 0: .test(try reader.read())
      case 1: .definition(try reader.read())
      case 2: .not(try reader.read())
      case 3: .all(try reader.read())
      case 4: .any(try reader.read())
      case 5: .atLeast(try reader.read(), of: try reader.read())
      default: throw .malformed
      }
    }
  }
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .test(let test):
      writer.write(byte: 0)
      writer.write(test)
    case .definition(let id):
      writer.write(byte: 1)
      writer.write(id)
    case .not(let condition):
      writer.write(byte: 2)
      writer.write(condition)
    case .all(let conditions):
      writer.write(byte: 3)
      writer.write(conditions)
    case .any(let conditions):
      writer.write(byte: 4)
      writer.write(conditions)
    case .atLeast(let count, let conditions):
      writer.write(byte: 5)
      writer.write(count, conditions)
    }
  }
}

extension Condition.Test: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(try reader.read(), try reader.read(), at: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(subject, relation, reading) }
}

extension Condition.Subject: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    switch try reader.byte() {
    case 0: self = .question(try reader.read())
    case 1: self = .scale(try reader.read())
    case 2: self = .advice(try reader.read())
    default: throw .malformed
    }
  }
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .question(let id):
      writer.write(byte: 0)
      writer.write(id)
    case .scale(let id):
      writer.write(byte: 1)
      writer.write(id)
    case .advice(let id):
      writer.write(byte: 2)
      writer.write(id)
    }
  }
}

extension Condition.Relation: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    switch try reader.byte() {
    case 0: self = .isAny(of: try reader.read())
    case 1: self = .includesAny(of: try reader.read())
    case 2: self = .includesAll(of: try reader.read())
    case 3: self = .compares(try reader.read(), try reader.read())
    case 4: self = .isBetween(try reader.read(), try reader.read())
    case 5: self = .passed(try reader.read(), try reader.read())
    case 6: self = .isGiven
    default: throw .malformed
    }
  }
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .isAny(let values):
      writer.write(byte: 0)
      writer.write(values)
    case .includesAny(let values):
      writer.write(byte: 1)
      writer.write(values)
    case .includesAll(let values):
      writer.write(byte: 2)
      writer.write(values)
    case .compares(let comparison, let quantity):
      writer.write(byte: 3)
      writer.write(comparison, quantity)
    case .isBetween(let low, let high):
      writer.write(byte: 4)
      writer.write(low, high)
    case .passed(let comparison, let span):
      writer.write(byte: 5)
      writer.write(comparison, span)
    case .isGiven: writer.write(byte: 6)
    }
  }
}

extension Condition.Quantity: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    switch try reader.byte() {
    case 0: self = .number(try reader.read())
    case 1: self = .duration(try reader.read())
    default: throw .malformed
    }
  }
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .number(let number):
      writer.write(byte: 0)
      writer.write(number)
    case .duration(let span):
      writer.write(byte: 1)
      writer.write(span)
    }
  }
}

extension Condition.Comparison: Compilable {}

extension Condition.Reading: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    switch try reader.byte() {
    case 0: self = .current
    case 1: self = .previous
    case 2: self = .earlier
    default: throw .malformed
    }
  }
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .current: writer.write(byte: 0)
    case .previous: writer.write(byte: 1)
    case .earlier: writer.write(byte: 2)
    }
  }
}

extension KnowledgeChecker.Conditions: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      askedWhen: try reader.read(), definitions: try reader.read(),
      rules: zip(try reader.read() as [Condition?], try reader.read() as [Condition?])
        .map { (when: $0, unless: $1) },
      promises: zip(try reader.read() as [Condition?], try reader.read() as [Condition?])
        .map { (whenever: $0, then: $1) })
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(
      askedWhen, definitions, rules.map(\.when), rules.map(\.unless), promises.map(\.whenever),
      promises.map(\.then))
  }
}
