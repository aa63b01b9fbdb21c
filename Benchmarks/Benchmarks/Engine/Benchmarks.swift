import Benchmark
import CAllocations
import Foundation
import PatchwiseExosomes
import Workloads

/// How many things were done in one go: decisions, steps or loads.
private let things = BenchmarkMetric.custom("things")
private let allocations = BenchmarkMetric.custom("allocations")

/// How long each thing is measured.
private let patience: Duration =
  ProcessInfo.processInfo.environment["PATCHWISE_BENCHMARK_SECONDS"].flatMap { Int($0) }
  .map { .seconds($0) } ?? .seconds(3)

/// Measures one go, in which so many things are done as it returns.
private func measure(
  _ name: String, warmups: Int = 1, prepare: @escaping () -> Void = {}, _ go: @escaping () -> Int
) {
  Benchmark(
    name,
    configuration: .init(
      metrics: [.throughput, .wallClock, things, allocations], warmupIterations: warmups,
      maxDuration: patience, maxIterations: 1_000, setup: prepare)
  ) { benchmark in
    let before = allocationCount()
    benchmark.startMeasurement()
    let done = go()
    benchmark.stopMeasurement()
    benchmark.measurement(allocations, Int(allocationCount() - before))
    benchmark.measurement(things, done)
  }
}

/// Measures one go with a workload, which is loaded, and its answers compared, before anything is timed.
private func measure(
  _ size: Workload.Size, _ what: String, _ go: @escaping (Subject) -> Int
) {
  func prepare() { _ = Subject.of(size) }
  measure("\(size.rawValue) \(what)", prepare: prepare) { go(Subject.of(size)) }
}

let benchmarks: @Sendable () -> Void = {
  for size in Workload.Size.allCases {
    let isLarge = size == .w3 || size == .w4
    measure("\(size.rawValue) load", warmups: isLarge ? 0 : 1) {
      blackHole(try? Engine(contentsOf: Subject.path(of: size)))
      return 1
    }

    var at = 0
    measure(size, "decide") { subject in
      let count = subject.decisions(in: .milliseconds(10))
      if at + count > subject.inputs.count { at = 0 }
      blackHole(subject.engine.decide(subject.inputs[at..<(at + count)], on: &subject.sheet))
      at += count
      return count
    }

    measure(size, "batch") { subject in
      for batch in subject.batches {
        blackHole(subject.engine.decide(batch, on: &subject.batchSheet))
      }
      return subject.inputs.count
    }

    var turn = 0
    measure(size, "step") { subject in
      // The first 24 steps: in W1 that is all of them.
      let walk = subject.engine.consult(subject.spoken[turn % subject.spoken.count], steps: 24)
      turn += 1
      blackHole(walk.sum)
      return walk.steps
    }
  }

  measure("bundled load") {
    blackHole(try? ExosomeKnowledge.load())
    return 1
  }
}
