/// A first look at how deep lists and mappings nest, before the library for YAML is let at them.
///
/// That library calls itself for each level and has a limit of 1000 of its own, for which the stack of a
/// small thread does not suffice. The look is rough: it knows no quotes. What is a little too deep is
/// found by `FormComposer`, exactly.
struct NestingScan {
  /// Well above what is allowed, so that nothing sound is refused.
  private static let limit = 2 * FileLimits.depth

  /// Where the lists and mappings around a line begin that were written by indentation.
  private var columns: [Int] = []
  /// How many brackets and braces are open.
  private var open = 0

  /// Returns the first line at which the file nests far too deeply.
  static func excess(in source: SourceText) -> Int? {
    var scan = NestingScan()
    return (1...source.lineCount).first { scan.isTooDeep(after: source.line($0)) }
  }

  private mutating func isTooDeep(after line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = line.first(where: { !$0.isBlank }), first != "#" else { return false }
    if line.first == first { open = 0 }
    var deepest = open
    var isStart = true
    var isMarker = true
    for (column, (scalar, next)) in zip(line, line.dropFirst() + [" "]).enumerated()
    where !scalar.isBlank {
      if isMarker { begin(at: column) }
      isMarker = isMarker && next.isBlank && (scalar == "-" || scalar == "?")
      if isStart && (scalar == "[" || scalar == "{") {
        open += 1
        deepest = max(deepest, open)
      } else if scalar == "]" || scalar == "}" {
        open = max(0, open - 1)
      }
      isStart = open > 0 || scalar == "-" || scalar == "?" || scalar == ":"
    }
    return columns.count + deepest > Self.limit
  }

  private mutating func begin(at column: Int) {
    while let last = columns.last, last >= column { columns.removeLast() }
    columns.append(column)
  }
}
