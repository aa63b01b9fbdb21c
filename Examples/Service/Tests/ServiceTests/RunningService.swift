import Crypto
import Hummingbird
import NIOCore
import NIOPosix
import Patchwise
import PatchwiseYAML

@testable import Service

/// A service that listens while a test uses it.
enum RunningService {
  /// Knowledge about something that fits here, in one edition or another.
  static func bicycle(version: String = "1.0.0") throws -> KnowledgeBase {
    try KnowledgeBase(
      yaml: """
        knowledge: bicycle
        title: Can I ride it?
        version: \(version)
        questions:
          brakes: { ask: Do both brakes hold?, choose: yes-no, why: You may have to stop. }
          wrong:
            ask: What else is wrong?
            choose: any
            options: { chain: { label: The chain is dry, help: It squeaks. }, lamp: No light }
          pressure: { ask: What does the gauge show?, choose: number, range: 0 to 10, unit: bar }
          stood: { ask: How long has it stood?, choose: duration, range: 0 days to 10 years, unsure: refused }
          serviced: { ask: When was it last looked after?, choose: date }
          dark:
            ask: Will it be dark?
            choose: one
            options: { day: In daylight, night: At night }
        sections:
          all: { questions: [brakes, wrong, pressure, stood, serviced, dark] }
        scales:
          ride:
            title: Can I ride it?
            levels: { go: { title: Ride }, look: { title: Look after it, plan: care }, stop: { title: Stop, ends the consultation: yes, say: [Walk.] } }
            otherwise: go
          light: { title: Which light?, levels: [none, lamp], otherwise: none }
        rules:
          brakeless: { when: not brakes, raise: { ride: stop }, because: You could not stop. }
          dry: { when: wrong includes chain, raise: { ride: look }, because: A dry chain breaks., advise: [oil] }
          soft: { when: pressure less than 2 bar, raise: { ride: look }, because: A soft tyre gets pinched. }
          old: { when: stood more than 1 year, raise: { ride: look }, because: Rubber grows old. }
          due: { when: serviced more than 1 year ago, raise: { ride: look }, because: It is due. }
          night: { when: dark is night, raise: { light: lamp }, because: You have to be seen. }
        advice:
          oil: { say: Oil the chain., under: ride }
        plans:
          care:
            title: A week of care
            steps: [Oil it every day.]
            readings: { noise: { at: 2 days, look for: [A squeak] } }
            stop signs: [It breaks]
            then: Ride it.
        consultations:
          ride: { title: Can I ride it?, sections: [all], decides: [ride, light] }
        """)
  }

  /// Lets a body use a service at a port of its own.
  static func use<Result: Sendable>(
    _ knowledge: KnowledgeBase, key: SymmetricKey = SymmetricKey(size: .bits256),
    limits: ConsultationService.Limits = .init(),
    _ body: @Sendable @escaping (Client) async throws -> Result
  ) async throws -> Result {
    let (ports, didBegin) = AsyncStream.makeStream(of: Int.self)
    let application = ConsultationService(
      of: knowledge, seal: StateSeal(key: key), limits: limits
    ).application(port: 0) { didBegin.yield($0) }
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        defer { didBegin.finish() }
        try await application.run()
        return nil
      }
      group.addTask {
        for await port in ports { return try await body(Client(port: port)) }
        return nil
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }
}

/// A connection of which each byte is ours to send.
enum RawConnection {
  typealias Inbound = NIOAsyncChannelInboundStream<ByteBuffer>
  typealias Outbound = NIOAsyncChannelOutboundWriter<ByteBuffer>

  static func use<Result>(
    port: Int, _ body: (Inbound, Outbound) async throws -> Result
  ) async throws -> Result {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose(body)
  }
}
