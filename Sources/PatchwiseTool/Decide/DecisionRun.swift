import Patchwise

/// Reads lines of answers and writes what each comes to, in their order.
///
/// Lines that are there at once are decided at once, up to 512; nobody who waits for an answer before
/// sending the next line waits in vain.
struct DecisionRun {
  private let careful: LineDecider
  private var plain: PlainDecider
  /// What was read and is not decided yet.
  private var bytes: [UInt8] = []
  /// Where the first line begins that is not read.
  private var place = 0
  private var number = 0
  /// The lines that wait.
  private var waiting: [Line] = []
  private var output: [UInt8] = []
  private(set) var isGood = true

  /// A line that waits to be decided.
  private struct Line {
    var number: Int
    var range: Range<Int>
    /// Its place among the plain ones, if it is one.
    var plain: Int?
  }

  init(_ empty: Consultation) throws(UnknownConsultation) {
    careful = LineDecider(empty)
    plain = try PlainDecider(empty)
  }

  /// Takes lines until there are no more.
  ///
  /// - Parameters:
  ///   - read: Adds some bytes to others, and says whether there were any.
  ///   - write: Takes lines of output.
  mutating func run(
    reading read: (inout [UInt8]) throws -> Bool, writing write: ([UInt8]) throws -> Void
  ) rethrows {
    var isMore = true
    while isMore {
      isMore = try read(&bytes)
      // The last line may have no end.
      if !isMore, place < bytes.count, bytes.last != UInt8(ascii: "\n") {
        bytes.append(UInt8(ascii: "\n"))
      }
      while readLine() {
        if plain.isFull { try decide(write) }
      }
      try decide(write)
      bytes.removeFirst(place)
      place = 0
    }
  }

  /// Reads a line.
  ///
  /// - Returns: Whether there was one.
  private mutating func readLine() -> Bool {
    let start = place
    let count = plain.waitingCount
    if let end = plain.read(bytes, from: start) {
      place = end
      number += 1
      waiting.append(Line(number: number, range: start..<end, plain: count))
      return true
    }
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return false }
    place = end + 1
    number += 1
    waiting.append(Line(number: number, range: start..<end))
    return true
  }

  /// Decides for the lines that wait, and writes what they come to.
  private mutating func decide(_ write: ([UInt8]) throws -> Void) rethrows {
    guard !waiting.isEmpty else { return }
    plain.decide()
    output.removeAll(keepingCapacity: true)
    for line in waiting {
      if let place = line.plain, plain.write(place, to: &output) { continue }
      decide(line)
    }
    waiting.removeAll(keepingCapacity: true)
    plain.clear()
    try write(output)
  }

  private mutating func decide(_ line: Line) {
    let text = String(decoding: bytes[line.range], as: UTF8.self)
    guard !text.allSatisfy(\.isWhitespace) else { return }
    let decision = careful.decide(text, number: line.number)
    output += Array(decision.text.utf8)
    output.append(UInt8(ascii: "\n"))
    isGood = isGood && decision.isGood
  }
}
