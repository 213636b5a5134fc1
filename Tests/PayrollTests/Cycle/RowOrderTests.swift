import Calculation
import Company
import Messages
import Payroll
import Storage
import Testing

/// A workspace reads its rows in the order of the files they came from, as a run over the folder does.
struct RowOrderTests {
    private static func text(_ component: String) -> String {
        """
        company: {name: Test, currency: RUB}
        positions: {seller: Seller}
        units: {sales: Sales}
        events:
          sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
        metrics:
          sold: {unit: RUB, value: sum(sale.amount)}
          last_sale: {unit: RUB, value: last(sale.amount)}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              pay: {\(component)}
        """
    }

    private static let staff = [
        "people.csv": "id,name\nanna,Anna\n",
        "assignments.csv": "person,position,unit,from\nanna,seller,sales,2025-01-01\n",
    ]

    /// What a run over the folder pays, and what is calculated of the same files in a workspace.
    private func pays(_ component: String, _ sales: String...) async throws -> (folder: String, workspace: String) {
        let text = Self.text(component)
        let files = Self.staff.merging(["sale.csv": "id,date,seller,amount\n" + sales.joined()]) { $1 }
        let all = files.merging(["company.yaml": text]) { $1 }
        let folder = try await FolderRun.lines(all, "2026-01")
        let company = try PayCompany(text, files)
        let run = try await company.calculate("2026-01").run
        return (folder.joined(), run.lines.map { FolderRun.text(of: $0) }.joined())
    }

    @Test("of two sales of one day the one that stands later is the last, whatever their numbers")
    func last() async throws {
        // 10 stands below 9, so 100.35 is the last of the day, though "10" comes before "9" as a text.
        let (folder, workspace) = try await pays(
            "commission: last_sale, rate: 100%", "9,2026-01-10,anna,33.33\n", "10,2026-01-10,anna,100.35\n")
        #expect(folder == "anna seller pay 2026-01 10035")
        #expect(workspace == folder)
    }

    @Test("half kopecks of lines fall where the files have them")
    func lines() async throws {
        // 33.33 × 1 % = 0.3333 → 0.33; both come to 133.68: 100 × 1 % + 33.68 × 10 % = 4.368, less 0.3333 = 4.0347 → 4.03:
        // together 4.36. The other way round: 100.35 earns 1.00 + 0.035 = 1.035 → 1.04, then 3.333 → 3.33: together 4.37.
        let tiers = "commission: sold, tiers: {marginal: {0 RUB: 1%, 100 RUB: 10%}}, each: event"
        let (folder, workspace) = try await pays(
            tiers, "9,2026-01-10,anna,33.33\n", "10,2026-01-10,anna,100.35\n")
        #expect(folder == "anna seller pay 2026-01 436")
        #expect(workspace == folder)
        let other = try await pays(tiers, "10,2026-01-10,anna,100.35\n", "9,2026-01-10,anna,33.33\n")
        #expect(other.folder == "anna seller pay 2026-01 437")
        #expect(other.workspace == other.folder)
    }

    @Test("a row that is changed, or cancelled and given again, keeps its place; the same file again changes nothing")
    func places() async throws {
        let company = try PayCompany(
            Self.text("commission: last_sale, rate: 100%"),
            Self.staff.merging(["sale.csv": "id,date,seller,amount\n9,2026-01-10,anna,30\n10,2026-01-10,anna,40\n"]) {
                $1
            })
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [4000])
        // Sale 9 was 50; it still stands before sale 10, so 40 is the last.
        try company.learn(["sale.csv": "id,date,seller,amount\n9,2026-01-10,anna,50\n"])
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [4000])
        // Without sale 10 the last is 50; sale 10 comes again and is the last again.
        try company.learn(["sale.csv": "id,date,seller,amount\n9,2026-01-10,anna,50\n"], complete: true)
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [5000])
        try company.learn(["sale.csv": "id,date,seller,amount\n9,2026-01-10,anna,50\n10,2026-01-10,anna,40\n"])
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [4000])
        // What another system sends later stands later, though "a" of another source comes before all of them as a text.
        try company.learn(["sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,7\n"], source: "a")
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [700])
    }

    @Test("the steps from one run to another keep rows in their places too")
    func difference() async throws {
        let company = try PayCompany(
            Self.text("commission: last_sale, rate: 100%"),
            Self.staff.merging(["sale.csv": "id,date,seller,amount\n9,2026-01-10,anna,30\n10,2026-01-10,anna,40\n"]) {
                $1
            })
        let first = try await company.calculate("2026-01").run
        // Sale 9 becomes 55 and is still not the last; sale 8 comes in last of all: 41 − 40 = 1 more, by sale 8 alone.
        try company.learn(["sale.csv": "id,date,seller,amount\n8,2026-01-10,anna,41\n9,2026-01-10,anna,55\n"])
        let second = try await company.calculate("2026-01").run
        #expect(second.lines.map(\.amount) == [4100])
        let causes = try await company.cycle.difference(from: first.id, to: second.id).causes
        #expect(causes.flatMap(\.cause.rows).map(\.key) == ["8", "9"])
        #expect(causes.map { $0.byPerson["anna"] ?? 0 } == [100, 0])
    }
}
