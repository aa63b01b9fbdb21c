import BigInt

/// The counts of components that were met before.
///
/// A component is known by its open variables and by those of its clauses that had more than two literals:
/// a clause of two that is not satisfied still has both, so the variables tell which of them there are.
/// Everything is kept, so a count is never that of another component which only looks alike.
struct ComponentCache {
  /// A component in a compact form: the gaps between its rising numbers, in as few bytes as each needs.
  struct Key: Hashable {
    private var bytes: [UInt8] = []

    /// Describes a component of a formula.
    init(_ component: ResidualFormula.Component, of formula: ResidualFormula) {
      bytes.reserveCapacity(component.variables.count + component.clauses.count)
      var last: Int32 = -1
      for variable in component.variables {
        append(UInt32(variable - last))
        last = variable
      }
      append(0)
      last = -1
      for clause in component.clauses where formula.isLong(clause) {
        append(UInt32(clause - last))
        last = clause
      }
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    private mutating func append(_ gap: UInt32) {
      var rest = gap
      while rest > 127 {
        bytes.append(UInt8(rest & 127) | 128)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }

    var size: Int { bytes.count }

    func hash(into hasher: inout Hasher) {
      // The hasher takes many bytes at once as a buffer only, which is not kept.
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private var counts: [Key: BigUInt] = [:]
  private var size = 0
  private let sizeLimit: Int

  /// What an entry takes beside its key, in bytes, roughly.
  private static let entrySize = 96

  /// Creates an empty cache.
  ///
  /// - Parameter sizeLimit: About how many bytes it may take.
  init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

  /// Returns the count of a component; nothing if it is not known.
  subscript(_ key: Key) -> BigUInt? { counts[key] }

  /// Keeps the count of a component; when there is no room left, all others are forgotten.
  mutating func insert(_ count: BigUInt, for key: Key) {
    let added = key.size + Self.entrySize
    if size + added > sizeLimit {
      counts.removeAll()
      size = 0
    }
    counts[key] = count
    size += added
  }
}
