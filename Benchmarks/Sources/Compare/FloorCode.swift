import Workloads

/// Where a question's answers lie in a table of people.
struct Columns {
  /// The questions with one option, any options and a number, each in order.
  private(set) var ones: [Int] = []
  private(set) var anys: [Int] = []
  private(set) var numbers: [Int] = []
  /// The column of each question, among those of its kind.
  private(set) var place: [Int] = []

  init(_ workload: Workload) {
    func add(_ question: Int, to columns: inout [Int]) {
      place.append(columns.count)
      columns.append(question)
    }
    for (question, domain) in workload.questions.map(\.domain).enumerated() {
      switch domain {
      case .one: add(question, to: &ones)
      case .any: add(question, to: &anys)
      case .number: add(question, to: &numbers)
      }
    }
  }
}

/// A workload's rules as a program's text, without a loop, a table or a call: what an engine can be held against.
struct FloorCode {
  /// A programming language.
  enum Language: String {
    case c
    case swift
  }

  private let workload: Workload
  private let columns: Columns
  private let language: Language

  init(_ workload: Workload, in language: Language) {
    self.workload = workload
    columns = Columns(workload)
    self.language = language
  }

  /// The text, in functions of 64 rules.
  var text: String {
    let facts = groups(of: workload.facts.count)
    let rules = groups(of: workload.rules.count)
    return switch language {
    case .c: c(facts, rules)
    case .swift: swift(facts, rules)
    }
  }

