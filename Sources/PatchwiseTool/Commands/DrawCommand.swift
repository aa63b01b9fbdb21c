import ArgumentParser
import Patchwise
import PatchwiseDocuments

/// `patchwise draw`: knowledge as a graph, for a program that draws.
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: "Draw which questions decide what.",
    discussion: """
      Writes the questions, the rules that test them and the scales that these raise as a graph: in \
      the DOT language of Graphviz, or as a flowchart of Mermaid. All of it is much to look at: draw \
      one consultation, what one question has an influence on, or that within a consultation.
        patchwise draw --consultation fit | dot -Tsvg >fit.svg
      A level that ends the consultation has a thick line.
      """)

  /// The languages that it can be written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case dot, mermaid
  }

  @OptionGroup var knowledge: KnowledgeOption

  @Option(help: ArgumentHelp("Draw what can decide this consultation.", valueName: "id"))
  var consultation: String?

  @Option(help: ArgumentHelp("Draw what this question has an influence on.", valueName: "id"))
  var question: String?

  @Option(help: "The language to draw in.")
  var format = Format.dot

  func run() throws {
    let graph = try graph(of: knowledge.load())
    switch format {
    case .dot: try Console.write(graph.dot)
    case .mermaid: try Console.write(graph.mermaid)
    }
  }

  private func graph(of base: KnowledgeBase) throws -> KnowledgeGraph {
    let whole: KnowledgeGraph
    do {
      whole =
        try consultation.map { id throws(UnknownConsultation) in
          try KnowledgeGraph(of: Identifier(id), in: base)
        } ?? KnowledgeGraph(base)
    } catch {
      throw ValidationError("\(error)")
    }
    guard let question else { return whole }
    if let graph = whole.influence(of: Identifier(question)) { return graph }
    let names = whole.nodes.filter { $0.kind == .question }.map(\.name)
    if let consultation, base.question(Identifier(question)) != nil {
      throw ValidationError("The consultation '\(consultation)' never asks '\(question)'.")
    }
    throw ValidationError(
      UnknownName.text(
        "question", question, among: names, otherwise: "Without --question, all of them are drawn.")
    )
  }
}
