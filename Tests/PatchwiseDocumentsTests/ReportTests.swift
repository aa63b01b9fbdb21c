import Patchwise
import PatchwiseDialogue
import PatchwiseDocuments
import PatchwiseTestSupport
import Testing

@Suite("The report of a conversation")
struct ReportTests {
  /// The report after some lines about the boiler.
  private func report(
    _ lines: [String], consulting kind: Identifier<ConsultationKind>? = "no-heat",
    about knowledge: KnowledgeBase? = nil
  ) throws -> Report {
    var dialogue = try Dialogue(
      about: knowledge ?? Boiler.knowledge(), consulting: kind, at: Boiler.now)
    var words = OwnWords()
    _ = dialogue.begin()
    for line in lines { words.take(line, dialogue.respond(to: line), dialogue) }
    return Report(dialogue, inOwnWords: words)
  }

  private static let finished = [
    "none", "yes", "1.5", "2 days", "not sure", "not sure", "yes", "not sure",
  ]

  /// What leads to the question about what is in the water.
  private static let atIngredients = [
    "none", "yes", "1.5", "1 hour", "quiet", "kitchen", "yes", "1",
  ]

  @Test("has the answers, what is recommended and why, what was not sure, and the sources")
  func finished() throws {
    let report = try report(Self.finished)
    #expect(report.progress == .finished)
    #expect(
      report.text(as: .markdown) == #"""
        # A boiler that gives no heat

        **My radiators stay cold**

        Date and time: 2026-03-10 12:00

        A program wrote this page from one person's answers. It informs; it does not diagnose.

        Its rules are those of boiler, version 1.0.0. No review of them is on record.

        ## What you answered

        1. Is any of this so right now? **none of these**
        2. Is the thermostat set higher than the room is warm? **yes**
        3. What does the gauge show while the heating is cold? **1.5 bar**
        4. How long has there been no heat? **2 days**
        5. How loud is the boiler when it starts? **not sure, counted as: It bangs or whistles**
        6. Which rooms stay cold? **not sure, so I count on the most careful case**
        7. Have you pressed the reset button? **yes**
        8. How often have you pressed it? **not sure, so I count on the most careful case**

        ## Do you need an engineer?

        **An engineer, some time soon**

        Ask for an appointment.

        ## What you can do yourself

        **Leave the boiler off**

        Do not start it again yourself.

        ## Good to know

        - Keep one room warm, and the water running.
        - Pour nothing more into the water.

        ## Because

        - After a day without heat pipes may freeze.
          - \[Warmer Works, 2019, professional guidance\]
        - The pump is under strain.
          - Banging comes from lime.
          - \[Warmer Works, 2019, professional guidance\]
        - You weren't sure, so it may apply: It locks itself for a reason.
          - \[Warmer Works, 2019, professional guidance\]

        ## What you weren't sure about

        - number of resets: knowing this could change the answer (What you can do yourself → Let the air out).
        - cold rooms: knowing this alone would not change the answer.

        ## Where this comes from

        - Warmer Works, Owner's manual, 2019, professional guidance
          - <https://example.org/manual>
          - M-NOISE-1 (read)
        - What the neighbour said, personal or trade page
          - (from memory, not read again)

        """#)
  }

  @Test("begins with the emergency where the answers have ended everything")
  func earlyEnd() throws {
    let report = try report(["smelly gas"])
    #expect(report.progress == .finished)
    #expect(
      report.text(as: .html) == #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>A boiler that gives no heat</title>
        <style>
        body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1em/1.45 sans-serif;
          color: #000; background: #fff; overflow-wrap: anywhere; }
        h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .5em; }
        h2 { font-size: 1.15em; line-height: 1.25; margin: 1.4em 0 .3em; }
        p, ol, ul { margin: .3em 0; }
        li { margin: .2em 0; }
        li ul { font-size: .9em; list-style: none; padding-left: 0; }
        section + section { border-top: 1px solid #767676; margin-top: 1.4em; }
        @media print {
          @page { margin: 18mm 16mm; }
          body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
          h2 { break-after: avoid; }
          li { break-inside: avoid; }
          p { orphans: 3; widows: 3; }
          a { color: inherit; text-decoration: none; }
        }
        </style>
        </head>
        <body>
        <h1>A boiler that gives no heat</h1>
        <section>
        <p><strong>My radiators stay cold</strong></p>
        <p>Date and time: 2026-03-10 12:00</p>
        <p>A program wrote this page from one person&#39;s answers. It informs; it does not diagnose.</p>
        <p>Its rules are those of boiler, version 1.0.0. No review of them is on record.</p>
        </section>
        <section>
        <h2>Do you need an engineer?</h2>
        <p><strong>Leave the house now</strong></p>
        <p>Do not touch any switch.</p>
        <p>Call the gas emergency line from outside.</p>
        <h2>Because</h2>
        <ul>
        <li>Gas in a room can explode.
        <ul>
        <li>[Warmer Works, 2019, professional guidance; Gas Safety Office, 2022, official body]</li>
        </ul>
        </li>
        </ul>
        <p>I stopped asking here, because this comes first.</p>
        </section>
        <section>
        <h2>What you answered</h2>
        <ol>
        <li>Is any of this so right now? <strong>It smells of gas</strong>
        <ul>
        <li>You typed: &quot;smelly gas&quot;</li>
        </ul>
        </li>
        </ol>
        </section>
        <section>
        <h2>Where this comes from</h2>
        <ul>
        <li>Warmer Works, Owner&#39;s manual, 2019, professional guidance
        <ul>
        <li><a href="https://example.org/manual">https://example.org/manual</a></li>
        <li>M-GAS-1 (read)</li>
        </ul>
        </li>
        <li>Gas Safety Office, What to do when you smell gas, 2022, official body
        <ul>
        <li>A leaflet of two pages.</li>
        <li>(read)</li>
        </ul>
        </li>
        </ul>
        </section>
        </body>
        </html>

        """#)
  }

