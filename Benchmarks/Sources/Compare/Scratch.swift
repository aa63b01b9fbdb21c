import Foundation
import Workloads

/// The folder with all that is generated, and never committed.
struct Scratch {
  let folder: String

  init(_ folder: String) {
    self.folder = folder
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Returns the path of a file about a workload.
  func path(_ size: Workload.Size, _ ending: String) -> String {
    "\(folder)/\(size.rawValue).\(ending)"
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Writes a workload, its people and what the oracle says of them, unless all of it is there.
  func prepare(_ size: Workload.Size) throws {
    // Written last: if it is there, so is all the rest.
    guard !exists(path(size, "expected.tsv")) else { return }
    say("Generating \(size.rawValue) …")
    let workload = Workload(size)
    let people = workload.people(size.people)
    let json = workload.json
    guard fingerprint(json) == size.fingerprint else {
      throw Failure("\(size.rawValue) is not what it was: the generator has changed")
    }
    try write(json, to: path(size, "json"))
    try write(people.map { workload.json($0) + "\n" }.joined(), to: path(size, "profiles.jsonl"))
    try write(people.map { workload.line($0) + "\n" }.joined(), to: path(size, "answers.jsonl"))
    for file in KnowledgeFiles(workload).files {
      try write(file.text, to: "\(folder)/\(file.name)")
    }
    let tables = FloorTables(workload)
    try write(tables.people(people), to: path(size, "people"))
    try write(tables.table, to: path(size, "table"))
    try write(tables.sliced, to: path(size, "sliced"))
    try write(tables.questions, to: path(size, "questions"))
    // A hundred thousand rules of straight-line code take minutes to compile, and are no floor any more.
    if size != .w4 {
      for language in [FloorCode.Language.c, .swift] {
        try write(
          FloorCode(workload, in: language).text, to: path(size, "rules.\(language.rawValue)"))
      }
    }
    say("Asking the oracle about \(people.count) people …")
    try write(
      people.map { workload.outcome(of: $0).line }.joined(), to: path(size, "expected.tsv"))
  }

  private func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func fingerprint(_ text: String) -> UInt64 {
    text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}

/// Why nothing can be measured.
struct Failure: Error {
  var message: String

  init(_ message: String) { self.message = message }
}

extension Workload.Size {
  /// The FNV-1a sum of its JSON, so that nobody measures something else under its name.
  fileprivate var fingerprint: UInt64 {
    switch self {
    case .w1: 0x7971_70AB_2314_7A91
    case .w2: 0x1D30_FD20_ED56_0688
    case .w3: 0x3E53_E313_B43E_5ED7
    case .w4: 0xB541_8CBD_031E_061B
    }
  }
}
