import Company
import Testing

@testable import Storage

/// The rows of one moment and the digest that names them, out of one reading.
struct DataStateTests {
    /// Versions 1 to 7: a plan, two sales of the company's own, one of another system; then a change, a cancellation and a return.
    private func filled() throws -> TestWorkspace {
        let made = try TestWorkspace()
        try made.take([PlainTable(kind: "plan", columns: ["id"], rows: [PlainRow(key: "p", cells: ["p"])])])
        try made.take([.sales(("s2", "alfa", "2"), ("s3", "beta", "3"))])
        try made.take([.sales(("s1", "", "1"))], source: "crm")
        try made.take([.sales(("s2", "alfa", "20"))], complete: true)
        try made.take([.sales(("s3", "beta", "3"))])
        return made
    }

    @Test("at every version it has the tables and the digest of that version", arguments: Int64(0)...7)
    func everyVersion(head: Int64) throws {
        try filled().workspace.read { reading in
            let state = try reading.state(upTo: head)
            #expect(state.tables == (try reading.tables(upTo: head)))
            #expect(state.digest == (try reading.dataDigest(upTo: head)))
        }
    }

    @Test("tables stand by kind, their rows as they first came, the digest counts rows by kind, source and key")
    func order() throws {
        let state = try filled().workspace.read { try $0.state(upTo: 4) }
        #expect(state.tables.map(\.kind) == ["plan", "sale"])
        #expect(state.tables.map { $0.rows.map(\.key) } == [["p"], ["s2", "s3", "s1"]])
        // Kind, source, key and content of each row, every text after its length.
        let counted = [
            "t4:plan t0: t1:p t9:t2:idt1:p",
            "t4:sale t0: t2:s2 t39:t6:amountt1:2t6:clientt4:alfat2:idt2:s2",
            "t4:sale t0: t2:s3 t39:t6:amountt1:3t6:clientt4:betat2:idt2:s3",
            "t4:sale t3:crm t2:s1 t23:t6:amountt1:1t2:idt2:s1",
        ]
        let bytes = Array(counted.joined().utf8).filter { $0 != UInt8(ascii: " ") }
        #expect(state.digest == SHA256Digest.of(bytes).hex)
    }

    @Test("a row that came back gives the state from before it went; no rows are the digest of nothing")
    func states() throws {
        let (none, changed, cancelled, back, now) = try filled().workspace.read { reading in
            (
                try reading.state(upTo: 0), try reading.state(upTo: 5), try reading.state(upTo: 6),
                try reading.state(upTo: 7), try reading.state()
            )
        }
        #expect(none == DataState(tables: [], digest: SHA256Digest.of([]).hex, firsts: [:]))
        #expect(cancelled.tables.last?.rows.map(\.key) == ["s2", "s1"])
        #expect(cancelled.digest != changed.digest)
        #expect(back == changed)
        #expect(now == back)
    }
}
