import TestPrograms
import Testing

/// Starts a server before the tests of a suite and stops it behind them.
struct WithServer: SuiteTrait, TestScoping {
    /// Statements that fill it.
    let beginning: String

    /// The server of the tests that are running.
    @TaskLocal static var server: Server?

    func provideScope(
        for test: Test, testCase: Test.Case?, performing tests: @Sendable () async throws -> Void
    ) async throws {
        let server = try Server()
        do {
            try server.command(beginning)
            try await Self.$server.withValue(server) { try await tests() }
        } catch {
            try? server.stop()
            throw error
        }
        try server.stop()
    }
}

extension Trait where Self == WithServer {
    /// A server for the whole suite.
    static func server(_ beginning: String) -> WithServer { WithServer(beginning: beginning) }
}
