internal import Foundation

/// A real server of its own in a temporary folder, reached by a socket there.
public struct Server: Sendable {
    /// The folder of the server's programs; `nil` where PostgreSQL is not installed.
    public static let programs: String? = {
        let folders =
            (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql"))?.sorted().reversed().map {
                "/usr/lib/postgresql/\($0)/bin"
            } ?? []
        return (folders + ["/usr/bin", "/usr/local/bin"]).first { folder in
            ["initdb", "pg_ctl", "psql"].allSatisfy {
                FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
            }
        }
    }()

    /// Said where they are missing.
    public static let absence = "PostgreSQL's initdb and pg_ctl are not installed (Debian: postgresql)"

    private let programs: String
    private let folder: String

    /// Words for a connection as a role; the owner may do everything.
    public func address(_ role: String = "postgres") -> String {
        "host=\(folder) port=5432 dbname=postgres user=\(role)"
    }

    /// Makes a database and starts it.
    public init() throws {
        guard let programs = Self.programs else { throw CocoaError(.fileNoSuchFile) }
        self.programs = programs
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pg\(UUID().uuidString.prefix(8))").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // The server refuses to run as root; Debian has a user for it.
        if getuid() == 0 { try Self.run("/usr/bin/chown", ["postgres", folder]) }
        try serve(
            "initdb",
            ["-D", "\(folder)/data", "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--no-locale"])
        try serve(
            "pg_ctl",
            [
                "-D", "\(folder)/data", "-w", "-t", "60", "-l", "\(folder)/log", "-o",
                "-c listen_addresses='' -c unix_socket_directories=\(folder) -c fsync=off", "start",
            ])
    }

    /// Stops it and removes what it was.
    public func stop() throws {
        try serve("pg_ctl", ["-D", "\(folder)/data", "-w", "-m", "immediate", "stop"])
        try FileManager.default.removeItem(atPath: folder)
    }

    /// Carries out statements as the owner.
    public func command(_ text: String) throws {
        try serve("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", address(), "-c", text])
    }

    private func serve(_ program: String, _ words: [String]) throws {
        let path = "\(programs)/\(program)"
        if getuid() == 0 {
            let user = ["--reuid=postgres", "--regid=postgres", "--clear-groups", path]
            try Self.run("/usr/bin/setpriv", user + words)
        } else {
            try Self.run(path, words)
        }
    }

    private static func run(_ program: String, _ words: [String]) throws {
        let code = try Program.run(program, words, in: "/", environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"])
        guard code == 0 else {
            throw CocoaError(
                .executableLoad, userInfo: [NSLocalizedDescriptionKey: "\(program) \(words): exit \(code)"])
        }
    }
}
