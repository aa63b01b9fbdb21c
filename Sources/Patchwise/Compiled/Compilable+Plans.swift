// Courses of days.

extension Plan: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), title: try reader.read(), steps: try reader.read(),
      readings: try reader.read(), stopSigns: try reader.read(), lasts: try reader.read(),
      watch: try reader.read(), then: try reader.read(), followUp: try reader.read(),
      sources: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(id, title, steps, readings, stopSigns, lasts, watch, then, followUp, sources)
  }
}

extension Plan.Step: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(try reader.read(), every: try reader.read(), sources: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(text, every, sources) }
}

extension Plan.Reading: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), at: try reader.read(), within: try reader.read(),
      lookFor: try reader.read(), sources: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(id, at, within, lookFor, sources) }
}

extension Plan.FollowUp: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      try reader.read(), answers: try reader.read(), since: try reader.read(),
      duringSteps: try reader.read(), duringWatch: try reader.read(), sinceSteps: try reader.read(),
      late: try reader.read(), missed: try reader.read(), ends: try reader.read(),
      reaches: try reader.read(), learnt: try reader.read(), compares: try reader.read(),
      again: try reader.read(), between: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(
      consultation, answers, since, duringSteps, duringWatch, sinceSteps, late, missed, ends,
      reaches, learnt, compares, again, between)
  }
}

extension Plan.FollowUp.Again: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(after: try reader.read(), from: try reader.read(), answers: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(after, from, answers) }
}

extension Plan.FollowUp.Between: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(try reader.read(), answers: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(consultation, answers) }
}

extension Plan.FollowUp.Choice: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(try reader.read(), try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(question, option) }
}
