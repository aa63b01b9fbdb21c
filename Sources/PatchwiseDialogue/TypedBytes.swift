import Patchwise

/// What is typed or pasted, byte by byte, without what could steer the terminal that shows it.
///
/// What is no text, or no text to be shown, becomes U+FFFD. Signs that nobody sees, such as marks of
/// direction, are left out. Bytes of ASCII are keys, and stay.
package struct TypedBytes {
  /// The beginning of a character that is not whole yet.
  private var begun: [UInt8] = []
  private var ready: ArraySlice<UInt8> = []
  /// Whether a paste has begun in what was given on.
  private var isPasting = false
  /// How many bytes that were given on are the first ones of what begins or ends a paste.
  private var marked = 0

  // What a terminal puts around a paste, as xterm has it.
  private static let beginning = Array("\u{1B}[200~".utf8)
  private static let ending = Array("\u{1B}[201~".utf8)

  package init() {}

  /// Takes away the next byte that can be given on; nothing if another one has to be typed first.
  package mutating func next() -> UInt8? {
    guard let byte = ready.popFirst() else { return nil }
    let mark = isPasting ? Self.ending : Self.beginning
    if byte == mark[marked] {
      marked += 1
    } else {
      marked = byte == mark[0] ? 1 : 0
    }
    if marked == mark.count {
      isPasting.toggle()
      marked = 0
    }
    return byte
  }

  /// Takes away the next byte of what ends a paste, as if nothing more had been typed; nothing outside a paste.
  package mutating func nextOfEnding() -> UInt8? {
    guard isPasting else { return nil }
    begun = []
    ready = Self.ending[marked...]
    return next()
  }

  /// Adds a byte as it was typed.
  package mutating func add(_ byte: UInt8) {
    if 0x80..<0xC0 ~= byte, !begun.isEmpty {
      begun.append(byte)
      if begun.count == Self.length(from: begun[0]) { finish() }
      return
    }
    finish()
    if byte < 0x80 {
      // For readline a line ends at such a byte, and what stands behind it would be lost.
      if byte != 0 { ready.append(byte) }
    } else {
      begun = [byte]
      if Self.length(from: byte) == 1 { finish() }
    }
  }

  /// How many bytes a character has that begins with one; 1 where none does.
  private static func length(from byte: UInt8) -> Int {
    switch byte {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 1
    }
  }

  /// Gives on the character that was begun.
  private mutating func finish() {
    guard !begun.isEmpty else { return }
    let scalar = String(validating: begun, as: UTF8.self)?.unicodeScalars.first
    if scalar?.isPrintable == true {
      ready += begun
    } else if scalar?.properties.generalCategory != .format {
      ready += Array("\u{FFFD}".utf8)
    }
    begun = []
  }
}
