import Patchwise
import PatchwiseExosomes
import PatchwiseTestSupport
import Testing

/// Lines that are written plainly beside the same lines with a tab, which no plain line has.
@Suite("patchwise decide, on plain lines")
struct PlainLinesTests {
  @Test("says of random answers what it says of the same answers written otherwise")
  func agrees() throws {
    let base = try ExosomeKnowledge.load()
    for kind in base.knowledge.consultations {
      var lines = RandomAnswerLines(base, kind, seed: UInt64(kind.id.name.utf8.count))
      let plain = (0..<150).map { _ in lines.next() }
      let arguments = ["decide", "--consult", kind.id.name, "--at", "2026-03-02 20:15"]
      let one = try Tool.run(arguments, input: plain.joined())
      let other = try Tool.run(
        arguments,
        input: plain.map { $0.replacing("{\"answers\"", with: "{\t\"answers\"") }.joined())
      #expect(one.output == other.output, "\(kind.id)")
      #expect(one.output.split(separator: "\n").count == plain.count)
      #expect(one.status == other.status)
    }
  }

  @Test("says the same of lines that are wrong, or nearly plain")
  func agreesOnOddLines() throws {
    let lines = [
      #"{"answers":{"cut":"deep","pressure":1.5}}"#,
      #"{"answers":{"pressure":1.5,"cut":"deep"}}"#,
      #"{"answers":{"cut":"deep","cut":"deep"}}"#,
      #"{"answers":{"pressure":01.5}}"#, #"{"answers":{"pressure":1.}}"#,
      #"{"answers":{"pressure":.5}}"#, #"{"answers":{"pressure":-0}}"#,
      #"{"answers":{"pressure":15e-1}}"#, #"{"answers":{"pressure":0.00000000000000000001}}"#,
      #"{"answers":{"pressure":1.50000000000000000000}}"#, #"{"answers":{"pressure":1000}}"#,
      #"{"answers":{"pressure":true}}"#, #"{"answers":{"pressure":null}}"#,
      #"{"answers":{"pressure":nul}}"#, #"{"answers":{"pressure":"unsure"}}"#,
      #"{"answers":{"cut":["deep"]}}"#, #"{"answers":{"cut":"dee"}}"#, #"{"answers":{"cut":""}}"#,
      #"{"answers":{"cut":"deep",}}"#, #"{"answers":{"cut":"deep"},}"#, #"{"answers":{}}}"#,
      #"{"answers":{"cut":"deep"}} "#, #"{"answers":{"cut":"deep"}} x"#,
      #"{"answers":{"cut" "deep"}}"#,
      #"{"answers":{"cut":"deep"}}{"answers":{}}"#, "", "   ", "{", #"{"answers":{"cut":"dé"}}"#,
      #"{"answers":{"cut":"de"#, "\u{0}", #"{"answers":{,"cut":"deep"}}"#,
    ]
    let arguments = ["decide", "--knowledge", "Examples/tyre/tyre.yaml"]
    let plain = try Tool.run(arguments, input: lines.joined(separator: "\n"))
    let tabbed = try Tool.run(
      arguments,
      input: lines.map { $0.replacing("{\"answers\"", with: "{\t\"answers\"") }
        .joined(separator: "\n"))
    #expect(plain.output == tabbed.output)
    #expect(plain.output.split(separator: "\n").count == lines.count - 2)
  }

  @Test("answers in the order of the lines, however many there are")
  func keepsOrder() throws {
    let count = 1_500
    let lines = (0..<count).map { number in
      let cut = ["whole", "shallow", "deep"][number % 3]
      return number % 100 == 99 ? "wrong\n" : #"{"answers":{"cut":"\#(cut)","pressure":3}}"# + "\n"
    }
    let result = try Tool.run(
      ["decide", "--knowledge", "Examples/tyre/tyre.yaml"], input: lines.joined())
    let output = result.output.split(separator: "\n")
    #expect(output.count == count)
    for (number, line) in output.enumerated() {
      if number % 100 == 99 {
        #expect(line.contains(#""line":\#(number + 1)}"#))
      } else {
        #expect(line.contains(#""deep-cut""#) == (number % 3 == 2))
      }
    }
  }
}

/// Lines of JSON with answers to some or all of the questions of a consultation.
private struct RandomAnswerLines {
  private let base: KnowledgeBase
  private let questions: [Question]
  private var random: SplitMix64

  init(_ base: KnowledgeBase, _ kind: ConsultationKind, seed: UInt64) {
    self.base = base
    questions = base.sections(of: kind).flatMap(\.questions).compactMap(base.question)
    random = SplitMix64(seed: seed)
  }

  mutating func next() -> String {
    let isThorough = random.percent(50)
    var fields: [String] = []
    for question in questions where isThorough || random.percent(70) {
      fields.append("\"\(question.id)\":\(value(of: question, isCertain: isThorough))")
    }
    if random.percent(20) { fields = random.shuffled(fields) }
    return "{\"answers\":{\(fields.joined(separator: random.percent(50) ? "," : ", "))}}\n"
  }

  private mutating func value(of question: Question, isCertain: Bool) -> String {
    if !isCertain, random.percent(15) { return "\"unsure\"" }
    switch question.domain {
    case .one(let options, _): return "\"\(random.pick(options).id)\""
    case .yesNo: return random.pick(["\"yes\"", "\"no\"", "true", "false"])
    case .any, .ingredients:
      let names = base.options(of: question).filter { _ in random.percent(10) }
        .map { "\"\($0.id)\"" }
      return names.isEmpty && random.percent(50)
        ? "\"none\"" : "[\(random.shuffled(names).joined(separator: ","))]"
    case .number(let range, _):
      let tenths = random.within(Int(range.lowerBound * 10)...Int(range.upperBound * 10))
      return "\(tenths / 10).\(abs(tenths) % 10)"
    case .duration: return "\"\(random.within(1...20)) days\""
    case .date: return "\"2026-02-\(random.within(10...28))\""
    }
  }
}
