import Patchwise

/// Turns the bytes of a file into text.
enum FileDecoder {
  /// Returns the text without a byte order mark, and what is wrong with it, if anything.
  ///
  /// Where bytes are not UTF-8, the text has replacement characters, so that the place can be shown.
  static func decode(_ bytes: [UInt8], name: String) -> (text: String, problem: Diagnostic?) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = hasMark ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) {
      return (text, forbiddenScalar(in: text, name: name))
    }
    let problem = Diagnostic(
      .notUTF8, "file '\(name)' is not in UTF-8", at: firstError(in: content, name: name),
      help: "save it as UTF-8")
    return (String(decoding: content, as: UTF8.self), problem)
  }

  private static func firstError(in bytes: ArraySlice<UInt8>, name: String) -> SourceLocation {
    var before = String.UnicodeScalarView()
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { before.append(scalar) }
    return location(behind: before, name: name)
  }

  /// YAML knows no control characters but tab and line breaks.
  private static func forbiddenScalar(in text: String, name: String) -> Diagnostic? {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 || $0 >= 0x7F })
    else { return nil }
    guard let place = text.unicodeScalars.firstIndex(where: isForbidden) else { return nil }
    let digits = String(text.unicodeScalars[place].value, radix: 16, uppercase: true)
    let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      .brokenYAML, "character U+\(number) cannot stand in a knowledge file",
      at: location(behind: text.unicodeScalars[..<place], name: name), help: "remove it")
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<9, 11, 12, 14..<32, 0x7F..<0x85, 0x86..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The place right behind the beginning of a text, by the lines in which it is shown.
  private static func location(
    behind beginning: some Sequence<Unicode.Scalar>, name: String
  ) -> SourceLocation {
    let lines = String(String.UnicodeScalarView(beginning))
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return SourceLocation(
      file: name, line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }
}
