import Patchwise

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Values as JSON.
enum JSONText {
  private static let encoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  /// Returns a value on one line, its keys sorted, and what could steer a terminal escaped.
  static func line(of value: some Encodable) -> String {
    // Strings, numbers and lists of them can always be written.
    let text = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    guard text.printable != text else { return text }
    return text.unicodeScalars.map { scalar in
      scalar.isPrintable ? String(scalar) : String(scalar).utf16.map(escape).joined()
    }.joined()
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
