/// Knowledge that was read and checked before, in a form that is read again in next to no time.
///
/// It is meant for a program that brings its knowledge along. What it holds is trusted: names and conditions
/// were checked before it was written. It belongs to one version of this library and is no format to keep;
/// what another version has written is refused. Long parts are read only when they are asked for.
package struct CompiledKnowledge: Sendable {
  /// A sum over what it was made from, as whoever made it has given it.
  package let origin: UInt64
  private let read: @Sendable (Range<Int>) -> [UInt8]
  private let tables: CompiledReader.Tables
  /// Where each part stands, in their order.
  private let ranges: [Range<Int>]
  let front: Front

  /// Opens a compiled form.
  ///
  /// - Parameter bytes: The form.
  /// - Throws: `CompiledKnowledgeError` if it is none, is of another version, or is not whole.
  package init(_ bytes: [UInt8]) throws(CompiledKnowledgeError) {
    try self.init(bytes.span.bytes) { Array(bytes[$0]) }
  }

  /// Opens a compiled form that stands somewhere else and need not be copied as a whole.
  ///
  /// - Parameters:
  ///   - bytes: The form.
  ///   - read: Returns the bytes of a range of it, at any time.
  /// - Throws: `CompiledKnowledgeError` if it is none, is of another version, or is not whole.
  /// - Complexity: Proportional to the number of bytes, as each is looked at.
  package init(
    _ bytes: RawSpan, reading read: @escaping @Sendable (Range<Int>) -> [UInt8]
  ) throws(CompiledKnowledgeError) {
    let count = bytes.byteCount
    let header = try Header(read(0..<min(count, Header.count)))
    guard count >= header.length else { throw .cutShort }
    guard count == header.length, header.sum == Header.sum(bytes) else { throw .changed }
    let end = Header.count + header.contentsCount
    let contents: Contents = try CompiledReader.value(
      of: read(Header.count..<end), CompiledReader.Tables())
    ranges = try contents.ranges(from: end, to: count)
    tables = CompiledReader.Tables(
      files: contents.files, names: read(ranges[Part.names.rawValue]),
      nameCount: contents.nameCount)
    guard tables.nameCount <= tables.names.count / 4 else { throw .malformed }
    front = try CompiledReader.value(of: read(ranges[Part.front.rawValue]), tables)
    origin = header.origin
    self.read = read
  }

  /// Reads a part now.
  ///
  /// - Throws: `CompiledKnowledgeError` if it is not as it was written.
  func value<Value: Compilable>(of part: Part) throws(CompiledKnowledgeError) -> Value {
    try CompiledReader.value(of: read(ranges[part.rawValue]), tables)
  }

  /// Reads a part once it is asked for.
  func late<Value: Compilable>(_ part: Part) -> Late<Value> {
    Late {
      do {
        return try value(of: part)
      } catch {
        // Only the program's own bytes come here, whose sum was looked at; a test reads all parts.
        preconditionFailure("compiled knowledge whose sum is right is as it was written")
      }
    }
  }

  /// What can be read without the rest.
  enum Part: Int, CaseIterable {
    case names, front
    case sources, questions, definitions, scales, rules, advice, plans, topics, alarms, hints
    case lexicons, promises, conditions
  }
}

/// Why something can't be read as compiled knowledge.
package enum CompiledKnowledgeError: Error, Hashable {
  /// It is something else.
  case foreign
  /// Another version of this library has written it.
  case otherVersion
  /// Its end is missing.
  case cutShort
  /// It is not as it was written.
  case changed
  /// It was never right.
  case malformed
}

extension KnowledgeBase {
  /// Takes knowledge that was compiled, without checking it again.
  ///
  /// Long parts are read when they are asked for, and then kept.
  package init(_ compiled: CompiledKnowledge) {
    var knowledge = compiled.front.knowledge
    knowledge.parts = Knowledge.Parts(
      sources: compiled.late(.sources), questions: compiled.late(.questions),
      definitions: compiled.late(.definitions), scales: compiled.late(.scales),
      rules: compiled.late(.rules), advice: compiled.late(.advice), plans: compiled.late(.plans),
      topics: compiled.late(.topics), alarms: compiled.late(.alarms),
      hints: compiled.late(.hints), lexicons: compiled.late(.lexicons),
      promises: compiled.late(.promises))
    self.init(
      checked: knowledge, compiled.late(.conditions), fingerprint: compiled.front.fingerprint)
  }
}
