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
  /// Whether what comes next is the rest of a line that is too long.
  private var isPassing = false
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
    var isTooLong = false
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
      if bytes.count - place > Self.lineLimit { passOver() }
      try decide(write)
      bytes.removeFirst(place)
      place = 0
    }
  }

  /// How many bytes a line may have, its line break included.
  static let lineLimit = 1_048_576

  /// Gives up what was read of a line that is too long, and whatever else comes of it.
  private mutating func passOver() {
    place = bytes.count
    guard !isPassing else { return }
    isPassing = true
    number += 1
    waiting.append(Line(number: number, range: place..<place, isTooLong: true))
  }

  /// Reads a line.
  ///
  /// - Returns: Whether there was one.
  private mutating func readLine() -> Bool {
    if isPassing {
      guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else { return false }
      place = end + 1
      isPassing = false
    }
    let start = place
    let count = plain.waitingCount
    if let end = plain.read(bytes, from: start) {
      place = end
      number += 1
      let isTooLong = end - start > Self.lineLimit
      waiting.append(
        Line(
          number: number, range: start..<end, plain: isTooLong ? nil : count, isTooLong: isTooLong))
      return true
    }
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return false }
    place = end + 1
    number += 1
    waiting.append(
      Line(number: number, range: start..<end, isTooLong: place - start > Self.lineLimit))
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
    guard line.isTooLong || !text.allSatisfy(\.isWhitespace) else { return }
    let decision =
      line.isTooLong
      ? LineDecider.refusal(
        "a line must not be longer than \(Self.lineLimit) bytes", number: line.number)
      : careful.decide(text, number: line.number)
    output += Array(decision.text.utf8)
    output.append(UInt8(ascii: "\n"))
    isGood = isGood && decision.isGood
  }
}
