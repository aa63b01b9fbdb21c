import Patchwise
import PatchwiseDialogue
import PatchwiseYAML

/// Files of knowledge: one, or several with a line `%%%` between them, which are called `1.yaml` and so on.
struct KnowledgeTarget: Target {
  func take(_ input: [UInt8]) {
    let parts = Self.parts(of: input)
    let files = KnowledgeFiles("0.yaml") { name in
      Int(name.prefix { $0 != "." }).flatMap { number in
        name == "\(number).yaml" && parts.indices.contains(number) ? parts[number] : nil
      }
    }
    let base: KnowledgeBase
    do {
      base = try files.knowledgeBase()
    } catch {
      expectPlaced(error.diagnostics, in: files.texts)
      for diagnostic in error.diagnostics {
        if let file = diagnostic.location?.file {
          expect(files.texts[file] != nil, "there is no file '\(file)'")
        }
      }
      return
    }
    expectCompiled(base)
    for kind in base.knowledge.consultations { hold(kind, in: base) }
  }

  private static func parts(of input: [UInt8]) -> [[UInt8]] {
    input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .split(omittingEmptySubsequences: false) { $0.elementsEqual("%%%".utf8) }
      .map { Array($0.joined(separator: CollectionOfOne(UInt8(ascii: "\n")))) }
  }

  /// Expects that its compiled form says the same.
  private func expectCompiled(_ base: KnowledgeBase) {
    do {
      let same = KnowledgeBase(try CompiledKnowledge(base.compiled(from: 7)))
      expectEqual(same.knowledge, base.knowledge, "compiled")
    } catch {
      fatalError("the compiled form can't be read: \(error)")
    }
  }

  /// Answers a consultation to its end.
  private func hold(_ kind: ConsultationKind, in base: KnowledgeBase) {
    guard var dialogue = try? Dialogue(about: base, consulting: kind.id, at: Bases.now),
      var sheet = (try? BatchDecider(kind.id, in: base))?.sheet, sheet.addPerson() != nil
    else { fatalError("there is no consultation '\(kind.id)'") }
    expectSaid(dialogue.begin())
    for line in ["why", "so far", "?", "what if not sure", "change"] {
      expectSaid(dialogue.respond(to: line).blocks)
    }
    guard var consultation = try? Consultation(kind.id, in: base, at: Bases.now) else { return }
    for _ in 0...base.knowledge.questions.count {
      guard let question = consultation.nextQuestion else { break }
      let answer = Self.answer(to: question, in: base)
      do {
        try consultation.answer(question.id, answer)
        sheet.give(try sheet.decider.prepare(answer, to: question.id, at: Bases.now), for: 0)
      } catch {
        fatalError("\(answer) is refused at '\(question.id)': \(error)")
      }
    }
    expect(consultation.isOver, "it never ends")
    expect(consultation.recommendation != nil, "nothing is recommended")
    sheet.decide()
    for scale in kind.decides {
      expectEqual(
        sheet.interval(of: scale, for: 0), consultation.interval(of: scale), "\(scale) on a sheet")
      _ = consultation.explanation(of: scale)
    }
  }

  /// An answer that a question takes.
  private static func answer(to question: Question, in base: KnowledgeBase) -> Answer {
    if question.unsure != .refused { return .unsure }
    switch question.domain {
    case .one(let options, _): return options.first.map { .option($0.id) } ?? .unsure
    case .any, .ingredients: return .options(base.options(of: question).prefix(1).map(\.id))
    case .yesNo: return .yes
    case .number(let range, _): return .number(range.upperBound)
    case .duration(let range): return .duration(range.upperBound)
    case .date: return .date(Moment(seconds: 0))
    }
  }
}
