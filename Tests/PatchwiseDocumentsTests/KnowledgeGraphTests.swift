import Patchwise
import PatchwiseDocuments
import PatchwiseTestSupport
import PatchwiseYAML
import Testing

@Suite("The graph of knowledge")
struct KnowledgeGraphTests {
  private func tyre() throws -> KnowledgeGraph {
    KnowledgeGraph(
      try KnowledgeBase(contentsOf: PackageFiles.path("Examples/tyre/tyre.yaml")))
  }

  @Test("is written for Graphviz, and a level that ends everything is told by lines")
  func dot() throws {
    #expect(
      try tyre().dot == #"""
        digraph knowledge {
          rankdir=LR
          node [shape=box]
          "question-cut" [style=rounded label="cut\nIs there a cut in the tyre?"]
          "question-pressure" [style=rounded label="pressure\nWhat does the gauge show?"]
          "rule-deep-cut" [label="deep-cut\nA tyre cut to its threads can burst."]
          "rule-soft" [label="soft\nA soft tyre gets pinched."]
          "scale-ride" [shape=doubleoctagon label="ride\nCan I ride?"]
          "question-cut" -> "rule-deep-cut"
          "rule-deep-cut" -> "scale-ride" [label="stop\nends the consultation" style=bold]
          "question-pressure" -> "rule-soft"
          "rule-soft" -> "scale-ride" [label="pump"]
        }

        """#)
  }

  @Test("is written for Mermaid, and a level that ends everything is told by lines")
  func mermaid() throws {
    #expect(
      try tyre().mermaid == """
        flowchart LR
          question-cut(["cut<br>Is there a cut in the tyre?"])
          question-pressure(["pressure<br>What does the gauge show?"])
          rule-deep-cut["deep-cut<br>A tyre cut to its threads can burst."]
          rule-soft["soft<br>A soft tyre gets pinched."]
          scale-ride[["ride<br>Can I ride?"]]
          question-cut --> rule-deep-cut
          rule-deep-cut ==>|"stop<br>ends the consultation"| scale-ride
          question-pressure --> rule-soft
          rule-soft -->|"pump"| scale-ride

        """)
  }

  @Test("of a consultation has what it asks and what can raise what it decides, and no more")
  func consultation() throws {
    #expect(
      try KnowledgeGraph(of: "service", in: Boiler.knowledge()).mermaid == """
        flowchart LR
          question-danger(["danger<br>Is any of this so right now?"])
          question-last-service(["last-service<br>When was the boiler last serviced?"])
          question-age(["age<br>How old is the boiler?"])
          rule-gas["gas<br>Gas in a room can explode."]
          rule-soot-or-leak["soot-or-leak<br>Soot and water near a flame are for<br>an engineer."]
          rule-no-service["no-service<br>A service is due once a year."]
          rule-old-boiler["old-boiler<br>An old boiler needs more care."]
          scale-care[["care<br>Do you need an engineer?"]]
          scale-upkeep{{"upkeep<br>Is a service due?"}}
          question-danger --> rule-gas
          rule-gas ==>|"leave<br>ends the consultation"| scale-care
          question-danger --> rule-soot-or-leak
          rule-soot-or-leak -->|"today"| scale-care
          question-last-service --> rule-no-service
          rule-no-service -->|"due"| scale-upkeep
          question-age --> rule-old-boiler
          rule-old-boiler -->|"due"| scale-upkeep

        """)
  }

  @Test("of a consultation goes through inner scales, without rules that only advise")
  func innerScales() throws {
    let nodes = try KnowledgeGraph(of: "no-heat", in: Boiler.knowledge()).nodes.map(\.id)
    for id in ["question-noise", "rule-loud", "scale-strain", "rule-strained", "scale-care"] {
      #expect(nodes.contains(id))
    }
    #expect(!nodes.contains("rule-thermostat-low"))
    #expect(!nodes.contains("scale-upkeep"))
    // A question is asked even where it leads to advice alone.
    #expect(nodes.contains("question-thermostat"))
  }

  @Test("of a question's influence goes on through the scales that its rules raise")
  func influence() throws {
    let graph = try #require(KnowledgeGraph(Boiler.knowledge()).influence(of: "noise"))
    #expect(
      graph.mermaid == """
        flowchart LR
          question-noise(["noise<br>How loud is the boiler when it<br>starts?"])
          rule-loud["loud<br>Banging comes from lime."]
          rule-strained["strained<br>The pump is under strain."]
          scale-care[["care<br>Do you need an engineer?"]]
          scale-strain{{"strain"}}
          question-noise --> rule-loud
          rule-loud -->|"high"| scale-strain
          scale-strain --> rule-strained
          rule-strained -->|"soon"| scale-care

        """)
  }

  @Test(
    "of a question's influence names the definitions on the way, and follows to other questions")
  func waysOfInfluence() throws {
    let graph = KnowledgeGraph(try Boiler.knowledge())
    let rooms = try #require(graph.influence(of: "cold-rooms"))
    #expect(
      rooms.dot.contains(#""question-cold-rooms" -> "rule-air-in-pipes" [label="some-rooms"]"#))
    let restarted = try #require(graph.influence(of: "restarted"))
    #expect(
      restarted.edges.map { "\($0.from) \($0.to)" } == [
        "question-restarted question-restarts", "question-restarts rule-many-restarts",
        "rule-many-restarts scale-heat",
      ])
    #expect(
      restarted.dot.contains(
        #""question-restarted" -> "question-restarts" [label="asked when" style=dashed]"#))
    #expect(restarted.mermaid.contains(#"question-restarted -.->|"asked when"| question-restarts"#))
  }

  @Test("narrows both ways: a question's influence within a consultation")
  func both() throws {
    let service = try KnowledgeGraph(of: "service", in: Boiler.knowledge())
    #expect(
      service.influence(of: "danger")?.nodes.map(\.id) == [
        "question-danger", "rule-gas", "rule-soot-or-leak", "scale-care",
      ])
    #expect(service.influence(of: "noise") == nil)
  }

  @Test("of what is not there is none")
  func unknown() throws {
    #expect(KnowledgeGraph(try Boiler.knowledge()).influence(of: "nose") == nil)
    #expect(throws: UnknownConsultation.self) {
      try KnowledgeGraph(of: "no-heart", in: Boiler.knowledge())
    }
  }

  @Test("has advice where a rule tests whether it is given")
  func advice() throws {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("cold")],
      scales: [Scale(id: "coat", levels: [.init(id: "no"), .init(id: "yes")])],
      rules: [
        Rule(id: "warm-up", when: "cold", because: "It is cold.", advises: ["tea", "walk"]),
        Rule(
          id: "after-tea", when: "tea is given", raises: [.init("coat", to: "yes")],
          because: "Tea is hot."),
      ],
      advice: [Advice(id: "walk", say: "Walk."), Advice(id: "tea", say: "Drink tea.")])
    let graph = try KnowledgeGraph(of: "visit", in: KnowledgeBase(knowledge))
    #expect(
      graph.mermaid == """
        flowchart LR
          question-cold(["cold<br>cold?"])
          rule-warm-up["warm-up<br>It is cold."]
          rule-after-tea["after-tea<br>Tea is hot."]
          scale-coat{{"coat"}}
          advice-tea>"tea<br>Drink tea."]
          question-cold --> rule-warm-up
          rule-warm-up -->|"gives"| advice-tea
          advice-tea --> rule-after-tea
          rule-after-tea -->|"yes"| scale-coat

