import Patchwise

/// Reads what is said about a piece of advice.
enum AdviceReader {
  static func advice(_ entry: Entry) -> Advice {
    let fields = entry.fields(.advice)
    return Advice(
      id: entry.id(),
      say: fields.neededText("say"),
      place: place(fields),
      onlyAt: fields["only at"].map(fields.limits) ?? [],
      order: fields.wholeNumber("order", in: 0...10_000) ?? Advice.defaultOrder,
      sources: fields.citations)
  }

  /// `instead`, or the name of a scale.
  private static func place(_ fields: Fields) -> Advice.Place {
    guard let scale: Identifier<Scale> = fields.name("under") else { return .general }
    return scale.name == "instead" ? .instead : .scale(scale)
  }
}
