// Propagation, and learning from conflicts.
extension Solver {
  mutating func assign(_ literal: Literal, because reason: Int32) {
    values[literal.variable] = literal.isNegated ? .isFalse : .isTrue
    levels[literal.variable] = Int32(levelStarts.count)
    reasons[literal.variable] = reason
    trail.append(literal)
  }

  /// Takes back all assignments above a level.
  mutating func backtrack(to level: Int) {
    guard levelStarts.count > level else { return }
    let start = levelStarts[level]
    for place in stride(from: trail.count - 1, through: start, by: -1) {
      let variable = trail[place].variable
      phases[variable] = !trail[place].isNegated
      values[variable] = .open
      order.insert(variable)
    }
    trail.removeSubrange(start...)
    levelStarts.removeSubrange(level...)
    propagated = start
  }

  /// Follows what is assigned until nothing new follows.
  ///
  /// - Returns: A clause none of whose literals can hold any more, if there is one.
  mutating func propagate() -> Int32? {
    while propagated < trail.count {
      let literal = trail[propagated]
      propagated += 1
      if let conflict = visitWatches(of: literal) { return conflict }
    }
    return nil
  }

  /// Looks at the clauses that watch the opposite of a literal that has come to hold.
  private mutating func visitWatches(of literal: Literal) -> Int32? {
    // Taken out of the table, the list can be changed in place.
    var list: [Watch] = []
    swap(&list, &watches[literal.index])
    defer { swap(&list, &watches[literal.index]) }
    let gone = !literal
    var kept = 0
    var place = 0
    while place < list.count {
      let watch = list[place]
      place += 1
      if value(of: watch.blocker) == .isTrue {
        list[kept] = watch
        kept += 1
        continue
      }
      let start = Int(watch.clause) + 2
      if arena[start] == gone.code { arena.swapAt(start, start + 1) }
      let first = Literal(code: arena[start])
      let renewed = Watch(clause: watch.clause, blocker: first)
      if value(of: first) == .isTrue {
        list[kept] = renewed
        kept += 1
        continue
      }
      if let other = unwatched(of: watch.clause) {
        arena.swapAt(start + 1, other)
        watches[Int(arena[start + 1] ^ 1)].append(renewed)
        continue
      }
      list[kept] = renewed
      kept += 1
      guard value(of: first) == .isFalse else {
        assign(first, because: watch.clause)
        continue
      }
      list.removeSubrange(kept..<place)
      return watch.clause
    }
    list.removeSubrange(kept...)
    return nil
  }

  /// The place in the arena of a literal of a clause that is not watched and may still hold.
  private func unwatched(of clause: Int32) -> Int? {
    let start = Int(clause) + 2
    let end = start + Int(arena[Int(clause)])
    var place = start + 2
    while place < end {
      if value(of: Literal(code: arena[place])) != .isFalse { return place }
      place += 1
    }
    return nil
  }

  // MARK: Learning

  /// Learns the clause that keeps a conflict from coming up again, and steps back to where it forces.
  mutating func learn(from conflict: Int32) {
    var (clause, level) = firstImplicationPoint(of: conflict)
    write(learned: clause)
    backtrack(to: level)
    if clause.count == 1 {
      assign(clause[0], because: -1)
    } else {
      // The second watched literal is one of those that were assigned last.
      if let second = clause.indices.dropFirst().max(by: {
        self.level($0, clause) < self.level($1, clause)
      }) {
        clause.swapAt(1, second)
      }
      let count = Set(clause.map { levels[$0.variable] }).count
      let place = store(clause, levelCount: max(1, count))
      learned.append(place)
      attach(place)
      assign(clause[0], because: place)
    }
    order.age()
  }

  private func level(_ place: Int, _ clause: [Literal]) -> Int32 { levels[clause[place].variable] }

  /// Resolves a conflict back to the first literal of the present level that alone leads to it.
  ///
  /// - Returns: The learned clause, that literal's opposite first, and the level to step back to.
  private mutating func firstImplicationPoint(
    of conflict: Int32
  ) -> (clause: [Literal], level: Int) {
    var clause = [Literal(code: 0)]
    var open = 0
    var place = trail.count
    var reason = conflict
    var seen: [Int] = []
    repeat {
      for literal in literals(of: reason) where !isSeen[literal.variable] {
        let variable = literal.variable
        // What is forced already has no share; neither has the literal that the reason forces.
        guard levels[variable] > 0, value(of: literal) == .isFalse else { continue }
        isSeen[variable] = true
        seen.append(variable)
        order.bump(variable)
        if Int(levels[variable]) == levelStarts.count { open += 1 } else { clause.append(literal) }
      }
      repeat { place -= 1 } while !isSeen[trail[place].variable]
      reason = reasons[trail[place].variable]
      open -= 1
    } while open > 0
    clause[0] = !trail[place]
    let kept = clause.prefix(1) + clause.dropFirst().filter { !isImplied($0) }
    for variable in seen { isSeen[variable] = false }
    return (Array(kept), kept.dropFirst().map { Int(levels[$0.variable]) }.max() ?? 0)
  }

  /// Whether a literal of a learned clause follows from the others, so that it can be left out.
  private func isImplied(_ literal: Literal) -> Bool {
    let reason = reasons[literal.variable]
    guard reason >= 0 else { return false }
    return literals(of: reason).allSatisfy { other in
      other.variable == literal.variable || isSeen[other.variable] || levels[other.variable] == 0
    }
  }

  /// The assumptions that together keep one of them from holding, itself included.
  mutating func findCore(of failed: Literal) -> [Literal] {
    var core = [failed]
    guard levels[failed.variable] > 0 else { return core }
    isSeen[failed.variable] = true
    for place in stride(from: trail.count - 1, through: levelStarts.first ?? 0, by: -1) {
      let variable = trail[place].variable
      guard isSeen[variable] else { continue }
      isSeen[variable] = false
      if reasons[variable] < 0 {
        core.append(trail[place])
      } else {
        for literal in literals(of: reasons[variable])
        where levels[literal.variable] > 0 && literal.variable != variable {
          isSeen[literal.variable] = true
        }
      }
    }
    isSeen[failed.variable] = false
    return core
  }

  // MARK: Forgetting

  /// Forgets the half of the learned clauses that span most decision levels.
  mutating func forgetSome() {
    let locked = Set(trail.map { reasons[$0.variable] })
    let sorted = learned.sorted { levelCount(of: $0) < levelCount(of: $1) }
    let kept = Set(
      sorted.prefix(sorted.count / 2)
        + sorted.dropFirst(sorted.count / 2).filter {
          levelCount(of: $0) <= 2 || locked.contains($0)
        })
    let forgotten = Set(learned).subtracting(kept)
    for clause in forgotten { write(forgotten: literals(of: clause)) }
    for index in watches.indices { watches[index].removeAll { forgotten.contains($0.clause) } }
    learned.removeAll(where: forgotten.contains)
    learnedLimit += learnedLimit / 10
  }
}
