internal import Documents
internal import Messages
internal import Paper
internal import Payroll
internal import Periods
internal import Reports
internal import Storage

/// A statement as a file, with the same rights as its page: for paper, and as a workbook.
enum StatementFileHandler {
    /// How many events are listed under a figure where all are asked for: more than anybody sells in a period.
    private static let allEvents = 100_000
    private static let mostImportant = 10

    static let pdf: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        let (statement, reasons) = try await statement(asked, permit.subject)
        let document = StatementDocument(statement, reasons: reasons, language: asked.language.ofTexts)
        return .file(try PaperPDF.bytes(document.paper), type: "application/pdf", name: name(permit.subject, "pdf"))
    }

    static let workbook: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        let (statement, reasons) = try await statement(asked, permit.subject)
        let language = asked.language.ofTexts
        let sheets = try StatementWorkbook(statement, reasons: reasons, language: language).sheets
        let bytes = try SheetXLSX.bytes(sheets, language: language, created: statement.seal?.at)
        return .file(bytes, type: SheetXLSX.mediaType, name: name(permit.subject, "xlsx"))
    }

    /// What the period's run has recorded, with how it came about.
    private static func statement(
        _ asked: Asked, _ pay: PayOfPerson
    ) async throws -> (statement: PayStatement, reasons: AwardSteps) {
        guard let period = pay.period else { throw Problem.absent }
        let reading = try PayReading(asked, pay)
        guard let own = try reading.recorded().first(where: { $0.run.period == period.description }) else {
            throw Refusal.notCalculated(period: period.description)
        }
        guard own.isSeen else { throw Problem.absent }
        let known = try await asked.site.asked.company(of: own.run, reading.cycle)
        let reasons = AwardSteps(
            of: pay.person, in: period, known.company.model, known.source,
            eventLimit: asked.query["events"] == "all" ? allEvents : mostImportant)
        return (try reading.cycle.payStatement(own, of: pay.person), reasons)
    }

    /// `statement-anna-2026-01.pdf`, without the identifier where it is not of plain letters.
    private static func name(_ pay: PayOfPerson, _ ending: String) -> String {
        let parts = ["statement", pay.isOwn ? "" : pay.person, pay.period?.description ?? ""]
        let plain = parts.filter { part in
            !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 45 }
        }
        return plain.joined(separator: "-") + "." + ending
    }
}

/// The sheet that those who approve a period sign.
enum ApprovalSheetHandler {
    static let pdf: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let cycle = try asked.site.company.cycle()
        let period = try cycle.payPeriod(asked.part("period"), try cycle.reference()).description
        let sheet = try cycle.approvalSheet(of: period)
        let document = try ApprovalDocument(sheet, language: asked.language.ofTexts).paper
        return .file(try PaperPDF.bytes(document), type: "application/pdf", name: "approval-\(period).pdf")
    }
}
