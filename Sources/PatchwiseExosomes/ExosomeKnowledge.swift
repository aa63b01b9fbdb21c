internal import CExosomeKnowledge
public import Patchwise
public import PatchwiseYAML

/// The bundled knowledge on exosome serums, compiled into the program.
///
/// ```swift
/// let knowledge = try ExosomeKnowledge.load()
/// let consultation = try Consultation("fit", in: knowledge)
/// ```
public enum ExosomeKnowledge {
  /// The files as they were when the library was built.
  public static var files: KnowledgeFiles {
    let files = embeddedFiles
    let root = files.first.map { String(cString: $0.name) } ?? ""
    return KnowledgeFiles(root) { name in
      files.first { String(cString: $0.name) == name }.map { $0[0..<$0.length] }
    }
  }

  /// The consultation that examples are about.
  package static let exampleConsultation = "fit"

  /// Some answers to its questions as `patchwise decide` takes them.
  package static let exampleAnswers =
    #"{"answers": {"age": 34, "goals": ["hydration"], "region": "unsure"}}"#

  /// Reads the bundled knowledge.
  ///
  /// It comes in a compiled form, of which long parts are read only when they are asked for. Where that does
  /// not belong to the files, they are read and checked instead.
  ///
  /// - Throws: `KnowledgeError` if the knowledge is not right, which the tests of this package rule out.
  /// - Complexity: Proportional to the length of the knowledge; load it once and share it.
  public static func load() throws(KnowledgeError) -> KnowledgeBase {
    let compiled = try? CompiledKnowledge(CExosomeKnowledgeCompiled().pointee.raw.bytes) { range in
      CExosomeKnowledgeCompiled().pointee[range]
    }
    guard let compiled, compiled.origin == origin else { return try files.knowledgeBase() }
    return KnowledgeBase(compiled)
  }

  // MARK: The compiled form

  /// The compiled form as it was when the library was built.
  package static var compiledForm: [UInt8] {
    let file = CExosomeKnowledgeCompiled().pointee
    return file[0..<file.length]
  }

  /// Reads and checks the files, and compiles what they say.
  ///
  /// - Returns: What the compiled form has to be.
  /// - Throws: `KnowledgeError` if the knowledge is not right.
  package static func compile() throws(KnowledgeError) -> [UInt8] {
    try files.knowledgeBase().compiled(from: origin)
  }

  /// A sum over all files, which tells what the compiled form was made from.
  private static var origin: UInt64 {
    var sum = ByteSum()
    for file in embeddedFiles {
      sum.add(Array(String(cString: file.name).utf8))
      sum.add(file.raw.bytes)
    }
    return sum.value
  }

  private static var embeddedFiles: UnsafeBufferPointer<CKnowledgeFile> {
    var count = 0
    return UnsafeBufferPointer(start: CExosomeKnowledgeFiles(&count), count: count)
  }
}

extension CKnowledgeFile {
  /// Some of its bytes.
  fileprivate subscript(range: Range<Int>) -> [UInt8] {
    Array(UnsafeRawBufferPointer(rebasing: raw[range]))
  }

  fileprivate var raw: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes, count: length)
  }
}
