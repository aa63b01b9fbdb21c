#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A key that stands twice in one object of a JSON text, which decoders pass over in silence.
enum RepeatedKey {
  /// Returns the first such key of a text that is known to be JSON.
  ///
  /// - Complexity: Proportional to the length of the text.
  static func first(in text: String) -> String? {
    // The keys of each object around the place; nothing for a list.
    var around: [Set<String>?] = []
    var isKey = false
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "{"):
        around.append([])
        isKey = true
      case UInt8(ascii: "["):
        around.append(nil)
        isKey = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = around.popLast()
      case UInt8(ascii: ","): isKey = around.last.map { $0 != nil } ?? false
      case UInt8(ascii: ":"): isKey = false
      case UInt8(ascii: "\""):
        let literal = literal(in: &rest)
        guard isKey, var keys = around.popLast() ?? nil else { continue }
        let key = string(literal)
        guard keys.insert(key).inserted else { return key }
        around.append(keys)
      default: break
      }
    }
    return nil
  }

  /// Takes the rest of a string from a text, and returns the string as it is written.
  private static func literal(in rest: inout Substring.UTF8View) -> String {
    let text = rest
    var isEscaped = false
    while let byte = rest.popFirst(), isEscaped || byte != UInt8(ascii: "\"") {
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return "\"" + Substring(text[..<rest.startIndex])
  }

  /// What a string says that is written so.
  private static func string(_ literal: String) -> String {
    (try? JSONDecoder().decode(String.self, from: Data(literal.utf8))) ?? literal
  }
}
