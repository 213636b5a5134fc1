import Company
import HTTPTypes
import Payroll
import Quantities
import Storage
import Testing

@testable import Web

/// What is unusual in a period, looked at before it is approved.
@Suite("Outliers")
struct OutlierPageTests {
    @Test(
        "three median deviations from one's own past are unusual, and fewer than five periods say nothing",
        arguments: [
            ([100, 110, 90, 105, 95], 115, false), ([100, 110, 90, 105, 95], 116, true),
            ([100, 110, 90, 105, 95], 84, true),
            ([100, 100, 100, 100, 100], 100, false), ([100, 100, 100, 100, 100], 101, true),
            ([1, 2, 3, 4], 1_000, false), ([10, 12, 11, 13, 9], 14, false), ([10, 12, 11, 13, 9], 15, true),
            ([.min, .min, .max, .max, 0], .max, false),
            ([10, 20, 30, 40, 50, 60], 70, false), ([10, 20, 30, 40, 50, 60], 81, true),
        ])
    func deviation(_ past: [Int64], _ amount: Int64, _ isUnusual: Bool) {
        #expect(OwnPast(past).isUnusual(amount) == isUnusual)
    }

    @Test("a change by hand is listed, marked with a word, and the page of approval counts what nobody has looked at")
    func marking() async throws {
        let office = try await Office().prepared()
        let cycle = PayCycle(office.workspace, text: Office.text, threads: 1)
        let entered = try cycle.adjust(
            NewAdjustment(person: "anna", period: "2026-01", amount: 50, reason: "stand at the fair"),
            by: .localOperator("dina"))
        try cycle.decide(entered.number, .approved, reason: "", by: .localOperator("egor"))
        _ = try await cycle.calculate("2026-01", by: .localOperator("dina"))
        try cycle.review("2026-01", by: .localOperator("dina"))
        let page = try await office.ask(.get, "/periods/2026-01/outliers", as: "dina")
        #expect(page.status == 200 && page.text.contains("By hand") && page.text.contains("stand at the fair"))
        let approval = try await office.ask(.get, "/periods/2026-01/approve", as: "egor")
        #expect(approval.text.contains("not yet seen"), "\(approval.text)")
        let key = "by-hand/anna/5000"
        #expect(page.text.contains("mark=by-hand%2Fanna%2F5000"))
        let empty = try await office.ask(
            .post, "/periods/2026-01/outliers", as: "dina", form: [("outlier", key), ("word", " ")])
        #expect(empty.status == 422)
        let outliers = try await OutlierHandlerProbe.keys(office, "2026-01")
        for key in outliers {
            let done = try await office.ask(
                .post, "/periods/2026-01/outliers", as: "dina", form: [("outlier", key), ("word", "looked at it")])
            #expect(done.status == 303, "\(key)")
        }
        let seen = try await office.ask(.get, "/periods/2026-01/outliers", as: "dina")
        #expect(seen.text.contains("looked at it") && seen.text.contains("All are marked as seen"))
        let after = try await office.ask(.get, "/periods/2026-01/approve", as: "egor")
        #expect(after.text.contains("all seen"))
        #expect(
            try await office.ask(
                .post, "/periods/2026-01/outliers", as: "dina", form: [("outlier", "x/y/1"), ("word", "no")]
            ).status == 404)
        #expect(try await office.ask(.get, "/periods/2026-01/outliers", as: "anna").status == 403)
    }
}

