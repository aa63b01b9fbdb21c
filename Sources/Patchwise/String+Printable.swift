extension String {
  /// The text with a sign in place of what could steer a terminal; line breaks and tabs stay.
  package var printable: String {
    let isPlain = utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }
    if isPlain { return self }
    var scalars = String.UnicodeScalarView()
    var isFlag = false
    for scalar in unicodeScalars {
      // Tags show nothing, and make a black flag the flag of a region; elsewhere they would hide a text.
      isFlag = scalar == "\u{1F3F4}" || isFlag && (0xE0020...0xE007F).contains(scalar.value)
      let isKept = isFlag || scalar == "\n" || scalar == "\t" || scalar.isPrintable
      scalars.append(isKept ? scalar : "\u{FFFD}")
    }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal can be given this scalar: no control, no direction override, no tag.
  package var isPrintable: Bool {
    if isASCII { return (0x20..<0x7F).contains(value) }
    return switch properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: false
    // Joiners and soft hyphens.
    case .format: self == "\u{200D}" || self == "\u{200C}" || self == "\u{AD}"
    default: true
    }
  }
}
