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
    var count = 0
    let files = UnsafeBufferPointer(start: CExosomeKnowledgeFiles(&count), count: count)
    let root = files.first.map { String(cString: $0.name) } ?? ""
    return KnowledgeFiles(root) { name in
      files.first { String(cString: $0.name) == name }
        .map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.length)) }
    }
  }

  /// The consultation that examples are about.
  package static let exampleConsultation = "fit"

  /// Some answers to its questions as `patchwise decide` takes them.
  package static let exampleAnswers =
    #"{"answers": {"age": 34, "goals": ["hydration"], "region": "unsure"}}"#

  /// Reads and checks the bundled knowledge.
  ///
  /// - Throws: `KnowledgeError` if the knowledge is not right, which the tests of this package rule out.
  /// - Complexity: Proportional to the length of the knowledge; load it once and share it.
  public static func load() throws(KnowledgeError) -> KnowledgeBase {
    try files.knowledgeBase()
  }
}