/// What the page of outliers finds and what the approval sheet counts are the same.
@Suite("One rule of what is unusual")
struct OneRuleOfUnusualTests {
    /// Anna has sold for as much in five months as never before in the sixth; Boris has but four months before his.
    private static func prepared() async throws -> Office {
        let sales =
            (8...12).map { "a\($0),2025-\($0 < 10 ? "0" : "")\($0)-10,anna,\(10_000 + $0)" }
            + (9...12).map { "b\($0),2025-\($0 < 10 ? "0" : "")\($0)-10,boris,10000" }
            + ["a1,2026-01-10,anna,90000", "b1,2026-01-20,boris,90000", "c1,2026-01-20,gleb,5000"]
        let office = try await Office(
            tables: [
                "people.csv": "id,name\nanna,Anna\nboris,Boris\ngleb,Gleb\ndina,Dina\n",
                "assignments.csv": """
                person,position,unit,manager,from,until
                anna,seller,north,,2025-01-01,
                boris,seller,north,,2025-09-01,
                gleb,seller,north,,2025-01-01,

                """, "sale.csv": "id,date,seller,amount\n" + sales.joined(separator: "\n") + "\n",
            ]).prepared()
        let cycle = PayCycle(office.workspace, text: Office.text, threads: 1)
        for month in 8...12 {
            _ = try await cycle.calculate("2025-\(month < 10 ? "0" : "")\(month)", by: .localOperator("dina"))
        }
        return office
    }

    @Test("five periods before, and what is awarded: the sheet counts whom the page lists")
    func same() async throws {
        let office = try await Self.prepared()
        let cycle = PayCycle(office.workspace, text: Office.text, threads: 1)
        let outliers = try cycle.outliers(of: "2026-01") { _ in [] }
        let unusual = outliers.filter { $0.kind == .unusual }.map(\.person)
        // Gleb was awarded nothing in each of them, so that anything is far from his past.
        #expect(unusual == ["anna", "gleb"])
        let signs = try cycle.approvalSheet(of: "2026-01").signs
        #expect(signs.first { $0.sign == .unusual }?.count == unusual.count)
        #expect(
            signs.first { $0.sign == .firstPay }?.count == outliers.count { $0.kind == .firstPay },
            "\(signs)")
        #expect(outliers.contains { $0.kind == .firstPay && $0.person == "gleb" })
    }

    @Test("the page of approval waits for no company: it says what is still looked for")
    func quick() async throws {
        let office = try await Office().prepared()
        let waiting = Waiting()
        Task(executorPreference: office.server.site.calculating) { waiting.wait() }
        let page = try await office.ask(.get, "/periods/2026-01/approve", as: "egor")
        #expect(page.status == 200 && page.text.contains("still being looked for"), "\(page.text)")
        waiting.end()
        var after = page
        for _ in 0..<200 where after.text.contains("still being looked for") {
            try await Task.sleep(for: .milliseconds(10))
            after = try await office.ask(.get, "/periods/2026-01/approve", as: "egor")
        }
        #expect(!after.text.contains("still being looked for"))
    }
}

/// Why runs differ, on a page.
@Suite("What changed between runs")
struct DifferencePageTests {
    @Test("causes add up to the difference, each with the row that made it and the person it moves")
    func causes() async throws {
        let office = try await Office().prepared()
        let first = try await office.ask(.get, "/periods/2026-01/differences", as: "dina")
        #expect(first.status == 200)
        let cycle = PayCycle(office.workspace, text: Office.text, threads: 1)
        let late = SourceFile(path: "sale.csv", bytes: Array("id,date,seller,amount\n1,2026-01-10,anna,80000\n".utf8))
        let tables = [late]
        _ = try cycle.importTables(tables, source: "", complete: false, by: .localOperator("dina"))
        _ = try await cycle.calculate("2026-01", by: .localOperator("dina"))
        var page = try await office.ask(.get, "/periods/2026-01/differences", as: "dina")
        for _ in 0..<2_000 where page.text.contains("http-equiv") {
            try await Task.sleep(for: .milliseconds(5))
            page = try await office.ask(.get, "/periods/2026-01/differences", as: "dina")
        }
        // 30 000 more: 10 % for Anna, 1 % for Vera.
        #expect(page.text.contains("+3,300.00") && page.text.contains("+3,000.00") && page.text.contains("+300.00"))
        #expect(page.text.contains("sale 1: amount"), "\(page.text)")
        #expect(try await office.ask(.get, "/periods/2026-01/differences", as: "anna").status == 403)
    }
}

/// The names of what a period's run has, for tests.
enum OutlierHandlerProbe {
    static func keys(_ office: Office, _ period: String) async throws -> [String] {
        let cycle = PayCycle(office.workspace, text: Office.text, threads: 1)
        return try cycle.outliers(of: period) { _ in [] }.map(\.key)
    }
}
