import Company
import Ledger
import Messages
import Quantities
import Storage
import Testing

@testable import Payroll

/// Why two runs of January differ. Before: Anna 5 800.00, Boris 6 000.00.
@Suite("the difference of two runs, cause by cause")
struct DifferenceTests {
    private let files = CompanyFiles()

    private func difference(
        _ changed: CompanyFiles, between: (TestCompany) throws -> Void = { _ in }
    ) async throws -> RunDifference {
        let company = try TestCompany()
        let first = try await company.calculate(files)
        try between(company)
        let second = try await company.calculate(changed)
        return try await company.cycle().difference(from: first, to: second)
    }

    @Test("a rate changed in one line of a plan: 2 % more of 58 000 and of 60 000")
    func rate() async throws {
        let difference = try await difference(files.replacing("rate: 10%", with: "rate: 12%"))
        #expect(difference.byPerson == ["anna": 1_160_00, "boris": 1_200_00])
        let effect = try #require(difference.causes.first)
        #expect(difference.causes.count == 1)
        #expect(effect.byPerson == difference.byPerson)
        #expect(effect.cause.kinds == [.rules])
        #expect(
            effect.cause.lines == [
                TextChange(file: "plans.yaml", line: 8, text: "        rate: 10%", isAdded: false, plan: "seller"),
                TextChange(file: "plans.yaml", line: 8, text: "        rate: 12%", isAdded: true, plan: "seller"),
            ])
    }

    @Test(
        "one change of the rows",
        arguments: [
            // a late sale of 10 000 at 10 %
            Case("late sale", .events, ["anna": 1_000_00], ["sale 4"]) {
                $0.adding("4,2026-01-20,anna,lion,10000,RUB", to: "sale.csv")
            },
            // 42 000 more make 100 000: 10 % of them, and the bonus
            Case("target reached", .events, ["anna": 9_200_00], ["sale 4"]) {
                $0.adding("4,2026-01-20,anna,lion,42000,RUB", to: "sale.csv")
            },
            Case("cancelled sale", .events, ["boris": -6_000_00], ["sale 2"]) {
                $0.replacing("2,2026-01-12,boris,bear,60000,RUB\n", with: "")
            },
            // what he sold on the 12th is not sold in the north
            Case(
                "transfer", .organisation, ["boris": -6_000_00],
                [
                    "assignments boris, seller, north, 2025-01-01", "assignments boris, seller, south, 2026-01-11",
                ]
            ) {
                $0.replacing("boris,seller,north,2025-01-01,,", with: "boris,seller,north,2025-01-01,2026-01-11,")
                    .adding("boris,seller,south,2026-01-11,,77777", to: "assignments.csv")
            },
            // 100 USD at 90: 1 000 RUB more
            Case("exchange rate", .rates, ["anna": 100_00], ["exchange_rates USD, 2026-01-01"]) {
                $0.replacing("USD,2026-01-01,80", with: "USD,2026-01-01,90")
            },
            Case("target", .targets, ["boris": 5_000_00], ["targets sales, boris, 2026-01"]) {
                $0.replacing("sales,boris,2026-01,100000", with: "sales,boris,2026-01,60000")
            },
        ])
    func rows(_ change: Case) async throws {
        let difference = try await difference(change.apply(files))
        #expect(difference.byPerson == change.people)
        #expect(difference.causes.map(\.cause.kinds) == [[change.kind]])
        #expect(difference.causes.map(\.byPerson) == [change.people])
        let rows = difference.causes.flatMap(\.cause.rows)
        #expect(rows.map { "\($0.kind) \($0.key.replacing("\u{1F}", with: ", "))" } == change.rows)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let kind: Cause.Kind
        let people: [String: Int128]
        let rows: [String]
        let apply: @Sendable (CompanyFiles) -> CompanyFiles

        init(
            _ name: String, _ kind: Cause.Kind, _ people: [String: Int128], _ rows: [String],
            _ apply: @escaping @Sendable (CompanyFiles) -> CompanyFiles
        ) {
            (testDescription, self.kind, self.people, self.rows, self.apply) = (name, kind, people, rows, apply)
        }
    }

    @Test("the changed cells of a row, before and after")
    func cells() async throws {
        let difference = try await difference(
            files.replacing("2,2026-01-12,boris,bear,60000,RUB", with: "2,2026-01-12,boris,lion,61000,RUB"))
        let row = try #require(difference.causes.first?.cause.rows.first)
        #expect(row.before["amount"] == "60000" && row.after["amount"] == "61000")
        #expect(row.before["client"] == "bear" && row.after["client"] == "lion")
        #expect(row.before["date"] == row.after["date"])
    }

    @Test("the other way round every change is the opposite")
    func otherWayRound() async throws {
        let company = try TestCompany()
        let first = try await company.calculate(files)
        let second = try await company.calculate(
            files.replacing("2,2026-01-12,boris,bear,60000,RUB\n", with: "")
                .replacing("3,2026-01-14,anna,lion,100,USD", with: "3,2026-01-14,anna,lion,200,USD")
                .adding("4,2026-01-20,anna,lion,10000,RUB", to: "sale.csv"))
        let there = try await company.cycle().difference(from: first, to: second)
        let back = try await company.cycle().difference(from: second, to: first)
        let (rows, rowsBack) = (there.causes.flatMap(\.cause.rows), back.causes.flatMap(\.cause.rows))
        #expect(rows.map(\.key) == ["2", "3", "4"])
        #expect(rows.map { $0.before["amount"] } == ["60000", "100", nil])
        #expect(rows.map { $0.after["amount"] } == [nil, "200", "10000"])
        #expect(rowsBack.map(\.key) == ["2", "3", "4"])
        #expect(rowsBack.map(\.before) == rows.map(\.after))
        #expect(rowsBack.map(\.after) == rows.map(\.before))
        // 10 % of 100 USD at 80 and of 10 000; all of his 60 000
        #expect(there.byPerson == ["anna": 1_800_00, "boris": -6_000_00])
        #expect(back.byPerson == ["anna": -1_800_00, "boris": 6_000_00])
    }

    @Test(
        "a sale that another system took over is a change only where it reads differently",
        arguments: [("60000", [], [:]), ("61000", ["60000 61000"], ["boris": 100_00])])
    func otherSource(amount: String, changes: [String], people: [String: Int128]) async throws {
        let company = try TestCompany()
        let first = try await company.calculate(files)
        let own = files.replacing("2,2026-01-12,boris,bear,60000,RUB\n", with: "")
        try await company.calculate(own)
        let table = "id,date,seller,client,amount,currency\n2,2026-01-12,boris,bear,\(amount),RUB\n"
        let cycle = company.cycle(own)
        let taken = try cycle.importTables(
            [SourceFile(path: "sale.csv", bytes: Array(table.utf8))], source: "crm", complete: false, by: "olga")
        #expect(taken.report.total.accepted == 1)
        let second = try await cycle.calculate("2026-01", by: "olga").run.id
        let difference = try await cycle.difference(from: first, to: second)
        let rows = difference.causes.flatMap(\.cause.rows)
        #expect(rows.map { "\($0.before["amount"] ?? "") \($0.after["amount"] ?? "")" } == changes)
        #expect(difference.byPerson == people)
    }

    @Test("an adjustment by hand")
    func adjustment() async throws {
        let difference = try await difference(files) { _ = try $0.adjust("boris", -2_000_00) }
        #expect(difference.byPerson == ["boris": -2_000_00])
        #expect(difference.causes.map(\.cause.kinds) == [[.adjustments]])
        #expect(difference.causes.first?.cause.adjustments == [1])
    }

    @Test("everything at once: each cause is worth what it changes after those before it")
    func everything() async throws {
        let changed = files.replacing("rate: 10%", with: "rate: 12%")
            .replacing("boris,seller,north,2025-01-01,,", with: "boris,seller,north,2025-01-01,2026-01-11,")
            .adding("boris,seller,south,2026-01-11,,77777", to: "assignments.csv")
            .replacing("USD,2026-01-01,80", with: "USD,2026-01-01,90")
            .replacing("sales,anna,2026-01,100000", with: "sales,anna,2026-01,59000")
            .adding("4,2026-01-20,anna,lion,10000,RUB", to: "sale.csv")
        let difference = try await difference(changed) { _ = try $0.adjust("boris", -2_000_00) }
        #expect(
            difference.causes.map {
                "\($0.cause.kinds[0]) \($0.byPerson.sorted { $0.key < $1.key }.map { "\($0) \($1)" })"
            }
                == [
                    "rules [\"anna 116000\", \"boris 120000\"]",  // 2 % of 58 000, of 60 000
                    "organisation [\"boris -720000\"]",  // all he had: 12 % of 60 000
                    "rates [\"anna 12000\"]",  // 12 % of 1 000
                    "targets [\"anna 500000\"]",  // 59 000 is reached
                    "events [\"anna 120000\"]",  // 12 % of 10 000
                    "adjustments [\"boris -200000\"]",
                ])
        #expect(difference.byPerson == ["anna": 7_480_00, "boris": -8_000_00])
    }

    @Test("a rule that asks for a new column comes together with the rows that have it")
    func together() async throws {
        let changed = files.replacing(
            "company: {name", with: "records: {client: {fields: {segment: text}}}\ncompany: {name"
        )
        .replacing("rate: 10%", with: "rates: {by: sale.client.segment, table: {big: 20%}, otherwise: 10%}")
        .replacing("id,title\nlion,Lion\nbear,Bear", with: "id,title,segment\nlion,Lion,big\nbear,Bear,small")
        let difference = try await difference(changed)
        #expect(difference.causes.map(\.cause.kinds) == [[.rules, .organisation]])
        #expect(difference.byPerson == ["anna": 5_800_00])
        #expect(difference.causes.first?.byPerson == ["anna": 5_800_00])
    }

    @Test("a late sale of a posted period is a difference of the open one, which corrects it")
    func correction() async throws {
        let company = try TestCompany()
        try await company.calculate(files)
        try company.post(files)
        let first = try await company.calculate(files, "2026-02")
        let late = files.adding("4,2026-01-20,anna,lion,10000,RUB", to: "sale.csv")
        let second = try await company.calculate(late, "2026-02")
        let difference = try await company.cycle().difference(from: first, to: second)
        #expect(difference.byPerson == ["anna": 1_000_00])
        #expect(
            difference.causes.first?.changes == [
                PaidItem(person: "anna", plan: "seller", component: "commission", period: "2026-01"): 1_000_00
            ])
    }

    @Test("a period posted between the two runs was paid by its own run")
    func postedBetween() async throws {
        let company = try TestCompany()
        let late = files.adding("4,2026-01-20,anna,lion,10000,RUB", to: "sale.csv")
        try await company.calculate(files)
        let first = try await company.calculate(files, "2026-02")
        try await company.calculate(late)
        try company.post(late)
        let second = try await company.calculate(late, "2026-02")
        let difference = try await company.cycle().difference(from: first, to: second)
        #expect(difference.byPerson == [:])
        #expect(difference.causes.map(\.cause.rows.count) == [1])
    }

    @Test("above the limit the rows of one kind are one cause", arguments: [(12, 12), (13, 1)])
    func many(rows: Int, causes: Int) async throws {
        let more = (4..<4 + rows).map { "\($0),2026-01-20,anna,lion,100,RUB" }.joined(separator: "\n")
        let difference = try await difference(files.adding(more, to: "sale.csv"))
        #expect(difference.causes.count == causes)
        #expect(difference.causes.map(\.cause.rows.count).reduce(0, +) == rows)
        #expect(difference.byPerson == ["anna": Int128(rows) * 10_00])
    }

    @Test("what the program itself calculates otherwise is a cause of its own")
    func program() async throws {
        let company = try TestCompany()
        let first = try await company.calculate(files)
        var older = try company.workspace.read { try $0.run(first) }
        older.id = String(repeating: "a", count: 64)
        older.lines[0].amount = 5_801_00
        let stored = older
        try company.workspace.write(by: "olga") { try $0.save(stored) }
        let difference = try await company.cycle().difference(from: stored.id, to: first)
        #expect(difference.causes.map(\.cause.kinds) == [[.program]])
        #expect(difference.byPerson == [stored.lines[0].person: -1_00])
        #expect(difference.causes.first?.byPerson == difference.byPerson)
    }

    @Test("the last two runs of a period, once there are two")
    func lastRuns() async throws {
        let company = try TestCompany()
        try await company.calculate(files)
        await #expect {
            try await company.cycle().difference(ofLastRunsOf: "2026-01")
        } throws: { error in
            guard case PayrollFailure.refused(.nothingToCompare("2026-01", runs: 1)) = error else { return false }
            return true
        }
        try await company.calculate(files.replacing("rate: 10%", with: "rate: 11%"))
        let difference = try await company.cycle().difference(ofLastRunsOf: "2026-01")
        #expect(difference.byPerson == ["anna": 580_00, "boris": 600_00])
    }

    @Test("runs of different periods are not compared")
    func otherPeriods() async throws {
        let company = try TestCompany()
        let first = try await company.calculate(files)
        let second = try await company.calculate(files, "2026-02")
        await #expect {
            try await company.cycle().difference(from: first, to: second)
        } throws: { error in
            guard case PayrollFailure.refused(.otherPeriods("2026-01", "2026-02")) = error else { return false }
            return true
        }
    }
}
