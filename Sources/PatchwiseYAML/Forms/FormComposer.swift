import Patchwise
import Yams

/// Reads the YAML of one file into a form that remembers places.
///
/// This and `BrokenYAML` are the only rooms that know the library for YAML. Repeated keys are taken
/// out on the way: each is reported, and the first one counts. Of a section that stands twice, both count.
struct FormComposer {
  private let source: SourceText
  private let log: DiagnosticLog
  private var repeatedKeys: RepeatedKeys
  /// Whether something was found after which the rest of the file is not looked at.
  private var isAborted = false

  /// Returns the form of a file, or nothing if its YAML cannot be read.
  ///
  /// A file that says nothing is an empty mapping.
  static func compose(_ text: String, name: String, log: DiagnosticLog) -> Form? {
    let source = SourceText(text, name: name)
    if let line = NestingScan.excess(in: source) {
      log.report(BrokenYAML.tooDeep(at: source.location(line: line, column: 1)))
      return nil
    }
    do {
      var repeatedKeys = RepeatedKeys(source)
      let root = try repeatedKeys.compose(text)
      var composer = FormComposer(source: source, log: log, repeatedKeys: repeatedKeys)
      let form = root.map { composer.form($0, depth: 0) }
      return composer.isAborted ? nil : form ?? .nothing(at: source.location(line: 1, column: 1))
    } catch {
      log.report(BrokenYAML.diagnostic(for: error, in: source))
      return nil
    }
  }

  private init(source: SourceText, log: DiagnosticLog, repeatedKeys: RepeatedKeys) {
    self.source = source
    self.log = log
    self.repeatedKeys = repeatedKeys
  }

