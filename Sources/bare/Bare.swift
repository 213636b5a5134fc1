import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// `bare PORT BYTES`: a server that answers so many bytes to whatever is asked, and does nothing else; what the framework itself costs.
@main
enum Bare {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard arguments.count == 2 else {
            FileHandle.standardError.write(Data("bare PORT BYTES\n".utf8))
            exit(64)
        }
        let body = ByteBuffer(bytes: [UInt8](repeating: UInt8(ascii: "a"), count: arguments[1]))
        let router = Router()
        router.get("**") { _, _ in
            Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: body))
        }
        var logger = Logger(label: "bare")
        logger.logLevel = .critical
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: arguments[0])), logger: logger)
        try await application.runService()
    }
}
