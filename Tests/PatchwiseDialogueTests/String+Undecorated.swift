extension String {
  /// The text without the marks of bold headings.
  var undecorated: String {
    var (text, rest) = ("", self[...])
    while let escape = rest.firstIndex(of: "\u{1B}") {
      text += rest[..<escape]
      let code = rest[escape...].prefix(4)
      guard ["\u{1B}[1m", "\u{1B}[0m"].contains(code) else { return text + rest[escape...] }
      rest = rest[code.endIndex...]
    }
    return text + rest
  }
}
