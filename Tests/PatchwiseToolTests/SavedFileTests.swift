import Dispatch
import Foundation
import Synchronization
import Testing

@testable import PatchwiseTool

@Suite("The open file of a saved consultation")
struct SavedFileTests {
  @Test("a new file is had although another program looks into it before it is locked")
  func lookedInto() throws {
    let folder = try ScratchFolder()
    let path = "\(folder.url.path)/1.transcript"
    let looking = DispatchGroup()
    let isDone = Atomic(false)
    DispatchQueue.global().async(group: looking) {
      while !isDone.load(ordering: .relaxed) {
        if let file = try? SavedFile(opening: path, 1) { file.release() }
      }
    }
    defer {
      isDone.store(true, ordering: .relaxed)
      looking.wait()
    }
    for _ in 1...2_000 {
      let file = try #require(try SavedFile(new: path, 1))
      #expect(file.isEmpty)
      // As a program that has ended would leave it.
      try FileManager.default.removeItem(atPath: path)
    }
  }
}
