import Patchwise

/// Reads what may be said for the options of a question.
enum HintReader {
  static func hints(_ entry: Entry) -> [Hint] {
    guard case .mapping(let pairs) = entry.value.content, !pairs.isEmpty else {
      entry.log.report(
        entry.value.isMapping ? .emptyList : .wrongShape,
        "\(entry.owner) must be a mapping with at least one option", at: entry.location,
        help: "write 'OPTION: [PHRASE]' below it")
      return []
    }
    let options = pairs.map(\.key.string)
    let fields = entry.fields(Shape("hints", options))
    return options.map { option in
      Hint(
        entry.id(), Identifier(option, at: fields[option]?.key.location),
        phrases: fields.neededTexts(option))
    }
  }
}
