import Samples
import Testing

@Suite("Alfa's year as it came in")
struct AlfaYearTests {
    private static let months = AlfaYear.increments()

    @Test("ends in exactly the tables of the example: every row the later over the earlier, by key")
    func union() {
        for file in AlfaCompany.files() {
            var rows: [[String]: [String]] = [:]
            for month in Self.months {
                for row in Self.rows(month, file.path) { rows[Self.key(row, file.path)] = row }
            }
            let whole = Self.rows([file], file.path)
            #expect(Set(rows.values) == Set(whole), "\(file.path)")
            #expect(rows.count == whole.count, "\(file.path)")
        }
    }

    @Test("repeats no row that did not change, and brings nothing before it happened")
    func onlyNews() {
        var known: [String: Set<[String]>] = [:]
        for (index, month) in Self.months.enumerated() {
            for file in month {
                let rows = Self.rows(month, file.path)
                #expect(known[file.path, default: []].isDisjoint(with: rows), "\(file.path) of month \(index + 1)")
                known[file.path, default: []].formUnion(rows)
            }
            let next = "2026-\(index + 2 < 10 ? "0" : "")\(index + 2)-01"
            let sales = Self.rows(month, "sale.csv")
            let early = sales.filter { $0[1] >= next || !$0[8].isEmpty && $0[8] >= next }
            #expect(early.isEmpty, "month \(index + 1)")
        }
    }

    @Test("has what a year has: money that comes late, mistakes found later, people who come, move and leave")
    func stories() {
        // Sold in March, entered in May.
        #expect(Self.versions("sale.csv", "S0821").map(\.month) == [5])
        #expect(Self.versions("sale.csv", "S0821").first?.row[1].hasPrefix("2026-03") == true)
        // Two digits changed over in February, put right in March, paid in May.
        #expect(
            Self.versions("sale.csv", "S0557").map { "\($0.month) \($0.row[5]) \($0.row[8])" } == [
                "2 78264.00 ", "3 72864.00 ", "5 72864.00 2026-05-04",
            ])
        // Ordered in April, cancelled in May.
        #expect(Self.versions("sale.csv", "S4621").map { "\($0.month) \($0.row[5])" } == ["4 120000.00", "5 0.00"])
        // Sent back in May, told of in July.
        #expect(Self.versions("return.csv", "R035").map { "\($0.month) \($0.row[1])" } == ["7 2026-05-08"])
        // Sold in May, shared only after a dispute.
        #expect(
            Self.versions("sale_share.csv", "S1379").map { "\($0.month) \($0.row[1])" } == ["6 pavlova", "6 semenova"])
        let work = Self.versions("assignments.csv", "gromov") + Self.versions("assignments.csv", "zaitseva")
        #expect(
            work.map { "\($0.month) \($0.row[2]) \($0.row[4]) \($0.row[5])" } == [
                "1 moscow 2024-03-01 ", "9 moscow 2024-03-01 2026-09-19",
                "4 moscow 2026-04-01 ", "6 moscow 2026-04-01 2026-06-15", "6 novosibirsk 2026-06-15 ",
            ])
        // Targets of a quarter come with its first month, goals are assessed with its last.
        #expect(
            Set(Self.rows(Self.months[3], "targets.csv").map { $0[2] }) == ["2026-04", "2026-05", "2026-06", "2026-Q2"])
        #expect(Self.rows(Self.months[3], "goals.csv").filter { !$0[5].isEmpty }.isEmpty)
        #expect(Self.rows(Self.months[5], "goals.csv").filter { $0[5].isEmpty }.isEmpty)
    }

    // MARK: Reading

    private static func versions(_ path: String, _ id: String) -> [(month: Int, row: [String])] {
        months.enumerated().flatMap { month, files in
            rows(files, path).filter { $0[0] == id }.map { (month + 1, $0) }
        }
    }

    /// What makes a row the only one of its table: all that neither is a value nor ends its days.
    private static func key(_ row: [String], _ path: String) -> [String] {
        switch path {
        case "assignments.csv": [row[0], row[1], row[2], row[4]]
        case "teams.csv": [row[0], row[1], row[3]]
        case "targets.csv", "entered.csv", "goals.csv", "focus_rates.csv": Array(row.prefix(3))
        case "sale_share.csv", "exchange_rates.csv": Array(row.prefix(2))
        default: [row[0]]
        }
    }

    private static func rows(_ files: [SampleFile], _ path: String) -> [[String]] {
        guard let file = files.first(where: { $0.path == path }) else { return [] }
        return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
