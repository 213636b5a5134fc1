import Formulas
import Messages
import Testing

@testable import Company

@Suite("Neither threads nor the way a row is read change what is read")
struct DivisionTests {
    private static let schema: TableSchema = {
        var schema = saleSchema
        schema.columns.append(TableSchema.Column("kind", .code, isOptional: true))
        schema.columns.append(TableSchema.Column("from", .day, constant: "2026-01-01"))
        schema.ignoresUnknownColumns = true
        return schema
    }()

    private func read(_ table: RandomTable, _ division: Division, limit: Int = 20) -> TableReading {
        TableReader.read(
            SourceFile(path: "sale.csv", bytes: table.bytes), schema: Self.schema, format: table.format,
            faultLimit: limit, division: division)
    }

    @Test("plain rows are read as closely read ones are", arguments: [2, 10, 60, 1000])
    func plainRows(oddity: Int) {
        var dice = Dice(seed: UInt64(oddity))
        for round in 0..<10 {
            let table = RandomTable(rows: Int.random(in: 0...700, using: &dice), oddity: oddity, &dice)
            let closely = read(table, .closely)
            closely.expectWhole("round \(round)")
            expectSame(read(table, .none), closely, "round \(round)")
        }
    }

    @Test("a divided table is read as an undivided one", arguments: [2, 10, 60, 1000])
    func parts(oddity: Int) {
        var dice = Dice(seed: UInt64(oddity) + 100)
        for round in 0..<10 {
            let table = RandomTable(rows: Int.random(in: 0...400, using: &dice), oddity: oddity, &dice)
            let limit = Int.random(in: -1...60, using: &dice)
            let whole = read(table, .closely, limit: limit)
            for threads in [2, 3, 40] {
                let divided = read(table, Division(threads: threads, blockBytes: 700), limit: limit)
                expectSame(divided, whole, "round \(round), \(threads) threads")
            }
        }
    }

    @Test("a cut inside a quotation is seen, wherever it falls")
    func cutInQuotation() {
        let text =
            "id,date,seller,amount\n"
            + (1...40).map { "\($0),2026-01-31,\"one\n\($0),2026-01-30,two,5\nthree\",\($0).5\n" }.joined()
        let table = RandomTable(text: text)
        let whole = read(table, .closely)
        #expect(whole.table.rowCount == 40)
        #expect(whole.table.lineNumbers.prefix(3) == [2, 5, 8])
        for threads in 2...30 {
            expectSame(read(table, Division(threads: threads, blockBytes: 700)), whole, "\(threads) threads")
        }
    }

    @Test("a line in a message is a line of the file, not of a part")
    func linesOfFaults() {
        let rows = (1...100).map {
            $0 == 90 ? "90,2026-01-31,a,x" : $0 == 95 ? "95,2026-01-31,\"a\nb\"c,1" : "\($0),2026-01-31,a,1"
        }
        let table = RandomTable(text: ("id,date,seller,amount\n" + rows.joined(separator: "\n") + "\n"))
        let reading = read(table, Division(threads: 4, blockBytes: 200))
        #expect(reading.codes == ["not-a-number", "text-after-quotation", "too-few-cells"])
        #expect(reading.diagnostics.map { $0.place?.line } == [91, 96, 97])
        #expect(reading.diagnostics[1].message.en.contains("ends on line 97"))
    }

    @Test("numbers that fit no common scale are refused in the same row")
    func tooLargeTogether() {
        let rows = (1...60).map { "\($0),2026-01-31,a,\($0 == 3 ? "9000000000000000000" : $0 == 50 ? "0.5" : "1")" }
        let table = RandomTable(text: ("id,date,seller,amount\n" + rows.joined(separator: "\n") + "\n"))
        let whole = read(table, .closely)
        #expect(whole.codes == ["too-large"])
        #expect(whole.diagnostics[0].place?.line == 51)
        expectSame(read(table, Division(threads: 6, blockBytes: 200)), whole, "6 threads")
    }

    private func unquoted(_ cell: String) -> String {
        cell.hasPrefix("\"") ? String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"") : cell
    }

    @Test(
        "identifiers are told apart whatever they have in common",
        arguments: [
            ["S1", "S01", "S001", "1", "01", "S", "S1a", "T1", "S12345678", "S1"],
            ["7", "07", "007", "0", "00", "", "1048576", "2097152", "12345678", "x7"],
            ["client-2026-000001", "client-2026-000002", "client-2026-1", "client-2025-000001", "client-2026-"],
            ["\"a,b1\"", "a", "b1", "\"a,b2\"", "\"\"\"q1\"", "q1"], ["Клиент1", "Клиент2", "клиент1", "Р", "Р1"],
        ])
    func identifiers(texts: [String]) {
        // Closely read rows come first; what is met behind them must be told apart as well.
        for empty in [0, 200] {
            let cells = [String](repeating: "", count: empty) + (0..<40).flatMap { _ in texts }
            let rows = cells.enumerated().map { "\($0),2026-01-31,a,1,\($1)" }
            let table = RandomTable(text: "id,date,seller,amount,kind\n" + rows.joined(separator: "\n") + "\n")
            let whole = read(table, .closely)
            #expect(whole.table.rowCount == cells.count)
            #expect(whole.table.columns["kind"]?.texts == cells.map(unquoted))
            expectSame(read(table, .none), whole, "after \(empty)")
            expectSame(read(table, Division(threads: 3, blockBytes: 500)), whole, "after \(empty), 3 threads")
        }
    }
}