        """)
  }

  /// A title of everything that means something in one of the languages, with a stray accent on a quote.
  private static let strange: AuthoredText =
    "Say \"\u{301}a\\nb\" & <b>&lt;*c*\n- #35; `d` %%{ 1. www.e style:#f; {|}\u{1B}[1m ünï 皮"

  @Test("is not broken by a title, whatever it says")
  func escaping() throws {
    let knowledge = Knowledge.tiny(questions: [.yesNo("a")]).changed {
      $0.questions[0].ask = Self.strange
    }
    let graph = KnowledgeGraph(try KnowledgeBase(knowledge))
    #expect(
      graph.dot == #"""
        digraph knowledge {
          rankdir=LR
          node [shape=box]
          "question-a" [style=rounded label="a\nSay \"\#u{301}a\\nb\" &amp; <b>&amp;lt;*c* - #35; `d`\n%%{ 1. www.e style:#f; {|}�[1m ünï\n皮"]
        }

        """#)
    #expect(
      graph.mermaid == """
        flowchart LR
          question-a(["a<br>Say #34;\u{301}a#92;nb#34; #38; #60;b#62;#38;lt#59;#42;c#42; - #35;35#59; #96;d#96;<br>#37;#37;#123; 1. www#46;e style#58;#35;f#59; #123;#124;#125;�#91;1m ünï<br>皮"])

        """)
  }

  @Test("is the same whenever it is written")
  func sameness() throws {
    let graph = KnowledgeGraph(try Boiler.knowledge())
    #expect(graph == KnowledgeGraph(try Boiler.knowledge()))
    #expect(graph.nodes.count == Set(graph.nodes.map(\.id)).count)
    #expect(graph.edges.count == Set(graph.edges).count)
  }
}
