import Foundation
import Workloads

/// One run of everything that was asked for.
struct Comparison {
  private let root: String
  private let dynamicTool: String?
  private let scratch: Scratch
  private let ours: Ours
  private let floors: Floors
  private let peers: Peers
  var sizes: [Workload.Size] = []
  private(set) var isQuick = false
  private var isSmoke = false
  private var hasPeers = true
  /// For how many seconds most things are measured.
  private var patience: Double { isQuick ? 4 : 10 }
  var rows: [String: [Table.Row]] = [:]
  var remarks: [String] = []

  /// Reads what `./dev` was asked for: its folder, both tools or `-` for one that wasn't built, and options.
  init(_ arguments: [String]) throws {
    guard arguments.count >= 3 else { throw Failure("This is for ./dev bench to call.") }
    root = arguments[0]
    dynamicTool = arguments[2] == "-" ? nil : arguments[2]
    let package = "\(root)/Benchmarks"
    scratch = Scratch("\(package)/.data")
    ours = Ours(scratch: scratch, package: package, tool: arguments[1])
    floors = Floors(scratch: scratch, sources: "\(package)/Floors")
    peers = Peers(scratch: scratch, sources: "\(package)/Peers")
    for argument in arguments.dropFirst(3) {
      switch argument {
      case "--quick": isQuick = true
      case "--smoke": isSmoke = true
      case "--no-peers": hasPeers = false
      default:
        guard let size = Workload.Size(rawValue: argument) else {
          throw Failure(
            "'bench' takes --quick, --smoke, --no-peers and W1 to W4, not '\(argument)'.")
        }
        sizes.append(size)
      }
    }
    if isQuick || isSmoke { hasPeers = false }
    if sizes.isEmpty { sizes = isSmoke ? [.w1] : isQuick ? [.w1, .w2] : Workload.Size.allCases }
  }

  mutating func run() throws {
    for size in sizes { try scratch.prepare(size) }
    if isSmoke { return try smoke() }
    for size in sizes { floors.build(size) }
    if hasPeers, !peers.install() {
      hasPeers = false
      remarks.append("No Python 3, so no peers.")
    }
    Machine.pinToOneCore()
    try measureOursAndFloors()
    say("Measuring the tool …")
    measureTool()
    if hasPeers { measurePeers() }
    // What disturbs a shared machine for a minute is likely to be over by now.
    if !isQuick { try measureOursAndFloors() }
    remarks.append(
      "Compared with the oracle before: "
        + sizes.map { "\($0.rawValue) \(ours.compared($0)) of \($0.people) people" }
        .joined(separator: ", ") + ".")
    print(report)
  }

  /// Measures what is compared most closely; where it was measured before, the lower median stays.
  private mutating func measureOursAndFloors() throws {
    try measureLibrary()
    for size in sizes {
      say("Measuring floors and the tool on \(size.rawValue) …")
      measureFloors(size)
      try measureLines(size)
    }
  }

  /// Sees that everything comes to what the oracle says, and measures nothing.
  private func smoke() throws {
    for size in sizes {
      try ours.compareLibrary(size)
      let output = scratch.path(size, "decisions.jsonl")
      let result = Child(
        ours.lines(size), input: scratch.path(size, "answers.jsonl"), output: output
      ).run()
      guard result.status == 0 else { throw Failure("'decide' ended with \(result.status).") }
      let (wrong, count) = try ours.wrong(in: output, size)
      guard wrong == 0, count == size.people else {
        throw Failure("\(size.rawValue): of \(count) decisions, \(wrong) are not the oracle's.")
      }
      say(
        "\(size.rawValue): library (\(ours.compared(size)) people) and tool (\(count)) agree with the oracle."
      )
    }
  }

  // MARK: Measuring

  private mutating func add(_ cell: Cell?, to row: String, of section: String, in column: String) {
    guard let cell else { return }
    var known = rows[section] ?? []
    let place = known.firstIndex { $0.name == row } ?? known.count
    if place == known.count { known.append(Table.Row(name: row, cells: [:])) }
    if case .time(let time) = cell, case .time(let before) = known[place].cells[column],
      before.median <= time.median
    {
      return
    }
    known[place].cells[column] = cell
    rows[section] = known
  }

  private mutating func measureLibrary() throws {
    say("Measuring the library …")
    let readings = try ours.measureLibrary(sizes, seconds: isQuick ? 1 : 3)
    for (name, reading) in readings.sorted(by: { $0.key < $1.key }) {
      let words = name.split(separator: " ").map(String.init)
      add(.time(reading.time), to: "**Patchwise**", of: words[1], in: words[0])
      guard words[1] != "load" else { continue }
      add(.count(reading.allocations), to: "– allocations", of: words[1], in: words[0])
    }
    // The harness tells nothing of what it can't do once in two seconds.
    for size in sizes {
      for what in ["load", "decide", "batch", "step"]
      where readings["\(size.rawValue) \(what)"] == nil {
        add(.note("> 2 s a go"), to: "**Patchwise**", of: what, in: size.rawValue)
      }
    }
  }

  private mutating func measureFloors(_ size: Workload.Size) {
    let names: [(Floors.Kind, String, String)] = [
      (.straightSwift, "straight-line Swift", "decide"), (.straightC, "straight-line C", "decide"),
      (.table, "table of rules, C", "decide"), (.straightSwift, "straight-line Swift", "batch"),
      (.sliced, "bit-sliced C", "batch"),
      (.slicedNative, "bit-sliced C for this processor", "batch"),
    ]
    var known: [Floors.Kind: Cell] = [:]
    for (kind, name, section) in names {
      known[kind] = known[kind] ?? floors.run(kind, size)
      add(known[kind], to: name, of: section, in: size.rawValue)
    }
  }

