import Crypto
import Foundation
import Hummingbird
import Patchwise
import PatchwiseExosomes
import PatchwiseYAML
import Service

/// Serves the bundled knowledge, or that of a file, until it is told to stop.
@main
enum ServiceCommand {
  /// Something that the person who starts it has to put right.
  struct WrongUse: Error, CustomStringConvertible {
    var description: String
  }

  static func main() async {
    do {
      let variables = ProcessInfo.processInfo.environment
      let service = ConsultationService(
        of: try knowledge(CommandLine.arguments.dropFirst().first),
        seal: StateSeal(key: try key(variables["SERVICE_KEY"])))
      guard let port = Int(variables["SERVICE_PORT"] ?? "8080"), 0...65_535 ~= port else {
        throw WrongUse(description: "SERVICE_PORT must be a number from 0 to 65535.")
      }
      let host = variables["SERVICE_HOST"] ?? "127.0.0.1"
      try await service.application(host: host, port: port) { port in
        say("Listening at http://\(host):\(port)")
      }.runService()
    } catch {
      say("\(error)")
      exit(error is WrongUse ? 64 : 1)
    }
  }

  private static func knowledge(_ path: String?) throws -> KnowledgeBase {
    guard let path else { return try ExosomeKnowledge.load() }
    return try KnowledgeBase(contentsOf: path)
  }

  private static func key(_ text: String?) throws -> SymmetricKey {
    guard let text else {
      say("There is no SERVICE_KEY, so tokens are good only until this service stops.")
      return SymmetricKey(size: .bits256)
    }
    guard let data = Data(base64Encoded: text), data.count >= 32 else {
      throw WrongUse(
        description:
          "SERVICE_KEY must be at least 32 bytes, as 'openssl rand -base64 32' writes them.")
    }
    return SymmetricKey(data: data)
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
