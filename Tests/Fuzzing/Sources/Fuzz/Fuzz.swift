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
  _ = target.timeTaken(by: Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
