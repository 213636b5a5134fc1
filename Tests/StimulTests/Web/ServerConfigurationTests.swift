import Messages
import Testing
import Web

@testable import stimul

/// The file that says how the server is started: what it may say, and where it is wrong.
@Suite("The server's configuration")
struct ServerConfigurationTests {
    @Test("whatever the documents name is read")
    func whole() throws {
        let file = try ServerConfiguration(
            path: "server.yaml",
            text: """
                origin: https://pay.example.com
                port: 8081
                proxies: [127.0.0.1, 10.0.0.2]
                key: /var/lib/stimul/server.key
                language: ru
                limits:
                  reading: {at_once: 500, per_minute: 6000}
                webhooks: {private_addresses: true}
                """)
        #expect(file.origin == "https://pay.example.com" && file.port == 8081 && file.language == .ru)
        #expect(file.proxies == ["127.0.0.1", "10.0.0.2"] && file.key == "/var/lib/stimul/server.key")
        #expect(file.limits == [.reading: RateBound(atOnce: 500, perMinute: 6_000)])
        #expect(file.webhooks.allowsPrivate && !file.webhooks.allowsPlainLoopback)
    }

    @Test("an empty file says nothing", arguments: ["", "# nothing\n"])
    func empty(_ text: String) throws {
        let file = try ServerConfiguration(path: "server.yaml", text: text)
        #expect(file.origin == nil && file.port == nil && file.limits.isEmpty)
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("orgin: https://a.example", 1), ("port: 8080\nport: 8081", 1), ("port: 0", 1), ("port: many", 1),
            ("language: de", 1), ("limits: 5", 1), ("limits:\n  money: {at_once: 5}", 2),
            ("limits:\n  money: {at_once: 5, per_minute: 0}", 2), ("limits:\n  pay: {at_once: 5}", 2),
            ("webhooks: {private: true}", 1), ("webhooks: {private_addresses: 7}", 1), ("origin: [a]", 1),
            ("- a", 1), ("origin: \"https", 1),
        ])
    func wrong(_ text: String, _ line: Int) {
        let fault = #expect(throws: Diagnostic.self) { try ServerConfiguration(path: "server.yaml", text: text) }
        #expect(fault?.place?.file == "server.yaml")
        #expect(fault?.place?.line == line || text.contains("\"https"), "\(String(describing: fault?.place))")
    }
}
