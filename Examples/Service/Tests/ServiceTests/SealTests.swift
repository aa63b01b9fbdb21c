import Crypto
import Foundation
import Patchwise
import Testing

@testable import Service

@Suite("The seal of a state")
struct SealTests {
  private let seal = StateSeal(key: SymmetricKey(size: .bits256))
  private let consultation: Consultation

  init() throws {
    var consultation = try Consultation("ride", in: RunningService.bicycle())
    try consultation.answer("brakes", .yes)
    self.consultation = consultation
  }

  @Test("gives back what it was put on")
  func roundTrip() throws {
    let token = try seal.token(for: consultation.state)
    #expect(try seal.state(of: token) == consultation.state)
  }

  @Test("breaks with every single change of the token")
  func tampering() throws {
    let token = try Array(seal.token(for: consultation.state).utf8)
    for place in token.indices {
      var changed = token
      changed[place] = token[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      // The last letter of a code in sixes has bits that mean nothing.
      let isSpare = place == token.count - 1
      let state = try? seal.state(of: String(decoding: changed, as: UTF8.self))
      #expect(state == nil || isSpare && state == consultation.state, "at \(place)")
    }
    for text in ["", ".", "..", "a.b.c", String(decoding: token.dropLast(4), as: UTF8.self)] {
      #expect(throws: Problem.self) { try seal.state(of: text) }
    }
  }

  @Test("of another key opens nothing")
  func otherKey() throws {
    let token = try seal.token(for: consultation.state)
    #expect(throws: Problem.self) {
      try StateSeal(key: SymmetricKey(size: .bits256)).state(of: token)
    }
  }
}
