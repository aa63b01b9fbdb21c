/// Everything that a value holds, places in files included, which do not count where values are compared.
package struct Whole: Hashable, CustomStringConvertible {
  /// A line for every part.
  package let description: String

  /// Looks into a value.
  package init(_ value: some Any) {
    var text = ""
    dump(value, to: &text)
    description = text
  }

  /// The first line that another one has not, and what it has there; nothing if they are the same.
  package func difference(from other: Whole) -> String? {
    let lines = description.split(separator: "\n")
    let others = other.description.split(separator: "\n")
    guard lines != others else { return nil }
    let place = zip(lines, others).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let place else { return "\(lines.count) lines and \(others.count)" }
    return "line \(place + 1): \(lines[place]) and \(others[place])"
  }
}
