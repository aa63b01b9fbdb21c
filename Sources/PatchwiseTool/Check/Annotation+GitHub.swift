import Patchwise

extension Annotation {
  /// The annotation as a workflow command, which GitHub reads from what a job writes.
  ///
  /// What `%`, line breaks, `:` and `,` would break off is escaped, as the runner undoes it.
  var workflowCommand: String {
    var properties: [(key: String, value: String)] = []
    if let place { properties.append(("file", place.path)) }
    if let span = place?.span {
      properties += [
        ("line", "\(span.line)"), ("col", "\(span.column)"), ("endColumn", "\(span.endColumn)"),
      ]
    }
    properties.append(("title", code.rawValue))
    let text = properties.map { "\($0.key)=\(Self.escaped($0.value, alsoIn: ":,"))" }
    return "::\(command) \(text.joined(separator: ","))::\(Self.escaped(message))"
  }

  private var command: String {
    switch weight {
    case .error: "error"
    case .warning: "warning"
    case .notice: "notice"
    }
  }

  private static func escaped(_ text: String, alsoIn signs: String = "") -> String {
    text.unicodeScalars.map { scalar in
      guard "%\r\n\(signs)".unicodeScalars.contains(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}
