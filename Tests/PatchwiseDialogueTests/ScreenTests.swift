import Testing

@testable import PatchwiseDialogue

@Suite("Screens")
struct ScreenTests {
  @Test("the menu says what this is, and what can be chosen")
  func menu() throws {
    #expect(
      try Scene.menu.text() == """
        A boiler that gives no heat
        This helps to find out what is wrong. It does not replace an engineer.

        What brings you here?
          1. My radiators stay cold
          2. I wonder if a service is due

        """)
  }

  @Test("the first question says how to answer")
  func firstQuestion() throws {
    #expect(
      try Scene.firstQuestion.text() == """
        Is any of this so right now?
          1. It smells of gas
          2. Soot or black marks on the casing
          3. Water drips from the boiler
        More than one is fine, such as 1, 3. If nothing fits, say "none".
        Answer with a number or in a few words. "help" shows what else you can type.

        """)
  }

  @Test("a question comes after what was understood of the last answer")
  func question() throws {
    #expect(
      try Scene.question.text() == """
        → not sure, counted as: It bangs or whistles

        Which rooms stay cold?
          1. The kitchen
          2. The bathroom
          3. The bedroom
          4. The back room
        More than one is fine, such as 1, 3. If nothing fits, say "none".

        """)
  }

  @Test("the third refusal shows the choices and offers not sure")
  func refusal() throws {
    #expect(
      try Scene.refusal.text() == """
        Sorry, I didn't catch that.
          1. The kitchen
          2. The bathroom
          3. The bedroom
          4. The back room
        More than one is fine, such as 1, 3. If nothing fits, say "none".
        If you can't tell, just type "not sure".

        """)
  }

  @Test("the recommendation says what, why, and what it would help to know")
  func recommendation() throws {
    #expect(
      try Scene.recommendation.text() == """
        → not sure, so I count on the most careful case

        Do you need an engineer?
        An engineer, some time soon
        Ask for an appointment.

        What you can do yourself
        Leave the boiler off
        Do not start it again yourself.

        Good to know
          - Keep one room warm, and the water running.
          - Pour nothing more into the water.

        Because
          - After a day without heat pipes may freeze.
            [Warmer Works, 2019, professional guidance]
          - The pump is under strain.
            Banging comes from lime.
            [Warmer Works, 2019, professional guidance]
          - You weren't sure, so it may apply: It locks itself for a reason.
            [Warmer Works, 2019, professional guidance]

        What you weren't sure about
          - number of resets: knowing this could change the answer (What you can do
            yourself → Let the air out).
          - cold rooms: knowing this alone would not change the answer.

        You can type "explain", "sources", "so far", "back", "change", or ask a
        question. "start over" begins anew, "quit" ends.
        You can also ask "why not …", "what if …" or "what would change it".

        """)
  }

  @Test("a plan has its steps, times and signs to stop")
  func plan() throws {
    #expect(
      try Scene.plan.text() == """
        → none of the names that I know

        Do you need an engineer?
        No engineer
        Nothing you said calls for one.

        What you can do yourself
        Let the air out
        Air keeps water from the radiators.

        How: Let the air out of a radiator
        It takes 1 day.
        Do this:
          1. Turn the heating off and hold a cloth below the valve.
          2. Open the valve until water comes.
        Look at these times:
          - After 1 hour: The radiator is warm at the top.
          - After 1 day: The gauge has not fallen. No drops below the valve.
        Stop at once if you notice:
          - Black water
        Keep watching for 2 days after the last time.
        If it stays cold, ask an engineer.
            [Warmer Works, 2019, professional guidance]

        Because
          - Some cold rooms are a sign of air in the pipes.
            [Warmer Works, 2019, professional guidance]

        You can type "explain", "sources", "so far", "back", "change", or ask a
        question. "start over" begins anew, "quit" ends.
        You can also ask "why not …", "what if …" or "what would change it".

        """)
  }

  @Test("the explanation has the rules, the answers behind them and why not more")
  func explanation() throws {
    #expect(
      try Scene.explanation.text() == """
        Do you need an engineer?
        An engineer, some time soon
          - After a day without heat pipes may freeze.
            What you told me that counts here: time without heat: 2 days
            [Warmer Works, 2019, professional guidance]
          - The pump is under strain.
            What you told me that counts here: strain: high (Banging comes from lime.)
            [Warmer Works, 2019, professional guidance]
        These answers kept it from "Leave the house now":
          - signs of danger: none of these
            Otherwise: Gas in a room can explode.
        These answers kept it from "An engineer, today":
          - signs of danger: none of these
            Otherwise: Soot and water near a flame are for an engineer.
          - water pressure: 1.5 bar
            Otherwise: Above 3 bar the valve may open.

        What you can do yourself
        Leave the boiler off
          - You weren't sure, so it may apply: It locks itself for a reason.
            What you told me that counts here: number of resets: not sure, so I count on
            the most careful case
            [Warmer Works, 2019, professional guidance]

        Anything else?

        """)
  }

  @Test("why says what the answer can decide, and puts the question again")
  func why() throws {
    #expect(
      try Scene.why.text() == """
        These come before everything else.
        Your answer can still decide "Do you need an engineer?" and "What you can do
        yourself".
          - If "It smells of gas": Do you need an engineer? → at least "Leave the house
            now"; What you can do yourself → at least "Leave the boiler off"
          - If "Soot or black marks on the casing" or "Water drips from the boiler": Do
            you need an engineer? → at least "An engineer, today"; What you can do
            yourself → at least "Leave the boiler off"
            [Warmer Works, 2019, professional guidance; Gas Safety Office, 2022,
            official body]

        Is any of this so right now?
          1. It smells of gas
          2. Soot or black marks on the casing
          3. Water drips from the boiler
        More than one is fine, such as 1, 3. If nothing fits, say "none".

        """)
  }

  @Test("so far says what was answered and where it stands")
  func soFar() throws {
    #expect(
      try Scene.soFar.text() == """
        So far
          1. signs of danger: none of these
          2. thermostat: yes
          3. water pressure: 1.5 bar
          4. time without heat: 2 days
          5. noise: not sure, counted as: It bangs or whistles

          - Do you need an engineer? An engineer, some time soon
          - What you can do yourself: not settled yet

        At most 3 questions are left.

        Which rooms stay cold?
          1. The kitchen
          2. The bathroom
          3. The bedroom
          4. The back room
        More than one is fine, such as 1, 3. If nothing fits, say "none".

        """)
  }

  @Test("how many questions may come is said when they become few, once each")
  func fewLeft() throws {
    var talk = try Talk()
    var told: [String] = []
    for line in ["none", "yes", "1.5", "2 days", "back", "2 days", "quiet", "none", "no"] {
      talk.say(line)
      told += talk.pieces.filter { $0.contains("question") }
    }
    #expect(
      told == [
        "At most 6 more questions after this one.", "At most 5 more questions after this one.",
        "This is the last question.",
      ])
  }

  @Test("the sources say where they are from and how well they were read")
  func sources() throws {
    #expect(
      try Scene.sources.text() == """
        Where this comes from
          - Warmer Works, Owner's manual, 2019, professional guidance
            https://example.org/manual
            M-NOISE-1 (read)
          - What the neighbour said, personal or trade page
            (from memory, not read again)

        Anything else?

        """)
  }

  @Test("help has a hint on the question and everything that can be typed")
  func help() throws {
    #expect(
      try Scene.help.text() == """
        Look at the casing from below, in good light.

        You can type an answer, or one of these
          why – why I ask this
          back – take the last answer back
          change – change an earlier answer
          so far – what you have said, and where it stands
          explain – how I come to the answer
          why not – why I don't say something else, such as: why not today
          what if – how it would be with another answer, such as: what if yes
          what would change – the least that would lead to another answer
          sources – where it comes from
          repeat – say it once more
          start over – begin anew, or talk about something else
          quit – stop here
        You can also ask me something, ending with a question mark.

        Is any of this so right now?
          1. It smells of gas
          2. Soot or black marks on the casing
          3. Water drips from the boiler
        More than one is fine, such as 1, 3. If nothing fits, say "none".

        """)
  }

  @Test("a topic has its verdict, its answer and its sources, then the question again")
  func topic() throws {
    #expect(
      try Scene.topic.text() == """
        Is it dangerous to let air out?
        No, that is a myth.
        With a cloth and a cool radiator it is safe.
            [Warmer Works, 2019, professional guidance]

        Is any of this so right now?
          1. It smells of gas
          2. Soot or black marks on the casing
          3. Water drips from the boiler
        More than one is fine, such as 1, 3. If nothing fits, say "none".

        """)
  }

  @Test("what may be danger is asked back")
  func doubtfulAlarm() throws {
    #expect(
      try Scene.doubtfulAlarm.text() == """
        Is that happening right now, to you or to somebody with you? Please type yes or
        no. If yes – Do you need an engineer? Leave the house now.

        """)
  }

  @Test("an alarm says what to do, and how to go on if it is none")
  func alarm() throws {
    #expect(
      try Scene.alarm.text() == """
        Do you need an engineer?
        Leave the house now
        Do not touch any switch.
        Call the gas emergency line from outside.

        I stopped because of what you typed. If that isn't what is happening, type "go
        on" and we continue.

        """)
  }

  @Test("going on after an alarm puts the question again")
  func goOn() throws {
    #expect(
      try Scene.goOn.text() == """
        All right, back to where we were.

        Is any of this so right now?
          1. It smells of gas
          2. Soot or black marks on the casing
          3. Water drips from the boiler
        More than one is fine, such as 1, 3. If nothing fits, say "none".

        """)
  }

  @Test("an early end says what comes first, and why")
  func earlyEnd() throws {
    #expect(
      try Scene.earlyEnd.text() == """
        → It smells of gas

        Do you need an engineer?
        Leave the house now
        Do not touch any switch.
        Call the gas emergency line from outside.

        Because
          - Gas in a room can explode.
            [Warmer Works, 2019, professional guidance; Gas Safety Office, 2022,
            official body]

        I stopped asking here, because this comes first.

        You can type "explain", "sources", "so far", "back", "change", or ask a
        question. "start over" begins anew, "quit" ends.

        """)
  }

  @Test("change lists what can be changed")
  func change() throws {
    #expect(
      try Scene.change.text() == """
        So far
          1. signs of danger: none of these
          2. thermostat: yes
          3. water pressure: 1.5 bar
          4. time without heat: 2 days
          5. noise: not sure, counted as: It bangs or whistles
        Which answer would you like to change? Type its number or its name.

        """)
  }

  @Test("a broken-off end says where it stands")
  func brokenOff() throws {
    #expect(
      try Scene.brokenOff.text() == """
        We didn't finish, so this is not a recommendation yet. This is how it stands:
          - Do you need an engineer? An engineer, some time soon
          - What you can do yourself: not settled yet

        Take care of yourself.

        """)
  }
}
