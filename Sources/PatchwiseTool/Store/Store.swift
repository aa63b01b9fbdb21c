import ArgumentParser
import Patchwise
import PatchwiseTranscripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder in which consultations are saved, readable by its owner alone.
///
/// Each is a file of its own, called by a number. Nothing else is kept, no index that could be wrong; only what belongs
/// behind one that another program has open waits beside it.
struct Store {
  /// The folder, which need not be there yet.
  let path: String

  /// Names a folder.
  ///
  /// - Parameter path: What the person named; left out, the variable `PATCHWISE_STORE`, or the folder for
  ///   data of the XDG Base Directory Specification.
  init(_ path: String?) {
    if let path = path ?? Console.variable("PATCHWISE_STORE") {
      self.path = path
    } else if let data = Console.variable("XDG_DATA_HOME"), data.hasPrefix("/") {
      // A path that is not absolute is to be ignored, says the specification.
      self.path = "\(data)/patchwise"
    } else {
      self.path = "\(Console.variable("HOME") ?? ".")/.local/share/patchwise"
    }
  }

  /// Whether a person has named a folder in the environment.
  static var isNamed: Bool { Console.variable("PATCHWISE_STORE") != nil }

  /// Makes the folder, if it is not there.
  ///
  /// - Throws: `FileProblem` if it can't be made.
  func make() throws(FileProblem) {
    switch FileKind(path) {
    case .folder: return
    case .file, .other: throw FileProblem("\(path) is not a folder", .unwritable)
    case .nothing: break
    }
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/\(part)"
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw FileProblem(writing: made) }
    }
  }

  /// The numbers of all saved consultations, from the first on; none where there is no folder.
  ///
  /// - Throws: `FileProblem` if the folder can't be read.
  func numbers() throws(FileProblem) -> [Int] {
    guard FileKind(path) != .nothing else { return [] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw FileProblem("\(path) can't be read")
    }
    // What is no file of ours is nobody's consultation.
    return names.compactMap(Self.number).filter { FileKind.isPlainFile(file($0)) }.sorted()
  }

  /// Returns the number that a person named; the last one in which anything is saved, if they named none.
  ///
  /// - Throws: `FileProblem` if nothing is saved, or if the folder can't be read.
  func number(_ named: Int?) throws(FileProblem) -> Int {
    if let named { return named }
    let numbers = try numbers()
    // Whoever was killed at once may have left a file with nothing in it.
    let last = numbers.last { (try? read($0))?.text.isEmpty == false } ?? numbers.last
    guard let last else { throw FileProblem("Nothing is saved in \(path)") }
    return last
  }

  /// Returns the path of a saved consultation.
  func file(_ number: Int) -> String { "\(path)/\(number)\(Self.ending)" }

  private static let ending = ".transcript"
  /// The largest number; what is called by a larger one was not called so here.
  private static let lastNumber = 999_999

  private static func number(_ name: String) -> Int? {
    guard name.hasSuffix(ending), let number = Int(name.dropLast(ending.count)),
      (1...lastNumber).contains(number)
    else { return nil }
    return name == "\(number)\(ending)" ? number : nil
  }

  /// Reads a saved consultation, with what waits to be written behind it.
  ///
  /// - Throws: `FileProblem` if there is none of this number, or if it can't be read.
  func read(_ number: Int) throws(FileProblem) -> SavedConsultation {
    let saved = try readAlone(number)
    if case .altered? = saved.damage { return saved }
    let waiting = marks(of: number).all
    guard !waiting.isEmpty, !saved.text.isEmpty else { return saved }
    var whole = SavedConsultation(saved.text + Self.pieces(for: waiting, behind: saved))
    whole.hasLostSuccessor = saved.hasLostSuccessor
    return whole
  }

  /// Writes marks behind a saved consultation, in place of what was not written to its end.
  private static func write(
    _ marks: [SavedConsultation.Mark], behind saved: SavedConsultation, in file: SavedFile
  ) throws(FileProblem) {
    try file.cut(to: saved.text.utf8.count)
    try file.append(pieces(for: marks, behind: saved))
  }

  private static func pieces(
    for marks: [SavedConsultation.Mark], behind saved: SavedConsultation
  ) -> String {
    var writer = saved.writer
    return marks.map { writer.piece(for: $0) }.joined()
  }

  /// What waits to be written behind a saved consultation.
  private func marks(of number: Int) -> WaitingMarks {
    WaitingMarks(path: "\(path)/\(number)\(Self.markEnding)", number: number)
  }

  private static let markEnding = ".marks"

  /// Reads a saved consultation as it stands in its file; where the one that it goes on as was removed, or never
  /// written, it goes on nowhere.
  private func readAlone(_ number: Int) throws(FileProblem) -> SavedConsultation {
    var saved = try readFile(number)
    if let next = saved.successor {
      let isThere = next != number && FileKind.isPlainFile(file(next))
      // Whoever was stopped at once may have left a file in which nothing counts.
      saved.hasLostSuccessor = !isThere || (try? readFile(next))?.text.isEmpty ?? false
    }
    return saved
  }

  private func readFile(_ number: Int) throws(FileProblem) -> SavedConsultation {
    try demand(number)
    guard FileKind.size(of: file(number)) <= Transcript.sizeLimit else {
      throw FileProblem("\(file(number)) is too large for a saved consultation")
    }
    guard let data = FileManager.default.contents(atPath: file(number)) else {
      throw FileProblem("\(file(number)) can't be read")
    }
    // A byte that is no text breaks the seal, and nothing more.
    return SavedConsultation(String(decoding: data, as: UTF8.self))
  }

  /// Makes sure that there is a saved consultation of some number.
  ///
  /// - Throws: `FileProblem` if there is none.
  func demand(_ number: Int) throws(FileProblem) {
    guard FileKind.isPlainFile(file(number)) else { throw missing(number) }
  }

  private func missing(_ number: Int) -> FileProblem {
    let known = (try? numbers()) ?? []
    let list =
      known.isEmpty
      ? "Nothing is saved" : "There are \(known.map(String.init).joined(separator: ", "))"
    return FileProblem("There is no saved consultation \(number). \(list)")
  }

  /// Opens a new file.
  ///
  /// - Throws: `FileProblem` if it can't be made.
  func newFile() throws(FileProblem) -> SavedFile {
    try make()
    let taken = try numbers()
    // What goes on as one that was removed would go on as whatever is called so next.
    let named = taken.compactMap { (try? readFile($0))?.successor }.filter { $0 < Self.lastNumber }
    let behind = (taken + named).reduce(0, max) + 1
    // Where the last number is taken, one that is free between others.
    for number in behind <= Self.lastNumber ? behind...Self.lastNumber : 1...Self.lastNumber {
      // Another program may have taken the number since.
      if let file = try SavedFile(new: file(number), number) {
        marks(of: number).remove()
        return file
      }
    }
    throw FileProblem("There is no number left in \(path)", .unwritable)
  }

  /// Opens the file of a saved consultation to go on with it.
  ///
  /// - Throws: `FileProblem` if there is none, if it can't be written, or if another program has it open.
  func open(_ number: Int) throws(FileProblem) -> SavedFile {
    guard FileKind.isPlainFile(self.file(number)),
      let file = try SavedFile(opening: self.file(number), number)
    else { throw missing(number) }
    return file
  }

  /// Opens a saved consultation to write behind what it says.
  ///
  /// - Returns: The file, and what it says.
  /// - Throws: `FileProblem` as `open` and `read` do, and if it is not as it was saved.
  func openWhole(_ number: Int) throws(FileProblem) -> (file: SavedFile, saved: SavedConsultation) {
    let file = try open(number)
    var saved = try readAlone(number)
    if case .altered(let line)? = saved.damage {
      throw Self.altered(
        number, line,
        ". 'patchwise show \(number)' shows what stands above; 'patchwise chat' begins anew")
    }
    if saved.text.isEmpty { throw Self.empty(number, saved) }
    try marks(of: number).take { (marks) throws(FileProblem) in
      try Self.write(marks, behind: saved, in: file)
      saved = try readAlone(number)
    }
    return (file, saved)
  }

  /// Writes behind a plan what it has to do with an alarm; beside it, where another program has it open, and
  /// behind the one that it goes on as.
  ///
  /// Where it was removed since, and its number may be another one's, nothing is written.
  ///
  /// - Parameters:
  ///   - number: The number of the plan.
  ///   - mark: What it has to do with it.
  ///   - plan: The plan as it was read.
  /// - Throws: `FileProblem` as `openWhole` does, and if it can't be written.
  func mark(
    _ number: Int, _ mark: SavedConsultation.Mark, of plan: SavedConsultation? = nil
  ) throws(FileProblem) {
    guard FileKind.isPlainFile(file(number)) else { return }
    if let plan, let now = try? readFile(number), !now.beginsAs(plan) { return }
    let number = last(goingOnFrom: number)
    do throws(FileProblem) {
      let (file, saved) = try openWhole(number)
      try Self.write([mark], behind: saved, in: file)
    } catch {
      guard error.isOpenElsewhere else { throw error }
      try marks(of: number).add(mark)
      // The other program may just have gone on with it as another one.
      let next = last(goingOnFrom: number)
      guard next != number else { return }
      try marks(of: number).take { (marks) throws(FileProblem) in
        for mark in marks { try self.mark(next, mark) }
      }
    }
  }

  /// The number under which a consultation goes on by now, which is its own where it goes on nowhere.
  private func last(goingOnFrom number: Int) -> Int {
    var seen: Set<Int> = []
    var number = number
    while seen.insert(number).inserted, let saved = try? readAlone(number),
      let next = saved.successor,
      !saved.hasLostSuccessor
    { number = next }
    return number
  }

  /// Gives the alarms that are open of a consultation, with those that wait beside it, to whoever goes on with it as
  /// another one; once they are written there they no longer wait.
  ///
  /// - Throws: `FileProblem` as the writing does.
  func handOver(
    _ saved: SavedConsultation, _ number: Int,
    to write: ([Moment]) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    var isWritten = false
    try marks(of: number).take { (marks) throws(FileProblem) in
      let whole = SavedConsultation(saved.text + Self.pieces(for: marks, behind: saved))
      try write(whole.openAlarms)
      isWritten = true
    }
    if !isWritten { try write(saved.openAlarms) }
  }

  /// Says that what stands above in a file is all that can be had of it, if it was altered.
  static func demandUnaltered(_ saved: SavedConsultation, _ number: Int) throws(FileProblem) {
    if case .altered(let line)? = saved.damage {
      throw altered(number, line, "; that part is left out")
    }
  }

  /// Says that a file is not as it was saved.
  static func altered(_ number: Int, _ line: Int, _ rest: String) -> FileProblem {
    FileProblem("Consultation \(number) is not as it was saved, from line \(line) on\(rest)")
  }

  /// Says why nothing counts in a file.
  static func empty(_ number: Int, _ saved: SavedConsultation) -> FileProblem {
    if case .altered(let line)? = saved.damage { return altered(number, line, "") }
    return FileProblem("Nothing in consultation \(number) was saved to its end")
  }

  /// Removes what waits beside consultations that are gone, as whoever was stopped in between may have left.
  func removeLeftovers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name.hasSuffix(Self.markEnding) {
      guard let number = Int(name.dropLast(Self.markEnding.count)),
        FileKind(file(number)) == .nothing
      else { continue }
      marks(of: number).remove()
    }
  }

  /// Removes a saved consultation.
  ///
  /// - Throws: `FileProblem` if it can't be removed, or if another program has it open.
  func remove(_ number: Int) throws(FileProblem) {
    let file = try open(number)
    try file.remove()
    marks(of: number).remove()
  }
}

/// The option that names the store.
struct StoreOption: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp("Keep saved consultations in this folder.", valueName: "folder"),
    completion: .directory)
  var path: String?

  /// The store.
  var store: Store { Store(path) }

  func validate() throws {
    if path == "" { throw ValidationError("--store needs the name of a folder.") }
    let hasPlace = path != nil || Store.isNamed || Console.variable("HOME") != nil
    if !hasPlace, Console.variable("XDG_DATA_HOME")?.hasPrefix("/") != true {
      throw ValidationError("There is no home folder to save in; name one with --store.")
    }
  }
}
