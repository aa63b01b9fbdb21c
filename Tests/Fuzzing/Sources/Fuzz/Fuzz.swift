import Patchwise

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is fuzzed in this process; libFuzzer calls from one thread.
nonisolated(unsafe) private var target: any Target = NoTarget()

/// The seconds of work that an input may take, with all that the sanitizer adds.
///
/// It is the time of the processor, so that others who are busy on the machine do no harm.
private let limit = 1.0

/// Takes the target that the environment names; libFuzzer calls this first.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer)
  -> CInt
{
  let name = getenv("PATCHWISE_FUZZ").map { String(cString: $0) } ?? ""
  guard let type = targets[name] else {
    fatalError("PATCHWISE_FUZZ must be one of: \(targets.keys.sorted().joined(separator: ", "))")
  }
  do {
    target = try type.init()
  } catch {
    fatalError("\(error)")
  }
  return 0
}

/// Tries one input; libFuzzer calls this again and again.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let start = seconds()
  target.take(input)
  let taken = seconds() - start
  expect(taken < limit, "it took \(taken) seconds")
  return 0
}

/// The time that the processor has worked for this process.
private func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
