import Company
import Messages
import Samples
import Storage
import Testing

@testable import Payroll

/// Whatever comes in, right or faulty: what is said and what is kept is the same, whether all rows that are kept were read to find
/// out what fits, or only those that have to do with what comes in.
@Suite("What comes in beside what is kept")
struct StagedImportTests {
    private static let text = """
        company: {name: Staged, currency: RUB}
        positions: {seller: Seller}
        units: {sales: Sales}
        events:
          sale:
            fields: {date: day, seller: person, client: client, amount: money}
            credit: split(sale_share, sale.seller)
          payment:
            fields: {date: day, sale: sale, amount: money}
            credit: payment.sale.seller
        splits:
          sale_share: {of: sale}
        metrics:
          sold: {unit: RUB, value: sum(sale.amount)}
          collected: {unit: RUB, value: sum(payment.amount)}
          mark: {unit: number, value: entered}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              commission: {commission: sold, rate: 10%}
              of_payments: {commission: collected, rate: 1%}
        """

    /// Draws what an import brings: mostly what fits, now and then what does not.
    private struct Draw {
        var random: SeededGenerator

        mutating func person() -> String { random.happens(permille: 60) ? "nobody" : "p\(random.within(1...3))" }
        mutating func sale() -> String { "s\(random.within(1...12))" }

        mutating func rows(_ most: Int, _ make: (inout Draw) -> String) -> String {
            var text = ""
            for _ in 0..<random.within(1...most) { text += make(&self) + "\n" }
            return text
        }

        mutating func tables() -> [String: String] {
            var tables: [String: String] = [:]
            if random.happens(permille: 600) {
                tables["sale.csv"] =
                    "id,date,seller,client,amount\n"
                    + rows(4) { draw in
                        let day = draw.random.happens(permille: 40) ? "soon" : "2026-01-\(draw.random.within(10...28))"
                        return
                            "\(draw.sale()),\(day),\(draw.person()),c\(draw.random.within(1...3)),\(draw.random.within(1...900))"
                    }
            }
            if random.happens(permille: 400) {
                tables["payment.csv"] =
                    "id,date,sale,amount\n"
                    + rows(3) { "y\($0.random.within(1...9)),2026-01-20,\($0.sale()),\($0.random.within(1...90))" }
            }
            if random.happens(permille: 300) {
                let (sale, part) = (sale(), random.within(30...70))
                tables["sale_share.csv"] =
                    "sale,person,share\n\(sale),p1,\(part)%\n\(sale),p\(random.within(2...3)),\(100 - part)%\n"
            }
            if random.happens(permille: 200) {
                tables["people.csv"] = "id,name\np\(random.within(1...4)),Name \(random.within(1...9))\n"
            }
            if random.happens(permille: 200) {
                tables["entered.csv"] =
                    "metric,subject,period,value,author\nmark,\(person()),2026-01,\(random.within(1...9)),p1\n"
            }
            return tables
        }
    }

    /// What came of an import.
    private struct Said: Equatable {
        var report = ImportReport()
        var rejected: [String: Int] = [:]
        var leftMissing = false
        var diagnostics: [String] = []
        var refusal: String?
    }

    @Test("any imports, of one system or several, complete or not: the same report, the same rows", arguments: 0..<8)
    func same(seed: Int) throws {
        var draw = Draw(random: SeededGenerator(seed: UInt64(seed)))
        let few = try PayCompany(Self.text)
        let all = try PayCompany(Self.text)
        func take(_ tables: [String: String], source: String = "", complete: Bool = false) throws {
            let files = tables.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
            func said(_ company: PayCompany, amongAllRows: Bool) -> Said {
                do throws(PayrollFailure) {
                    let imported = try company.cycle.importTables(
                        files, source: source, complete: complete, by: "olga", amongAllRows: amongAllRows)
                    return Said(
                        report: imported.report, rejected: imported.rejectedRows, leftMissing: imported.leftMissing,
                        diagnostics: imported.diagnostics.map { "\($0)" }.sorted())
                } catch {
                    return Said(refusal: error.text.en)
                }
            }
            let (first, second) = (said(few, amongAllRows: false), said(all, amongAllRows: true))
            #expect(first == second, "after \(tables) of '\(source)'")
            let digests = try [few, all].map { try $0.workspace.read { try $0.state() } }
            #expect(digests[0] == digests[1])
        }
        try take([
            "people.csv": "id,name\np1,A\np2,B\np3,C\nolga,Olga\n", "clients.csv": "id,title\nc1,1\nc2,2\nc3,3\n",
            "assignments.csv": "person,position,unit,from\np1,seller,sales,2025-01-01\np2,seller,sales,2025-01-01\n",
            "sale.csv": "id,date,seller,client,amount\ns1,2026-01-12,p1,c1,100\ns2,2026-01-13,p2,c2,200\n",
        ])
        for _ in 0..<14 {
            let source = draw.random.happens(permille: 150) ? "crm" : ""
            try take(draw.tables(), source: source, complete: draw.random.happens(permille: 120))
        }
        for company in [few, all] { #expect(try company.workspace.audit().isSound) }
    }
}