  @Test(
    "begins with the emergency where an alarm has stopped everything, and recommends nothing else")
  func alarm() throws {
    let report = try report(Self.finished + ["I smell gas in here!"])
    #expect(report.progress == .alarmed)
    #expect(
      report.text(as: .markdown) == #"""
        # A boiler that gives no heat

        **My radiators stay cold**

        Date and time: 2026-03-10 12:00

        A program wrote this page from one person's answers. It informs; it does not diagnose.

        Its rules are those of boiler, version 1.0.0. No review of them is on record.

        ## Do you need an engineer?

        **Leave the house now**

        Do not touch any switch.

        Call the gas emergency line from outside.

        You typed: "I smell gas in here!"

        ## What you answered

        1. Is any of this so right now? **none of these**
        2. Is the thermostat set higher than the room is warm? **yes**
        3. What does the gauge show while the heating is cold? **1.5 bar**
        4. How long has there been no heat? **2 days**
        5. How loud is the boiler when it starts? **not sure, counted as: It bangs or whistles**
        6. Which rooms stay cold? **not sure, so I count on the most careful case**
        7. Have you pressed the reset button? **yes**
        8. How often have you pressed it? **not sure, so I count on the most careful case**

        ## Where this comes from

        - Gas Safety Office, What to do when you smell gas, 2022, official body
          - A leaflet of two pages.
          - (read)

        """#)
  }

  @Test("says that it is not finished, first")
  func unfinished() throws {
    let report = try report(["none", "no", "0.5"])
    #expect(report.progress == .unfinished)
    #expect(try !self.report(["none"]).text(as: .markdown).contains("rests on a source"))
    #expect(
      report.text(as: .markdown) == #"""
        # A boiler that gives no heat

        **My radiators stay cold**

        Date and time: 2026-03-10 12:00

        A program wrote this page from one person's answers. It informs; it does not diagnose.

        Its rules are those of boiler, version 1.0.0. No review of them is on record.

        ## Not finished

        We didn't finish, so this is not a recommendation yet. This is how it stands:

        - Do you need an engineer? not settled yet
        - What you can do yourself: not settled yet, but at least "Top up the water"

        ## What you answered

        1. Is any of this so right now? **none of these**
        2. Is the thermostat set higher than the room is warm? **no**
        3. What does the gauge show while the heating is cold? **0.5 bar**

        ## Where this comes from

        - Warmer Works, Owner's manual, 2019, professional guidance
          - <https://example.org/manual>
          - M-WATER-1 (read)
        - What the neighbour said, personal or trade page
          - (from memory, not read again)

        """#)
  }

  @Test("says what can't wait even before that")
  func urgent() throws {
    let knowledge = try Boiler.knowledge().knowledge.changed {
      $0.scales[0].levels[2].isToldAtOnce = true
    }
    let report = try report(["soot"], about: KnowledgeBase(knowledge))
    #expect(report.progress == .unfinished)
    #expect(
      report.text(as: .markdown).contains(
        """
        is on record.

        ## Do you need an engineer?

        **An engineer, today**

        Call one now.

        ## Not finished

        """))
  }

  @Test("has an alarm that was asked back before anything was begun, and the lines behind it")
  func earlyAlarm() throws {
    let report = try report(["I smell gas sometimes", "yes"], consulting: nil)
    #expect(report.progress == .alarmed)
    #expect(
      report.text(as: .markdown).contains(
        """
        **Leave the house now**

        Do not touch any switch.

        Call the gas emergency line from outside.

        You typed: "I smell gas sometimes", "yes"

        ## Where this comes from
        """))
  }

  @Test(
    "says that nothing was answered",
    arguments: [nil, "no-heat"] as [Identifier<ConsultationKind>?])
  func nothing(kind: Identifier<ConsultationKind>?) throws {
    let report = try report([], consulting: kind)
    #expect(report.progress == .nothing)
    #expect(report.text(as: .markdown).hasSuffix("\n\nYou haven't answered anything yet.\n"))
  }

  // MARK: Own words

  /// What a report says of the answers, without the numbers.
  private func answers(_ lines: [String]) throws -> [String] {
    try report(lines).text(as: .markdown).split(separator: "\n")
      .drop { $0 != "## What you answered" }.dropFirst().prefix { !$0.hasPrefix("#") }
      .map { $0.drop { "0123456789.- ".contains($0) } }.map(String.init)
  }

  @Test("shows what was typed where it says more than the answer")
  func ownWords() throws {
    #expect(
      try answers(["none", "yep", "1.5", "since 2 days", "bagns", "yes", "the scullery"]) == [
        "Is any of this so right now? **none of these**",
        "Is the thermostat set higher than the room is warm? **yes**",
        "What does the gauge show while the heating is cold? **1.5 bar**",
        "How long has there been no heat? **2 days**", "You typed: \"since 2 days\"",
        "How loud is the boiler when it starts? **It bangs or whistles**", "You typed: \"bagns\"",
        "Which rooms stay cold? **The kitchen**", "You typed: \"the scullery\"",
      ])
    // What was taken back or said anew is not shown, nor what was not understood.
    #expect(
      try answers([
        "gibberish", "none", "yes, sure", "1", "since 2 days", "back", "3 hours",
        "change thermostat", "no",
      ]) == [
        "Is any of this so right now? **none of these**",
        "Is the thermostat set higher than the room is warm? **no**",
        "What does the gauge show while the heating is cold? **1 bar**",
        "How long has there been no heat? **3 hours**",
      ])
    // One line may answer several questions.
    #expect(
      try answers(["none, 1.5 bar"]) == [
        "Is any of this so right now? **none of these**", "You typed: \"none, 1.5 bar\"",
        "What does the gauge show while the heating is cold? **1.5 bar**",
        "You typed: \"none, 1.5 bar\"",
      ])
  }

  /// Everything that means something in one of the languages, with a stray accent on a bracket.
  private static let strange =
    "Leak Sealer, <script>alert('1')</script>, a | b, *c* _d_ [e](f) `g` &lt; \\ <\u{338}b> ünï 皮膚 \u{1B}[31m\u{202E}"

  @Test("is not broken by what is typed, whatever it says")
  func escaping() throws {
    let report = try report(Self.atIngredients + [Self.strange])
    let markdown = report.text(as: .markdown).split(separator: "\n").filter { $0.contains("皮膚") }
    #expect(
      markdown == [
        #"   - You typed: "Leak Sealer, \<script\>alert('1')\</script\>, a \| b, \*c\* \_d\_ \[e\](f) \`g\` \&lt; \\ \<\#u{338}b\> ünï 皮膚 \#u{FFFD}\[31m\#u{FFFD}""#
      ])
    let html = report.text(as: .html).split(separator: "\n").filter { $0.contains("皮膚") }
    #expect(
      html == [
        "<li>You typed: &quot;Leak Sealer, &lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;, a | b, *c* _d_ [e](f) `g` &amp;lt; \\ &lt;\u{338}b&gt; ünï 皮膚 \u{FFFD}[31m\u{FFFD}&quot;</li>"
      ])
  }

  @Test("cuts what is typed where it is longer than any list")
  func longWords() throws {
    let long = "Leak Sealer" + String(repeating: ", abcdefgh", count: 10_000)
    let report = try report(Self.atIngredients + [long])
    #expect(report.progress == .finished)
    #expect(report.text(as: .html).contains("abcdefgh, abcdef…"))
    #expect(report.text(as: .html).count < 10_000)
  }

  @Test("is not broken by what authors write, and links to addresses on the web alone")
  func authors() throws {
    let knowledge = try Boiler.knowledge().knowledge.changed {
      $0.title = "1. <b>A & \"B\"</b>"
      $0.reviews = [Review(by: "C*", on: Moment(seconds: 0), covers: "all\nof it")]
      $0.scales[0].levels[3].say = ["- 1 < 2", "3) 0.5 is 50%", "===", "# no"]
      $0.sources[0].address = "javascript:alert(1)"
      $0.sources[1].address = "https://x.org/\"\u{308}/onclick=alert(1)"
    }
    let report = try report(["gas"], about: KnowledgeBase(knowledge))
    #expect(
      report.text(as: .markdown) == ##"""
        # 1\. \<b\>A \& "B"\</b\>

        **My radiators stay cold**

        Date and time: 2026-03-10 12:00

        A program wrote this page from one person's answers. It informs; it does not diagnose.

        Its rules are those of boiler, version 1.0.0. Reviewed by C\*, 1970-01-01 (all of it).

        ## Do you need an engineer?

        **Leave the house now**

        \- 1 \< 2

        3\) 0.5 is 50%

        \===

        \# no

        ## Because

        - Gas in a room can explode.
          - \[Warmer Works, 2019, professional guidance; Gas Safety Office, 2022, official body\]

        I stopped asking here, because this comes first.

        ## What you answered

        1. Is any of this so right now? **It smells of gas**
           - You typed: "gas"

        ## Where this comes from

        - Warmer Works, Owner's manual, 2019, professional guidance
          - javascript:alert(1)
          - M-GAS-1 (read)
        - Gas Safety Office, What to do when you smell gas, 2022, official body
          - https://x.org/"̈/onclick=alert(1)
          - A leaflet of two pages.
          - (read)

        """##)
    let html = report.text(as: .html)
    #expect(!html.contains("<a"))
    #expect(html.contains("<title>1. &lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;</title>"))
    #expect(html.contains("<li>https://x.org/&quot;\u{308}/onclick=alert(1)</li>"))
  }
}
