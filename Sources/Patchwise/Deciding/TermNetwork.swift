/// What decides, as terms that each hold where all of their literals do.
///
/// A term holds until something crosses it out: an answer, or a term that did or did not hold itself. So
/// what is decided for one person takes a look at what the answers cross out, and at nothing else.
/// `Crossings` is the form in which that is fast; this is how it is built.
struct TermNetwork: DecisionNetwork {
  /// What a literal is about.
  enum Signal: Hashable {
    case always
    case isAmong(UInt64, question: Int)
    case includes(Int, of: UInt64, question: Int)
    case reaches(Int, question: Int)
    case term([Literal])
    case joint(holds: Literal, fails: Literal)
    /// A term of one literal, so that this can be read.
    case outcome(Literal)
  }

  private(set) var signals: [Signal] = [.always]
  /// For each signal, how many others come one after the other before it.
  private(set) var depths = [0]
  let inputs: [DecisionInput]
  private var known: [Signal: Literal] = [:]

  init(_ inputs: [DecisionInput]) { self.inputs = inputs }

  private mutating func literal(_ signal: Signal) -> Literal {
    if let literal = known[signal] { return literal }
    let literal = Literal(2 * signals.count)
    known[signal] = literal
    signals.append(signal)
    let depth =
      switch signal {
      case .always, .isAmong, .includes, .reaches: 0
      case .term(let parts): parts.reduce(0) { max($0, depths[Int($1 / 2)]) } + 1
      case .joint(let holds, let fails): max(depths[Int(holds / 2)], depths[Int(fails / 2)]) + 1
      case .outcome(let literal): depths[Int(literal / 2)] + 1
      }
    depths.append(depth)
    return literal
  }

  mutating func isAmong(_ mask: UInt64, _ question: Int) -> Literal {
    literal(.isAmong(mask, question: question))
  }

  mutating func includes(_ count: Int, of mask: UInt64, _ question: Int) -> Literal {
    literal(.includes(count, of: mask, question: question))
  }

  mutating func reaches(_ cut: Int, _ question: Int) -> Literal {
    literal(.reaches(cut, question: question))
  }

  mutating func all(_ literals: [Literal]) -> Literal {
    guard let parts = Self.simplified(literals) else { return .never }
    return parts.count > 1 ? literal(.term(parts)) : parts.first ?? .always
  }

  mutating func join(holds: Literal, fails: Literal) -> Literal {
    if holds == fails.opposite { return holds }
    return literal(.joint(holds: outcome(holds), fails: outcome(fails)))
  }

  mutating func outcome(_ literal: Literal) -> Literal {
    if literal & 1 == 0, case .term = signals[Int(literal / 2)] { return literal }
    return self.literal(.outcome(literal))
  }
}
