#if THROWING
  import Foundation

  /// Throws bytes at a target without libFuzzer and sanitizers, and so many times as fast.
  ///
  /// Its arguments are the target, how many random inputs and how many changed files, the seed, the file that an
  /// input stands in while it is tried, and the folders with the files to be changed.
  @main
  enum Throw {
    static func main() throws {
      let arguments = CommandLine.arguments.dropFirst()
      guard arguments.count > 4, let type = targets[arguments[1]],
        let count = Int(arguments[2]), let seed = UInt64(arguments[3])
        // ./dev gives all of them; whoever calls it otherwise is told so.
      else { fatalError("TARGET COUNT SEED FILE FOLDERS are wanted") }
      let target = try type.init()
      let files = try arguments[5...].flatMap(contents).filter { !$0.isEmpty }
      try Data().write(to: URL(filePath: arguments[4]))
      // Without the file a finding would be lost, so that nothing is tried.
      guard let tried = FileHandle(forWritingAtPath: arguments[4]) else {
        fatalError("'\(arguments[4])' can't be written")
      }
      var inputs = Inputs(changing: files, seed: seed)
      var longest = 0.0
      for number in 0..<2 * count {
        let input = number < count ? inputs.random() : inputs.changed()
        // It stays there if the process ends.
        try tried.truncate(atOffset: 0)
        try tried.write(contentsOf: Data(input))
        longest = max(longest, target.timeTaken(by: input))
      }
      try FileManager.default.removeItem(atPath: arguments[4])
      print(
        "\(arguments[1]): \(count) random inputs and \(count) changed files of \(files.count), nothing found; "
          + "the longest took \(Int(longest * 1000 + 1)) ms.")
    }

    /// The files in a folder, in the order of their names.
    private static func contents(of folder: String) throws -> [[UInt8]] {
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
        Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      }
    }
  }

  /// Inputs at random, the same for the same seed and files.
  struct Inputs {
    private let files: [[UInt8]]
    private var generator: SplitMix64

    init(changing files: [[UInt8]], seed: UInt64) {
      self.files = files
      generator = SplitMix64(seed: seed)
    }

    /// Any bytes, or such as are typed.
    mutating func random() -> [UInt8] {
      let isTyped = generator.percent(50)
      // Short ones are as frequent as long ones; libFuzzer tries still longer ones.
      let count = generator.below(1 << generator.within(0...10))
      return (0..<count).map { _ in
        UInt8(isTyped ? generator.within(0x20...0x7E) : generator.below(256))
      }
    }

    /// A file with some bytes changed, left out, put in, moved, or taken from another one.
    mutating func changed() -> [UInt8] {
      var bytes = generator.pick(files)
      for _ in 0..<generator.within(1...8) {
        let part = part(of: bytes)
        switch generator.below(6) {
        case 0: for place in part { bytes[place] ^= 1 << UInt8(generator.below(8)) }
        case 1: for place in part { bytes[place] = UInt8(generator.below(256)) }
        case 2: bytes.removeSubrange(part)
        case 3: bytes.insert(UInt8(generator.below(256)), at: part.lowerBound)
        case 4: bytes.insert(contentsOf: bytes[part], at: generator.below(bytes.count + 1))
        default:
          let other = generator.pick(files)
          bytes.replaceSubrange(part, with: other[self.part(of: other)])
        }
      }
      return Array(bytes.prefix(4096))
    }

    /// Some places one after the other.
    private mutating func part(of bytes: [UInt8]) -> Range<Int> {
      let start = generator.below(bytes.count + 1)
      return start..<min(bytes.count, start + generator.below(1 << generator.within(0...6)))
    }
  }
#endif
