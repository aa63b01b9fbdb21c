#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Something that takes any bytes and must neither crash nor contradict itself.
protocol Target: SendableMetatype {
  init() throws

  /// Takes an input, and ends the process if something is found.
  func take(_ input: [UInt8])
}

/// The targets by name.
let targets: [String: any Target.Type] = [
  "answers": AnswerTarget.self,
  "conditions": ConditionTarget.self,
  "decide": DecideTarget.self,
  "ingredients": IngredientTarget.self,
  "knowledge": KnowledgeTarget.self,
  "sittings": SittingTarget.self,
  "state": StateTarget.self,
  "transcripts": TranscriptTarget.self,
]

/// What stands there until a target is chosen.
struct NoTarget: Target {
  func take(_ input: [UInt8]) {}
}

/// The seconds of work that an input may take, with all that the sanitizer adds.
private let limit = 1.0

extension Target {
  /// Takes an input and ends the process if that takes too long.
  ///
  /// - Returns: The seconds that the processor worked for it, so that others who are busy on the machine do no harm.
  func timeTaken(by input: [UInt8]) -> Double {
    let start = seconds()
    take(input)
    let taken = seconds() - start
    expect(taken < limit, "it took \(taken) seconds")
    return taken
  }
}

/// The time that the processor has worked for this process.
private func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
