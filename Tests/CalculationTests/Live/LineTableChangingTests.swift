import Company
import Testing

@testable import Calculation

@Suite("The lines of one person while single ones change")
struct LineTableChangingTests {
    /// Two people; fields 0, 1 and 2 of an event are its day, its amount and its kind. Rows 4, 7 and 9 are the second one's.
    private var table: LineTable {
        get throws {
            try #require(
                LineTable(
                    LineTable.Key(event: 0, credit: .field(3), date: 0), offsets: FlatColumn([0, 1, 4]),
                    rows: FlatColumn([2, 4, 7, 9]), days: FlatColumn([100, 100, 110, 120]), shares: nil,
                    columns: [
                        .field(1): column([5, 1_000, 2_000, 3_000], scale: 2),
                        .field(2): column([0, 1, 1, 2], scale: 0),
                    ]))
        }
    }

    private func column(_ values: [Int64], scale: Int) -> LineTable.Column {
        LineTable.Column(LineColumn(packing: .decimal(values, scale: scale), threads: 1), scale: scale)
    }

    private func line(_ row: Int32, day: Int32, _ amount: Int64, _ kind: Int64) -> NewLine {
        NewLine(row: row, day: day, share: 0, version: EventVersion(values: [Int64(day), amount, kind]))
    }

    /// Each line as "row day amount kind".
    private func lines(_ table: LineTable?) -> [String]? {
        table.map { table in
            (0..<table.count).map { place in
                let values = [1, 2].map { table.columns[.field($0)]?.values[place] ?? -1 }
                return "\(table.rows[place]) \(table.days[place]) \(values[0]) \(values[1])"
            }
        }
    }

    @Test("they stay where they lie")
    func own() throws {
        let table = try table
        let own = table.lines(of: 1)
        #expect(lines(own) == ["4 100 1000 1", "7 110 2000 1", "9 120 3000 2"])
        #expect(own.positions(of: 0..<1) == 0..<3)
        #expect(own.rows.bytes.baseAddress == table.rows.bytes.baseAddress.map { $0 + 4 })
    }

    @Test(
        "a line of an event changes, comes, goes or moves to its day",
        arguments: [
            (7, (7, 110, 2_500, 1), ["4 100 1000 1", "7 110 2500 1", "9 120 3000 2"]),
            (7, (7, 120, 2_000, 1), ["4 100 1000 1", "7 120 2000 1", "9 120 3000 2"]),
            (7, (7, 121, 2_000, 0), ["4 100 1000 1", "9 120 3000 2", "7 121 2000 0"]),
            (9, (9, 99, 3_000, 2), ["9 99 3000 2", "4 100 1000 1", "7 110 2000 1"]),
            (nil, (8, 110, 0, 2), ["4 100 1000 1", "7 110 2000 1", "8 110 0 2", "9 120 3000 2"]),
            (4, nil, ["7 110 2000 1", "9 120 3000 2"]),
            (5, nil, ["4 100 1000 1", "7 110 2000 1", "9 120 3000 2"]),
        ] as [(Int32?, (Int32, Int32, Int64, Int64)?, [String])])
    func changed(old: Int32?, new: (Int32, Int32, Int64, Int64)?, expected: [String]) throws {
        let own = try table.lines(of: 1)
        let changed = own.replacing(old, with: new.map { line($0.0, day: $0.1, $0.2, $0.3) })
        #expect(lines(changed) == expected)
        #expect(changed?.positions(of: 0..<1) == 0..<expected.count)
        #expect(lines(own) == ["4 100 1000 1", "7 110 2000 1", "9 120 3000 2"])
    }

    @Test("all may go, and the first may come again")
    func empty() throws {
        let empty = try [4, 7, 9].reduce(table.lines(of: 1)) { table, row in
            try #require(table.replacing(row, with: nil))
        }
        #expect(lines(empty) == [])
        #expect(lines(empty.replacing(nil, with: line(7, day: 110, 2_000, 1))) == ["7 110 2000 1"])
    }

    @Test("what is not different is not copied")
    func kept() throws {
        let own = try table.lines(of: 1)
        let changed = try #require(own.replacing(7, with: line(7, day: 110, 2_500, 1)))
        #expect(changed.rows.bytes.baseAddress == own.rows.bytes.baseAddress)
        #expect(changed.days.bytes.baseAddress == own.days.bytes.baseAddress)
        #expect(lines(changed.replacing(7, with: line(7, day: 110, 2_000, 1))) == lines(own))
    }

    @Test("an amount as far out as twice the largest is stored wider; one further out is none that can be followed")
    func wide() throws {
        let own = try table.lines(of: 1)
        // Amounts are 5 to 3 000: up to 3 000 + 3 000 + 1 024 is expected.
        #expect(lines(own.replacing(9, with: line(9, day: 120, 7_024, 2)))?.last == "9 120 7024 2")
        #expect(lines(own.replacing(9, with: line(9, day: 120, 7_025, 2))) == nil)
        #expect(lines(own.replacing(9, with: line(9, day: 120, EventVersion.none, 2))) == nil)
    }
}
