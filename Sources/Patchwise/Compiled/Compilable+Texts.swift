extension Identifier: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(try reader.name(), at: try reader.location())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(name: name)
    writer.write(location: location)
  }
}

extension AuthoredText: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    let (string, location) = (try reader.string(), try reader.location())
    // Lines of a text follow one another, so each is told from the one before.
    var line = location?.line ?? 0
    var runs: [Run] = []
    for _ in 0..<(try reader.count()) {
      line &+= try reader.read() as Int
      let place = ScalarPlace(line: line, column: try reader.read())
      let run = Run(first: place, count: try reader.read(), isSideBySide: try reader.read())
      guard run.count > 0, run.count <= string.utf8.count else { throw .malformed }
      runs.append(run)
    }
    self.init(string, at: location, runs: runs)
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(string: string)
    writer.write(location: location)
    writer.write(number: UInt64(runs.count))
    var line = location?.line ?? 0
    for run in runs {
      writer.write(run.first.line &- line, run.first.column, run.count, run.isSideBySide)
      line = run.first.line
    }
  }
}

extension TimeSpan: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(seconds: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(seconds) }
}

extension Moment: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(seconds: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(seconds) }
}

extension Review: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(by: try reader.read(), on: try reader.read(), covers: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(by, on, covers) }
}
