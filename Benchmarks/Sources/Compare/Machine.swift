import Foundation

/// The machine that everything is measured on.
enum Machine {
  /// Its processor and cores, without its name.
  static var description: String {
    let information = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    func value(_ key: String) -> String? {
      information.split(separator: "\n").first { $0.hasPrefix(key) }?
        .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let model = value("model name") ?? "unknown processor"
    let family = value("cpu family").map { family in
      ", family \(family), model \(value("model\t") ?? "?")"
    }
    return "\(model)\(family ?? ""), \(ProcessInfo.processInfo.activeProcessorCount) cores"
  }

  /// Which Swift it has.
  static var swift: String {
    let said = Child(["swift", "--version"]).run().output
    return said.firstMatch(of: /Swift version [0-9.]+/).map { String($0.output) } ?? "no Swift"
  }

  /// Which day it is there.
  static var today: String {
    Date.now.formatted(.iso8601.year().month().day())
  }

  /// Stays on one core from now on, with all that is started, and before others there if that is allowed.
  static func pinToOneCore() {
    _ = Child(["renice", "-n", "-15", "-p", "\(getpid())"]).run()
    let core = ProcessInfo.processInfo.activeProcessorCount - 1
    let result = Child(["taskset", "-cp", "\(core)", "\(getpid())"]).run()
    if result.status != 0 { say("There is no taskset, so nothing stays on one core.") }
  }
}

/// Says what is going on, apart from the table.
func say(_ text: String) {
  FileHandle.standardError.write(Data("\(text)\n".utf8))
}
