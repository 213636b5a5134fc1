import Company
import Foundation
import HTTPTypes
import Payroll
import Storage
import Testing

@testable import Web

/// Plans through their pages: read, written, checked, tried, approved, acknowledged.
@Suite("Pages of plans")
struct PlanPageTests {
    /// The text of the company with sellers at another rate and heads at half of theirs.
    private static func draft(rate: String = "12%", overlay: String = "1%") -> String {
        String(decoding: Office.text[0].bytes, as: UTF8.self)
            .replacing("rate: 10%", with: "rate: \(rate)").replacing("rate: 1%", with: "rate: \(overlay)")
    }

    private func save(
        _ office: Office, _ text: String, version: Int64 = 0, as person: String = "lena"
    ) async throws -> Answered {
        try await office.ask(
            .post, "/plans/seller/draft", as: person,
            form: [("text", text), ("version", String(version)), ("file", "company.yaml")])
    }

    private func digest(_ office: Office, _ plan: String = "seller") throws -> String {
        try #require(PlanRules(plan, in: office.texts)).digest
    }

    // MARK: Reading

    @Test("the policy is drawn from the text: what is paid, from what, and an example that the engine calculates")
    func policy() async throws {
        let office = try await Office.shared()
        let page = try await office.ask(.get, "/plans/seller", as: "lena")
        #expect(page.status == 200)
        // 10 % of a million, as nothing else is given.
        for text in ["10\u{A0}% of sales", "every month", "1\u{A0}000\u{A0}000.00\u{A0}RUB", "100,000.00"] {
            #expect(page.text.contains(text), "\(text)")
        }
        let russian = try await office.ask(.get, "/plans/seller", as: "lena", headers: ["Accept-Language": "ru"])
        #expect(russian.text.contains("10\u{A0}% от показателя «sales»"), "\(russian.text)")
    }

    @Test("on paper there are lines to sign on, and the digest of what is signed")
    func paper() async throws {
        let office = try await Office.shared()
        let page = try await office.ask(.get, "/plans/seller?view=print", as: "anna")
        #expect(page.text.contains("class=\"signature-line\""))
        #expect(page.text.contains(try digest(office)))
    }

    @Test(
        "an employee reads the plans that pay him, a head those of his people, and whoever sees all plans all of them",
        arguments: [
            ("anna", "seller", 200), ("anna", "head", 404), ("vera", "head", 200), ("vera", "seller", 200),
            ("dina", "seller", 200), ("olga", "head", 200), ("ivan", "seller", 404), ("anna", "nothing", 404),
            ("lena", "nothing", 404),
        ])
    func readers(_ person: String, _ plan: String, _ status: Int) async throws {
        let office = try await Office.shared()
        #expect(try await office.ask(.get, "/plans/\(plan)", as: person).status == status)
        let list = try await office.ask(.get, "/plans", as: person)
        #expect(list.text.contains("/plans/\(plan)\"") == (status == 200))
    }

    @Test("the text stands as it lies, with the numbers of its lines; the files of all are no business of an employee")
    func text() async throws {
        let office = try await Office.shared()
        let page = try await office.ask(.get, "/plans/seller/text", as: "lena")
        #expect(page.status == 200 && page.text.contains("components: {commission: {commission: sales, rate: 10%}}"))
        // The plan with the metric and the events that it names.
        #expect(page.text.contains("sum(sale.amount)") && page.text.contains("credit: sale.seller"))
        #expect(!page.text.contains("rollup(sales)"))
        #expect(try await office.ask(.get, "/plans/seller/text", as: "anna").status == 404)
        #expect(try await office.ask(.get, "/plans/seller/versions", as: "anna").status == 404)
    }

    // MARK: Writing

    @Test("weights of 99 % are shown with line, caret and remedy, and the draft is kept")
    func weights() async throws {
        let office = try await Office().prepared()
        let wrong = Self.draft().replacing(
            "components: {commission: {commission: sales, rate: 12%}}",
            with: """
                target: 40 000 RUB
                    components:
                      bonus:
                        scorecard:
                          - {kpi: sales, weight: 70%, target: 100 000 RUB}
                          - {kpi: sales_again, weight: 29%, target: 100 000 RUB}
                """
        ).replacing("metrics:", with: "metrics:\n  sales_again: {unit: RUB, value: sum(sale.amount)}")
        #expect(try await save(office, wrong).header("Location") == "/plans/seller/edit")
        let page = try await office.ask(.get, "/plans/seller/edit", as: "lena")
        #expect(page.text.contains("company.yaml:") && page.text.contains("99"), "\(page.text)")
        #expect(page.text.contains("^") && page.text.contains("help: "))
        #expect(page.text.contains("weight: 29%"))
        // What is at fault is not approved, and nobody calculates with it.
        let refused = try await office.ask(.get, "/plans/seller/approve", as: "egor")
        #expect(refused.status == 422)
        #expect(try await office.ask(.get, "/plans/seller", as: "anna").text.contains("10\u{A0}%"))
    }

