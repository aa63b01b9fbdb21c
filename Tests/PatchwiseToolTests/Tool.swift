import Foundation
import PatchwiseTestSupport
import Testing

/// The built command, run as a person or a script would run it.
struct Tool {
  /// What came of a run.
  struct Result {
    var output: String
    var errors: String
    var status: Int32
  }

  /// The folder of the package.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The tool beside the tests.
  static var path: String {
    get throws {
      let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      let path = folder.appending(path: "patchwise").path
      try #require(
        FileManager.default.isExecutableFile(atPath: path), "the tool is built beside the tests")
      return path
    }
  }

  /// Runs the tool with some arguments, feeding it text, in the folder of the package or another one.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    in folder: URL = package
  ) throws -> Result {
    try run(program: path, arguments, input: input, environment: environment, in: folder)
  }

  /// Runs a line of shell, in which `patchwise` is the tool.
  static func runInShell(_ line: String) throws -> Result {
    try run(
      program: "/bin/sh", ["-c", "patchwise() { \"$0\" \"$@\"; }; \(line)", try path], input: "",
      environment: [:])
  }

  /// Runs the tool on a pseudo-terminal, through the `script` utility.
  ///
  /// The text is typed as it is, so it must end its lines; what comes back holds the echo, and nothing that
  /// nobody sees.
  static func runOnTerminal(_ arguments: [String], typing input: String) throws -> Result {
    let command = ([try path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    var result = try run(
      program: "/usr/bin/script", ["-qec", "stty cols 80; exec \(command)", "/dev/null"],
      input: input,
      environment: [
        "TERM": "xterm", "NO_COLOR": "1", "INPUTRC": "/dev/null", "LC_ALL": "C.UTF-8",
      ])
    result.output = result.output.withoutPasting
    return result
  }

  /// Our own environment without what changes how the tool looks, and with some variables.
  static func environment(_ variables: [String: String]) -> [String: String] {
    var own = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "COLUMNS", "TERM", "PATCHWISE_STORE"] { own[name] = nil }
    // What is saved at a terminal must not come into the store of whoever runs the tests.
    own["XDG_DATA_HOME"] = dataHome
    return own.merging(variables) { $1 }
  }

  private static let dataHome = FileManager.default.temporaryDirectory.appending(
    path: "patchwise-data-\(UUID().uuidString)"
  ).path

  private static func run(
    program: String, _ arguments: [String], input: String, environment: [String: String],
    in workingFolder: URL = package
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = workingFolder
    process.environment = Self.environment(environment)
    // Files, not pipes: a full pipe would make the tool wait for us while we wait for it.
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "patchwise-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    try Data(input.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try String(contentsOf: files[1], encoding: .utf8),
      errors: try String(contentsOf: files[2], encoding: .utf8), status: process.terminationStatus)
  }
}

extension String {
  /// The text without what switches the pasting of several lines on and off, which nobody sees.
  var withoutPasting: String {
    replacing("\u{1B}[?2004h", with: "").replacing("\u{1B}[?2004l", with: "")
  }
}

extension Trait where Self == ConditionTrait {
  /// For a test that gives the tool less memory, or shorter files, than a sanitizer itself takes.
  static var withTightLimits: Self {
    .disabled(if: Sanitizer.isOn, "A sanitizer takes more than the tool is given here.")
  }
}

/// A folder that is gone when the test is over.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "patchwise-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file into the folder and returns its path.
  func file(_ name: String, _ text: String = "") throws -> String {
    let file = url.appending(path: name)
    if !text.isEmpty { try Data(text.utf8).write(to: file) }
    return file.path
  }
}
