import Calculation
import Company
import Ledger
import Periods
import Quantities
import Testing

/// An award may be paid in tranches, each with its day, its condition and its share.
@Suite("A deferred award is paid in tranches")
struct DeferralTests {
    @Test("of 600 000: 300 000 now, 150 000 as NRR reached 100 %, 60 000 of the last 150 000 at NRR 94 %: 510 000")
    func threeTranches() throws {
        let standing = try TargetBalance(
            deferring: 600_000,
            [
                TrancheState(share: exactly("0.5"), .due(.one)), TrancheState(share: exactly("0.25"), .due(.one)),
                // A straight line from 0 at 90 % to 1 at 100 %.
                TrancheState(share: exactly("0.25"), .due(exactly("0.4"))),
            ])
        #expect(standing == TargetBalance(earned: 600_000, forfeited: 90_000))
        #expect(try standing.free == 510_000)
    }

    @Test("a negative award is not put off, nor lost with a tranche: a debt would be forgiven")
    func negative() throws {
        let tranches = [
            TrancheState(share: try exactly("0.5"), .waiting), TrancheState(share: try exactly("0.5"), .lost),
        ]
        #expect(try TargetBalance(deferring: -1_000, tranches) == TargetBalance(earned: -1_000))
    }

    @Test("thirds of 100.00 are 33.34, 33.33 and 33.33")
    func odd() throws {
        let third = FixedDecimal.one
        let states: [TrancheState.Outcome] = [.due(.one), .waiting, .lost]
        let standing = try TargetBalance(deferring: 10_000, states.map { TrancheState(share: third, $0) })
        #expect(standing == TargetBalance(earned: 10_000, deferred: 3_333, forfeited: 3_333))
        #expect(try standing.free == 3_334)
    }

    private static let plan = """
            components:
              retention:
                bonus: 600 000 RUB
                when: sales > 0 RUB
                defer:
                  - {share: 50%}
                  - {share: 25%, after: 1 year, when: nrr >= 100%}
                  - {share: 25%, after: 2 years, pays: (nrr - 90%) / 10%}
                leaver: LEAVER
        """

    private static func files(_ leaver: String = "forfeit", until: String = "", nrr: [String] = ["101%", "94%"])
        -> [String: String]
    {
        var files = LedgerCompany.seller(
            plan.replacing("LEAVER", with: leaver), "1,2025-03-01,anna,,1000,,\n", until: until,
            metrics: "  nrr: {unit: percent, value: entered}",
            tables: [
                "entered.csv": "metric,subject,period,value,author\n"
                    + nrr.enumerated().map { "nrr,anna,\(2026 + $0),\($1),belov\n" }.joined()
            ])
        files["plans.yaml"] = files["plans.yaml"]?.replacing("period: month", with: "period: year")
        return files
    }

    @Test("the same through the company: 2025 is paid in 2025, 2026 and 2027")
    func throughTheCompany() async throws {
        var company = try LedgerCompany(Self.files())
        var paid: [String] = []
        for label in ["2025-12", "2026-11", "2026-12", "2027-11", "2027-12"] {
            try await company.post(label)
            try company.pay(label)
            paid.append(try company.total(.paid))
        }
        // 2026 and 2027 have no sales of their own, so nothing but the tranches of 2025.
        #expect(paid == ["300 000.00", "300 000.00", "450 000.00", "450 000.00", "510 000.00"])
        #expect(try company.total(.deferred) == "0.00")
        #expect(try company.total(.forfeited) == "90 000.00")
    }

