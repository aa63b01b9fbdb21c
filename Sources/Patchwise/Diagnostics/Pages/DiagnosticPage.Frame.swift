extension DiagnosticPage {
  /// The files around an example, which make a whole knowledge base of it.
  ///
  /// Examples leave out what they are not about. One that begins with `knowledge:` is whole; any other
  /// is included by a root file, which has three questions (`drips`, `hot` and `old`, all yes or no),
  /// a scale `repair` with the levels `wait` and `plumber`, and a consultation.
  package enum Frame {
    /// The name of the file that an example stands in.
    package static let exampleName = "example.yaml"

    private static let rootName = "taps.yaml"

    private static let root = """
      knowledge: taps
      title: Taps
      version: 1.0.0
      include: [\(exampleName)]
      questions:
        drips: { ask: Does the tap drip?, choose: yes-no }
        hot: { ask: Does it give hot water?, choose: yes-no }
        old: { ask: Is it older than ten years?, choose: yes-no }
      scales:
        repair: { levels: [wait, plumber], otherwise: wait }
      sections:
        tap: { questions: [drips, hot, old] }
      consultations:
        tap: { title: My tap drips, sections: [tap], decides: [repair] }
      """

    /// Returns the name of the root file, and all files by name, for one example.
    ///
    /// There is always one more file, `washers.yaml`, that an example can include.
    package static func files(around example: String) -> (root: String, files: [String: [UInt8]]) {
      let isWhole = example.hasPrefix("knowledge:")
      var files = [exampleName: bytes(of: example), "washers.yaml": Array("# None yet.\n".utf8)]
      if !isWhole { files[rootName] = Array(root.utf8) }
      return (isWhole ? exampleName : rootName, files)
    }

    /// The text in UTF-8, but `�` as `é` in Latin-1.
    private static func bytes(of text: String) -> [UInt8] {
      text.unicodeScalars.flatMap { $0 == "\u{FFFD}" ? [0xE9] : Array(String($0).utf8) }
    }
  }
}
