extension KnowledgeBase {
  /// Which edition of some knowledge it is, to be held beside what was stored with another one.
  public struct Edition: Codable, Hashable, Sendable {
    /// Its version, as its authors name it.
    public var version: String
    /// A sum over its files, wherever they are stored; empty for knowledge that was made in memory, of which the
    /// version alone tells one edition from another.
    public var fingerprint: String

    /// Names an edition.
    public init(version: String, fingerprint: String = "") {
      self.version = version
      self.fingerprint = fingerprint
    }
  }

  /// Which edition it is.
  public var edition: Edition {
    Edition(version: knowledge.version.string, fingerprint: fingerprint)
  }
}