    @Test("a missed condition forfeits its tranche; what decides it is not known yet, it waits")
    func missed() async throws {
        var company = try LedgerCompany(Self.files(nrr: ["99.9%"]))
        try await company.post("2025-12")
        try await company.post("2026-12")
        #expect(try company.total(.forfeited) == "150 000.00")
        try await company.post("2027-12")
        #expect(try company.total(.deferred) == "150 000.00")
        try company.learn(Self.files(nrr: ["99.9%", "100%"]))
        let late = try await company.post("2028-02")
        #expect(
            late.map(\.text) == ["vesting: deferred → accrued 15000000", "settlement: accrued → payable 15000000"])
    }

    @Test("a tranche that is lost goes to forfeited at once; it is never free in between")
    func forfeiture() async throws {
        var company = try LedgerCompany(Self.files(nrr: ["50%"]))
        try await company.post("2025-12")
        #expect(try await company.post("2026-12").map(\.text) == ["forfeiture: deferred → forfeited 15000000"])
    }

    @Test(
        "who leaves with 2026 loses, keeps or is paid what is not due by then",
        arguments: [
            (LeaverRule.forfeit, "2026-07-01", ["300 000.00", "0.00", "300 000.00"]),
            (.keep, "2026-07-01", ["300 000.00", "300 000.00", "0.00"]),
            (.pay, "2026-07-01", ["600 000.00", "0.00", "0.00"]),
            // Due with the day he leaves is due: the first deferred tranche is his. His first day without an assignment is one of
            // January 2027, so December's posting loses nothing.
            (.forfeit, "2027-01-01", ["450 000.00", "150 000.00", "0.00"]),
            // He leaves later than the period that is posted: nothing is lost yet.
            (.forfeit, "2027-03-01", ["450 000.00", "150 000.00", "0.00"]),
        ])
    func leaver(rule: LeaverRule, until: String, expected: [String]) async throws {
        var company = try LedgerCompany(Self.files(rule.rawValue, until: until))
        try await company.post("2025-12")
        try await company.post("2026-07")
        if until != "2026-07-01" { try await company.post("2026-12") }
        #expect(
            try [company.total(.payable), company.total(.deferred), company.total(.forfeited)] == expected)
    }

    @Test(
        "who leaves at the end of a month has left from the next pay period on",
        arguments: [
            // Half of January's 100.00 is deferred by three months: due on 1 May, in April's posting. His last day is 31 January,
            // so his first day without an assignment, 1 February, is one of February's.
            ("forfeit", "2026-02-01", ["50.00 50.00 0.00", "50.00 0.00 50.00", "50.00 0.00 50.00"]),
            ("pay", "2026-02-01", ["50.00 50.00 0.00", "100.00 0.00 0.00", "100.00 0.00 0.00"]),
            ("keep", "2026-02-01", ["50.00 50.00 0.00", "50.00 50.00 0.00", "100.00 0.00 0.00"]),
            // One day earlier, and it is January's.
            ("forfeit", "2026-01-31", ["50.00 0.00 50.00", "50.00 0.00 50.00", "50.00 0.00 50.00"]),
            ("pay", "2026-01-31", ["100.00 0.00 0.00", "100.00 0.00 0.00", "100.00 0.00 0.00"]),
            // 30 April, the day before it is due, is still a day without an assignment; 1 May is not one before it.
            ("forfeit", "2026-04-30", ["50.00 50.00 0.00", "50.00 50.00 0.00", "50.00 0.00 50.00"]),
            ("forfeit", "2026-05-01", ["50.00 50.00 0.00", "50.00 50.00 0.00", "100.00 0.00 0.00"]),
        ])
    func endOfMonth(rule: String, until: String, expected: [String]) async throws {
        let plan = """
                components:
                  c: {commission: sales, rate: 10%, defer: [{share: 50%}, {share: 50%, after: 3 months}], leaver: \(rule)}
            """
        var company = try LedgerCompany(
            LedgerCompany.seller(plan, "1,2026-01-12,anna,,1000,,\n", until: until))
        var states: [String] = []
        for label in ["2026-01", "2026-02", "2026-03", "2026-04"] {
            try await company.post(label)
            states.append(
                try [Account.payable, .deferred, .forfeited].map { try company.total($0) }.joined(separator: " "))
        }
        states.remove(at: 2)
        #expect(states == expected)
    }

    @Test("a tranche due inside a period of the plan is looked at when that period has ended")
    func insideAPeriod() async throws {
        let plan = """
                components:
                  retention: {bonus: 100 RUB, when: sales > 0 RUB, defer: [{share: 100%, after: 45 days, when: sales < 50 RUB}], leaver: keep}
            """
        // Due on 18 March 2026 (1 February and 45 days); a sale of the 30th decides.
        let sales = "1,2026-01-12,anna,,1000,,\n2,2026-03-30,anna,,60,,\n"
        var company = try LedgerCompany(LedgerCompany.seller(plan, sales, ledger: "{period: week}"))
        try await company.post("2026-W05")
        try await company.post("2026-W12")
        #expect(try company.total(.deferred) == "100.00")
        try await company.post("2026-W14")
        #expect(try company.total(.forfeited) == "100.00")
    }
}
