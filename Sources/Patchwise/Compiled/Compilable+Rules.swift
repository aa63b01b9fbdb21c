// What is decided, and what decides it.

extension Definition: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(id: try reader.read(), condition: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(id, condition) }
}

extension Scale: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), title: try reader.read(), levels: try reader.read(),
      otherwise: try reader.read(), isHint: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(id, title, levels, otherwise, isHint) }
}

extension Scale.Level: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), title: try reader.read(), also: try reader.read(),
      say: try reader.read(), plan: try reader.read(), endsConsultation: try reader.read(),
      isToldAtOnce: try reader.read(), sources: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(id, title, also, say, plan, endsConsultation, isToldAtOnce, sources)
  }
}

extension Rule: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), when: try reader.read(), unless: try reader.read(),
      raises: try reader.read(), because: try reader.read(), advises: try reader.read(),
      sources: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(id, when, unless, raises, because, advises, sources)
  }
}

extension Rule.Raise: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(try reader.read(), to: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(scale, level) }
}

extension Alarm: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), phrases: try reader.read(), doubtful: try reader.read(),
      raises: try reader.read(), advises: try reader.read(), sources: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(id, phrases, doubtful, raises, advises, sources)
  }
}

extension Promise: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), whenever: try reader.read(), then: try reader.read(),
      in: try reader.read(), sources: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(id, whenever, then, consultations, sources)
  }
}
