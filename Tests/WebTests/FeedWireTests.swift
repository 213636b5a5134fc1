import Company
import Credentials
import Foundation
import Hummingbird
import Identity
import Logging
import Payroll
import ServiceLifecycle
import Testing

@testable import Web

/// The feed as a browser hears it: what others write is told within a second, and streams end when they must.
@Suite("The feed on the wire", .serialized)
struct FeedWireTests {
    /// A served company whose text and rows are looked at as they are when it runs.
    private func serving(
        _ asking: @escaping @Sendable (Office, Int, ServiceGroup) async throws -> Void
    ) async throws {
        let office = try await Office(port: 0).prepared()
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let application = office.server.application(logger) { number in
            port.yield(number)
            port.finish()
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: application), .init(service: LiveWatch(site: office.server.site))],
                logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            guard let number = await ports.first(where: { _ in true }) else { return }
            try await asking(office, number, group)
            await group.triggerGracefulShutdown()
            try await tasks.next()
        }
    }

    private static func listening(_ office: Office, _ person: String, _ port: Int) async throws -> RawSocket {
        let session = try await office.session(of: person)
        let socket = try RawSocket(port: port, timeout: 10)
        socket.send(
            "GET /feed HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nAccept: text/event-stream\r\n"
                + "Cookie: stimul=\(session.token.shown.revealed)\r\n\r\n")
        let begun = await waiting { socket.read(until: "event: begun") }
        #expect(begun?.contains("HTTP/1.1 200") == true && begun?.contains("X-Accel-Buffering: no") == true)
        #expect(begun?.contains("retry: 3000") == true)
        return socket
    }

    /// Sockets wait, so they have a thread of their own.
    private static func waiting<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }

    private static func sell(_ office: Office, _ row: String) throws {
        let file = SourceFile(path: "sale.csv", bytes: Array("id,date,seller,amount\n\(row)\n".utf8))
        // As another process does it: by a cycle of its own.
        let cycle = PayCycle(office.workspace, text: Office.text, threads: 1)
        let imported = try cycle.importTables([file], source: "", complete: false, by: .localOperator("dina"))
        #expect(imported.rejected == 0)
    }

    @Test("a sale that another process writes is told to its seller and his head, and not to a colleague")
    func sale() async throws {
        try await serving { office, port, _ in
            let (anna, vera, boris) = (
                try await Self.listening(office, "anna", port), try await Self.listening(office, "vera", port),
                try await Self.listening(office, "boris", port)
            )
            let start = Date.now
            try Self.sell(office, "5,2026-02-04,anna,1000")
            let told = await Self.waiting { anna.read(until: "event: pay") }
            #expect(told?.contains("event: pay") == true)
            #expect(Date.now.timeIntervalSince(start) < 3)
            let head = await Self.waiting { vera.read(until: "]}\n\n") }
            #expect(head?.contains(#"data: {"people":["anna","vera"],"periods":["2026-02"]}"#) == true, "\(head ?? "")")
            // His stream ends with his session; until then nothing was said.
            try office.accounts.signOut(try await office.session(of: "boris").token.shown)
            let ended = await Self.waiting { boris.read() }
            #expect(ended?.contains("event: ended") == true && ended?.contains("event: pay") == false)
        }
    }

    @Test("a page that is closed is noticed at once, and its place is free")
    func gone() async throws {
        try await serving { office, port, _ in
            var sockets = [try await Self.listening(office, "anna", port)]
            sockets.append(try await Self.listening(office, "anna", port))
            #expect(office.server.site.feed.streams.count == 2)
            sockets.removeAll()
            for _ in 0..<200 where !office.server.site.feed.streams.isEmpty {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(office.server.site.feed.streams.isEmpty)
            _ = try await Self.listening(office, "anna", port)
        }
    }

    @Test("a server that stops says so to whoever listens, and ends")
    func restart() async throws {
        try await serving { office, port, group in
            let anna = try await Self.listening(office, "anna", port)
            await group.triggerGracefulShutdown()
            let last = await Self.waiting { anna.read() }
            #expect(last?.contains("event: restart") == true, "\(last ?? "nothing")")
        }
    }
}
