/// Reads values from the bytes that a `CompiledWriter` has made of them.
///
/// Whatever the bytes are, it gives a value or throws.
struct CompiledReader {
  /// What all parts of a form share.
  struct Tables: Sendable {
    /// The names of the files that places are in.
    var files: [String] = []
    /// Where each name ends, in four bytes, and then all of them.
    var names: [UInt8] = []
    /// How many names there are.
    var nameCount = 0
  }

  private let bytes: [UInt8]
  private let tables: Tables
  private var position = 0
  private var here = CompiledPlace()
  private var depth = 0

  /// Begins with a part of a form.
  init(_ bytes: [UInt8], _ tables: Tables) {
    (self.bytes, self.tables) = (bytes, tables)
  }

  /// Reads a whole part as one value.
  ///
  /// - Throws: `CompiledKnowledgeError` if it is none, or if something is left over.
  static func value<Value: Compilable>(
    of bytes: [UInt8], _ tables: Tables
  ) throws(CompiledKnowledgeError) -> Value {
    var reader = CompiledReader(bytes, tables)
    let value: Value = try reader.read()
    guard reader.position == bytes.count else { throw .malformed }
    return value
  }

  /// Reads a value of the type that is wanted.
  mutating func read<Value: Compilable>() throws(CompiledKnowledgeError) -> Value {
    try Value(from: &self)
  }

  mutating func byte() throws(CompiledKnowledgeError) -> UInt8 {
    guard position < bytes.count else { throw .malformed }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() throws(CompiledKnowledgeError) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: 0 as UInt64, to: 64, by: 7) {
      let byte = try byte()
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw .malformed
  }

  /// Reads eight bytes, the lowest first.
  mutating func word() throws(CompiledKnowledgeError) -> UInt64 {
    var word: UInt64 = 0
    for shift in stride(from: 0 as UInt64, to: 64, by: 8) { word |= UInt64(try byte()) << shift }
    return word
  }

  /// Reads how many follow of what takes at least a byte each.
  mutating func count() throws(CompiledKnowledgeError) -> Int {
    guard let count = Int(exactly: try number()), count <= bytes.count - position else {
      throw .malformed
    }
    return count
  }

  mutating func string() throws(CompiledKnowledgeError) -> String {
    let count = try count()
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func name() throws(CompiledKnowledgeError) -> String {
    guard let place = Int(exactly: try number()), place < tables.nameCount else { throw .malformed }
    let names = tables.names
    let texts = tables.nameCount * 4
    func end(_ place: Int) -> Int {
      let offset = place * 4
      return Int(names[offset]) | Int(names[offset + 1]) << 8 | Int(names[offset + 2]) << 16
        | Int(names[offset + 3]) << 24
    }
    let (start, end) = (place == 0 ? 0 : end(place - 1), end(place))
    guard start <= end, texts + end <= names.count else { throw .malformed }
    return String(decoding: names[texts + start..<texts + end], as: UTF8.self)
  }

  mutating func location() throws(CompiledKnowledgeError) -> SourceLocation? {
    switch try number() {
    case 0: return nil
    case 1: break
    case let file: here.file = Int(truncatingIfNeeded: file &- 2)
    }
    guard tables.files.indices.contains(here.file) else { throw .malformed }
    here.line &+= try read() as Int
    return SourceLocation(
      file: tables.files[here.file], line: here.line, column: try read(), length: try read())
  }

  /// Goes one level deeper while something is read, and no deeper than a stack can bear.
  mutating func nested<Value>(
    _ read: (inout Self) throws(CompiledKnowledgeError) -> Value
  ) throws(CompiledKnowledgeError) -> Value {
    guard depth < 200 else { throw .malformed }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }
}
