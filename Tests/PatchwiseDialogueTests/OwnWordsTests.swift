import Foundation
import Patchwise
import PatchwiseTestSupport
import PatchwiseYAML
import Testing

@testable import PatchwiseDialogue

@Suite("Answers in a person's own words")
struct OwnWordsTests {
  @Test(
    "real sentences are read as what they say, and as nothing else",
    arguments: OwnWords.questions)
  func sentences(question: OwnWords.Question) throws {
    let knowledge = try question.knowledge.get()
    for sentence in question.sentences {
      let reading = try question.reading(of: sentence.line, in: knowledge)
      #expect(sentence.readings.contains(reading), "\(question): \(sentence.line)")
    }
  }

  @Test("there are enough sentences, and half of them are traps")
  func enough() {
    let sentences = OwnWords.questions.flatMap(\.sentences)
    let traps = sentences.count {
      $0.readings.contains { reading in
        reading == "refused" || reading.contains("|") || reading.hasPrefix("alarm")
      }
    }
    #expect(sentences.count >= 300)
    #expect(traps * 2 >= sentences.count * 9 / 10)
  }
}

/// The sentences of `Tests/Fixtures/own-words`, and what they must be taken for.
enum OwnWords {
  struct Sentence: Sendable {
    let line: String
    /// What it may be taken for.
    let readings: [String]
  }

  /// A question and the sentences that are typed at it.
  struct Question: Sendable, CustomTestStringConvertible {
    let knowledge: Result<KnowledgeBase, any Error>
    let consultation: Identifier<ConsultationKind>
    let id: Identifier<Patchwise.Question>
    var sentences: [Sentence] = []

    var testDescription: String { "\(consultation) \(id)" }

    /// What a conversation takes a line for that is typed at the question.
    func reading(of line: String, in knowledge: KnowledgeBase) throws -> String {
      var dialogue = try Dialogue(about: knowledge, consulting: consultation, at: Boiler.now)
      dialogue.revisited = id
      let reply = dialogue.respond(to: line)
      guard reply.outcome == .askedBack else { return text(of: reply.outcome) }
      switch dialogue.mode {
      case .confirming(_, let answer): return text(of: answer) + "?"
      case .choosing(_, let options): return options.map(\.name).joined(separator: " | ")
      case .confirmingAlarm: return "alarm?"
      // The question has been put in plainer words.
      default: return "unsure"
      }
    }

    private func text(of outcome: Reply.Outcome) -> String {
      switch outcome {
      case .answered(_, let answer): text(of: answer)
      case .told: "topic"
      case .alarmed: "alarm"
      default: Notation.text(of: outcome)
      }
    }

    private func text(of answer: Answer) -> String {
      if case .duration(let span) = answer { return "\(Double(span.seconds) / 3_600)h" }
      return Notation.text(of: answer)
    }
  }

  static let questions: [Question] =
    questions(
      in: "exosome-serum",
      about: "Knowledge/exosome-serum/exosome-serum.yaml")
    + questions(in: "boiler", about: "Tests/Fixtures/boiler/boiler.yaml")

  private static func questions(in name: String, about path: String) -> [Question] {
    let knowledge = Result { try KnowledgeBase(contentsOf: PackageFiles.path(path)) }
    let path = PackageFiles.path("Tests/Fixtures/own-words/\(name).txt")
    let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.reduce(into: []) { questions, line in
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      if line.hasPrefix("? ") {
        questions.append(
          Question(
            knowledge: knowledge, consultation: Identifier(words[1]), id: Identifier(words[2])))
      } else if !line.hasPrefix("#"), let colon = line.firstRange(of: ": ") {
        questions[questions.count - 1].sentences.append(
          Sentence(
            line: String(line[colon.upperBound...]),
            readings: line[..<colon.lowerBound].split(separator: " / ").map(String.init)))
      }
    }
  }
}
