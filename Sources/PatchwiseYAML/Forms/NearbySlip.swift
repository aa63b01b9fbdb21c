import Patchwise

/// A slip beside the place where YAML cannot be read, which is more likely to blame.
struct NearbySlip {
  let source: SourceText

  /// A text that goes on behind its closing quote, if the one before a place does.
  func quotes(before line: Int, _ column: Int) -> Diagnostic? {
    guard let place = source.offset(line: line, column: column),
      let end = source.scalars[..<place].lastIndex(where: { !$0.isBlank }),
      source.scalars[end] == "\"" || source.scalars[end] == "'",
      let start = source.scalars[..<end].lastIndex(of: source.scalars[end])
    else { return nil }
    let opening = source.location(ofOffset: start)
    let other = source.scalars[end] == "'" ? "double" : "single"
    return Diagnostic(
      .brokenYAML, "a text cannot go on behind its closing quote",
      at: source.location(line: line, column: column),
      notes: [Diagnostic.Note("the quotes open here", at: opening)],
      help: opening.line == line
        ? "put \(other) quotes around the whole text"
        : "close the quotes on the line where they open")
  }

  /// A '*' or '&' that begins a text, where YAML looks for a name behind it.
  func sign(before line: Int, _ column: Int) -> Diagnostic? {
    let scalars = Array(source.line(line))
    let place = scalars.indices.prefix(column).first { place in
      (scalars[place] == "*" || scalars[place] == "&")
        && (place == 0 || scalars[place - 1].isBlank
          || "[{,".unicodeScalars.contains(scalars[place - 1]))
    }
    guard let place else { return nil }
    let isAlone =
      place + 1 == scalars.count || scalars[place + 1].isBlank
      || "],}".unicodeScalars.contains(scalars[place + 1])
    return Diagnostic(
      .brokenYAML, "a text cannot begin with '\(scalars[place])'",
      at: source.location(line: line, column: place + 1),
      help: "put quotes around \(isAlone ? "'\(scalars[place])'" : "the whole text")")
  }

  /// A key with its ':' close to the value, on a line or the one before it.
  func tightColon(upTo line: Int) -> Diagnostic? {
    for line in [line - 1, line] where line > 0 {
      let scalars = Array(source.line(line))
      guard let colon = scalars.firstIndex(of: ":"), colon + 1 < scalars.count,
        !scalars[colon + 1].isBlank, scalars[colon + 1] != "/",
        scalars[..<colon].allSatisfy({ $0.isBlank || $0 == "-" || $0.properties.isAlphabetic })
      else { continue }
      return Diagnostic(
        .brokenYAML, "a ':' needs a space after it",
        at: source.location(line: line, column: colon + 1))
    }
    return nil
  }
}