  /// Measures a line of answers, from reading to writing: what a run takes with all lines beyond one with none.
  private mutating func measureLines(_ size: Workload.Size) throws {
    let output = scratch.path(size, "decisions.jsonl")
    let commands =
      [("**Patchwise**", ours.lines(size))]
      + (floors.isThere(.lines, for: size) ? [("straight-line C", floors.lines(size))] : [])
    for (name, command) in commands {
      let (input, count) = try answers(size, within: patience, command)
      var times: [Double] = []
      var empty: [Double] = []
      let start = Date.now
      while times.count < 3 || times.count < 15 && Date.now.timeIntervalSince(start) < patience {
        times.append(Child(command, input: input, output: output).run().seconds)
        empty.append(Child(command, output: "/dev/null").run().seconds)
      }
      let (wrong, decided) = try ours.wrong(in: output, size)
      guard wrong == 0, decided == count, let time = Measurement(times),
        let nothing = Measurement(empty)
      else {
        add(
          .note("\(wrong) wrong, \(decided) of \(count)"), to: name, of: "lines", in: size.rawValue)
        continue
      }
      add(
        .time(time.map { max(1e-9, $0 - nothing.median) / Double(count) }), to: name, of: "lines",
        in: size.rawValue)
      guard name == "**Patchwise**" else { continue }
      add(.time(nothing), to: "– as `decide` without a line", of: "load", in: size.rawValue)
      let peak = Child(command, input: input).peak().map { Cell.memory($0) }
      add(peak, to: name, of: "memory", in: size.rawValue)
    }
  }

  /// Returns a file with so many lines of answers that a command can take within some seconds.
  private func answers(
    _ size: Workload.Size, within seconds: Double, _ command: [String]
  ) throws -> (path: String, count: Int) {
    let all = scratch.path(size, "answers.jsonl")
    let lines = try String(contentsOfFile: all, encoding: .utf8).split(separator: "\n")
    let few = scratch.path(size, "few.jsonl")
    func write(_ count: Int) throws {
      try lines.prefix(count).map { $0 + "\n" }.joined()
        .write(toFile: few, atomically: true, encoding: .utf8)
    }
    let empty = Child(command, output: "/dev/null").run().seconds
    var count = 1
    while count < lines.count {
      try write(count)
      let time = Child(command, input: few, output: "/dev/null").run().seconds - empty
      // What a start takes differs from run to run, too.
      if time > max(0.5, empty / 4) {
        let fitting = Int(seconds / 5 / time * Double(count))
        guard fitting < lines.count else { break }
        try write(max(1, fitting))
        return (few, max(1, fitting))
      }
      count *= 8
    }
    return (all, lines.count)
  }

  private mutating func measureTool() {
    let ours = "**Patchwise**"
    let tool = self.ours.tool
    let transcripts = "\(root)/Transcripts"
    var prompts = [(ours, tool)]
    if let dynamicTool { prompts.append(("built dynamically", dynamicTool)) }
    for (name, tool) in prompts {
      let time = times { Child([tool, "chat"]).seconds(untilShown: "> ") }
      add(time, to: name, of: "prompt", in: "bundled")
    }
    for (section, name, arguments) in [
      ("prompt", "the same binary, --version", ["--version"]), ("check", ours, ["check"]),
      ("replay", ours, ["replay", transcripts]),
    ] {
      let child = Child([tool] + arguments, output: "/dev/null")
      let time = times {
        let result = child.run()
        return result.status == 0 ? result.seconds : nil
      }
      add(time, to: name, of: section, in: "bundled")
    }
    for arguments in [["check"], ["replay", transcripts]] {
      let peak = Child([tool] + arguments).peak().map { Cell.memory($0) }
      add(peak, to: "– '\(arguments[0])'", of: "memory", in: "bundled")
    }
    if sizes.contains(.w1) {
      // Planted faults are found, so its status is not looked at.
      let child = Child(
        [tool, "check", "\(scratch.folder)/\(KnowledgeFiles.root(of: .w1))"], output: "/dev/null")
      add(times { child.run().seconds }, to: ours, of: "check", in: Workload.Size.w1.rawValue)
    }
  }

  /// Measures something up to 40 times, as long as patience lasts; the first two times fill caches.
  private func times(_ run: () -> Double?) -> Cell {
    let start = Date.now
    var values: [Double] = []
    while values.count < 42, values.isEmpty || Date.now.timeIntervalSince(start) < patience {
      guard let value = run() else { return .note("failed") }
      values.append(value)
    }
    return Measurement(Array(values.count > 5 ? values.dropFirst(2) : values[...]))
      .map { .time($0) } ?? .note("failed")
  }

  private mutating func measurePeers() {
    let missing = peers.missing
    if !missing.isEmpty {
      remarks.append("Left out, because not installed: \(missing.joined(separator: ", ")).")
    }
    for peer in peers.here {
      for size in sizes {
        say("Measuring \(peer) on \(size.rawValue) …")
        let run = peers.run(peer, size)
        add(run.decision, to: peer, of: "decide", in: size.rawValue)
        add(run.load, to: peer, of: "load", in: size.rawValue)
        add(run.peak, to: peer, of: "memory", in: size.rawValue)
      }
    }
  }
}
