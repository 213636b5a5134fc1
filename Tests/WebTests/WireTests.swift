import Credentials
import Foundation
import Hummingbird
import Identity
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing

@testable import Web

/// What only a socket shows: slow and endless requests, leave to go on, the end of the server.
@Suite("On the wire", .serialized)
struct WireTests {
    /// A server with short patience, and something asked of it.
    private func serving(
        _ bounds: ConnectionBounds, office: Office? = nil, _ asking: @escaping @Sendable (Int) throws -> Void
    ) async throws {
        let office = try office ?? Office(bounds: bounds, port: 0)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let application = office.server.application(logger) { number in
            port.yield(number)
            port.finish()
        }
        let group = ServiceGroup(configuration: .init(services: [.init(service: application)], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            guard let number = await ports.first(where: { _ in true }) else { return }
            // Sockets wait, so they have a thread of their own.
            let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
                Thread.detachNewThread { continuation.resume(returning: Result { try asking(number) }) }
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try result.get()
        }
    }

    private var patient: ConnectionBounds { ConnectionBounds() }

    private static let head = "Host: 127.0.0.1:8080\r\n"
    private static let form =
        head + "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n"

    @Test("a request is answered, and the connection serves the next one")
    func keepAlive() async throws {
        try await serving(patient) { port in
            let socket = try RawSocket(port: port)
            for _ in 0..<2 {
                socket.send("GET /healthz HTTP/1.1\r\n\(Self.head)\r\n")
                #expect(socket.read(until: "ok\n")?.hasPrefix("HTTP/1.1 200") == true)
            }
        }
    }

    @Test("a head that drips is cut off, though bytes keep coming")
    func slowHead() async throws {
        var bounds = ConnectionBounds()
        bounds.firstHead = .milliseconds(400)
        try await serving(bounds) { port in
            let socket = try RawSocket(port: port)
            socket.send("GET /healthz HTTP/1.1\r\n")
            let start = Date.now
            var isOpen = true
            while isOpen, Date.now.timeIntervalSince(start) < 5 {
                isOpen = socket.send("X")
                usleep(50_000)
            }
            #expect(!isOpen)
            #expect(Date.now.timeIntervalSince(start) < 4)
        }
    }

    @Test("a body that drips is cut off")
    func slowBody() async throws {
        var bounds = ConnectionBounds()
        bounds.body = .milliseconds(400)
        try await serving(bounds) { port in
            let socket = try RawSocket(port: port)
            socket.send("POST /sign-in HTTP/1.1\r\n\(Self.form)Content-Length: 8000\r\n\r\n")
            let start = Date.now
            var isOpen = true
            while isOpen, Date.now.timeIntervalSince(start) < 6 {
                isOpen = socket.send("a")
                usleep(50_000)
            }
            #expect(!isOpen)
        }
    }

    @Test("a form with a file that drips is cut off, whoever sends it, and nothing of it is kept")
    func slowUpload() async throws {
        var bounds = ConnectionBounds()
        bounds.body = .milliseconds(400)
        let office = try await Office(bounds: bounds, port: 0).prepared()
        let session = try await office.session(of: "lena")
        let boundary = "----WebKitFormBoundaryABC"
        let form =
            Office.part("token", boundary) + Array(session.token.formToken.revealed.utf8) + Array("\r\n".utf8)
            + Office.part("file", boundary, file: "sale.csv")
        let head =
            "POST /data/imports HTTP/1.1\r\n\(Self.head)Content-Type: multipart/form-data; boundary=\(boundary)\r\n"
            + "Sec-Fetch-Site: same-origin\r\nCookie: stimul=\(session.token.shown.revealed)\r\n"
            + "Content-Length: 100000\r\n\r\n" + String(decoding: form, as: UTF8.self)
        try await serving(bounds, office: office) { port in
            let socket = try RawSocket(port: port)
            socket.send(head)
            let start = Date.now
            var isOpen = true
            while isOpen, Date.now.timeIntervalSince(start) < 6 {
                isOpen = socket.send("id,date\n")
                usleep(50_000)
            }
            #expect(!isOpen)
        }
        #expect(office.keptFiles.isEmpty)
    }

    @Test("a body without end is cut off where the limit is, whatever was answered before")
    func endlessBody() async throws {
        var bounds = ConnectionBounds()
        bounds.mostBytes = 100_000
        try await serving(bounds) { port in
            let socket = try RawSocket(port: port)
            socket.send("POST /sign-in HTTP/1.1\r\n\(Self.form)Transfer-Encoding: chunked\r\n\r\n")
            let chunk = "2710\r\n" + String(repeating: "a", count: 10_000) + "\r\n"
            let start = Date.now
            var isOpen = true
            // The system takes some megabytes before anybody reads them, so what was sent says nothing.
            while isOpen, Date.now.timeIntervalSince(start) < 30 {
                isOpen = socket.send(chunk)
                usleep(1_000)
            }
            #expect(!isOpen)
        }
    }

    @Test("a head of seventeen kilobytes and one of two hundred fields are refused")
    func largeHeads() async throws {
        try await serving(patient) { port in
            let long = try RawSocket(port: port)
            long.send("GET /healthz HTTP/1.1\r\n\(Self.head)X: \(String(repeating: "a", count: 17_000))\r\n\r\n")
            #expect(long.read()?.contains(" 200 ") == false)
            let many = try RawSocket(port: port)
            let fields = (0..<200).map { "X\($0): a\r\n" }.joined()
            many.send("GET /healthz HTTP/1.1\r\n\(Self.head)\(fields)\r\n")
            #expect(many.read()?.contains(" 200 ") == false)
        }
    }

    @Test("who waits for leave to send a body is told to go on")
    func leave() async throws {
        try await serving(patient) { port in
            let socket = try RawSocket(port: port)
            socket.send("POST /sign-in HTTP/1.1\r\n\(Self.form)Expect: 100-continue\r\nContent-Length: 6\r\n\r\n")
            #expect(socket.read(until: "\r\n\r\n")?.hasPrefix("HTTP/1.1 100") == true)
            socket.send("name=a")
            #expect(socket.read(until: "</html>")?.contains(" 422 ") == true)
        }
    }

    @Test("two lengths, a length beside chunks and a bare line feed are no requests")
    func smuggling() async throws {
        try await serving(patient) { port in
            for lines in [
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nname=a",
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            ] {
                let socket = try RawSocket(port: port, timeout: 3)
                socket.send("POST /sign-in HTTP/1.1\r\n\(Self.form)" + lines)
                let answer = socket.read(until: "\r\n\r\n")
                #expect(
                    answer == nil || answer?.contains(" 400 ") == true || answer?.isEmpty == true, "\(answer ?? "")")
            }
        }
    }

    @Test("the server ends while connections are open")
    func ends() async throws {
        let start = Date.now
        try await serving(patient) { port in
            for _ in 0..<20 {
                let socket = try RawSocket(port: port)
                socket.send("GET /healthz HTTP/1.1\r\n\(Self.head)\r\n")
                _ = socket.read(until: "ok\n")
                Self.open.withLock { $0.append(socket) }
            }
        }
        Self.open.withLock { $0.removeAll() }
        #expect(Date.now.timeIntervalSince(start) < 20)
    }

    private static let open = Mutex<[RawSocket]>([])
}

extension RawSocket: @unchecked Sendable {}
