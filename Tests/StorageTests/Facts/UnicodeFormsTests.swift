import Company
import Testing

@testable import Storage

/// Workspaces that kept identifiers with letters and marks apart, as came in, open and count each row once.
struct UnicodeFormsTests {
    private static let (one, two) = ("\u{439}", "\u{438}\u{306}")

    /// A workspace as an earlier version filled it: rows under their keys as they are.
    private func filled(_ keys: [String]) throws -> TestWorkspace {
        let made = try TestWorkspace()
        try made.take([
            PlainTable(kind: "sale", columns: ["id", "amount"], rows: [PlainRow(key: "a", cells: ["a", "0"])])
        ])
        try made.workspace.write(by: "olga") { writing in
            try writing.recorded("import") { () throws(StorageFailure) in
                for (index, key) in keys.enumerated() {
                    try writing.append(
                        to: "facts",
                        [
                            .integer(1), .text(key), .integer(1), .integer(1), .text("\(key)\u{1F}\(index + 1)"),
                            .text("sale.csv:\(index + 3)"),
                        ])
                }
                return ((), detail: [:])
            }
        }
        return made
    }

    private func rows(_ made: TestWorkspace) throws -> [[String]] {
        try made.workspace.read { try $0.tables() }.flatMap(\.rows).map { [$0.key] + $0.cells }
    }

    private func bytes(_ rows: [[String]]) -> [[[UInt8]]] { rows.map { $0.map { Array($0.utf8) } } }

    @Test("a row that was kept apart is read composed, and the same row again changes nothing")
    func apart() throws {
        let made = try filled(["b" + Self.two])
        let key = "b" + Self.one
        // Columns stand by name: the amount, then the id.
        #expect(try bytes(rows(made)) == bytes([["a", "0", "a"], [key, "1", key]]))
        let again = PlainTable(kind: "sale", columns: ["id", "amount"], rows: [PlainRow(key: key, cells: [key, "1"])])
        #expect(try made.take([again]).total.written == 0)
        var changed = again
        changed.rows[0].cells[1] = "5"
        #expect(try made.take([changed]).counts["sale"]?.changed == 1)
        #expect(try bytes(rows(made)) == bytes([["a", "0", "a"], [key, "5", key]]))
        #expect(try made.take([PlainTable(kind: "sale", columns: ["id"])], complete: true).total.cancelled == 2)
        #expect(try rows(made).isEmpty)
        #expect(try made.workspace.audit().isSound)
    }

    @Test("both forms that were kept are one row, as it came last, in the place where it came first")
    func both() throws {
        let made = try filled(["b" + Self.two, "c", "b" + Self.one])
        let key = "b" + Self.one
        #expect(try bytes(rows(made)) == bytes([["a", "0", "a"], [key, "3", key], ["c", "2", "c"]]))
        let again = PlainTable(kind: "sale", columns: ["id", "amount"], rows: [PlainRow(key: key, cells: [key, "3"])])
        #expect(try made.take([again]).total.written == 0)
        // A complete table that holds it once leaves it once.
        let all = PlainTable(
            kind: "sale", columns: ["id", "amount"],
            rows: [PlainRow(key: "a", cells: ["a", "0"]), PlainRow(key: key, cells: [key, "3"])])
        _ = try made.take([all], complete: true)
        #expect(try bytes(rows(made)) == bytes([["a", "0", "a"], [key, "3", key]]))
        #expect(try made.take([all], complete: true).total.written == 0)
        #expect(try made.workspace.audit().isSound)
    }
}
