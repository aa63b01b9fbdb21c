import Patchwise
import Yams

/// Says in our words why the YAML of a file cannot be read.
enum BrokenYAML {
  static func tooDeep(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .tooMany, "lists and mappings must not nest deeper than \(FileLimits.depth)", at: location)
  }

  static func anchor(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .brokenYAML, "anchors, aliases and tags are not part of the knowledge language", at: location,
      help: "put quotes around a text that begins with '&', '*' or '!'")
  }

  static func diagnostic(for error: any Error, in source: SourceText) -> Diagnostic {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      return diagnostic(problem, context, at: mark, in: source)
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "'\($0)'" }.joined(separator: ", ")
      return Diagnostic(
        .duplicateKey,
        "\(keys.count == 1 ? "key" : "keys") \(names) must not stand twice in one mapping",
        at: source.location(line: context.mark.line, column: context.mark.column))
    case YamlError.reader(let problem, _, _, _):
      return Diagnostic(.brokenYAML, problem, at: source.location(line: 1, column: 1))
    default:
      return Diagnostic(
        .brokenYAML, "the YAML cannot be read: \(error)", at: source.location(line: 1, column: 1))
    }
  }

  private static func diagnostic(
    _ problem: String, _ context: YamlError.Context?, at mark: Mark, in source: SourceText
  ) -> Diagnostic {
    let location = source.location(line: mark.line, column: mark.column)
    if problem.hasPrefix("Maximum nesting level") { return tooDeep(at: location) }
    if problem == "found undefined alias" { return anchor(at: location) }
    if let slip = slip(problem, at: mark, in: source) { return slip }
    let beginning = context.map { source.location(line: $0.mark.line, column: $0.mark.column) }
    if let beginning, let (message, help) = wordingForBeginning(of: problem) {
      return Diagnostic(.brokenYAML, message, at: beginning, help: help)
    }
    let (message, note, help) = wording(of: problem, before: source[mark.line, mark.column])
    let notes = note.flatMap { note in beginning.map { [Diagnostic.Note(note, at: $0)] } }
    return Diagnostic(.brokenYAML, message, at: location, notes: notes ?? [], help: help)
  }

  /// What is to blame beside the place that libyaml reached, if it shows.
  private static func slip(
    _ problem: String, at mark: Mark, in source: SourceText
  ) -> Diagnostic? {
    let nearby = NearbySlip(source: source)
    switch problem {
    case "did not find expected key", "did not find expected ',' or ']'",
      "did not find expected ',' or '}'":
      return nearby.quotes(before: mark.line, mark.column)
    case "mapping values are not allowed in this context", "could not find expected ':'":
      return nearby.tightColon(upTo: mark.line)
    case "did not find expected alphabetic or numeric character":
      return nearby.sign(before: mark.line, mark.column)
    default: return nil
    }
  }

  private static let columns = "keys of one mapping begin in one column"

  /// Our words where not the place that libyaml reached is to blame, but the beginning of that part.
  private static func wordingForBeginning(of problem: String) -> (message: String, help: String?)? {
    switch problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      ("a text in quotes must be closed", nil)
    case "could not find expected ':'":
      ("a key must be followed by ':'", columns)
    default: nil
    }
  }

  /// Our words for what libyaml says, a note for the place where the troubled part begins, and a cure.
  private static func wording(
    of problem: String, before scalar: Unicode.Scalar?
  ) -> (message: String, note: String?, help: String?) {
    let spaces = "indent with spaces"
    switch problem {
    case "mapping values are not allowed in this context":
      return (
        "a ':' cannot stand here", nil,
        "put quotes around a text with ': ' in it, or check the indentation"
      )
    case "did not find expected key":
      return ("this is not a key of the mapping around it", "the mapping begins here", columns)
    case "did not find expected '-' indicator":
      return (
        "this is not an item of the list around it", "the list begins here",
        "items of one list begin in one column"
      )
    case "did not find expected ',' or ']'":
      return ("a list in brackets needs ',' or ']' here", "the list begins here", nil)
    case "did not find expected ',' or '}'":
      return ("a mapping in braces needs ',' or '}' here", "the mapping begins here", nil)
    case "found character that cannot start any token":
      if scalar == "\t" { return ("a tab cannot indent a line", nil, spaces) }
      let sign = scalar.map(String.init) ?? ""
      return ("a text cannot begin with '\(sign)'", nil, "put quotes around it")
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return ("a tab cannot indent a line", nil, spaces)
    case "block sequence entries are not allowed in this context":
      return ("a list cannot begin here", nil, "begin it on a line of its own")
    case "did not find expected node content":
      return ("a value is missing here", nil, nil)
    case "found unknown escape character":
      return (
        "the text in double quotes has an unknown escape", "the text begins here",
        "write '\\\\' for a backslash"
      )
    case "but found another document", "did not find expected <document start>":
      return ("a knowledge file must hold a single document", nil, "remove '---' and '...'")
    case "did not find expected comment or line break":
      return ("a text after '|' or '>' must begin on the next line", nil, nil)
    default:
      return (problem, nil, nil)
    }
  }
}
