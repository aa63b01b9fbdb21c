public import Crypto
import Foundation
import Patchwise

/// Turns the state of a consultation into a token that a client can keep and can't change.
///
/// A token is signed, not hidden: whoever holds it can read the answers in it.
public struct StateSeal: Sendable {
  private let key: SymmetricKey

  /// Creates a seal from a key, which every instance of a service has to share.
  public init(key: SymmetricKey) { self.key = key }

  /// Returns the token of a state.
  func token(for state: Consultation.State) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = try encoder.encode(state).inAddresses
    return "\(text).\(signature(of: text).inAddresses)"
  }

  /// Returns the state of a token.
  ///
  /// Nothing of it is read before its signature has been checked, in a time that says nothing of the key.
  ///
  /// - Throws: `Problem.badToken` if this seal has not made the token.
  func state(of token: String) throws(Problem) -> Consultation.State {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let signature = Data(inAddresses: parts[1]),
      HMAC<SHA256>.isValidAuthenticationCode(
        signature, authenticating: Data(parts[0].utf8), using: key),
      let data = Data(inAddresses: parts[0]),
      let state = try? JSONDecoder().decode(Consultation.State.self, from: data)
    else { throw .badToken }
    return state
  }

  private func signature(of text: String) -> Data {
    Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key))
  }
}

extension Data {
  /// In letters that stand for themselves in an address: base64url without padding.
  fileprivate var inAddresses: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
      "=", with: "")
  }

  fileprivate init?(inAddresses text: String) {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    self.init(
      base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + padding)
  }
}
