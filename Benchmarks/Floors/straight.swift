// The rules as straight-line code, which is generated: 64 rules a function, a bit each. As in straight.c.
// straight PEOPLE OUTCOMES

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct Floor {
  let people: Int
  let ones: Int
  let padded: Int
  let record: Int
  let rows: UnsafeMutableRawPointer
  let facts = UnsafeMutablePointer<UInt8>.allocate(capacity: factCount + 64)
  let holds = UnsafeMutablePointer<UInt64>.allocate(capacity: wordCount)
  let rules = UnsafeMutablePointer<UInt32>.allocate(capacity: wordCount * 64)
  let levels = UnsafeMutablePointer<UInt64>.allocate(capacity: 5 * wordCount)

  init(_ path: String) {
    guard let file = fopen(path, "rb") else { exit(2) }
    var head: [UInt32] = [0, 0, 0, 0]
    _ = fread(&head, 4, 4, file)
    people = Int(head[0])
    ones = Int(head[1])
    padded = (ones + Int(head[2]) + 7) / 8 * 8
    record = padded + Int(head[3]) * 8
    rows = .allocate(byteCount: people * record, alignment: 64)
    _ = fread(rows, record, people, file)
    for i in 0..<(5 * wordCount) { levels[i] = levelWords[i] }
  }

  @inline(__always) func outcome(_ person: Int) -> (level: Int, count: Int) {
    let row = rows + person &* record
    let bytes = UnsafePointer(row.assumingMemoryBound(to: UInt8.self))
    let numbers = UnsafePointer((row + padded).assumingMemoryBound(to: Double.self))
    decide(bytes, bytes + ones, numbers, facts, holds)
    var count = 0
    for w in 0..<wordCount {
      var x = holds[w]
      while x != 0 {
        rules[count] = UInt32(truncatingIfNeeded: w &* 64 &+ x.trailingZeroBitCount)
        count &+= 1
        x &= x &- 1
      }
    }
    for level in 0..<5 {
      for w in 0..<wordCount where holds[w] & levels[level &* wordCount &+ w] != 0 {
        return (level + 1, count)
      }
    }
    return (0, count)
  }
}

@main enum Main {
  static func main() {
    let floor = Floor(CommandLine.arguments[1])
    guard let file = fopen(CommandLine.arguments[2], "w") else { exit(2) }
    for person in 0..<floor.people {
      let (level, count) = floor.outcome(person)
      var sum: UInt64 = 1_469_598_103_934_665_603
      for i in 0..<count { sum = (sum ^ UInt64(floor.rules[i])) &* 1_099_511_628_211 }
      fputs("\(level)\t\(count)\t\(sum)\n", file)
    }
    fclose(file)
    let clock = ContinuousClock()
    let start = clock.now
    var times: [Double] = []
    var sink = 0
    while times.count < 5 || times.count < 1000 && clock.now - start < .seconds(2) {
      let time = clock.measure {
        for person in 0..<floor.people {
          let (level, count) = floor.outcome(person)
          sink &+= level &+ count
        }
      }
      times.append(time / .seconds(1) / Double(floor.people))
    }
    times.sort()
    print(times[times.count / 4], times[times.count / 2], times[times.count * 3 / 4])
    fputs("\(sink)\n", stderr)
  }
}
