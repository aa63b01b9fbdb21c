import Patchwise
import PatchwiseTestSupport
import PatchwiseYAML

/// The knowledge base of the tests.
enum Boiler {
  /// Tuesday noon.
  static let now = Moment(year: 2026, month: 3, day: 10, hour: 12)

  static func knowledge() throws -> KnowledgeBase { try loaded.get() }

  private static let loaded = Result {
    try KnowledgeBase(contentsOf: PackageFiles.path("Tests/Fixtures/boiler/boiler.yaml"))
  }
}