  private mutating func form(_ node: Node, depth: Int) -> Form {
    let mark = AuthoredText.ScalarPlace(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    let location = source.location(line: mark.line, column: mark.column)
    guard !isAborted, isAllowed(node, depth: depth, at: location) else {
      return .nothing(at: location)
    }
    switch node {
    case .scalar(let scalar):
      let text = text(repeatedKeys.original(scalar.string, at: mark), scalar.style, from: mark)
      return Form(
        .text(text), at: text.location ?? location,
        isAbsent: node.isNothing)
    case .sequence(let sequence):
      return Form(.list(sequence.map { form($0, depth: depth + 1) }), at: location)
    case .mapping(let mapping):
      return Form(.mapping(pairs(of: mapping, depth: depth + 1)), at: location)
    case .alias:
      return .nothing(at: location)
    }
  }

  /// Refuses what would let a small file grow without bound.
  private mutating func isAllowed(_ node: Node, depth: Int, at location: SourceLocation) -> Bool {
    if depth > FileLimits.depth {
      log.report(BrokenYAML.tooDeep(at: location))
      isAborted = true
      return false
    }
    if node.isNothing { return true }
    // What an alias stands for bears the place of its anchor, so this finds both, and tags as well.
    guard let first = source[location.line, location.column], first == "&" || first == "!" else {
      return true
    }
    log.report(BrokenYAML.anchor(at: location))
    isAborted = true
    return false
  }

  private mutating func pairs(of mapping: Node.Mapping, depth: Int) -> [Form.Pair] {
    var pairs: [Form.Pair] = []
    var first: [String: Int] = [:]
    for (keyNode, valueNode) in mapping {
      let key = form(keyNode, depth: depth)
      let value = form(valueNode, depth: depth)
      guard !isAborted else { break }
      guard let text = key.text else {
        log.report(.wrongShape, "a key must be a text", at: key.location)
        continue
      }
      if valueNode.isNothing, isBare(text), reportBare(text, after: &pairs) { continue }
      guard let earlier = first[text.string] else {
        first[text.string] = pairs.count
        pairs.append(Form.Pair(key: text, value: value))
        continue
      }
      log.report(
        .duplicateKey, "key '\(text)' stands twice in one mapping", at: text.location,
        notes: [Diagnostic.Note("it stands here first", at: pairs[earlier].key.location)])
      // The names in it are mentioned elsewhere.
      if depth == 1 { pairs[earlier] = pairs[earlier].joined(with: value) }
    }
    return pairs
  }

  /// Whether a key in braces has no ':' after it.
  private func isBare(_ key: AuthoredText) -> Bool {
    guard let place = key.location else { return false }
    let rest = source.line(place.line).dropFirst(place.column - 1 + place.length)
    return rest.first { !$0.isBlank }.map { $0 == "," || $0 == "}" } ?? false
  }

  /// Reports a part of a text that YAML takes for a key, and reads it as it was meant.
  ///
  /// Returns whether it is one.
  private func reportBare(_ part: AuthoredText, after pairs: inout [Form.Pair]) -> Bool {
    let scalars = Array(part.string.unicodeScalars)
    if let colon = scalars.firstIndex(of: ":") {
      log.report(.brokenYAML, "a ':' needs a space after it", at: part.location)
      let (key, value) = (part[0..<colon], part[colon + 1..<scalars.count])
      if let location = value.location {
        pairs.append(Form.Pair(key: key, value: Form(.text(value), at: location)))
      }
    } else if let last = pairs.last, let text = last.value.text, !last.value.isAbsent {
      log.report(
        .brokenYAML, "a text with a comma must be in quotes inside '{ }'", at: part.location,
        help: "put quotes around the whole text")
      let whole = Form(
        .text(AuthoredText("\(text), \(part)", at: text.location)), at: last.value.location)
      pairs[pairs.count - 1] = Form.Pair(key: last.key, value: whole)
    } else {
      return false
    }
    return true
  }

  /// The text without blanks and line breaks around it, and where its scalars stand.
  private func text(
    _ string: String, _ style: Node.Scalar.Style, from mark: AuthoredText.ScalarPlace
  ) -> AuthoredText {
    let scalars = Array(string.unicodeScalars)
    if let location = straightLocation(of: scalars, style, from: mark) {
      return AuthoredText(string, at: location)
    }
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
    let trimmed =
      start == 0 && end == scalars.count
      ? string : String(String.UnicodeScalarView(scalars[start..<end]))
    let walked = ScalarWalk.places(of: scalars, ScalarWalk.Style(style), from: mark, in: source)
    guard let places = walked?[start..<end], let first = places.first else {
      let location = source.location(line: mark.line, column: mark.column)
      return AuthoredText(
        trimmed, at: location, scalarPlaces: trimmed.unicodeScalars.map { _ in mark })
    }
    let onFirstLine = places.last { $0.line == first.line } ?? first
    let location = source.location(
      line: first.line, column: first.column, length: onFirstLine.column - first.column + 1)
    let isPlain = zip(places, first.column...).allSatisfy {
      $0.line == first.line && $0.column == $1
    }
    return AuthoredText(trimmed, at: location, scalarPlaces: isPlain ? nil : Array(places))
  }

  /// Where a text stands that is in the file just as YAML means it, on one line, as most texts are.
  private func straightLocation(
    of scalars: [Unicode.Scalar], _ style: Node.Scalar.Style, from mark: AuthoredText.ScalarPlace
  ) -> SourceLocation? {
    guard style != .literal, style != .folded, let first = scalars.first, let last = scalars.last,
      !first.properties.isWhitespace, !last.properties.isWhitespace
    else { return nil }
    let column = style == .plain ? mark.column : mark.column + 1
    guard source.line(mark.line).dropFirst(column - 1).starts(with: scalars) else { return nil }
    return source.location(line: mark.line, column: column, length: scalars.count)
  }
}

extension AuthoredText {
  /// A part of the text, given by scalar offsets.
  fileprivate subscript(range: Range<Int>) -> AuthoredText {
    let part = Array(string.unicodeScalars)[range]
    return AuthoredText(String(String.UnicodeScalarView(part)), at: location(of: range))
  }
}

extension Form.Pair {
  /// The pair with what a second mapping has besides.
  fileprivate func joined(with second: Form) -> Form.Pair {
    guard case .mapping(let pairs) = value.content, case .mapping(let others) = second.content
    else { return self }
    let known = Set(pairs.map(\.key.string))
    let further = others.filter { !known.contains($0.key.string) }
    return Form.Pair(key: key, value: Form(.mapping(pairs + further), at: value.location))
  }
}

extension Node {
  /// Whether nothing was written, not even quotes.
  fileprivate var isNothing: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.style == .plain && scalar.string.isEmpty
  }
}

extension ScalarWalk.Style {
  fileprivate init(_ style: Node.Scalar.Style) {
    self =
      switch style {
      case .any, .plain: .plain
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      case .literal: .literal
      case .folded: .folded
      }
  }
}
