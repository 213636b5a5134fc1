import Company
import Samples
import Testing

@testable import Storage

/// The state depends on the rows, not on how they came.
struct ImportPropertyTests {
    @Test("imported at once, twice, row by row or in pieces, the state and its digest are the same", arguments: 1...12)
    func splits(seed: Int) throws {
        var dice = SeededGenerator(seed: UInt64(seed))
        let rows = (0..<30).map { _ in
            let key = "k\(Int.random(in: 0..<12, using: &dice))"
            return PlainRow(
                key: key,
                cells: [key, (dice.pick(["", "alfa", "b\u{1F}"]) ?? ""), (dice.pick(["1", "2", "3"]) ?? "")])
        }
        let reference = try TestWorkspace()
        try reference.take([table(rows)])
        let expected = try reference.workspace.read { (try $0.tables(), try $0.dataDigest()) }

        let split = try TestWorkspace()
        var rest = rows[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...5, using: &dice))
            rest = rest.dropFirst(piece.count)
            // A piece that comes twice in a row is the same piece.
            try split.take([table(Array(piece))])
            if Bool.random(using: &dice) { try split.take([table(Array(piece))]) }
        }
        let found = try split.workspace.read { (try $0.tables(), try $0.dataDigest()) }
        #expect(found.0 == expected.0)
        #expect(found.1 == expected.1)
        #expect(try split.workspace.audit().isSound)

        let again = expected.0
        #expect(try split.take(again, complete: true).total.written == 0)
    }

    @Test("the digest does not see the order of columns, empty cells, places and history, and sees all else")
    func digest() throws {
        let first = try digest([.sales(("s1", "alfa", ""), ("s2", "beta", "2"))])
        let other = PlainTable(
            kind: "sale", columns: ["client", "amount", "id"],
            rows: [
                PlainRow(key: "s2", cells: ["beta", "2", "s2"], place: "sale.csv:9"),
                PlainRow(key: "s1", cells: ["alfa", "", "s1"]),
            ])
        #expect(try digest([.sales(("s1", "x", "7"))], [other]) == first)
        #expect(try digest([.sales(("s1", "alfa", ""), ("s2", "beta", "3"))]) != first)
        #expect(try digest([.sales(("s1", "", "alfa"), ("s2", "beta", "2"))]) != first)
        #expect(try digest([.sales(("s1", "alfa", ""))]) != first)
    }

    private func digest(_ imports: [PlainTable]...) throws -> String {
        let made = try TestWorkspace()
        for tables in imports { try made.take(tables) }
        return try made.workspace.read { try $0.dataDigest() }
    }

    private func table(_ rows: [PlainRow]) -> PlainTable {
        PlainTable(kind: "sale", columns: ["id", "client", "amount"], rows: rows)
    }
}
