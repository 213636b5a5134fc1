import Foundation
import Testing

extension Command {
    /// Imports, calculates and approves the starter's January.
    func approveJanuary() throws {
        for line in [
            "import acme --by dina", "calculate acme --period 2026-01 --by dina",
            "review acme --period 2026-01 --by dina", "approve acme --period 2026-01 --by dina",
            "approve acme --period 2026-01 --by egor",
        ] {
            let result = try run(line)
            #expect(result.code == 0, "\(line): \(result.errors)")
        }
    }

    /// Brings the starter's January to its end.
    func payJanuary() throws {
        try approveJanuary()
        for line in ["pay acme --period 2026-01 --by dina", "close acme --period 2026-01 --by dina"] {
            #expect(try run(line).code == 0)
        }
    }

    /// The text of a file below the folder.
    func read(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
}

extension Command.Result {
    /// The same without the identifiers of runs, which are digests of everything that went in.
    var withoutRun: Command.Result {
        var result = self
        result.output = output.replacing(/[0-9a-f]{12}/, with: "<identifier>")
        result.errors = errors.replacing(/[0-9a-f]{12}/, with: "<identifier>")
        return result
    }
}
