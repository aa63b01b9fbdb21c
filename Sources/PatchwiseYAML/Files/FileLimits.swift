/// How large knowledge files may be, so that no file can exhaust memory or the stack.
public enum FileLimits {
  /// Bytes of one file.
  public static let fileSize = 1_048_576
  /// Files of one knowledge base, the root file included.
  public static let files = 64
  /// How deep lists and mappings may stand within one another.
  public static let depth = 64
  /// How many repeated keys of one file are looked for; each costs one more reading.
  static let repeatedKeys = 20
}
