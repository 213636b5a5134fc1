import Documents
import Messages
import Paper
import Payroll
import Storage
import TestPrograms
import Testing

/// Anna's February: 7 000.00 awarded, 1 000.00 of January taken back, 6 000.00 payable.
@Suite("A statement on paper", .enabled(if: Poppler.isInstalled, Comment(rawValue: Poppler.absence)))
struct StatementDocumentTests {
    private func read(_ company: PaidCompany, _ language: Language, eventLimit: Int = 10) async throws -> Poppler {
        let made = try await company.cycle.explainedStatement(of: "anna", "2026-02", eventLimit: eventLimit)
        let document = StatementDocument(made.statement, reasons: made.reasons, language: language).paper
        return try Poppler(try PaperPDF.bytes(document))
    }

    @Test(
        "the digits of the command line and of the page, in the way of each language",
        arguments: [
            (
                Language.ru,
                ["Расчётный листок, февраль 2026", "6 000,00 RUB", "7 000,00", "−1 000,00", "Комиссия", "Черновик"]
            ),
            (.en, ["Statement of pay, February 2026", "6,000.00 RUB", "7,000.00", "−1,000.00", "Commission", "draft"]),
        ])
    func digits(_ language: Language, _ words: [String]) async throws {
        let text = try await read(try await PaidCompany(), language).pages.joined().replacing("\u{A0}", with: " ")
        for words in words { #expect(text.contains(words), "\(words) in \(text)") }
        #expect(text.contains("sale 2") && text.contains("70"))
    }

    @Test("the foot names person, period, run and the end of the chain; the date is that of the last step")
    func foot() async throws {
        let company = try await PaidCompany()
        let statement = try company.cycle.payStatement(of: "anna", "2026-02")
        let head = try #require(statement.seal?.head)
        let read = try await read(company, .ru)
        for page in read.pages {
            #expect(page.contains("Анна Орлова (anna) · февраль 2026 · расчёт \(statement.run.prefix(12))"))
            #expect(page.contains("Цепочка записей \(head)"))
        }
        #expect(read.facts["CreationDate"] == "2026-02-03T09:30:00Z")
        #expect(read.facts["Title"] == "Расчётный листок, февраль 2026, Анна Орлова")
    }

    @Test("made again it is the same file, until something more is done with its period")
    func same() async throws {
        let company = try await PaidCompany()
        func bytes() async throws -> [UInt8] {
            let made = try await company.cycle.explainedStatement(of: "anna", "2026-02", eventLimit: 10)
            return try PaperPDF.bytes(StatementDocument(made.statement, reasons: made.reasons, language: .ru).paper)
        }
        let first = try await bytes()
        #expect(try await bytes() == first)
        _ = try company.cycle.dispute("boris", period: "2026-01", text: "?", by: .localOperator("boris"))
        #expect(try await bytes() == first)
        try company.cycle.approve("2026-02", by: .localOperator("dina"))
        #expect(try await bytes() != first)
    }

    @Test(
        "a name is a name",
        arguments: ["<script>alert(1)</script>", "=1+1", ") Tj (", "\u{202E}anna", "О\u{301}льга 👩🏽‍🚀"])
    func hostile(_ name: String) async throws {
        let read = try await read(try await PaidCompany(name: name), .ru)
        #expect(read.facts["JavaScript"] == "no")
        #expect(read.pages.joined().replacing("\u{A0}", with: " ").contains("6 000,00"))
    }

    @Test("12,000 events fill some 250 pages, each of them listed once")
    func long() async throws {
        let company = try await PaidCompany(sales: 12_000)
        let read = try await read(company, .ru, eventLimit: 100_000)
        #expect((200...450).contains(read.pages.count), "\(read.pages.count)")
        let events = Set(
            read.pages.joined().split(separator: "\n").compactMap { line -> Substring? in
                let words = line.split(separator: " ")
                return words.first == "sale" && words.count > 1 && words[1].hasPrefix("m") ? words[1] : nil
            })
        #expect(events.count == 12_000)
        #expect(try #require(read.pages.last).contains("страница \(read.pages.count) из \(read.pages.count)"))
    }
}

/// February's sheet: Anna's 6 000.00 against January's 5 000.00, Boris for the first time.
@Suite("The approval sheet")
struct ApprovalSheetTests {
    @Test("sums by plan and unit, differences and signs, checkable by hand")
    func sheet() async throws {
        let company = try await PaidCompany()
        let sheet = try company.cycle.approvalSheet(of: "2026-02")
        #expect(sheet.payable == 1_200_000)
        #expect(sheet.plans.map(\.amount) == [1_300_000] && sheet.plans.map(\.people) == [2])
        #expect(sheet.units.map { $0.title.en } == ["North", "South"])
        #expect(sheet.units.map(\.amount) == [600_000, 600_000])
        #expect(sheet.previous == "2026-01" && sheet.before == ["anna": 500_000])
        #expect(sheet.signs.map(\.sign) == [.firstPay, .corrected] && sheet.signs.map(\.count) == [1, 1])
    }

    @Test("who was paid before and is not now is named")
    func gone() async throws {
        let company = try await PaidCompany()
        let sheet = try company.cycle.approvalSheet(of: "2026-01")
        #expect(sheet.previous == nil && sheet.signs.isEmpty)
        #expect(sheet.approvers.map(\.ru) == ["Дина Юрьева", "Егор Мельник"])
    }

    @Test("on paper, in both languages", .enabled(if: Poppler.isInstalled, Comment(rawValue: Poppler.absence)))
    func paper() async throws {
        let company = try await PaidCompany()
        let sheet = try company.cycle.approvalSheet(of: "2026-02")
        let russian = try Poppler(try PaperPDF.bytes(try ApprovalDocument(sheet, language: .ru).paper)).pages.joined()
            .replacing("\u{A0}", with: " ")
        for words in [
            "Лист утверждения, февраль 2026", "12 000,00 RUB", "Первая выплата", "+1 000,00", "Утвердил(а)", sheet.run,
            sheet.seal?.head.digest ?? "?",
        ] {
            #expect(russian.contains(words), "\(words) in \(russian)")
        }
        let english = try Poppler(try PaperPDF.bytes(try ApprovalDocument(sheet, language: .en).paper)).pages.joined()
        #expect(english.contains("Approval sheet, February 2026") && english.contains("12,000.00"))
    }

    @Test("a period without a run has no sheet")
    func notCalculated() async throws {
        let company = try await PaidCompany()
        #expect(throws: PayrollFailure.self) { try company.cycle.approvalSheet(of: "2026-03") }
    }
}
