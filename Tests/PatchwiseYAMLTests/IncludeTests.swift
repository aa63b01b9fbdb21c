import Patchwise
import PatchwiseYAML
import Testing

@Suite("Included files")
struct IncludeTests {
  private static func problems(
    _ files: [String: String], root: String = "knowledge.yaml"
  ) -> [Diagnostic] {
    let all = files.merging(["base.yaml": Fixture.base]) { given, _ in given }
    return Fixture.problems(KnowledgeFiles(root) { name in all[name].map { Array($0.utf8) } })
  }

  @Test("Paths are relative to the file that includes, and a file counts once")
  func paths() throws {
    let texts = [
      "k/root.yaml": """
      knowledge: small
      title: Small
      version: "1"
      include: [parts/a.yaml, ./base.yaml]
      """,
      "k/parts/a.yaml":
        "include: [../common/b.yaml, c.yaml]\ntopics: { a: { title: A, answer: A } }",
      "k/common/b.yaml": "include: [../base.yaml]\ntopics: { b: { title: B, answer: B } }",
      "k/parts/c.yaml": "# nothing yet",
      "k/base.yaml": Fixture.base,
    ]
    let files = KnowledgeFiles("./k/root.yaml") { name in texts[name].map { Array($0.utf8) } }
    let knowledge = try files.knowledgeBase().knowledge
    #expect(files.texts == texts)
    #expect(knowledge.topics.map(\.id) == ["a", "b"])
    #expect(knowledge.topics.last?.id.location?.file == "k/common/b.yaml")
  }

  @Test("An edition is told by what the files say, not by the folder they stand in")
  func edition() throws {
    func edition(in folder: String, _ topic: String = "A") throws -> KnowledgeBase.Edition {
      let texts = [
        "\(folder)root.yaml":
          "knowledge: small\ntitle: Small\nversion: \"1\"\ninclude: [parts/a.yaml, base.yaml]",
        "\(folder)parts/a.yaml": "topics: { a: { title: \(topic), answer: A } }",
        "\(folder)base.yaml": Fixture.base,
      ]
      return try KnowledgeFiles("\(folder)root.yaml") { texts[$0].map { Array($0.utf8) } }
        .knowledgeBase().edition
    }
    let here = try edition(in: "")
    #expect(here.version == "1" && here.fingerprint.count == 16)
    #expect(try here == edition(in: "/somewhere/else/") && here == edition(in: "k/"))
    #expect(try here != edition(in: "", "B"))
  }

