import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Standard input and output, and the window they are in.
package enum StandardStreams {
  /// Whether somebody types what we read.
  package static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether what we write is seen as it is written.
  package static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// How many columns the window has now; nothing without a window or if it doesn't say.
  package static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The number of the error that has ended the output; nothing if all was written so far.
  package static var outputError: CInt? {
    let number = lost.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  private static let lost = Atomic<CInt>(0)

  /// Writes text to standard output, at once even if that is a pipe.
  ///
  /// After a failure nothing more is written.
  ///
  /// - Returns: Whether all was written so far.
  @discardableResult
  package static func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// Writes bytes to standard output, at once even if that is a pipe.
  ///
  /// - Returns: Whether all was written so far.
  package static func write(_ bytes: [UInt8]) -> Bool {
    guard outputError == nil else { return false }
    // What others have printed comes first. All streams, as `stdout` is a variable that Swift refuses
    // to touch.
    let error = fflush(nil) == 0 ? write(bytes, to: STDOUT_FILENO) : errno
    if let error { lost.store(error, ordering: .relaxed) }
    return error == nil
  }

  /// Writes text to a file that is open.
  ///
  /// - Returns: The number of the error that has kept some of it from being written.
  package static func write(_ text: String, to descriptor: CInt) -> CInt? {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Darwin)
        let count = rest.withUnsafeBytes { Darwin.write(descriptor, $0.baseAddress, $0.count) }
      #elseif canImport(Musl)
        let count = rest.withUnsafeBytes { Musl.write(descriptor, $0.baseAddress, $0.count) }
      #else
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  /// Waits for a line of standard input; nothing if there is none.
  ///
  /// It shares what it has read ahead with whoever reads a line in this process, as C has one buffer.
  ///
  /// - Parameter limit: How many bytes of it are kept; the rest of a longer line is passed over. Left out, one
  ///   more than a dialogue takes, so that it shows that there were more.
  /// - Returns: The line without its line break. Where it is no UTF-8, it has replacement characters.
  package static func readLine(atMost limit: Int = Dialogue.lineLimit + 1) -> String? {
    var bytes: [UInt8] = []
    var isEmpty = true
    while let byte = nextByte() {
      isEmpty = false
      if byte == UInt8(ascii: "\n") { break }
      if bytes.count < limit { bytes.append(byte) }
    }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The next byte of standard input; nothing at its end.
  private static func nextByte() -> UInt8? {
    let byte = getchar()
    return byte == EOF ? nil : UInt8(truncatingIfNeeded: byte)
  }

  /// Adds what can be read from standard input without waiting, or waits for the first of it.
  ///
  /// - Parameters:
  ///   - bytes: Takes what is read.
  ///   - limit: How many bytes are read at most.
  /// - Returns: How many bytes were read: 0 at the end, and less if none can be read; `errno` says why.
  package static func read(into bytes: inout [UInt8], atMost limit: Int) -> Int {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: limit))
    var count = 0
    repeat {
      count = bytes.withUnsafeMutableBytes { buffer in
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
        #if canImport(Darwin)
          return Darwin.read(STDIN_FILENO, room.baseAddress, room.count)
        #elseif canImport(Musl)
          return Musl.read(STDIN_FILENO, room.baseAddress, room.count)
        #else
          return Glibc.read(STDIN_FILENO, room.baseAddress, room.count)
        #endif
      }
    } while count < 0 && errno == EINTR
    bytes.removeLast(limit - max(0, count))
    return count
  }
}
