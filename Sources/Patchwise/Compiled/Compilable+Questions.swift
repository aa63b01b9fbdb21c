// What is asked, and what people say for it.

extension Question: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), ask: try reader.read(), short: try reader.read(),
      domain: try reader.read(), cautiousEnd: try reader.read(), unsure: try reader.read(),
      noneWords: try reader.read(), plainer: try reader.read(), askedWhen: try reader.read(),
      inDoubt: try reader.read(), why: try reader.read(), help: try reader.read(),
      changes: try reader.read(), sources: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(
      id, ask, short, domain, cautiousEnd, unsure, noneWords, plainer, askedWhen, inDoubt, why,
      help, changes, sources)
  }
}

extension Question.Domain: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    switch try reader.byte() {
    case 0: self = .one(try reader.read(), ordered: try reader.read())
    case 1: self = .any(try reader.read())
    case 2: self = .yesNo
    case 3: self = .number(try reader.read(), unit: try reader.read())
    case 4: self = .duration(try reader.read())
    case 5: self = .date
    case 6: self = .ingredients(try reader.read())
    default: throw .malformed
    }
  }
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .one(let options, let isOrdered):
      writer.write(byte: 0)
      writer.write(options, isOrdered)
    case .any(let options):
      writer.write(byte: 1)
      writer.write(options)
    case .yesNo: writer.write(byte: 2)
    case .number(let range, let unit):
      writer.write(byte: 3)
      writer.write(range, unit)
    case .duration(let range):
      writer.write(byte: 4)
      writer.write(range)
    case .date: writer.write(byte: 5)
    case .ingredients(let lexicons):
      writer.write(byte: 6)
      writer.write(lexicons)
    }
  }
}

extension Question.Option: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), label: try reader.read(), also: try reader.read(),
      help: try reader.read(), isWarning: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(id, label, also, help, isWarning) }
}

extension Question.UnsurePolicy: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    switch try reader.byte() {
    case 0: self = .any
    case 1: self = .option(try reader.read())
    case 2: self = .refused
    default: throw .malformed
    }
  }
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .any: writer.write(byte: 0)
    case .option(let option):
      writer.write(byte: 1)
      writer.write(option)
    case .refused: writer.write(byte: 2)
    }
  }
}

extension Question.End: Compilable {}
extension Question.InDoubt: Compilable {}
extension Question.Change: Compilable {}

extension Question.Section: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(id: try reader.read(), title: try reader.read(), questions: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(id, title, questions) }
}

extension ConsultationKind: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), title: try reader.read(), also: try reader.read(),
      hints: try reader.read(), sections: try reader.read(), decides: try reader.read())
  }
  func write(to writer: inout CompiledWriter) {
    writer.write(id, title, also, hints, sections, decides)
  }
}

extension Hint: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(try reader.read(), try reader.read(), phrases: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(question, option, phrases) }
}

extension Lexicon: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(id: try reader.read(), tags: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(id, tags) }
}

extension Lexicon.Tag: Compilable {
  init(from reader: inout CompiledReader) throws(CompiledKnowledgeError) {
    self.init(
      id: try reader.read(), label: try reader.read(), names: try reader.read(),
      phrases: try reader.read())
  }
  func write(to writer: inout CompiledWriter) { writer.write(id, label, names, phrases) }
}
