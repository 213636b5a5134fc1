import Ledger
import Payroll
import Storage
import Testing

/// What holds of every company, whatever happens to it.
@Suite("Any history of a company")
struct PayrollHistoryTests {
    private static let seeds = UInt64(1)...50
    /// The rate of the commission in the text that the companies begin with.
    private static let firstRate = 10

    @Test(
        "sums are zero, closed entries stay, nobody is paid below zero; everything at once ends where step by step did",
        arguments: seeds)
    func history(seed: UInt64) async throws {
        let payroll = RandomPayroll(seed: seed)
        let company = try PayCompany(payroll.text)
        var rates: [String: Int] = [:]
        var rate = Self.firstRate
        var before: [PostedEntry] = []
        for step in payroll.steps {
            if case .rate(let percent) = step {
                try company.rewrite(RandomPayroll.rate(rate), RandomPayroll.rate(percent))
                rate = percent
            }
            if case .month(let period, _) = step { rates[period] = rate }
            try await take(step, company)
            let after = try company.workspace.read { try $0.entries() }
            #expect(Array(after.prefix(before.count)) == before)
            #expect(after.dropFirst(before.count).allSatisfy { $0.entry.period == step.period })
            before = after
            try check(company, payroll.people)
        }
        #expect(try company.workspace.audit().isSound)

        let atOnce = try await replayed(payroll, rates)
        let (first, second) = (try company.balances, try atOnce.balances)
        let obligations = Set(first.accounts.keys).union(second.accounts.keys).filter { $0.matter != .pay }
        for obligation in obligations {
            for account in [Account.earned, .held, .deferred, .forfeited, .drawn] {
                #expect(first[obligation, account] == second[obligation, account], "\(obligation) \(account)")
            }
        }
    }

    private func take(_ step: RandomPayroll.Step, _ company: PayCompany) async throws {
        switch step {
        case .rows(let tables):
            try company.learn(tables)
        case .adjust(let person, let period, let roubles, let kind):
            try company.adjust(person, period, roubles, kind)
        case .rate: break
        case .month(let period, let isPaid):
            try await company.approve(period)
            if isPaid {
                try company.cycle.pay(period, by: "olga")
                try closeInOrder(period, company)
            }
        case .reopen(let period):
            try company.cycle.reopen(period, reason: "to look again", by: "olga")
        }
    }

    /// A month stays open while an earlier one is not closed, which is refused and changes nothing.
    private func closeInOrder(_ period: String, _ company: PayCompany) throws {
        do {
            try company.cycle.close(period, by: "olga")
        } catch {
            guard case .refused(.earlierUnclosed(period, _, _)) = error else { throw error }
        }
    }

    private func check(_ company: PayCompany, _ people: [String]) throws {
        let balances = try company.balances
        #expect(balances.sum == 0)
        for person in people {
            func total(_ account: Account) -> Int128 { balances.total(account, of: person) }
            let elsewhere: [Account] = [.held, .deferred, .forfeited, .payable, .accrued, .carried, .drawn]
            #expect(total(.paid) == -total(.earned) - elsewhere.map(total).reduce(0, +))
            #expect(total(.accrued) == 0)
            #expect(total(.payable) >= 0)
            #expect(total(.paid) >= 0)
            #expect(total(.carried) <= 0)
            #expect(total(.drawn) <= 0)
        }
    }

    /// The same company that knows everything from the start; each month has the rules it was last posted with.
    private func replayed(_ payroll: RandomPayroll, _ rates: [String: Int]) async throws -> PayCompany {
        let company = try PayCompany(payroll.text)
        for step in payroll.steps {
            switch step {
            case .rows, .adjust: try await take(step, company)
            case .rate, .month, .reopen: break
            }
        }
        var rate = Self.firstRate
        for (period, percent) in rates.sorted(by: { $0.key < $1.key }) {
            try company.rewrite(RandomPayroll.rate(rate), RandomPayroll.rate(percent))
            rate = percent
            try await company.approve(period)
        }
        return company
    }
}

extension RandomPayroll.Step {
    /// The period in which it posts.
    fileprivate var period: String? {
        switch self {
        case .month(let period, _): period
        case .rows, .adjust, .rate, .reopen: nil
        }
    }
}
