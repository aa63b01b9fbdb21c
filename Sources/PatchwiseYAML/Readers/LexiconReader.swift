import Patchwise

/// Reads a lexicon, which is nothing but its tags.
enum LexiconReader {
  static func lexicon(_ entry: Entry) -> Lexicon {
    Lexicon(id: entry.id(), tags: tags(entry))
  }

  private static func tags(_ lexicon: Entry) -> [Lexicon.Tag] {
    guard case .mapping(let pairs) = lexicon.value.content, !pairs.isEmpty else {
      lexicon.log.damage(lexicon.name)
      lexicon.log.report(
        lexicon.value.isMapping ? .emptyList : .wrongShape,
        "\(lexicon.owner) must be a mapping with at least one tag", at: lexicon.location,
        help: "write 'TAG: { label: …, names: […] }' below it")
      return []
    }
    return pairs.map { tag(Entry(kind: "tag", name: $0.key, value: $0.value, log: lexicon.log)) }
  }

  private static func tag(_ entry: Entry) -> Lexicon.Tag {
    let fields = entry.fields(.tag)
    // One of the two has to be there.
    let names = fields["phrases"] == nil ? fields.neededTexts("names") : fields.texts("names")
    return Lexicon.Tag(
      id: entry.id(), label: fields.neededText("label"), names: names,
      phrases: fields.texts("phrases"))
  }
}
