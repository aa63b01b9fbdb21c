import Foundation
import Workloads

/// Other engines that a user could take, each called as its user would call it, by a script.
struct Peers {
  let scratch: Scratch
  /// The folder with the script.
  let sources: String

  /// What one of them came to.
  struct Run: Decodable {
    /// Seconds for its own file to become ready.
    var load: Double
    /// Seconds for one decision.
    var low: Double
    var median: Double
    var high: Double
    /// People whose outcome is not the oracle's.
    var wrong: Int
    /// Bytes.
    var peak: Int
  }

  /// The peers that this machine has, by the name that the script knows them by.
  var here: [String] {
    words(of: Child([python, script, "here"]).run())
  }

  /// Those that are not here.
  var missing: [String] {
    words(of: Child([python, script, "missing"]).run())
  }

  private var script: String { "\(sources)/peers.py" }
  private var python: String { "\(scratch.folder)/venv/bin/python3" }

  private func words(of result: Child.Result) -> [String] {
    result.output.split(separator: "\n").map(String.init)
  }

  /// Fetches what the peers are made of into the scratch folder, once.
  ///
  /// - Returns: Whether there is a Python to run them.
  func install() -> Bool {
    let installed = "\(scratch.folder)/venv/installed"
    let wanted = "\(sources)/requirements.txt"
    guard !FileManager.default.contentsEqual(atPath: installed, andPath: wanted) else {
      return true
    }
    say("Installing the peers …")
    guard Child(["python3", "-m", "venv", "\(scratch.folder)/venv"]).run().status == 0 else {
      return false
    }
    // One by one, so that one that can't be had keeps none of the others away.
    let requirements = (try? String(contentsOfFile: wanted, encoding: .utf8)) ?? ""
    for requirement in requirements.split(separator: "\n") where !requirement.hasPrefix("#") {
      let result = Child([python, "-m", "pip", "install", "--quiet", String(requirement)]).run()
      if result.status != 0 { say("\(requirement) can't be installed.") }
    }
    try? requirements.write(toFile: installed, atomically: true, encoding: .utf8)
    return true
  }

  /// Measures one on a workload.
  func run(_ peer: String, _ size: Workload.Size) -> (decision: Cell, load: Cell?, peak: Cell?) {
    let name = String(peer.prefix { $0 != " " })
    let (people, limit) =
      switch size {
      case .w1: (2_000, 60)
      case .w2: (500, 60)
      case .w3: (100, 60)
      case .w4: (5, 120)
      }
    let what = [name, size.rawValue, scratch.folder]
    let preparation = Child([python, script, "prepare"] + what, limit: 300)
    guard preparation.run().status == 0 else {
      say("The file of \(peer) for \(size.rawValue) can't be written: \(preparation.complaint)")
      return (.note("failed"), nil, nil)
    }
    let child = Child([python, script, "run"] + what + ["\(people)"], limit: limit)
    let result = child.run()
    guard result.status != 124 else { return (.note("> \(limit) s in all"), nil, nil) }
    guard result.status == 0,
      let run = try? JSONDecoder().decode(Run.self, from: Data(result.output.utf8))
    else {
      say("\(peer) on \(size.rawValue) failed (\(result.status)): \(child.complaint)")
      return (.note("failed"), nil, nil)
    }
    guard run.wrong == 0 else { return (.note("\(run.wrong) wrong"), nil, nil) }
    return (
      .time(Measurement(low: run.low, median: run.median, high: run.high)),
      .time(Measurement(low: run.load, median: run.load, high: run.load)), .memory(run.peak)
    )
  }
}
