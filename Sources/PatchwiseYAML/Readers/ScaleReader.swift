import Patchwise

/// Reads what is said about a scale and its levels.
enum ScaleReader {
  static func scale(_ entry: Entry) -> Scale {
    let fields = entry.fields(.scale)
    let levels = levels(fields)
    if levels.isEmpty { entry.log.damage(entry.name) }
    return Scale(
      id: entry.id(), title: fields.text("title"), levels: levels,
      otherwise: fields.name("otherwise"), isHint: fields.flag("hint"))
  }

  /// A list of names, or a mapping of names to what is said at each level.
  private static func levels(_ fields: Fields) -> [Scale.Level] {
    guard let pair = fields.needed("levels").flatMap(fields.filled) else { return [] }
    switch pair.value.content {
    case .mapping:
      return fields.neededEntries("levels", of: "level").map(level)
    case .list(let items):
      return items.compactMap { item in
        fields.text(item: item, of: pair.key).map { name in
          level(
            Entry(kind: "level", name: name, value: .nothing(at: item.location), log: fields.log))
        }
      }
    case .text:
      fields.wrongShape(pair, mustBe: "a list or a mapping", help: "write 'levels: [low, high]'")
      return []
    }
  }

  /// A level can do without a word about it.
  private static func level(_ entry: Entry) -> Scale.Level {
    if entry.name.string == "unsure" {
      entry.log.report(
        .badName, "no level can be called 'unsure', which every question understands by itself",
        at: entry.location)
    }
    let said = entry.value.isAbsent ? .nothing(at: entry.value.location) : entry.value
    let fields = Fields(said, .level, of: entry.owner, at: entry.location, log: entry.log)
    return Scale.Level(
      id: entry.id(),
      title: fields.text("title"),
      also: fields.texts("also"),
      say: fields.textOrTexts("say"),
      plan: fields.name("plan"),
      endsConsultation: fields.flag("ends the consultation"),
      isToldAtOnce: fields.flag("tell at once"),
      sources: fields.citations)
  }
}
