import Patchwise

extension KnowledgeGraph {
  /// The graph as a flowchart of Mermaid; it ends with a line break.
  ///
  /// Questions are rounded, rules are boxes, scales have six corners, and tested advice is a flag. A scale
  /// with a level that ends a consultation has a double line, and what raises to that level a thick one.
  public var mermaid: String {
    let nodes = nodes.map { node in
      let (left, right) = node.brackets
      return "  \(node.id)\(left)\(Self.quoted(node.label))\(right)"
    }
    let edges = edges.map { edge in
      let label = edge.label.isEmpty ? "" : "|\(Self.quoted(edge.label))|"
      return "  \(edge.from) \(edge.arrow)\(label) \(edge.to)"
    }
    return (["flowchart LR"] + nodes + edges).map { "\($0)\n" }.joined()
  }

  /// A quoted string in which nothing means more than it says.
  ///
  /// Labels are read as Markdown and as HTML, and the whole text for comments, styles and directives, so
  /// that every sign but the plainest is written by its number.
  private static func quoted(_ lines: [String]) -> String {
    "\"\(lines.map(escaped).joined(separator: "<br>"))\""
  }

  private static func escaped(_ line: String) -> String {
    let scalars = line.printable.unicodeScalars.enumerated().map { place, scalar in
      // What begins a line might begin a list.
      let isPlain =
        !scalar.isASCII || scalar.properties.isAlphabetic
        || place > 0 && "0123456789 .,?!'()/-".unicodeScalars.contains(scalar)
      return isPlain ? String(scalar) : "#\(scalar.value);"
    }
    // Nor is an address a link.
    return scalars.joined().replacing("www.", with: "www#46;")
  }
}

extension KnowledgeGraph.Node {
  /// What stands around the label and shows what it is.
  fileprivate var brackets: (left: String, right: String) {
    switch kind {
    case .question: ("([", "])")
    case .rule: ("[", "]")
    case .scale: endsConsultation ? ("[[", "]]") : ("{{", "}}")
    case .advice: (">", "]")
    }
  }
}

extension KnowledgeGraph.Edge {
  /// A dotted arrow to a follow-up question, a thick one to an end, and otherwise a plain one.
  fileprivate var arrow: String {
    if case .asks = reason { return "-.->" }
    return endsConsultation ? "==>" : "-->"
  }
}
