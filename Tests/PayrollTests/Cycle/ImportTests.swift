import Ledger
import Messages
import Payroll
import Storage
import Testing

/// Rows come in.
struct ImportTests {
    @Test("a file that comes in twice changes nothing the second time")
    func twice() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        let table = [
            "sale.csv": PayCompany.table("sale.csv", ["1,2026-01-12,anna,10000,,", "2,2026-01-15,anna,500,,"])
        ]
        #expect(try company.learn(table).report.total.accepted == 1)
        let head = try company.workspace.read { try $0.factHead }
        let again = try company.learn(table)
        #expect(again.report.total.unchanged == 2)
        #expect(again.report.total.written == 0)
        #expect(try company.workspace.read { try $0.factHead } == head)
        try await company.finish("2026-01")
        #expect(try company.total(.paid) == "1 050.00")
    }

    @Test("rows that cannot be read are set aside and named; the others come in")
    func faultyRows() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        let rows = [
            "2,2026-01-32,anna,500,,", "3,2026-01-15,anna,many,,", "4,2026-01-15,anna,500,,", "4,2026-01-16,anna,7,,",
        ]
        let imported = try company.learn(["sale.csv": PayCompany.table("sale.csv", rows)])
        #expect(imported.rejected == 3)
        #expect(imported.report.total.accepted == 1)
        #expect(imported.diagnostics.map { $0.place?.line } == [2, 3, 5])
        try await company.finish("2026-01")
        #expect(try company.total(.paid) == "1 050.00")
    }

    @Test("a row that refers to one that was set aside is set aside with it, and what refers to that one too")
    func chain() async throws {
        let text = PayCompany.sellers.replacing(
            "metrics:",
            with: "  payment: {fields: {date: day, sale: sale, amount: money}, credit: payment.sale.seller}\nmetrics:")
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", text: text)
        // Clara's row has a cell too many, so she is not known; so her sale is nobody's, and its payment is for nothing.
        let imported = try company.learn([
            "people.csv": "id,name\nclara,Clara,?\n",
            "sale.csv": PayCompany.table("sale.csv", ["2,2026-01-15,clara,500,,", "3,2026-01-15,anna,500,,"]),
            "payment.csv": "id,date,sale,amount\np2,2026-01-16,2,500\np3,2026-01-16,3,500\n",
        ])
        #expect(imported.rejected == 3)
        #expect(imported.report.total.accepted == 2)
        let lines = imported.diagnostics.map { "\($0.place?.address ?? "") \($0.code)" }
        #expect(lines.filter { $0.hasPrefix("sale.csv:2") }.count == 1)
        #expect(lines.filter { $0.hasPrefix("payment.csv:2") }.count == 1)
        try await company.finish("2026-01")
        #expect(try company.total(.paid) == "1 050.00")
    }

    @Test("when the company's text is at fault nothing comes in")
    func faultyText() throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        let head = try company.workspace.read { try $0.factHead }
        try company.rewrite("rate: 10%", "rate: ten")
        #expect {
            try company.learn(["sale.csv": PayCompany.table("sale.csv", ["2,2026-01-15,anna,500,,"])])
        } throws: { error in
            guard case .company(let diagnostics) = error as? PayrollFailure else { return false }
            return diagnostics.contains { $0.place?.file == "company.yaml" }
        }
        #expect(try company.workspace.read { try $0.factHead } == head)
    }

    @Test("complete tables cancel what is not in them any more: the sale is corrected away")
    func complete() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-01-13,anna,2000,,")
        try await company.finish("2026-01")
        let imported = try company.learn(
            PayCompany.people.merging(["sale.csv": PayCompany.table("sale.csv", ["1,2026-01-12,anna,10000,,"])]) { $1 },
            complete: true)
        #expect(imported.report.total.cancelled == 1)
        try await company.finish("2026-02")
        #expect(try company.total(.carried) == "-200.00")
    }
}
