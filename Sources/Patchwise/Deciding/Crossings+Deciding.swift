extension Crossings {
  /// What a decision writes on its way, so that it need not allocate.
  struct Worksheet: Sendable {
    /// The terms that certainly hold, and those that may.
    fileprivate(set) var certain: [UInt64]
    fileprivate(set) var possible: [UInt64]
    /// The lists that the answers choose: what is not certain, and what is not possible.
    fileprivate var uncertain: [UInt32]
    fileprivate var impossible: [UInt32]
    /// Whether all that matters was answered, so that what may hold does; `possible` is not written then.
    fileprivate(set) var isComplete = false

    init(_ crossings: Crossings) {
      certain = crossings.all
      possible = crossings.all
      uncertain = Array(repeating: 0, count: crossings.choiceCount)
      impossible = uncertain
    }
  }

  /// Crosses out what the answers of one person rule out.
  ///
  /// - Parameters:
  ///   - values: The answer to each question.
  ///   - sheet: Takes what holds.
  func decide(_ values: [DecisionInput.Value], on sheet: inout Worksheet) {
    sheet.isComplete = answers.indices.allSatisfy { values[$0].isKnown || unknown[$0] == 0 }
    choose(values, &sheet.uncertain) { unknown[$0] }
    strike(sheet.uncertain, from: &sheet.certain)
    if sheet.isComplete {
      for layer in layers { settle(layer, &sheet.certain) }
    } else {
      choose(values, &sheet.impossible) { _ in 0 }
      strike(sheet.impossible, from: &sheet.possible)
      for layer in layers { settle(layer, &sheet.certain, &sheet.possible) }
    }
  }

  // MARK: Answers

  /// Finds the lists of what the answers cross out.
  ///
  /// - Parameters:
  ///   - values: The answer to each question.
  ///   - lists: Takes the lists.
  ///   - listWithout: Returns the list that stands for no answer to a question.
  @inline(__always)
  private func choose(
    _ values: [DecisionInput.Value], _ lists: inout [UInt32], _ listWithout: (Int) -> UInt32
  ) {
    var lists = lists.mutableSpan
    var choice = 0
    for question in answers.indices {
      let value = values[question]
      switch answers[question] {
      case .one(let list):
        let place = value.bits.trailingZeroBitCount
        let chosen = UInt32(truncatingIfNeeded: list) &+ UInt32(truncatingIfNeeded: place)
        lists[choice] = value.isKnown ? chosen : listWithout(question)
        choice &+= 1
      case .counted(let list):
        let chosen = UInt32(truncatingIfNeeded: list) &+ UInt32(truncatingIfNeeded: value.bits)
        lists[choice] = value.isKnown ? chosen : listWithout(question)
        choice &+= 1
      case .several(let range):
        for place in range {
          let test = tests[place]
          let chosen =
            UInt32(truncatingIfNeeded: test.list) &+ (test.holds(for: value.bits) ? 1 : 0)
          lists[choice] = value.isKnown ? chosen : listWithout(question)
          choice &+= 1
        }
      }
    }
  }

  /// Strikes the terms of some lists.
  private func strike(_ lists: [UInt32], from words: inout [UInt64]) {
    guard rows.isEmpty else {
      strikeRows(lists, from: &words)
      return
    }
    var words = words.mutableSpan
    for word in all.indices { words[word] = all[word] }
    for list in lists {
      for place in Int(starts[Int(list)])..<Int(starts[Int(list) + 1]) {
        let term = crossed[place]
        words[Int(term / 64)] &= ~(1 << UInt64(term % 64))
      }
    }
  }

  /// The same, block by block, so that what is left stays in a register.
  private func strikeRows(_ lists: [UInt32], from words: inout [UInt64]) {
    let width = (all.count + 3) / 4
    for block in 0..<width {
      var left = SIMD4<UInt64>(repeating: .max)
      for list in lists { left &= rows[Int(list) &* width &+ block] }
      for place in 0..<4 where 4 &* block &+ place < all.count {
        words[4 &* block &+ place] = all[4 &* block &+ place] & left[place]
      }
    }
  }

  // MARK: Consequences

  /// Lets the terms of a layer cross out what rests on them.
  private func settle(_ layer: Layer, _ words: inout [UInt64]) {
    guard var word = layer.consequences.first?.terms.word else { return }
    var words = words.mutableSpan
    var left = words[Int(word)]
    for consequence in layer.consequences {
      if consequence.terms.word != word {
        words[Int(word)] = left
        word = consequence.terms.word
        left = words[Int(word)]
      }
      left &= ~consequence.crossed(where: words[consequence.sourceWord])
    }
    words[Int(word)] = left
  }

  /// The same where not everything is known.
  ///
  /// What rests on a term that must hold is not certain unless the term is, and not possible unless the
  /// term is; where it must fail, it is the other way round.
  private func settle(
    _ layer: Layer, _ certainWords: inout [UInt64], _ possibleWords: inout [UInt64]
  ) {
    var certainly = certainWords.mutableSpan
    var possibly = possibleWords.mutableSpan
    for joint in layer.joints
    where certainly[joint.fails / 64] & 1 << UInt64(joint.fails % 64) != 0 {
      possibly[joint.term / 64] &= ~(1 << UInt64(joint.term % 64))
    }
    guard var word = layer.consequences.first?.terms.word else { return }
    var certain = certainly[Int(word)]
    var possible = possibly[Int(word)]
    for consequence in layer.consequences {
      if consequence.terms.word != word {
        certainly[Int(word)] = certain
        possibly[Int(word)] = possible
        word = consequence.terms.word
        certain = certainly[Int(word)]
        possible = possibly[Int(word)]
      }
      let first = certainly[consequence.sourceWord]
      let second = possibly[consequence.sourceWord]
      certain &= ~consequence.crossed(where: consequence.isHolding ? second : first)
      possible &= ~consequence.crossed(where: consequence.isHolding ? first : second)
    }
    certainly[Int(word)] = certain
    possibly[Int(word)] = possible
  }
}

extension Crossings.Test {
  /// Whether enough of the options are chosen; most tests want one, which takes no counting.
  @inline(__always)
  fileprivate func holds(for bits: UInt64) -> Bool {
    count == 1 ? bits & mask != 0 : (bits & mask).nonzeroBitCount >= count
  }
}

extension Crossings.Consequence {
  /// The word of the term that it follows from.
  @inline(__always)
  fileprivate var sourceWord: Int { Int(source / 128) }

  /// Whether it follows where the term holds, not where it fails.
  @inline(__always)
  fileprivate var isHolding: Bool { source & 1 != 0 }

  /// What is crossed out, given the word of the term.
  @inline(__always)
  fileprivate func crossed(where word: UInt64) -> UInt64 {
    let isSo = word >> UInt64(source / 2 % 64) & 1
    // All bits where the term is as the consequence wants it, and none elsewhere.
    return terms.bits & (0 &- (1 ^ isSo ^ UInt64(source & 1)))
  }
}
