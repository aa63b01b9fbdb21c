import BigInt
import Patchwise
import PatchwiseMutation
import PatchwiseVerification

/// What was looked for in one knowledge base, and what was found.
struct CheckReport {
  /// One thing that was looked for.
  struct Row {
    var code: DiagnosticCode
    var findings: [Finding]
    var time: Duration
    /// Of what holds, all situations; of what doesn't, those in which it does not, where they are counted.
    var situations: BigUInt?
  }

  /// The knowledge base; nothing if its files are wrong.
  let base: KnowledgeBase?
  private(set) var rows: [Row] = []
  /// How many situations there are in all consultations; nothing if counting was not finished.
  private(set) var situations: BigUInt?
  /// What was found, in order of place.
  private(set) var diagnostics: [Diagnostic]

  /// The report on files that no knowledge base can be made of.
  init(_ error: KnowledgeError) {
    base = nil
    diagnostics = error.diagnostics
  }

  /// Looks at a knowledge base.
  ///
  /// - Parameters:
  ///   - base: The knowledge base.
  ///   - verification: What looks at it.
  ///   - codes: What is looked for.
  ///   - isCounting: Whether the situations of what was found are counted.
  ///   - willLook: What is done before each.
  init(
    _ base: KnowledgeBase, _ verification: inout Verification, for codes: [DiagnosticCode],
    isCounting: Bool = false, willLook: (DiagnosticCode) -> Void
  ) {
    self.base = base
    situations = verification.situationCount
    let clock = ContinuousClock()
    for code in codes {
      willLook(code)
      var findings: [Finding] = []
      let time = clock.measure { findings = verification.findings(of: code) }
      let counts = isCounting ? findings.map { verification.situationCount(of: $0) } : [nil]
      rows.append(
        Row(
          code: code, findings: findings, time: time,
          situations: findings.isEmpty ? situations : Self.sum(counts)))
    }
    diagnostics = rows.flatMap(\.findings).map(\.diagnostic).inReadingOrder()
  }

  /// One line for each thing that was looked for: what was found, and how long it took.
  var table: String {
    let width = rows.map(\.code.rawValue.count).max() ?? 0
    return rows.map { row in
      let found = row.findings.isEmpty ? "ok" : "\(row.findings.count) found"
      let time = "\(Int(row.time.milliseconds.rounded())) ms"
      return row.code.rawValue.padded(to: width) + "  " + found.padded(to: 10)
        + time.padded(toRight: 8) + "\n"
    }.joined()
  }

  /// Returns the transcript of a witness.
  ///
  /// - Parameter finding: What was found.
  /// - Returns: The transcript; nothing where there is no witness.
  func transcript(of finding: Finding) -> String? {
    guard let base, let witness = finding.witness else { return nil }
    return try? witness.transcript(about: base, remark: finding.diagnostic.message)
  }
}

extension CheckReport {
  /// The report as a program reads it, on one line; every object has all its keys.
  var json: String {
    JSONText.line(
      of: JSONValue.object([
        "knowledge": .string(base?.knowledge.id.name),
        "version": .string(base?.knowledge.version.string),
        "situations": .string(situations.map { String($0) }),
        "checks": .array(rows.map(json)),
        "diagnostics": .array(diagnostics.map(json)),
      ]))
  }

  /// The sum of some counts, if all of them were finished.
  private static func sum(_ counts: [BigUInt?]) -> BigUInt? {
    counts.reduce(0) { sum, count in sum.flatMap { sum in count.map { sum + $0 } } }
  }

  private func json(_ row: Row) -> JSONValue {
    .object([
      "code": .string(row.code.rawValue),
      "holds": .bool(row.findings.isEmpty),
      "milliseconds": .number(row.time.milliseconds),
      "situations": .string(row.situations.map { String($0) }),
      "witness": .string(row.findings.lazy.compactMap(transcript).first),
    ])
  }

  private func json(_ diagnostic: Diagnostic) -> JSONValue {
    .object([
      "code": .string(diagnostic.code.rawValue),
      "severity": .string(diagnostic.severity.rawValue),
      "file": .string(diagnostic.location?.file),
      "line": .number(diagnostic.location?.line),
      "column": .number(diagnostic.location?.column),
      "message": .string(diagnostic.message),
    ])
  }
}

extension Duration {
  /// The length in milliseconds, to the microsecond.
  fileprivate var milliseconds: Double {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    return Double(microseconds) / 1_000
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate func padded(toRight width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