  private func groups(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: 64).map { $0..<min(count, $0 + 64) }
  }

  private var levels: [UInt64] {
    let words = (workload.rules.count + 63) / 64
    var levels = [UInt64](repeating: 0, count: 5 * words)
    for (place, rule) in workload.rules.enumerated() {
      levels[(rule.level - 1) * words + place / 64] |= 1 << UInt64(place % 64)
    }
    return levels
  }

  private func c(_ facts: [Range<Int>], _ rules: [Range<Int>]) -> String {
    var text = """
      #include <stdint.h>
      #define IN const uint8_t *restrict s, const uint8_t *restrict m, const double *restrict n
      #define APART static __attribute__((noinline))
      const int WORDS = \(rules.count), FACTS = \(workload.facts.count);
      const uint64_t LEVELS[] = {\(levels.map { "\($0)ull" }.joined(separator: ","))};

      """
    for group in facts {
      text += "APART void f\(group.lowerBound)(IN, uint8_t *d) {\n"
      for i in group { text += "d[\(i)] = \(self.text(of: workload.facts[i]));\n" }
      text += "}\n"
    }
    for group in rules {
      text += "APART uint64_t g\(group.lowerBound)(IN, const uint8_t *restrict d) {\n"
      text += "uint64_t r = 0;\n"
      for i in group {
        text += "if (\(self.text(of: workload.rules[i].when))) r |= 1ull << \(i % 64);\n"
      }
      text += "return r;\n}\n"
    }
    text += "void decide(IN, uint8_t *d, uint64_t *out) {\n"
    for group in facts { text += "f\(group.lowerBound)(s, m, n, d);\n" }
    for (word, group) in rules.enumerated() {
      text += "out[\(word)] = g\(group.lowerBound)(s, m, n, d);\n"
    }
    return text + "}\n"
  }

  private func swift(_ facts: [Range<Int>], _ rules: [Range<Int>]) -> String {
    var text = """
      typealias Bytes = UnsafePointer<UInt8>
      typealias Numbers = UnsafePointer<Double>
      let wordCount = \(rules.count)
      let factCount = \(workload.facts.count)
      let levelWords: [UInt64] = \(levels)
      @inline(__always) func eq(_ s: Bytes, _ c: Int, _ k: UInt8) -> Bool { s[c] == k }
      @inline(__always) func isin(_ s: Bytes, _ c: Int, _ k: UInt32) -> Bool {
        (k &>> UInt32(s[c])) & 1 != 0
      }
      @inline(__always) func has(_ m: Bytes, _ c: Int, _ k: UInt8) -> Bool { m[c] & k != 0 }
      @inline(__always) func cnt(_ m: Bytes, _ c: Int, _ k: Int) -> Bool {
        m[c].nonzeroBitCount >= k
      }
      @inline(__always) func fact(_ d: Bytes, _ c: Int) -> Bool { d[c] != 0 }
      @inline(__always) func ge(_ n: Numbers, _ c: Int, _ k: Double) -> Bool { n[c] >= k }
      @inline(__always) func gt(_ n: Numbers, _ c: Int, _ k: Double) -> Bool { n[c] > k }
      @inline(__always) func le(_ n: Numbers, _ c: Int, _ k: Double) -> Bool { n[c] <= k }
      @inline(__always) func lt(_ n: Numbers, _ c: Int, _ k: Double) -> Bool { n[c] < k }

      """
    let people = "_ s: Bytes, _ m: Bytes, _ n: Numbers"
    for group in facts {
      text += "@inline(never) func f\(group.lowerBound)"
      text += "(\(people), _ d: UnsafeMutablePointer<UInt8>) {\n"
      for i in group { text += "d[\(i)] = \(self.text(of: workload.facts[i])) ? 1 : 0\n" }
      text += "}\n"
    }
    for group in rules {
      text += "@inline(never) func g\(group.lowerBound)(\(people), _ d: Bytes) -> UInt64 {\n"
      text += "var r: UInt64 = 0\n"
      for i in group {
        let bit = String(1 << UInt64(i % 64) as UInt64, radix: 16)
        text += "if \(self.text(of: workload.rules[i].when)) { r |= 0x\(bit) }\n"
      }
      text += "return r\n}\n"
    }
    text += "func decide(\(people), _ d: UnsafeMutablePointer<UInt8>, "
    text += "_ out: UnsafeMutablePointer<UInt64>) {\n"
    for group in facts { text += "f\(group.lowerBound)(s, m, n, d)\n" }
    for (word, group) in rules.enumerated() {
      text += "out[\(word)] = g\(group.lowerBound)(s, m, n, d)\n"
    }
    return text + "}\n"
  }

  private func text(of condition: Workload.Condition) -> String {
    func join(_ parts: [Workload.Condition], _ word: String) -> String {
      "(" + parts.map { text(of: $0) }.joined(separator: " \(word) ") + ")"
    }
    let isC = language == .c
    switch condition {
    case .all(let parts): return join(parts, "&&")
    case .any(let parts): return join(parts, "||")
    case .not(let part): return "!(\(text(of: part)))"
    case .fact(let place): return isC ? "(d[\(place)] != 0)" : "fact(d, \(place))"
    case .isOne(let question, let options):
      let column = columns.place[question]
      guard options.count > 1 else {
        return isC ? "(s[\(column)] == \(options[0]))" : "eq(s, \(column), \(options[0]))"
      }
      let mask = options.reduce(0) { $0 | 1 << $1 }
      return isC ? "((\(mask)u >> s[\(column)]) & 1)" : "isin(s, \(column), \(mask))"
    case .includes(let question, let option):
      let column = columns.place[question]
      return isC ? "((m[\(column)] & \(1 << option)) != 0)" : "has(m, \(column), \(1 << option))"
    case .count(let question, let count):
      let column = columns.place[question]
      return isC
        ? "(__builtin_popcount(m[\(column)]) >= \(count))" : "cnt(m, \(column), \(count))"
    case .number(let question, let comparison, let number):
      let column = columns.place[question]
      guard isC else { return "\(comparison.rawValue)(n, \(column), \(number))" }
      let sign =
        switch comparison {
        case .atLeast: ">="
        case .moreThan: ">"
        case .atMost: "<="
        case .lessThan: "<"
        }
      return "(n[\(column)] \(sign) \(number))"
    }
  }
}
