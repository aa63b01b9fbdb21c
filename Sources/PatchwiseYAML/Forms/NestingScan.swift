/// A first look at how deep lists and mappings nest, before the library for YAML is let at them.
///
/// That library calls itself for each level and has a limit of 1000 of its own, for which the stack of a
/// small thread does not suffice. This goes through a file without calling itself, and takes it apart as that
/// library does as far as that matters: it knows quotes, notes, and texts that go on over lines. It
/// could go if the library could be told how deep it may go.
struct NestingScan {
  /// What is allowed, exactly, is for `FormComposer` to say: the column of a list may be that of its key.
  private static let limit = 2 * FileLimits.depth

  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// Counted from 1.
  private var line = 1
  /// Where the line begins.
  private var lineStart = 0
  /// Where the lists and mappings around the place begin that were written by indentation.
  private var columns: [Int] = []
  /// How many brackets and braces are open.
  private var open = 0
  /// Where that began which is a key if a colon follows.
  private var key: Int?
  private var mayBeKey = true
  private var hasBegun = false
  /// How deep it went so far.
  private(set) var deepest = 0

  private init(_ source: SourceText) { scalars = source.scalars }

  /// Returns the first line at which the file nests far too deeply.
  static func excess(in source: SourceText) -> Int? {
    var scan = NestingScan(source)
    return scan.isDeeper(than: limit) ? scan.line : nil
  }

  /// Returns how deep a file nests; what begins in the column of its key does not count.
  static func depth(of source: SourceText) -> Int {
    var scan = NestingScan(source)
    _ = scan.isDeeper(than: .max)
    return scan.deepest
  }

  private mutating func isDeeper(than limit: Int) -> Bool {
    while let scalar = nextBeginning() {
      if column == 0, isMark {
        // Behind the end of a document nothing is read.
        guard !hasBegun, scalar == "-" else { return false }
        position += 3
      } else if column == 0, scalar == "%" {
        skipLine()
        continue
      } else {
        take(scalar)
      }
      hasBegun = true
      deepest = max(deepest, columns.count + open)
      if deepest > limit { return true }
    }
    return false
  }

  /// Goes on to where something begins, and ends what is indented more.
  private mutating func nextBeginning() -> Unicode.Scalar? {
    skipBlanks()
    guard position < scalars.count else { return nil }
    if open == 0 {
      while let last = columns.last, last > column { columns.removeLast() }
    }
    return scalars[position]
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    let isApart = isBlank(at: position + 1)
    switch scalar {
    case "[", "{":
      rememberKey()
      open += 1
      position += 1
    case "]", "}":
      open = max(0, open - 1)
      position += 1
    case ",": position += 1
    case "-" where isApart, "?" where isApart || open > 0:
      if open == 0 {
        begin(at: column)
        (key, mayBeKey) = (nil, true)
      }
      position += 1
    case ":" where isApart || open > 0:
      if open == 0 {
        begin(at: key ?? column)
        (key, mayBeKey) = (nil, key == nil)
      }
      position += 1
    case "|" where open == 0, ">" where open == 0: skipBlockText()
    case "&", "*", "!":
      rememberKey()
      skipProperty()
    case "\"", "'":
      rememberKey()
      skipQuoted(by: scalar)
    default:
      rememberKey()
      skipPlain()
    }
  }

  /// Begins a list or mapping, unless the one around begins there.
  private mutating func begin(at column: Int) {
    if columns.last ?? -1 < column { columns.append(column) }
  }

  private mutating func rememberKey() {
    guard open == 0, mayBeKey else { return }
    (key, mayBeKey) = (column, false)
  }

  // MARK: What is passed over

  /// Blanks, notes and line breaks.
  private mutating func skipBlanks() {
    while position < scalars.count {
      if scalars[position] == "#" {
        skipLine()
      } else if isBlank(at: position) {
        advance()
      } else {
        return
      }
    }
  }

  /// All up to the line break.
  private mutating func skipLine() {
    while position < scalars.count, !scalars[position].isBreak { position += 1 }
  }

  /// An anchor, an alias or a tag.
  private mutating func skipProperty() {
    while !isBlank(at: position), !(open > 0 && scalars[position] == ",") { position += 1 }
  }

  private mutating func skipQuoted(by quote: Unicode.Scalar) {
    position += 1
    while position < scalars.count {
      let scalar = scalars[position]
      advance()
      if scalar == "\\", quote == "\"", position < scalars.count {
        advance()
      } else if scalar == quote {
        guard quote == "'", position < scalars.count, scalars[position] == quote else { return }
        position += 1
      }
    }
  }

  /// A text without quotes, which goes on in lines that are indented more than what it stands in.
  private mutating func skipPlain() {
    let indentation = (columns.last ?? -1) + 1
    repeat {
      while !isBlank(at: position) {
        let scalar = scalars[position]
        if scalar == ":" && isBlank(at: position + 1)
          || open > 0 && [",", "[", "]", "{", "}"].contains(scalar)
        {
          return
        }
        position += 1
      }
      while position < scalars.count, isBlank(at: position) { advance() }
    } while position < scalars.count && scalars[position] != "#"
      && (open > 0 || column >= indentation) && !(column == 0 && isMark)
  }

  /// A text behind `|` or `>`, which has all lines that are indented more than what it stands in.
  private mutating func skipBlockText() {
    let indentation = max(1, (columns.last ?? -1) + 1)
    skipLine()
    while position < scalars.count {
      advance()
      var end = position
      while end < scalars.count, scalars[end] == " " { end += 1 }
      guard end < scalars.count else { break }
      guard scalars[end].isBreak || end - position >= indentation else { return }
      skipLine()
    }
  }

  // MARK: The place

  private var column: Int { position - lineStart }

  /// Goes over one scalar, or over the two of a line break.
  private mutating func advance() {
    let scalar = scalars[position]
    position += 1
    guard scalar.isBreak else { return }
    if scalar == "\r", position < scalars.count, scalars[position] == "\n" { position += 1 }
    (line, lineStart) = (line + 1, position)
    if open == 0 { (key, mayBeKey) = (nil, true) }
  }

  /// Whether a blank or a line break stands at a place, or nothing.
  private func isBlank(at place: Int) -> Bool {
    place >= scalars.count || scalars[place].isBlank || scalars[place].isBreak
  }

  /// Whether `---` or `...` stands at the place.
  private var isMark: Bool {
    let mark = scalars[position...].prefix(3)
    return (mark.elementsEqual(["-", "-", "-"]) || mark.elementsEqual([".", ".", "."]))
      && isBlank(at: position + 3)
  }
}
