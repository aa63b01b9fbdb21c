import Patchwise

/// Reads rules, definitions and promises: what holds, and what follows.
enum RuleReader {
  static func rule(_ entry: Entry) -> Rule {
    let fields = entry.fields(.rule)
    let raises = fields["raise"].map(fields.raises) ?? []
    let advises: [Identifier<Advice>] = fields.names("advise")
    let isWritten = fields["raise"] != nil || fields["advise"] != nil || !fields.isMapping
    if raises.isEmpty && advises.isEmpty && isWritten { entry.log.damage(entry.name) }
    return Rule(
      id: entry.id(),
      when: fields.neededText("when"),
      unless: fields.text("unless"),
      raises: raises,
      because: fields.neededText("because"),
      advises: advises,
      sources: fields.citations)
  }

  static func definition(_ entry: Entry) -> Definition {
    Definition(id: entry.id(), condition: entry.text() ?? "")
  }

  static func promise(_ entry: Entry) -> Promise {
    let fields = entry.fields(.promise)
    return Promise(
      id: entry.id(), whenever: fields.neededText("whenever"), then: fields.neededText("then"),
      in: fields.names("in"), sources: fields.citations)
  }
}
