extension Workload {
  /// The workload as the peers read it, byte for byte as the script wrote it that was there first.
  public var json: String {
    var text = "{\"name\":\"\(size.rawValue)\",\"verdicts\":["
    text += texts.enumerated().map { place, text in
      "{\"id\":\"v\(place + 1)\",\"level\":\(place + 1),\"text\":\"\(text)\"}"
    }.joined(separator: ",")
    text += "],\"questions\":[" + questions.map(Self.json).joined(separator: ",")
    text += "],\"derived\":["
    for (place, fact) in facts.enumerated() {
      text += "\(place > 0 ? "," : ""){\"id\":\"\(Self.name(ofFact: place))\",\"when\":"
      write(fact, into: &text)
      text += "}"
    }
    text += "],\"rules\":["
    for (place, rule) in rules.enumerated() {
      text += "\(place > 0 ? "," : ""){\"id\":\"\(Self.name(ofRule: place))\","
      text += "\"verdict\":\"v\(rule.level)\",\"when\":"
      write(rule.when, into: &text)
      text += "}"
    }
    text += "],\"invariants\":["
    for (place, invariant) in invariants.enumerated() {
      text += "\(place > 0 ? "," : ""){\"id\":\"I\(place + 1)\",\"when\":"
      write(invariant.when, into: &text)
      text += ",\"max_level\":\(invariant.level),\"holds\":\(invariant.holds)}"
    }
    let planted = [self.planted.dead, self.planted.shadowed].map { places in
      places.map { "\"\(Self.name(ofRule: $0))\"" }.joined(separator: ",")
    }
    return text + "],\"planted\":{\"dead\":[\(planted[0])],\"shadowed\":[\(planted[1])]}}"
  }

  private static func json(_ question: Question) -> String {
    let options = question.options.map { "\"\($0)\"" }.joined(separator: ",")
    let domain =
      switch question.domain {
      case .one: "\"single\",\"options\":[\(options)]"
      case .any: "\"multi\",\"options\":[\(options)]"
      case .number(let range, let isWhole):
        "\"number\",\"min\":\(range.lowerBound),\"max\":\(range.upperBound),"
          + "\"step\":\(isWhole ? "1" : "0.1")"
      }
    return "{\"id\":\"\(question.name)\",\"type\":\(domain),\"topic\":\(question.topic)}"
  }

  private func write(_ condition: Condition, into text: inout String) {
    func write(_ parts: [Condition], _ key: String) {
      text += "{\"\(key)\":["
      for (place, part) in parts.enumerated() {
        if place > 0 { text += "," }
        self.write(part, into: &text)
      }
      text += "]}"
    }
    func write(_ key: String, _ question: Int, _ value: String) {
      text += "{\"\(key)\":[\"\(questions[question].name)\",\(value)]}"
    }
    switch condition {
    case .all(let parts): write(parts, "all")
    case .any(let parts): write(parts, "any")
    case .not(let part):
      text += "{\"not\":"
      self.write(part, into: &text)
      text += "}"
    case .isOne(let question, let places):
      let options = places.map { "\"\(questions[question].options[$0])\"" }
      if options.count == 1 {
        write("eq", question, options[0])
      } else {
        write("in", question, "[" + options.joined(separator: ",") + "]")
      }
    case .includes(let question, let option):
      write("has", question, "\"\(questions[question].options[option])\"")
    case .count(let question, let count): write("count_ge", question, "\(count)")
    case .number(let question, let comparison, let number):
      write(comparison.rawValue, question, self.text(of: number, to: question))
    case .fact(let place): text += "{\"fact\":\"\(Self.name(ofFact: place))\"}"
    }
  }

  /// Returns a number as its question writes it: without a point where it is whole.
  func text(of number: Double, to question: Int) -> String {
    if case .number(_, isWhole: true) = questions[question].domain { return "\(Int(number))" }
    return "\(number)"
  }

  /// Returns a person's answers as the peers read them.
  public func json(_ person: Person) -> String {
    json(person) { $0 }
  }

  /// Returns a person's answers as `patchwise decide` reads them.
  public func line(_ person: Person) -> String {
    "{\"answers\":\(json(person, naming: KnowledgeFiles.name))}"
  }

  private func json(_ person: Person, naming name: (String) -> String) -> String {
    let pairs = zip(questions.indices, person.answers).map { place, answer in
      let question = questions[place]
      let value =
        switch answer {
        case .one(let option): "\"\(name(question.options[option]))\""
        case .any(let chosen):
          "["
            + question.options.indices.filter { chosen >> UInt8($0) & 1 == 1 }
            .map { "\"\(name(question.options[$0]))\"" }.joined(separator: ",") + "]"
        case .number(let number): text(of: number, to: place)
        }
      return "\"\(name(question.name))\":\(value)"
    }
    return "{\(pairs.joined(separator: ","))}"
  }
}
