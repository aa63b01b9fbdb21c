public import Patchwise

/// Knowledge as a graph: which rules test which questions, and which scales these raise.
///
/// Its order is that of the knowledge: the same knowledge gives the same graph, and the same text.
public struct KnowledgeGraph: Hashable, Sendable {
  /// The questions, rules, scales and tested advice, in this order of kinds.
  public let nodes: [Node]
  /// What leads from one node to another, in the order of the nodes that it leads to or comes from.
  public let edges: [Edge]

  /// Something in the knowledge that is asked, decides or is decided.
  public struct Node: Hashable, Sendable, Identifiable {
    /// What it is.
    public let kind: Kind
    /// The name it is referred to by in the knowledge.
    public let name: String
    /// What a person reads of it.
    public let title: String
    /// Whether it is a scale with a level that ends a consultation.
    public let endsConsultation: Bool

    /// The kind and the name, such as `rule-soft`, which no other node of the graph has.
    public var id: String { Self.id(kind, name) }

    static func id(_ kind: Kind, _ name: String) -> String { "\(kind.rawValue)-\(name)" }
  }

  /// What a node is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A question.
    case question
    /// A rule.
    case rule
    /// A scale, inner ones included.
    case scale
    /// Advice, which is a node only where some condition tests whether it is given.
    case advice
  }

  /// One node having something to do with another.
  public struct Edge: Hashable, Sendable {
    /// The node that it comes from.
    public let from: Node.ID
    /// The node that it leads to.
    public let to: Node.ID
    /// What the one has to do with the other.
    public let reason: Reason
  }

  /// What one node has to do with another.
  public enum Reason: Hashable, Sendable {
    /// The second, a rule, tests the first; in these definitions, if there are any.
    case tests(in: [Identifier<Definition>])
    /// The second, a question, is asked only when the first is in some way; in these definitions.
    case asks(in: [Identifier<Definition>])
    /// The first, a rule, raises the second, a scale, to this level.
    case raises(Scale.Level)
    /// The first, a rule, gives the second, which is advice.
    case gives
  }

  /// Draws all of some knowledge.
  ///
  /// - Complexity: Proportional to the length of the knowledge.
  public init(_ base: KnowledgeBase) {
    let knowledge = base.knowledge
    let asking = knowledge.questions.flatMap { question -> [Edge] in
      guard let condition = base.askedWhen(question.id) else { return [] }
      return Mentions(of: condition, in: base).list.map {
        Edge(from: $0.node, to: Node.id(.question, question.id.name), reason: .asks(in: $0.places))
      }
    }
    let testing = knowledge.rules.map { rule in
      Mentions(of: base.condition(of: rule), in: base).list.map {
        Edge(from: $0.node, to: Node.id(.rule, rule.id.name), reason: .tests(in: $0.places))
      }
    }
    let tested = Set((asking + testing.joined()).map(\.from))
    let advice = knowledge.advice.filter { tested.contains(Node.id(.advice, $0.id.name)) }
    let leading = zip(knowledge.rules, testing).flatMap { rule, tests in
      tests + Self.effects(of: rule, giving: Set(advice.map(\.id)), in: base)
    }
    nodes =
      knowledge.questions.map { Node(.question, $0.id.name, $0.ask.string) }
      + knowledge.rules.map { Node(.rule, $0.id.name, $0.because.string) }
      + knowledge.scales.map { scale in
        Node(
          .scale, scale.id.name, scale.name,
          endsConsultation: scale.levels.contains(where: \.endsConsultation))
      } + advice.map { Node(.advice, $0.id.name, $0.say.string) }
    edges = asking + leading
  }

  /// Draws what can decide a consultation.
  ///
  /// These are the questions that it may ask, the scales that it decides, the rules that can raise these,
  /// the inner scales that such rules or questions test, and so on. A rule that rests on questions
  /// which the consultation never asks is left out.
  ///
  /// - Parameters:
  ///   - id: The kind of consultation.
  ///   - base: The knowledge.
  /// - Throws: `UnknownConsultation` if there is no such kind.
  public init(
    of id: Identifier<ConsultationKind>, in base: KnowledgeBase
  ) throws(UnknownConsultation) {
    let consultation = try Consultation(id, in: base)
    let asked = base.sections(of: consultation.kind).flatMap(\.questions)
    let possible = Self(base).keeping { node in
      switch node.kind {
      case .question: asked.contains(Identifier(node.name))
      case .rule: consultation.truth(of: Identifier<Rule>(node.name)) != .false
      case .scale, .advice: true
      }
    }
    let ends =
      asked.map { Node.id(.question, $0.name) }
      + consultation.kind.decides.map { Node.id(.scale, $0.name) }
    let back = Dictionary(grouping: possible.edges, by: \.to).mapValues { $0.map(\.from) }
    let behind = Self.reachable(from: ends) { back[$0] ?? [] }
    self = possible.keeping { behind.contains($0.id) }
  }

  /// Returns what a question has an influence on: the rules that test it and the questions that are asked
  /// because of it, the scales that these rules raise, the rules that test those, and so on.
  ///
  /// - Returns: Nothing if the question is not in the graph.
  public func influence(of question: Identifier<Question>) -> KnowledgeGraph? {
    let start = Node.id(.question, question.name)
    guard nodes.contains(where: { $0.id == start }) else { return nil }
    let next = Dictionary(grouping: edges, by: \.from).mapValues { $0.map(\.to) }
    let reached = Self.reachable(from: [start]) { next[$0] ?? [] }
    return keeping { reached.contains($0.id) }
  }

  // MARK: Parts

  private init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges
  }

  /// Some of the nodes, with the edges among them.
  private func keeping(_ isKept: (Node) -> Bool) -> KnowledgeGraph {
    let kept = nodes.filter(isKept)
    let ids = Set(kept.map(\.id))
    return KnowledgeGraph(
      nodes: kept, edges: edges.filter { ids.contains($0.from) && ids.contains($0.to) })
  }

  private static func reachable(
    from starts: [Node.ID], by next: (Node.ID) -> [Node.ID]
  ) -> Set<Node.ID> {
    var reached = Set(starts)
    var rest = starts
    while let node = rest.popLast() {
      rest += next(node).filter { reached.insert($0).inserted }
    }
    return reached
  }

  /// What a rule leads to.
  private static func effects(
    of rule: Rule, giving tested: Set<Identifier<Advice>>, in base: KnowledgeBase
  ) -> [Edge] {
    let from = Node.id(.rule, rule.id.name)
    let raises = rule.raises.compactMap { raise -> Edge? in
      guard let level = base.scale(raise.scale)?.levels.first(where: { $0.id == raise.level })
      else { return nil }
      return Edge(from: from, to: Node.id(.scale, raise.scale.name), reason: .raises(level))
    }
    let gives = rule.advises.filter(tested.contains).map {
      Edge(from: from, to: Node.id(.advice, $0.name), reason: .gives)
    }
    return raises + gives
  }
}