    @Test("what an experienced reader would object to is said too, and does not keep the draft from being approved")
    func objections() async throws {
        let office = try await Office().prepared()
        let steep = Self.draft().replacing(
            "{commission: sales, rate: 12%}",
            with: "{commission: sales, tiers: {whole: {0 RUB: 3%, 100 000 RUB: 5%}}}")
        #expect(steep != Self.draft())
        #expect(try await save(office, steep).status == 303)
        let page = try await office.ask(.get, "/plans/seller/edit", as: "lena")
        #expect(page.text.contains("company.yaml:") && page.text.contains("warning: "), "\(page.text)")
        #expect(page.text.contains("jumps: deals will be moved between periods"))
        #expect(try await office.ask(.get, "/plans/seller/approve", as: "egor").status == 200)
    }

    @Test("of two who write, the second keeps his text and sees what the first has saved")
    func twoEditors() async throws {
        let office = try await Office().prepared()
        #expect(try await save(office, Self.draft(rate: "11%")).status == 303)
        let second = try await save(office, Self.draft(rate: "13%"), version: 0)
        #expect(second.status == 409)
        #expect(second.text.contains("rate: 13%") && second.text.contains("rate: 11%"))
        // He saves over it on purpose: the form names the version that he has now seen.
        #expect(second.text.contains("name=\"version\" value=\"1\""))
        #expect(try await save(office, Self.draft(rate: "13%"), version: 1).status == 303)
    }

    @Test(
        "hostile texts are checked or refused, and none breaks the page",
        arguments: [
            ("<script>alert(1)</script>", 303), (String(repeating: "[", count: 20_000), 303),
            (String(repeating: "a: {", count: 5_000), 303), (String(repeating: "x", count: 205_000), 422),
            ("plans: &a [*a, *a]", 303), ("", 303),
            ("plans:\n  seller: {title: \"<img src=x onerror=alert(1)>\"}", 303),
        ])
    func hostile(_ text: String, _ status: Int) async throws {
        let office = try await Office().prepared()
        #expect(try await save(office, text).status == status)
        let page = try await office.ask(.get, "/plans/seller/edit", as: "lena")
        #expect(page.status == 200)
        #expect(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"))
        #expect(try await office.ask(.get, "/plans/seller/effect", as: "lena").status == 200)
    }

