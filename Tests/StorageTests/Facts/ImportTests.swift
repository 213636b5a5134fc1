import Company
import Testing

@testable import Storage

/// What an import does with each row, and that nothing is ever lost.
struct ImportTests {
    @Test("rows are accepted, left alone, changed, cancelled, and come again")
    func versions() throws {
        let made = try TestWorkspace()
        let first = try made.take([.sales(("s1", "alfa", "100"), ("s2", "beta", "200"))])
        #expect(first.counts == ["sale": counts(accepted: 2)])
        #expect(first.head == 2)

        let second = try made.take([.sales(("s1", "alfa", "100"), ("s2", "beta", "250"), ("s3", "alfa", "7"))])
        #expect(second.counts == ["sale": counts(accepted: 1, changed: 1, unchanged: 1)])
        #expect(second.examples == ["sale": ["s2"]])

        let third = try made.take([.sales(("s1", "alfa", "100"))], complete: true)
        #expect(third.counts == ["sale": counts(unchanged: 1, cancelled: 2)])
        #expect(third.examples == ["sale": ["s2", "s3"]])
        #expect(try made.keys() == ["s1"])

        let fourth = try made.take([.sales(("s2", "beta", "250"))])
        #expect(fourth.counts == ["sale": counts(changed: 1)])
        #expect(try made.keys() == ["s1", "s2"])

        let states = try made.workspace.read { reading in try (0...7).map { try reading.tables(upTo: $0) } }
        let keys = states.map { $0.flatMap(\.rows).map(\.key).joined(separator: " ") }
        #expect(keys == ["", "s1", "s1 s2", "s1 s2", "s1 s2 s3", "s1 s3", "s1", "s1 s2"])
        #expect(states[2][0].content["s2"] == ["amount=200", "client=beta", "id=s2"])
        #expect(states[3][0].content["s2"] == ["amount=250", "client=beta", "id=s2"])
        #expect(try made.workspace.audit().isSound)
    }

    @Test("an import that changes nothing writes nothing, not even that it was made")
    func nothing() throws {
        let made = try TestWorkspace()
        try made.take([.sales(("s1", "alfa", ""))])
        let head = try made.workspace.read { try $0.auditHead() }
        let reordered = PlainTable(
            kind: "sale", columns: ["client", "note", "id"], rows: [PlainRow(key: "s1", cells: ["alfa", "", "s1"])])
        #expect(try made.take([reordered], complete: true).counts == ["sale": counts(unchanged: 1)])
        #expect(try made.workspace.read { try $0.auditHead() } == head)
        #expect(try made.workspace.audit().rows["column_lists"] == 1)
    }

    @Test("a complete import cancels only its own kinds and source")
    func sources() throws {
        let made = try TestWorkspace()
        try made.take([.sales(("s1", "alfa", "1"))], source: "crm")
        try made.take([.sales(("s1", "alfa", "2"), ("s2", "beta", "3"))])
        let plan = PlainTable(kind: "plan", columns: ["id"], rows: [PlainRow(key: "p", cells: ["p"])])
        try made.take([plan])
        try made.take([PlainTable(kind: "sale", columns: ["id"])], complete: true)
        let tables = try made.workspace.read { try $0.tables() }
        #expect(tables.map(\.kind) == ["plan", "sale"])
        #expect(tables.last?.rows.map(\.place) == ["crm"])
    }

    @Test(
        "cells come back as they were",
        arguments: ["", "a\u{1F}b", "\u{1B}1", "\u{1B}", "a\u{0}b", "ё\u{301}", "\n;\""])
    func cells(text: String) throws {
        let made = try TestWorkspace()
        let row = PlainRow(key: "k\(text)", cells: [text, "x", text], place: "sale.csv:2")
        try made.take([PlainTable(kind: "sale", columns: ["a", "b", "c"], rows: [row])])
        #expect(try made.workspace.read { try $0.tables() }.first?.rows == [row])
        #expect(try made.take([PlainTable(kind: "sale", columns: ["a", "b", "c"], rows: [row])]).total.unchanged == 1)
        #expect(try made.workspace.audit().isSound)
    }

    @Test("a letter, and a letter with a mark above it that looks the same, are one key")
    func likeness() throws {
        let made = try TestWorkspace()
        let counts = try made.take([.sales(("\u{E9}", "alfa", "1"), ("e\u{301}", "alfa", "1"))]).total
        #expect(counts.accepted == 1 && counts.unchanged == 1)
        #expect(try made.keys() == ["\u{E9}"])
        #expect(try made.take([.sales(("e\u{301}", "alfa", "1"))], complete: true).total.written == 0)
    }

    @Test("a table that cannot be kept is refused whole")
    func malformed() throws {
        let made = try TestWorkspace()
        let twice = PlainTable(kind: "sale", columns: ["id", "id"])
        #expect(throws: StorageFailure.malformedTable(kind: "sale", .repeatedColumn("id"))) { try made.take([twice]) }
        let long = PlainTable(
            kind: "sale", columns: ["id"], rows: [PlainRow(key: "s1", cells: ["s1", "7"], place: "sale.csv:2")])
        let fault = StorageFailure.malformedTable(kind: "sale", .cellsWithoutColumn(key: "s1", place: "sale.csv:2"))
        #expect(throws: fault) { try made.take([.sales(("s9", "alfa", "1")), long]) }
        #expect(try made.keys() == [])
    }

    @Test("changes between two states name what was and what is")
    func changes() throws {
        let made = try TestWorkspace()
        try made.take([.sales(("s1", "alfa", "1"), ("s2", "beta", "2"), ("s3", "alfa", "3"))])
        try made.take([.sales(("s1", "alfa", "9"), ("s4", "alfa", "4"))])
        try made.take([.sales(("s1", "alfa", "1"), ("s2", "beta", "5"), ("s4", "alfa", "4"))], complete: true)
        let changes = try made.workspace.read { try $0.changes(from: 3, to: $0.factHead) }
        // s1 was changed and changed back.
        #expect(changes.map(\.key) == ["s2", "s3", "s4"])
        #expect(changes.map(\.columns).first == ["amount", "client", "id"])
        #expect(changes.map { $0.before?.cells[0] } == ["2", "3", nil])
        #expect(changes.map { $0.after?.cells[0] } == ["5", nil, "4"])
    }

    private func counts(accepted: Int = 0, changed: Int = 0, unchanged: Int = 0, cancelled: Int = 0)
        -> ImportReport.Counts
    {
        var counts = ImportReport.Counts()
        (counts.accepted, counts.changed, counts.unchanged, counts.cancelled) = (
            accepted, changed, unchanged, cancelled
        )
        return counts
    }
}

extension TestWorkspace {
    @discardableResult
    func take(_ tables: [PlainTable], source: String = "", complete: Bool = false) throws -> ImportReport {
        try workspace.write(by: "belov") { try $0.importTables(tables, source: source, complete: complete) }
    }

    /// The keys of all rows that are there.
    func keys() throws -> [String] { try workspace.read { try $0.tables() }.flatMap(\.rows).map(\.key) }
}
