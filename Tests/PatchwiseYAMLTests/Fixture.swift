import Patchwise
import PatchwiseYAML
import Testing

/// Small knowledge bases in memory for tests.
enum Fixture {
  /// What a root file needs; the rest comes from `base.yaml`.
  static let header = """
    knowledge: small
    title: Small
    version: "1"
    include: [base.yaml]

    """

  /// The least that makes knowledge usable: one question, one scale, one consultation.
  static let base = """
    questions:
      calm: { ask: Is your skin calm?, choose: yes-no }
    scales:
      fit: { levels: [yes-please, not-now], otherwise: yes-please }
    rules:
      not-calm: { when: not calm, raise: { fit: not-now }, because: It is not calm. }
    sections:
      skin: { questions: [calm] }
    consultations:
      fit: { title: Does it suit me?, sections: [skin], decides: [fit] }

    """

  /// Reads a root file with the least knowledge beside it.
  static func files(_ root: String, _ others: [String: String] = [:]) -> KnowledgeFiles {
    let texts = others.merging(["knowledge.yaml": root, "base.yaml": base]) { other, _ in other }
    return KnowledgeFiles("knowledge.yaml") { name in texts[name].map { Array($0.utf8) } }
  }

  /// Returns what the files say; a problem of any kind is a failure of the test.
  static func knowledge(
    _ sections: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) -> Knowledge {
    let files = files(header + sections)
    do {
      return try files.knowledgeBase().knowledge
    } catch {
      Issue.record("\(rendered(error.diagnostics, files))", sourceLocation: sourceLocation)
      return files.knowledge
    }
  }

  /// The problems of files, whichever step finds them.
  static func problems(_ files: KnowledgeFiles) -> [Diagnostic] {
    do {
      _ = try files.knowledgeBase()
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// The problems as an author reads them.
  static func rendered(_ problems: [Diagnostic], _ files: KnowledgeFiles) -> String {
    DiagnosticRenderer(sources: files.texts).render(problems)
  }
}