    @Test("a title of a plan that is markup is text on every page of it")
    func hostileTitle() async throws {
        let office = try await Office().prepared()
        let text = Self.draft().replacing("  seller:\n", with: "  seller:\n    title: \"<b>bold</b> & \\\"co\\\"\"\n")
        #expect(text != Self.draft())
        #expect(try await save(office, text).status == 303)
        let approved = try await office.ask(
            .post, "/plans/seller/approve", as: "egor", form: [("version", "1"), ("key", "k")])
        #expect(approved.status == 303)
        for view in ["", "/text", "/versions", "/edit", "/effect"] {
            let page = try await office.ask(.get, "/plans/seller\(view)", as: "lena")
            #expect(
                page.status == 200 && page.text.contains("&lt;b&gt;bold") && !page.text.contains("<b>bold"), "\(view)")
        }
    }

    // MARK: Effect

    @Test("the back-test lists winners and losers, the budget and the periods")
    func backTest() async throws {
        let office = try await Office().prepared()
        #expect(try await save(office, Self.draft(rate: "12%", overlay: "0.5%")).status == 303)
        let begun = try await office.ask(.post, "/plans/seller/back-test", as: "lena", form: [("act", "begin")])
        #expect(begun.header("Location") == "/plans/seller/effect")
        var page = try await office.ask(.get, "/plans/seller/effect", as: "lena")
        for _ in 0..<2_000 where page.text.contains("http-equiv") {
            try await Task.sleep(for: .milliseconds(5))
            page = try await office.ask(.get, "/plans/seller/effect", as: "lena")
        }
        // Sellers 12 000.00 → 14 400.00; Vera 1 100.00 → 550.00: 1 850.00 more.
        for text in ["+1,850.00", "13,100.00", "14,950.00", "Winners", "Losers", "+1,000.00", "\u{2212}550.00"] {
            #expect(page.text.contains(text), "\(text)")
        }
        let winners = page.text.components(separatedBy: "id=\"table-losers\"")
        #expect(winners.count == 2 && winners[0].contains("Анна") && winners[1].contains("Вера"))
    }

    @Test("the plan's own tests are run on the draft")
    func tests() async throws {
        let office = try await Office().prepared()
        let text = Self.draft().replacing(
            "components: {commission: {commission: sales, rate: 12%}}",
            with: """
                components: {commission: {commission: sales, rate: 12%}}
                    tests:
                      - {name: twelve, given: {sales: 1 000 RUB}, expect: {commission: 120.00 RUB}}
                      - {name: ten, given: {sales: 1 000 RUB}, expect: {commission: 100.00 RUB}}
                """)
        #expect(try await save(office, text).status == 303)
        let page = try await office.ask(.get, "/plans/seller/effect", as: "lena")
        #expect(page.text.contains("twelve") && page.text.contains(">holds<") && page.text.contains("does not hold"))
    }

    // MARK: Approval and acknowledgement

    @Test("an executive approves what an analyst wrote: the file is written, and payees acknowledge it anew")
    func approving() async throws {
        let office = try await Office().prepared()
        let first = try digest(office)
        let read = try await office.ask(
            .post, "/plans/seller/acknowledgements", as: "anna", form: [("digest", first)])
        #expect(read.header("Location") == "/plans/seller?done=read")
        #expect(try await save(office, Self.draft()).status == 303)
        #expect(try await office.ask(.get, "/plans/seller/approve", as: "lena").status == 403)
        let check = try await office.ask(.get, "/plans/seller/approve", as: "egor")
        #expect(check.status == 200 && check.text.contains("for 3 people") || check.text.contains("for 3\u{A0}people"))
        let done = try await office.ask(
            .post, "/plans/seller/approve", as: "egor", form: [("version", "1"), ("key", "k")])
        #expect(done.header("Location") == "/plans/seller?done=approved")
        #expect(String(decoding: office.texts[0].bytes, as: UTF8.self) == Self.draft())
        let second = try digest(office)
        #expect(first != second && check.text.contains(second))
        // Sent twice, it is approved once.
        let again = try await office.ask(
            .post, "/plans/seller/approve", as: "egor", form: [("version", "1"), ("key", "k")])
        #expect(again.header("Location") == "/plans/seller?done=approved")
        let book = PlanBook(in: office.workspace)
        #expect(try book.approvals(of: "company.yaml").map(\.approver) == ["egor"])
        #expect(try book.acknowledgements(of: "seller")["anna"]?.digest == first)
        // What Anna has read is an earlier version; the old digest is not taken any more.
        let page = try await office.ask(.get, "/plans/seller", as: "lena")
        #expect(page.text.contains("an earlier version"))
        let old = try await office.ask(.post, "/plans/seller/acknowledgements", as: "anna", form: [("digest", first)])
        #expect(old.status == 409)
        let new = try await office.ask(.post, "/plans/seller/acknowledgements", as: "anna", form: [("digest", second)])
        #expect(new.status == 303)
        #expect(try book.acknowledgements(of: "seller")["anna"]?.digest == second)
        let versions = try await office.ask(.get, "/plans/seller/versions", as: "lena")
        #expect(versions.text.contains("written by") && versions.text.contains(String(second.prefix(16))))
        #expect(try office.workspace.audit().faults.isEmpty)
    }

    @Test("only whom a plan pays acknowledges it")
    func strangers() async throws {
        let office = try await Office.shared()
        let digest = try digest(office)
        let form = [("digest", digest)]
        #expect(try await office.ask(.post, "/plans/seller/acknowledgements", as: "lena", form: form).status == 403)
        #expect(try await office.ask(.post, "/plans/head/acknowledgements", as: "anna", form: form).status == 404)
    }

    @Test("a file that somebody has changed meanwhile is not written over, and nothing is recorded")
    func changedFile() async throws {
        let office = try await Office().prepared()
        #expect(try await save(office, Self.draft()).status == 303)
        office.texts = [SourceFile(path: "company.yaml", bytes: Array(Self.draft(rate: "9%").utf8))]
        let refused = try await office.ask(
            .post, "/plans/seller/approve", as: "egor", form: [("version", "1"), ("key", "k")])
        #expect(refused.status == 409)
        #expect(String(decoding: office.texts[0].bytes, as: UTF8.self) == Self.draft(rate: "9%"))
        #expect(try PlanBook(in: office.workspace).approvals(of: "company.yaml").isEmpty)
        let page = try await office.ask(.get, "/plans/seller/edit", as: "lena")
        #expect(page.text.contains("cannot be approved any more"))
        #expect(try await office.ask(.post, "/plans/seller/drop", as: "lena", form: [("version", "1")]).status == 303)
        #expect(try await save(office, Self.draft(), version: 2).status == 303)
    }

    @Test("an approval is for the version that was looked at")
    func changedDraft() async throws {
        let office = try await Office().prepared()
        #expect(try await save(office, Self.draft()).status == 303)
        #expect(try await save(office, Self.draft(rate: "50%"), version: 1).status == 303)
        let refused = try await office.ask(
            .post, "/plans/seller/approve", as: "egor", form: [("version", "1"), ("key", "k")])
        #expect(refused.status == 409)
        #expect(String(decoding: office.texts[0].bytes, as: UTF8.self).contains("rate: 10%"))
    }
}
