/// Writes values as bytes, densely.
///
/// Numbers take seven bits a byte, and places in a file are told from the one before. Names, which come again
/// and again, are numbers in a table; texts, which hardly do, stand where they belong, so that a part of
/// the form can be read without the others.
struct CompiledWriter {
  /// What was written of the present part.
  private var bytes: [UInt8] = []
  private var names: [String] = []
  private var placesOfNames: [String: Int] = [:]
  /// The names of the files that places are in.
  private(set) var files: [String] = []
  private var here = CompiledPlace()

  /// Returns what is written meanwhile.
  mutating func part(_ write: (inout Self) -> Void) -> [UInt8] {
    (bytes, here) = ([], CompiledPlace())
    write(&self)
    return bytes
  }

  /// The table of names: where each ends, in four bytes, and then all of them.
  var table: [UInt8] {
    var (ends, texts): ([UInt8], [UInt8]) = ([], [])
    for name in names {
      texts += name.utf8
      ends += (0..<4).map { UInt8(truncatingIfNeeded: texts.count >> ($0 * 8)) }
    }
    return ends + texts
  }

  /// How many names there are.
  var nameCount: Int { names.count }

  /// Writes values one after the other.
  mutating func write<each Value: Compilable>(_ values: repeat each Value) {
    repeat (each values).write(to: &self)
  }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func write(number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes eight bytes, the lowest first.
  mutating func write(word: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }

  mutating func write(string: String) {
    write(number: UInt64(string.utf8.count))
    bytes += string.utf8
  }

  mutating func write(name: String) {
    let place = placesOfNames[name] ?? names.count
    if place == names.count {
      placesOfNames[name] = place
      names.append(name)
    }
    write(number: UInt64(place))
  }

  /// Writes a place: 0 for none, 1 for one in the file of the place before, from 2 on that file.
  mutating func write(location: SourceLocation?) {
    guard let location else { return write(byte: 0) }
    let file = files.firstIndex(of: location.file) ?? files.count
    if file == files.count { files.append(location.file) }
    write(number: here.file == file ? 1 : UInt64(file) + 2)
    write(location.line &- here.line, location.column, location.length)
    here = CompiledPlace(file: file, line: location.line)
  }
}

/// The file and line from which the next place is told.
struct CompiledPlace {
  var file = 0
  var line = 0
}
