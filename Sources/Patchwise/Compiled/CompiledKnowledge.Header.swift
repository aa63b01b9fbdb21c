// What stands before the long parts.

extension CompiledKnowledge {
  /// What tells whether the rest can be read: five words of eight bytes.
  struct Header {
    static let count = 40
    /// Where what is summed up begins.
    static let sumEnd = 24
    /// Three letters between two bytes that no text has, and the version.
    ///
    /// The version grows with every change of what is written, or of what it means.
    static let mark: UInt64 = 0x1A4B_5750_89 << 24 | 2

    var length: Int
    var sum: UInt64
    var origin: UInt64
    var contentsCount: Int

    init(_ bytes: [UInt8]) throws(CompiledKnowledgeError) {
      guard bytes.count == Self.count else { throw .foreign }
      var reader = CompiledReader(bytes, CompiledReader.Tables())
      let mark = try reader.word()
      guard mark >> 24 == Self.mark >> 24 else { throw .foreign }
      guard mark == Self.mark else { throw .otherVersion }
      let length = try reader.word()
      (sum, origin) = (try reader.word(), try reader.word())
      let contentsCount = try reader.word()
      guard let length = Int(exactly: length), let contentsCount = Int(exactly: contentsCount),
        length >= Self.count, (0...length - Self.count).contains(contentsCount)
      else { throw .malformed }
      (self.length, self.contentsCount) = (length, contentsCount)
    }

    /// The sum over everything behind the sum.
    static func sum(_ form: RawSpan) -> UInt64 {
      var sum = ByteSum()
      sum.add(form.extracting(droppingFirst: sumEnd))
      return sum.value
    }
  }

  /// How long the parts are, and what is needed to read them.
  struct Contents: Compilable {
    var lengths: [Int]
    var nameCount: Int
    var files: [String]

    init(lengths: [Int], nameCount: Int, files: [String]) {
      (self.lengths, self.nameCount, self.files) = (lengths, nameCount, files)
    }

    init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
      self.init(
        lengths: try reader.read(), nameCount: try reader.read(), files: try reader.read())
      guard nameCount >= 0 else { throw .malformed }
    }

    func write(to writer: inout CompiledWriter) { writer.write(lengths, nameCount, files) }

    func ranges(from start: Int, to end: Int) throws(CompiledKnowledgeError) -> [Range<Int>] {
      var ranges: [Range<Int>] = []
      var start = start
      for length in lengths {
        guard (0...end - start).contains(length) else { throw .malformed }
        ranges.append(start..<start + length)
        start += length
      }
      guard ranges.count == Part.allCases.count, start == end else { throw .malformed }
      return ranges
    }
  }

  /// What of the knowledge is short, and needed at once.
  struct Front: Compilable {
    var fingerprint: String
    var knowledge: Knowledge

    init(_ base: KnowledgeBase) {
      (fingerprint, knowledge) = (base.fingerprint, base.knowledge)
    }

    init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
      fingerprint = try reader.read()
      knowledge = Knowledge(
        id: try reader.read(), title: try reader.read(), version: try reader.read(),
        welcome: try reader.read(), notUnderstood: try reader.read(),
        neverSay: try reader.read(), reviews: try reader.read(),
        sections: try reader.read(), consultations: try reader.read())
    }

    func write(to writer: inout CompiledWriter) {
      writer.write(
        fingerprint, knowledge.id, knowledge.title, knowledge.version, knowledge.welcome,
        knowledge.notUnderstood, knowledge.neverSay, knowledge.reviews, knowledge.sections,
        knowledge.consultations)
    }
  }
}
