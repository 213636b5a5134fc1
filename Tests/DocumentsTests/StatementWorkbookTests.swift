import Documents
import Messages
import Payroll
import Quantities
import Reports
import Testing

/// Figures are numbers, texts are texts.
@Suite("A statement as a workbook")
struct StatementWorkbookTests {
    private func sheets(_ company: PaidCompany, _ language: Language = .en) async throws -> [Sheet] {
        let made = try await company.cycle.explainedStatement(of: "anna", "2026-02", eventLimit: 10)
        return try StatementWorkbook(made.statement, reasons: made.reasons, language: language).sheets
    }

    @Test("awards, movements, corrections, the way down and what it rests on")
    func content() async throws {
        let sheets = try await sheets(try await PaidCompany())
        #expect(
            sheets.map(\.name) == [
                "Statement of pay 2026-02", "What became of it", "Corrections of earlier periods", "Why",
                "What it rests on",
            ])
        #expect(sheets[0].rows[0][2] == .text("Commission") && sheets[0].rows[0][5] == .money(700_000))
        #expect(sheets[2].rows == [[.text("2026-01"), .text("Анна Орлова"), .text("Commission"), .money(-100_000)]])
        let levels = sheets[3].rows.compactMap { row in if case .number(let level) = row[0] { level } else { nil } }
        #expect(levels.count == sheets[3].rows.count && levels.first == 1 && levels.contains(3))
        #expect(sheets[3].rows.contains { $0[2] == .money(7_000_000) })
    }

    @Test(
        "a title that a spreadsheet would calculate stays a text cell",
        arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
    func formula(_ title: String) async throws {
        let sheets = try await sheets(try await PaidCompany(name: title))
        #expect(sheets[0].rows[0][1] == .text(title))
        let bytes = try SheetXLSX.bytes(sheets, language: .en, created: "2026-02-03T09:30:00Z")
        #expect(bytes.starts(with: Array("PK".utf8)))
    }

    @Test("the same statement is the same file")
    func same() async throws {
        let sheets = try await sheets(try await PaidCompany(), .ru)
        let first = try SheetXLSX.bytes(sheets, language: .ru, created: "2026-02-03T09:30:00Z")
        #expect(try SheetXLSX.bytes(sheets, language: .ru, created: "2026-02-03T09:30:00Z") == first)
        #expect(try SheetXLSX.bytes(sheets, language: .ru, created: "2026-02-04T09:30:00Z") != first)
    }
}
