import Patchwise

extension KnowledgeGraph {
  /// The graph in the DOT language of Graphviz; it ends with a line break.
  ///
  /// Questions are rounded, rules are boxes, scales are octagons, and tested advice is a note. A scale with
  /// a level that ends a consultation has a double line, and what raises to that level a thick one.
  public var dot: String {
    let head = ["digraph knowledge {", "  rankdir=LR", "  node [shape=box]"]
    let nodes = nodes.map { "  \"\($0.id)\" [\($0.shape)label=\(Self.quoted($0.label))]" }
    let edges = edges.map { "  \"\($0.from)\" -> \"\($0.to)\"\($0.attributes)" }
    return (head + nodes + edges + ["}"]).map { "\($0)\n" }.joined()
  }

  /// A quoted string in which nothing means more than it says.
  ///
  /// A backslash would begin a line break or the name of a node, an ampersand a letter of HTML.
  fileprivate static func quoted(_ lines: [String]) -> String {
    let texts = lines.map { line in
      line.printable.unicodeScalars.map { scalar in
        switch scalar {
        case "\\": "\\\\"
        case "\"": "\\\""
        case "&": "&amp;"
        default: String(scalar)
        }
      }.joined()
    }
    return "\"\(texts.joined(separator: "\\n"))\""
  }
}

extension KnowledgeGraph.Node {
  /// The attributes that show what it is, up to the next one.
  fileprivate var shape: String {
    switch kind {
    case .question: "style=rounded "
    case .rule: ""
    case .scale: endsConsultation ? "shape=doubleoctagon " : "shape=octagon "
    case .advice: "shape=note "
    }
  }
}

extension KnowledgeGraph.Edge {
  /// Its attributes, in brackets; nothing where there are none.
  fileprivate var attributes: String {
    var attributes = label.isEmpty ? [] : ["label=\(KnowledgeGraph.quoted(label))"]
    if case .asks = reason { attributes.append("style=dashed") }
    if endsConsultation { attributes.append("style=bold") }
    return attributes.isEmpty ? "" : " [\(attributes.joined(separator: " "))]"
  }
}
