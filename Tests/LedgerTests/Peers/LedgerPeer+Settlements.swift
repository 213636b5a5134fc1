import Ledger
import Quantities
import Testing

extension LedgerPeer {
    /// Accruing, becoming due, settling, taking back (trytond_commission 8.2.0; OCA/commission@d9e3e8e, account_commission).
    static let settlements: [LedgerPeer] = [
        // trytond_commission tests/scenario_commission.rst: invoice 100 at 10 %, due on payment; agent and principal.
        LedgerPeer("C1-1", "pending 10.00 and 10.00; after the payment 10.00 and 10.00 are settled") {
            let plan = """
                    components:
                      commission: {commission: company(sales), rate: 10%, hold: {release: company(collected) >= 100 RUB}}
                """
            var company = try LedgerCompany(
                LedgerCompany.seller(
                    plan, "1,2026-01-31,agent,,100,2026-02-01,100\n", people: ["agent", "principal"],
                    metrics: "  collected: {unit: RUB, value: sum(sale.paid) where sale.paid_on is not empty}"))
            try await company.post("2026-01")
            let pending = try ["agent", "principal"].map { try company.total(.held, $0) }
            try await company.post("2026-02")
            let settled = try ["agent", "principal"].map { try company.total(.payable, $0) }
            return
                "pending \(pending[0]) and \(pending[1]); after the payment \(settled[0]) and \(settled[1]) are settled"
        },
        // trytond_commission tests/scenario_agent_selection.rst: agent of a customer from today; sale of yesterday.
        LedgerPeer("C1-7", "no agent; agent") {
            let plan = """
                    components:
                      commission: {commission: led, rate: 10%}
                """
            return try await ["2026-01-11", "2026-01-12"].asyncMap { day in
                var company = try LedgerCompany(
                    LedgerCompany.seller(
                        plan, "1,\(day),anna,lion,100,,\n",
                        metrics: "  led: {unit: RUB, value: sum(sale.amount), credit: 'team(sale.client, \"agent\")'}",
                        tables: ["teams.csv": "subject,role,person,from\nlion,agent,anna,2026-01-12\n"]))
                return try await company.post("2026-01").isEmpty ? "no agent" : "agent"
            }.joined(separator: "; ")
        },
        // tests/test_account_commission.py: 10 % of 1 000 settled and billed, then refunded in full.
        LedgerPeer(
            "C3-1", peer: "-100; alone a refund of 100; joined 0",
            stimul: "-100; alone 0 is paid and -100 carried; joined 0"
        ) {
            var texts: [String] = []
            for isPaid in [true, false] {
                var book = Book()
                try book.post("2026-01", Posting.Target([.commission("2026-01"): TargetBalance(earned: 100)]))
                if isPaid { try book.pay("2026-01") }
                let entries = try book.post("2026-02", Posting.Target([:]))
                let back = entries.filter { $0.to == .earned }.map(\.amount).reduce(0, +)
                if isPaid { texts.append("-\(back)") }
                texts.append(
                    isPaid
                        ? "alone \(book.total(.payable)) is paid and \(book.total(.carried)) carried"
                        : "joined \(book.total(.payable) + book.total(.carried))")
            }
            return texts.joined(separator: "; ")
        },
        // The same: two months of one agent, in one bill or in two.
        LedgerPeer("C3-3", "1; 2") {
            try [false, true].map { paysEach in
                var book = Book()
                let first: [Obligation: TargetBalance] = [.commission("2026-01"): TargetBalance(earned: 100)]
                try book.post("2026-01", Posting.Target(first))
                if paysEach { try book.pay("2026-01") }
                let second = first.merging([.commission("2026-02"): TargetBalance(earned: 50)]) { $1 }
                try book.post("2026-02", Posting.Target(second))
                try book.pay("2026-02")
                return "\(book.entries.filter { $0.cause == .payment }.count)"
            }.joined(separator: "; ")
        },
        // The same: change a settled line, delete or cancel an invoiced settlement.
        LedgerPeer("C3-5", "refused; refused; refused") {
            try [
                approval, approval + [PeriodStep(.pay, by: "litvinova")], paid + [PeriodStep(.close, by: "litvinova")],
            ]
            .map { steps in
                var life = try PeriodLife("2026-01", after: steps)
                let state = life.state
                do {
                    try life.take(PeriodStep(.calculate, by: "belov", run: "r2"))
                    return "changed"
                } catch LifeCycleRefusal.outOfOrder("2026-01", state, .calculate) {
                    return "refused"
                }
            }.joined(separator: "; ")
        },
        // The same: delete the bill of a settlement; cancel it.
        LedgerPeer("C3-6", peer: "settled", stimul: "open, and 100 stay paid") {
            try await reopened("the bill was deleted")
        },
        LedgerPeer("C3-7", peer: "invoice exception", stimul: "open, and 100 stay paid") {
            try await reopened("the bill was cancelled")
        },
        // OCA/commission PR #309: cancel an invoice whose commission is settled.
        LedgerPeer("C3-10", peer: "refused", stimul: "-100.00 posted in 2026-02") {
            let plan = """
                    components:
                      commission: {commission: sales, rate: 10%}
                """
            var company = try LedgerCompany(LedgerCompany.seller(plan, "1,2026-01-12,anna,,1000,,\n"))
            try await company.post("2026-01")
            try company.pay("2026-01")
            try company.learn(LedgerCompany.seller(plan))
            let entries = try await company.post("2026-02")
            let correction = try #require(entries.first { $0.cause == .correction })
            #expect(correction.to == .earned)
            return try "\(company.total(.carried)) posted in \(correction.period)"
        },
    ]

    private static let approval = [
        PeriodStep(.calculate, by: "belov", run: "r1"), PeriodStep(.review, by: "belov"),
        PeriodStep(.approve, by: "litvinova", run: "r1"), PeriodStep(.approve, by: "orlova", run: "r1"),
    ]

    private static let paid = approval + [PeriodStep(.pay, by: "litvinova")]

    /// What becomes of a paid period of 100 whose payment turns out to be void.
    private static func reopened(_ reason: String) async throws -> String {
        var book = Book()
        let target = Posting.Target([.commission("2026-01"): TargetBalance(earned: 100)])
        try book.post("2026-01", target)
        try book.pay("2026-01")
        var life = try PeriodLife("2026-01", after: paid)
        try life.take(PeriodStep(.reopen, by: "litvinova", reason: reason))
        // Posted again, nothing is owed twice.
        try book.post("2026-01", target)
        return "\(life.state.rawValue), and \(book.paid()) stay paid"
    }
}

extension Sequence {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
