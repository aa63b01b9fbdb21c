// What is told, and what it rests on.

extension Advice: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), say: try reader.read(), place: try reader.read(),
      onlyAt: try reader.read(), order: try reader.read(), sources: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(id, say, place, onlyAt, order, sources)
  }
}

extension Advice.Limit: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(try reader.read(), to: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(scale, levels) }
}

extension Advice.Place: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    switch try reader.byte() {
    case 0: self = .general
    case 1: self = .instead
    case 2: self = .scale(try reader.read())
    default: throw .malformed
    }
  }
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .general: writer.write(byte: 0)
    case .instead: writer.write(byte: 1)
    case .scale(let scale):
      writer.write(byte: 2)
      writer.write(scale)
    }
  }
}

extension Topic: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), title: try reader.read(), askedAs: try reader.read(),
      consultations: try reader.read(), verdict: try reader.read(), answer: try reader.read(),
      sources: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(id, title, askedAs, consultations, verdict, answer, sources)
  }
}

extension Topic.Verdict: Compilable {}

extension Source: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), title: try reader.read(), publisher: try reader.read(),
      year: try reader.read(), address: try reader.read(), evidence: try reader.read(),
      seen: try reader.read(), reviewed: try reader.read(), reviewBy: try reader.read(),
      note: try reader.read(), facts: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(
      id, title, publisher, year, address, evidence, seen, reviewed, reviewBy, note, facts)
  }
}

extension Source.Evidence: Compilable {}
extension Source.Seen: Compilable {}

extension Source.Fact: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(id: try reader.read(), seen: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(id, seen) }
}
