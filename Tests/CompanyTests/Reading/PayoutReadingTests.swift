import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@Suite("Plans say when an award is paid")
struct PayoutReadingTests {
    private func model(_ component: String, _ more: String = "", company: String = "") throws -> CompanyModel {
        var files = SmallCompany.files.mapValues { Optional($0) }
        files["a.yaml"] = "metrics:\n  paid_share: {unit: percent, value: entered}"
        files["plans.yaml"] = """
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  fee: {commission: sales, rate: 4%\(component)}
            \(more)
            """
        if !company.isEmpty {
            files["company.yaml"] = SmallCompany.files["company.yaml"]?
                .replacing("currency: RUB}", with: "currency: RUB, \(company)}")
        }
        let (model, diagnostics) = CompanyReader.read(SmallCompany.changed(by: files))
        return try #require(model, "\(diagnostics.map { $0.rendered(in: .en) })")
    }

    private func hold(_ text: String) throws -> Hold? {
        let model = try model(", hold: {\(text)}")
        guard case .hold(let hold) = model.plans[0].components[0].payout else { return nil }
        return hold
    }

    @Test("without a word an award is free at once, and pay is monthly, recovered in full, cautious with cuts")
    func usual() throws {
        let model = try model("")
        #expect(model.plans[0].components[0].payout == nil)
        #expect(model.plans[0].draw == nil)
        #expect(model.ledgerRules == LedgerRules())
        #expect(model.ledgerRules.period == .month)
        #expect(model.ledgerRules.recovery == .one)
        #expect(model.ledgerRules.disciplineBase == .basePay)
    }

    @Test("a hold is released by a share, by a condition, after a time, on a day")
    func holds() throws {
        guard case .share = try hold("release: paid_share") else {
            Issue.record("no share")
            return
        }
        guard case .condition = try hold("release: paid_share >= 100%") else {
            Issue.record("no condition")
            return
        }
        guard case .time(let step) = try hold("for: 90 days"), case .day(let day) = try hold("until: 2026-07-01") else {
            Issue.record("no time, or no day")
            return
        }
        #expect(step.description == "90 days")
        #expect(day.description == "2026-07-01")
    }

    @Test("tranches have a share, a time, a condition or a share of their own", arguments: LeaverRule.allCases)
    func tranches(rule: LeaverRule) throws {
        let model = try model(
            """
            , defer: [{share: 50%}, {share: 25%, after: 1 year, when: paid_share >= 100%}, \
            {share: 0.25, after: 2 years, pays: (paid_share - 90%) / 10%}], leaver: \(rule.rawValue)
            """)
        guard case .deferral(let deferral) = model.plans[0].components[0].payout else {
            Issue.record("not deferred")
            return
        }
        #expect(deferral.leaver == rule)
        #expect(deferral.tranches.map(\.share.description) == ["0.5", "0.25", "0.25"])
        #expect(deferral.tranches.map { $0.after?.description } == [nil, "1 year", "2 years"])
        #expect(deferral.tranches.map { $0.condition != nil } == [false, true, false])
        #expect(deferral.tranches.map { $0.pays != nil } == [false, false, true])
    }

    @Test("a draw has an amount and may have a limit, a recovery, an interval and an end")
    func draws() throws {
        let full = try #require(
            try model("", "    draw: {amount: 40 000 RUB, limit: 120 000 RUB, recover: 50%, every: quarter, first: 6}")
                .plans[0].draw)
        #expect(full.limit != nil)
        #expect(full.recovery?.type == .number(.plain))
        #expect(full.interval == .quarter)
        #expect(full.first == 6)
        let least = try #require(try model("", "    draw: {amount: 40 000 RUB}").plans[0].draw)
        #expect(least.limit == nil)
        #expect(least.recovery == nil)
        #expect(least.interval == nil)
        #expect(least.first == nil)
        let money = try model("", "    draw: {amount: 40 000 RUB, recover: 5 000 RUB}").plans[0].draw
        #expect(money?.recovery?.type == .number(.money(Currency(code: "RUB"))))
    }

    @Test("the company says how often it pays, how much it recovers, and what a cut is measured on")
    func ledger() throws {
        let rules = try model("", company: "ledger: {period: quarter, recovery: 20%, discipline: whole_pay}")
            .ledgerRules
        #expect(rules.period == .quarter)
        #expect(rules.recovery == (try FixedDecimal(parsing: "0.2")))
        #expect(rules.disciplineBase == .wholePay)
    }
}
