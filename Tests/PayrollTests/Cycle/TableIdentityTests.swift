import Messages
import Payroll
import Storage
import Testing

/// What an import keeps of tables whose rows have no identifier of their own, and of tables without rows.
struct TableIdentityTests {
    private static let text = """
        company: {name: Test, currency: RUB}
        positions: {seller: Seller, head: Head}
        units: {sales: Sales}
        events:
          sale: {fields: {date: day, seller: person, amount: money, kind: text?}, credit: sale.seller}
        rate_tables: {rates: {by: {kind: sale.kind}, rate: percent, otherwise: 10%}}
        metrics: {sold: {unit: RUB, value: sum(sale.amount)}}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              fixed: {bonus: 1 000 RUB}
              fee: {commission: sold, rates: rates}
        """

    private static func tables(_ assignments: String) -> [String: String] {
        [
            "people.csv": "id,name\nanna,Anna\nm1,M1\nm2,M2\n",
            "assignments.csv": "person,position,unit,manager,from,until,share\n" + assignments,
            "sale.csv": "id,date,seller,amount,kind\n1,2026-01-10,anna,500,\n", "rates.csv": "kind,rate\n",
        ]
    }

    private static let halves = "anna,seller,sales,m1,2025-01-01,,50%\nanna,seller,sales,m2,2025-01-01,,50%\n"

    @Test("half the time under each of two managers is the whole time: 1 000 × (50 % + 50 %) and 500 × 10 %")
    func halves() async throws {
        let tables = Self.tables(Self.halves)
        let company = try PayCompany(Self.text, tables)
        let run = try await company.calculate("2026-01").run
        #expect(run.lines.map(\.amount) == [100_000, 5_000])
        #expect(
            try await FolderRun.lines(tables.merging(["company.yaml": Self.text]) { $1 }, "2026-01")
                == run.lines.map { FolderRun.text(of: $0) })
        #expect(try company.learn(tables, complete: true).report.total.written == 0)
        // One of them ends in the middle of January: 1 000 × (50 % + 50 % × 15 ÷ 31) = 741.94.
        let ended = Self.halves.replacing("m2,2025-01-01,,", with: "m2,2025-01-01,2026-01-16,")
        #expect(try company.learn(Self.tables(ended)).report.total.changed == 1)
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [74_194, 5_000])
        // One of them is gone: 1 000 × 50 %.
        let imported = try company.learn(
            Self.tables(Self.halves.replacing("anna,seller,sales,m2,2025-01-01,,50%\n", with: "")), complete: true)
        #expect(imported.report.total.cancelled == 1)
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [50_000, 5_000])
    }

    @Test("two shares of one person in one event are both his: 500 × (40 % + 30 %) × 10 %")
    func shares() async throws {
        let text = Self.text.replacing("sale.seller}\n", with: "'split(share)'}\nsplits: {share: {of: sale}}\n")
        var tables = Self.tables(
            "anna,seller,sales,,2025-01-01,,\nm1,seller,sales,,2025-01-01,,\n")
        tables["share.csv"] = "sale,person,share\n1,anna,40%\n1,m1,30%\n1,anna,30%\n"
        let company = try PayCompany(text, tables)
        let run = try await company.calculate("2026-01").run
        #expect(run.lines.map(\.amount) == [100_000, 3_500, 100_000, 1_500])
        #expect(try company.learn(tables, complete: true).report.total.written == 0)
    }

    @Test("the whole time twice is still refused, and only the second row")
    func twice() throws {
        let company = try PayCompany(Self.text, Self.tables("anna,seller,sales,m1,2025-01-01,,\n"))
        let imported = try company.learn(
            Self.tables("anna,seller,sales,m1,2025-01-01,,\nanna,seller,sales,m1,2025-01-01,,\n"))
        #expect(imported.rejected == 1)
        #expect(imported.report.total.written == 0)
        #expect(imported.diagnostics.contains { $0.code == "overlapping-assignments" })
    }

    @Test("a rate table with nothing but its header is known after the import: everything earns what no row fits, 10 %")
    func headerOnly() async throws {
        let company = try PayCompany(Self.text, Self.tables("anna,seller,sales,,2025-01-01,,\n"))
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [100_000, 5_000])
        // A row comes and goes again.
        try company.learn(["rates.csv": "kind,rate\n,20%\n"])
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [100_000, 10_000])
        try company.learn(["rates.csv": "kind,rate\n"], complete: true)
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [100_000, 5_000])
    }

    @Test("a table that nobody ever gave is still missed")
    func missing() async throws {
        var tables = Self.tables("anna,seller,sales,,2025-01-01,,\n")
        tables["rates.csv"] = nil
        #expect(throws: (any Error).self) { try PayCompany(Self.text, tables) }
    }
}
