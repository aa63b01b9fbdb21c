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
        let string = string(in: &rest)
        guard isKey, var keys = around.popLast() ?? nil else { continue }
        guard keys.insert(string).inserted else { return string }
        around.append(keys)
      default: break
      }
    }
    return nil
  }

  /// Takes the rest of a string from a text, and returns what it says.
  private static func string(in rest: inout Substring.UTF8View) -> String {
    let text = rest
    var isEscaped = false
    while let byte = rest.popFirst(), isEscaped || byte != UInt8(ascii: "\"") {
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    let literal = "\"" + Substring(text[..<rest.startIndex])
    return (try? JSONDecoder().decode(String.self, from: Data(literal.utf8))) ?? literal
  }
}
