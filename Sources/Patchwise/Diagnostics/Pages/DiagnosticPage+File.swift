// Problems of a file as a whole.
extension DiagnosticPage {
  static let missingFile = DiagnosticPage(
    .missingFile, "an included file cannot be read",
    rationale: """
      Paths after 'include' start from the folder of the file that includes. Some
      systems tell capital letters from small ones and some don't, so write the name
      exactly as the file has it. Here the file beside this one is 'washers.yaml'.
      What is not in the folder of the root file, links followed, is never read:
      who writes knowledge has no business with what else is on a machine.
      """,
    bad: """
      include: [washer.yaml]
      """,
    good: """
      include: [washers.yaml]
      """)

  static let notUTF8 = DiagnosticPage(
    .notUTF8, "a file is not in UTF-8",
    rationale: """
      Letters beyond English would come out differently on every machine. Open the
      file in an editor and save it with the encoding UTF-8.
      """,
    bad: """
      questions:
        place: { ask: Is it the tap of the caf\u{FFFD}?, choose: yes-no }
      """,
    good: """
      questions:
        place: { ask: Is it the tap of the café?, choose: yes-no }
      """)

  static let brokenYAML = DiagnosticPage(
    .brokenYAML, "a file is not YAML, or uses parts of YAML that are left out",
    rationale: """
      What YAML makes of such a file can't be known, so nothing in it is read. A
      text with ': ' or ' #' in it, or one that begins with a mark such as '*', '&'
      or '@', needs quotes. Indent with spaces, and give the keys of one mapping one
      column.
      """,
    bad: """
      questions:
        knocks:
          ask: One thing more: do the pipes knock?
          choose: yes-no
      """,
    good: """
      questions:
        knocks:
          ask: "One thing more: do the pipes knock?"
          choose: yes-no
      """)

  static let circularInclude = DiagnosticPage(
    .circularInclude, "a file includes itself, directly or through others",
    rationale: """
      A file is read once; a circle of files has no beginning. Names can be used
      across all files of a knowledge base, so a file need not include what it
      refers to. Here 'example.yaml' is this file itself.
      """,
    bad: """
      include: [washers.yaml, example.yaml]
      """,
    good: """
      include: [washers.yaml]
      """)
}
