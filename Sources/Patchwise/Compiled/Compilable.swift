/// What a compiled form can hold.
///
/// What is written is read again by the same type, part by part in the same order; nothing tells the parts
/// apart. Whoever adds a part to a type adds it to both, and a test says where one is missing.
protocol Compilable {
  /// Reads a value.
  ///
  /// - Throws: `CompiledKnowledgeError` if what stands there is none.
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError)

  /// Writes the value.
  func write(to writer: inout CompiledWriter)
}

extension Compilable where Self: CaseIterable & Equatable {
  /// Reads a case by its place among all.
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    guard let one = Self.allCases.dropFirst(Int(try reader.byte())).first else { throw .malformed }
    self = one
  }

  /// Writes the place among all cases.
  func write(to writer: inout CompiledWriter) {
    for (place, one) in Self.allCases.enumerated() where one == self {
      writer.write(byte: UInt8(place))
    }
  }
}

// MARK: What everything is made of

extension Bool: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self = try reader.byte() != 0
  }
  func write(to writer: inout CompiledWriter) { writer.write(byte: self ? 1 : 0) }
}

extension Int: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    let number = try reader.number()
    self = Int(truncatingIfNeeded: number >> 1) ^ -Int(number & 1)
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(number: UInt64(bitPattern: Int64(self << 1 ^ self >> (Int.bitWidth - 1))))
  }
}

extension Double: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(bitPattern: try reader.word())
  }
  func write(to writer: inout CompiledWriter) { writer.write(word: bitPattern) }
}

extension String: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self = try reader.string()
  }
  func write(to writer: inout CompiledWriter) { writer.write(string: self) }
}

extension Optional: Compilable where Wrapped: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self = try reader.byte() == 0 ? nil : Wrapped(from: &reader)
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(byte: self == nil ? 0 : 1)
    self?.write(to: &writer)
  }
}

extension Array: Compilable where Element: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    let count = try reader.count()
    self = []
    reserveCapacity(Swift.min(count, 1 << 12))
    for _ in 0..<count { append(try Element(from: &reader)) }
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(number: UInt64(count))
    for element in self { element.write(to: &writer) }
  }
}

extension ClosedRange: Compilable where Bound: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    let (lower, upper) = (try Bound(from: &reader), try Bound(from: &reader))
    guard lower <= upper else { throw .malformed }
    self = lower...upper
  }
  func write(to writer: inout CompiledWriter) { writer.write(lowerBound, upperBound) }
}