  @Test("A file that includes itself is shown with its circle")
  func circle() {
    let marked = MarkedText("include: [«knowledge.yaml»]", file: "a.yaml")
    let problems = Self.problems(
      [
        "knowledge.yaml": Fixture.header + "topics: {}",
        "base.yaml": "include: [a.yaml]\n" + Fixture.base,
        "a.yaml": marked.text,
      ])
    #expect(problems.map(\.code) == [.circularInclude])
    #expect(problems.map(\.location) == marked.places)
    #expect(
      problems.first?.message
        == "file 'knowledge.yaml' includes itself: 'knowledge.yaml' → 'base.yaml' → 'a.yaml' → 'knowledge.yaml'"
    )
  }

  @Test("A missing file is reported where it is included, and nothing that follows from it")
  func missing() {
    let marked = MarkedText(
      Fixture.header.replacing("[base.yaml]", with: "[«bass.yaml», «/base.yaml»]")
        + "definitions: { a: not-there }")
    let problems = Self.problems(["knowledge.yaml": marked.text])
    #expect(problems.map(\.code) == [.missingFile, .missingFile])
    #expect(problems.map(\.location) == marked.places)
  }

  @Test("What can be trusted is reported although a file is missing or broken")
  func trusted() {
    let broken = MarkedText("definitions: { c: a«:» b }", file: "broken.yaml")
    let sound = MarkedText("definitions: { d: calm is «perhaps», e: f }", file: "sound.yaml")
    let root = MarkedText(
      Fixture.header.replacing(
        "[base.yaml]", with: "[base.yaml, «gone.yaml», broken.yaml, sound.yaml]")
        + "rules: { a: { when: calm «or», raise: { fit: «never» }, because: B. } }")
    let problems = Self.problems(
      ["knowledge.yaml": root.text, "broken.yaml": broken.text, "sound.yaml": sound.text])
    #expect(
      problems.map(\.code)
        == [.brokenYAML, .missingFile, .badCondition, .unknownLevel, .unknownOption])
    #expect(problems.map(\.location) == broken.places + root.places + sound.places)
  }

  @Test(
    "What is not in the folder of the root file is not even looked for",
    arguments: ["", "k/", "../k/", "/srv/k/"])
  func outside(folder: String) {
    let marked = MarkedText(
      Fixture.header.replacing(
        "[base.yaml]",
        with: "[base.yaml, «..», «../secret.yaml», «parts/../../k2/secret.yaml», «/secret.yaml»]"),
      file: "\(folder)a.yaml")
    var asked: [String] = []
    let files = KnowledgeFiles("\(folder)a.yaml") { name in
      asked.append(name)
      return Array((name.hasSuffix("a.yaml") ? marked.text : Fixture.base).utf8)
    }
    #expect(asked == ["\(folder)a.yaml", "\(folder)base.yaml"])
    #expect(files.problems.map(\.location) == marked.places)
    #expect(
      files.problems.map(\.message) == [
        "file '..' must be in the folder of the root file, or below it",
        "file '../secret.yaml' must be in the folder of the root file, or below it",
        "file 'parts/../../k2/secret.yaml' must be in the folder of the root file, or below it",
        "file '/secret.yaml' must be named relative to the file that includes it",
      ])
  }

  @Test("A missing root file is a problem without a place")
  func missingRoot() {
    let problems = Self.problems([:], root: "gone.yaml")
    #expect(problems == [Diagnostic(.missingFile, "file 'gone.yaml' cannot be found or read")])
  }

  @Test("What belongs to the root file is refused in others")
  func rootKeys() {
    let marked = MarkedText("«title»: Base\n«welcome»: [Hello]\n" + Fixture.base, file: "base.yaml")
    let problems = Self.problems(["knowledge.yaml": Fixture.header, "base.yaml": marked.text])
    #expect(problems.map(\.code) == [.misplacedKey, .misplacedKey])
    #expect(problems.map(\.location) == marked.places)
  }

  @Test("One name in two files is reported with both places")
  func sameName() {
    let problems = Self.problems(
      ["knowledge.yaml": Fixture.header + "definitions: { calm: calm }"])
    #expect(problems.map(\.code) == [.duplicateName])
    #expect(problems.first?.notes.first?.location?.file != problems.first?.location?.file)
  }

  @Test("Bytes that are not UTF-8 are reported at the first of them")
  func encoding() {
    let bytes = Array("title: Ä\nversion: caf".utf8) + [0xE9, 0x0A]
    let files = KnowledgeFiles("a.yaml") { _ in bytes }
    #expect(
      Fixture.rendered(Fixture.problems(files), files) == """
        a.yaml:2:13: error: file 'a.yaml' is not in UTF-8 [not-utf8]
            2 | version: caf\u{FFFD}
              |             ^
        help: save it as UTF-8
        """)
  }

  @Test("A byte order mark is no part of the text")
  func byteOrderMark() {
    let files = KnowledgeFiles("a.yaml") { name in
      [0xEF, 0xBB, 0xBF] + Array((name == "a.yaml" ? Fixture.header : Fixture.base).utf8)
    }
    #expect(Fixture.problems(files).isEmpty)
    #expect(files.knowledge.id.location?.column == 12)
  }

  @Test("Knowledge can be read from a text alone")
  func textAlone() throws {
    let text = Fixture.header.replacing("include: [base.yaml]\n", with: "") + Fixture.base
    let knowledgeBase = try KnowledgeBase(yaml: text)
    #expect(knowledgeBase.knowledge.id == "small")
    let included = try KnowledgeBase(yaml: Fixture.header, named: "k/a.yaml") { name in
      name == "k/base.yaml" ? Array(Fixture.base.utf8) : nil
    }
    #expect(included.knowledge.questions.map(\.id) == ["calm"])
  }

  @Test("An include without brackets is one problem, not all the names that are then unknown")
  func withoutBrackets() {
    let text = """
      knowledge: small
      title: Small
      version: "1"
      include: base.yaml
      consultations: { a: { title: A, sections: [elsewhere], decides: [elsewhere] } }
      """
    #expect(Self.problems(["knowledge.yaml": text]).map(\.code) == [.wrongShape])
  }
}
