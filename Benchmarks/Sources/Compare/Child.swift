import Foundation

/// A program that is run, and what came of it.
struct Child {
  /// What came of a program.
  struct Result {
    /// Its exit status; 124 if it took longer than it was given, 128 and more if a signal ended it.
    var status: Int
    var seconds: Double
    var output: String
  }

  private let command: [String]
  private let input: String
  private let output: String?
  private let limit: Int?

  /// Describes a program to run.
  ///
  /// - Parameters:
  ///   - command: Its path and arguments; a path without a slash is looked for.
  ///   - input: The file that it reads.
  ///   - output: The file that it writes; left out, its output is kept.
  ///   - limit: After how many seconds it is ended.
  init(
    _ command: [String], input: String = "/dev/null", output: String? = nil, limit: Int? = nil
  ) {
    self.command = limit.map { ["timeout", "-k", "5", "\($0)"] + command } ?? command
    self.input = input
    self.output = output
    self.limit = limit
  }

  /// Runs it to its end.
  func run() -> Result {
    var pipe: [Int32] = [-1, -1]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    if let output {
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    } else {
      _ = Foundation.pipe(&pipe)
      posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
      for end in pipe { posix_spawn_file_actions_addclose(&actions, end) }
    }
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let clock = ContinuousClock()
    let start = clock.now
    guard let process = spawn(actions: &actions) else {
      return Result(status: 127, seconds: 0, output: "")
    }
    var text = ""
    if output == nil {
      close(pipe[1])
      text = String(decoding: Self.rest(of: pipe[0]), as: UTF8.self)
      close(pipe[0])
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let code = status & 0x7F == 0 ? Int(status >> 8) & 0xFF : 128 + Int(status & 0x7F)
    return Result(status: code, seconds: (clock.now - start) / .seconds(1), output: text)
  }

  /// Runs it to its end, and returns the most bytes of memory that it held at a time.
  ///
  /// The system's own account can't be taken: a process begins with its parent's peak.
  func peak() -> Int? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    for stream in [1, 2] as [Int32] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    guard let process = spawn(actions: &actions) else { return nil }
    var peak: Int?
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
      let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let size = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
      peak = size.map { $0 * 1024 } ?? peak
      usleep(500)
    }
    return peak
  }

  /// Where the program's complaints are.
  private var errors: String { "\(NSTemporaryDirectory())/patchwise-bench-\(getpid()).errors" }

  /// What the program that was run last complained of.
  var complaint: String {
    let text = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
    return String(text.suffix(600))
  }

  /// Runs it on a terminal until it has shown a text, and then ends it.
  ///
  /// - Returns: The seconds from its start to that text; nothing if the text was never shown.
  func seconds(untilShown text: String) -> Double? {
    var terminal: Int32 = -1
    var inside: Int32 = -1
    guard openpty(&terminal, &inside, nil, nil, nil) == 0 else { return nil }
    defer { close(terminal) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [0, 1, 2] as [Int32] {
      posix_spawn_file_actions_adddup2(&actions, inside, stream)
    }
    for end in [terminal, inside] { posix_spawn_file_actions_addclose(&actions, end) }
    let clock = ContinuousClock()
    let start = clock.now
    let spawned = spawn(actions: &actions)
    close(inside)
    guard let process = spawned else { return nil }
    defer {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    let wanted = Array(text.utf8)
    var shown: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 10_000) == 1 else { return nil }
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { return nil }
      shown += buffer[..<count]
      if shown.indices.reversed().contains(where: { shown[$0...].starts(with: wanted) }) {
        return (clock.now - start) / .seconds(1)
      }
    }
  }

  private func spawn(actions: inout posix_spawn_file_actions_t) -> pid_t? {
    let arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, command[0], &actions, nil, arguments, environ) == 0 else {
      return nil
    }
    return process
  }

  private static func rest(of stream: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(stream, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
