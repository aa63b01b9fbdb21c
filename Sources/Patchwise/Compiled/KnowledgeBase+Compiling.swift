extension KnowledgeBase {
  /// Returns its compiled form, the same for the same knowledge.
  ///
  /// - Parameter origin: A sum over what it was made from.
  /// - Returns: The bytes, from which `CompiledKnowledge` reads it again.
  package func compiled(from origin: UInt64) -> [UInt8] {
    var writer = CompiledWriter()
    var parts = CompiledKnowledge.Part.allCases.map { part in
      writer.part { write(part, to: &$0) }
    }
    // All names are known only now.
    parts[CompiledKnowledge.Part.names.rawValue] = writer.table
    let contents = writer.part { writer in
      CompiledKnowledge.Contents(
        lengths: parts.map(\.count), nameCount: writer.nameCount, files: writer.files
      ).write(to: &writer)
    }
    let rest = contents + parts.joined()
    func form(_ sum: UInt64) -> [UInt8] {
      writer.part { writer in
        writer.write(word: CompiledKnowledge.Header.mark)
        writer.write(word: UInt64(CompiledKnowledge.Header.count + rest.count))
        writer.write(word: sum)
        writer.write(word: origin)
        writer.write(word: UInt64(contents.count))
      } + rest
    }
    let unsealed = form(0)
    return form(CompiledKnowledge.Header.sum(unsealed.span.bytes))
  }

  private func write(_ part: CompiledKnowledge.Part, to writer: inout CompiledWriter) {
    switch part {
    case .names: break
    case .front: CompiledKnowledge.Front(self).write(to: &writer)
    case .sources: writer.write(knowledge.sources)
    case .questions: writer.write(knowledge.questions)
    case .definitions: writer.write(knowledge.definitions)
    case .scales: writer.write(knowledge.scales)
    case .rules: writer.write(knowledge.rules)
    case .advice: writer.write(knowledge.advice)
    case .plans: writer.write(knowledge.plans)
    case .topics: writer.write(knowledge.topics)
    case .alarms: writer.write(knowledge.alarms)
    case .hints: writer.write(knowledge.hints)
    case .lexicons: writer.write(knowledge.lexicons)
    case .promises: writer.write(knowledge.promises)
    case .conditions: writer.write(conditions)
    }
  }
}