extension KnowledgeGraph.Node {
  fileprivate init(
    _ kind: KnowledgeGraph.Kind, _ name: String, _ title: String, endsConsultation: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.endsConsultation = endsConsultation
  }
}

/// What a condition tests, each thing once, with the definitions in which it does.
private struct Mentions {
  private(set) var list: [(node: KnowledgeGraph.Node.ID, places: [Identifier<Definition>])] = []
  private var seen: Set<Identifier<Definition>> = []

  init(of condition: Condition, in base: KnowledgeBase) { add(condition, nil, base) }

  private mutating func add(
    _ condition: Condition, _ definition: Identifier<Definition>?, _ base: KnowledgeBase
  ) {
    for test in condition.ownTests { add(test.subject.node, definition) }
    for id in condition.mentionedDefinitions where seen.insert(id).inserted {
      add(base.condition(of: id), id, base)
    }
  }

  private mutating func add(
    _ node: KnowledgeGraph.Node.ID, _ definition: Identifier<Definition>?
  ) {
    let place = list.firstIndex { $0.node == node } ?? list.count
    if place == list.count { list.append((node, [])) }
    if let definition, !list[place].places.contains(definition) {
      list[place].places.append(definition)
    }
  }
}

extension Condition.Subject {
  /// The node that it is.
  fileprivate var node: KnowledgeGraph.Node.ID {
    switch self {
    case .question(let id): KnowledgeGraph.Node.id(.question, id.name)
    case .scale(let id): KnowledgeGraph.Node.id(.scale, id.name)
    case .advice(let id): KnowledgeGraph.Node.id(.advice, id.name)
    }
  }
}
