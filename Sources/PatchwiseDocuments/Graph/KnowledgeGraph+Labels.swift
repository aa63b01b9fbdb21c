import Patchwise
import PatchwiseDialogue

// What stands at nodes and edges, before a language of drawings writes it in its own way.

extension KnowledgeGraph.Node {
  /// The widest line of a label, in columns; programs that draw don't break lines themselves.
  private static let width = 36

  /// Its name, and below it the title in short lines.
  var label: [String] {
    let lines = Layout(width: Self.width).text([.paragraph(title)]).split(separator: "\n")
    return [name] + (title == name ? [] : lines.map(String.init))
  }
}

extension KnowledgeGraph.Edge {
  /// What it says; no line for a plain test.
  var label: [String] {
    switch reason {
    case .tests(let definitions): definitions.map(\.name)
    case .asks(let definitions): ["asked when"] + definitions.map(\.name)
    case .raises(let level): [level.id.name] + (endsConsultation ? ["ends the consultation"] : [])
    case .gives: ["gives"]
    }
  }

  /// Whether it leads to a level that ends a consultation.
  var endsConsultation: Bool {
    if case .raises(let level) = reason { level.endsConsultation } else { false }
  }
}
