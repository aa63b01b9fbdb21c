import Patchwise

/// Gathers what all files say into one.
///
/// What is declared comes in the order of the files, and within a file in its order.
struct KnowledgeReader {
  private(set) var knowledge: Knowledge
  private var tables: [Table] = []
  private let log: DiagnosticLog

  /// Starts with what only the root file says.
  init(root: Fields) {
    log = root.log
    guard !root.isMapping || Self.neededKeys.contains(where: { root[$0] != nil }) else {
      log.report(
        .missingKey, "\(root.owner) is no root file, which has the keys \(Self.neededKeyList)",
        at: root.location, help: "name the file that includes it, or add them")
      log.loseNames()
      knowledge = Knowledge(id: "", title: "", version: "")
      read(root)
      return
    }
    knowledge = Knowledge(
      id: Self.name(root), title: root.neededText("title"), version: root.neededText("version"),
      welcome: root.texts("welcome"), notUnderstood: root.texts("not understood"),
      neverSay: root.texts("never say"))
    knowledge.reviews = root.items("reviews").compactMap { [log] in
      SourceReader.review($0, log: log)
    }
    read(root)
  }

  private static let neededKeys = ["knowledge", "title", "version"]
  private static let neededKeyList = "'knowledge', 'title' and 'version'"

  private static func name(_ root: Fields) -> Identifier<Knowledge> {
    let text = root.neededText("knowledge")
    if !text.string.isEmpty { root.log.checkSpelling(of: text, kind: "knowledge base") }
    return Identifier(text.string, at: text.location)
  }

  /// Adds what an included file says.
  mutating func readIncluded(_ file: Fields) {
    for key in Shape.rootKeys {
      file.misplaced(
        key, "key '\(key)' belongs to the root file alone", help: "move it there, or remove it")
    }
    read(file)
  }

  /// Adds the rules that tables stand for; after this nothing more can be read.
  mutating func finish() {
    let expansion = TableExpansion(knowledge, log: log)
    knowledge.rules += tables.flatMap(expansion.rules)
  }

  private mutating func read(_ file: Fields) {
    func read<Part>(_ key: String, _ kind: String, _ part: (Entry) -> Part) -> [Part] {
      file.entries(key, of: kind).map(part)
    }
    knowledge.sources += read("sources", "source", SourceReader.source)
    knowledge.questions += read("questions", "question", QuestionReader.question)
    knowledge.sections += read("sections", "section", ConsultationReader.section)
    knowledge.consultations += read(
      "consultations", "consultation", ConsultationReader.consultation)
    knowledge.scales += read("scales", "scale", ScaleReader.scale)
    knowledge.definitions += read("definitions", "definition", RuleReader.definition)
    knowledge.rules += read("rules", "rule", RuleReader.rule)
    tables += read("tables", "table", TableReader.table).compactMap(\.self)
    knowledge.advice += read("advice", "advice", AdviceReader.advice)
    knowledge.plans += read("plans", "plan", PlanReader.plan)
    knowledge.topics += read("topics", "topic", TopicReader.topic)
    knowledge.alarms += read("alarms", "alarm", AlarmReader.alarm)
    knowledge.hints += read("hints", "hints", HintReader.hints).flatMap(\.self)
    knowledge.lexicons += read("lexicons", "lexicon", LexiconReader.lexicon)
    knowledge.promises += read("promises", "promise", RuleReader.promise)
  }
}
