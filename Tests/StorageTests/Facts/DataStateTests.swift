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
        // Out of these four rows by a program of its own (Python's hashlib.blake2b, ChaCha20 written down there):
        // t4:plan t0: t1:p t9:t2:idt1:p
        // t4:sale t0: t2:s2 t39:t6:amountt1:2t6:clientt4:alfat2:idt2:s2
        // t4:sale t0: t2:s3 t39:t6:amountt1:3t6:clientt4:betat2:idt2:s3
        // t4:sale t3:crm t2:s1 t23:t6:amountt1:1t2:idt2:s1
        // without the spaces: kind, source, key and content of each row, every text after its length.
        #expect(state.digest == "set:0b6d4a08454fa7a8b067803949b8c881833ab4bafb302e6c68f3f145d4738367")
    }

    @Test("the same rows have the same digest, however they came; another cell, another digest")
    func sameRows() throws {
        func digest(_ imports: [(tables: [PlainTable], complete: Bool)]) throws -> String {
            let made = try TestWorkspace()
            for (tables, complete) in imports { try made.take(tables, complete: complete) }
            return try made.workspace.read { try $0.dataDigest() }
        }
        let atOnce = try digest([([.sales(("s1", "alfa", "1"), ("s2", "beta", "2"))], false)])
        let oneByOne = try digest([
            ([.sales(("s2", "beta", "7"), ("s3", "beta", "3"))], false), ([.sales(("s1", "alfa", "1"))], false),
            ([.sales(("s1", "alfa", "1"), ("s2", "beta", "2"))], true),
        ])
        #expect(oneByOne == atOnce)
        #expect(try digest([([.sales(("s1", "alfa", "1"), ("s2", "beta", "3"))], false)]) != atOnce)
    }

    @Test("rows that were kept before their digest was have the one of before, in the order of kinds, sources and keys")
    func before() throws {
        let made = try TestWorkspace(Schema(Array(Schema.current.versions.prefix(3))))
        try made.take([PlainTable(kind: "plan", columns: ["id"], rows: [PlainRow(key: "p", cells: ["p"])])])
        try made.take([.sales(("s2", "alfa", "2"))])
        let bytes = Array("t4:plant0:t1:pt9:t2:idt1:pt4:salet0:t2:s2t39:t6:amountt1:2t6:clientt4:alfat2:idt2:s2".utf8)
        let (noted, read) = try made.workspace.read { (try $0.dataDigest(), try $0.state().digest) }
        #expect(noted == SHA256Digest.of(bytes).hex)
        #expect(read == noted)
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
        // Between the rows of one import nothing is noted.
        #expect(back.tables == changed.tables)
        #expect(cancelled.digest != back.digest)
        #expect(now == back)
    }
}
