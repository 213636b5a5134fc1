import Ledger
import Quantities
import Samples
import Testing

/// What holds of every ledger, whatever happens to it.
@Suite("Any history of postings and payments", .serialized)
struct HistoryTests {
    private static let seeds = UInt64(1)...100

    /// Goes through a history and shows every step with what it wrote.
    private func walk(_ history: RandomHistory, _ look: (RandomHistory.Step, [LedgerEntry], Book) throws -> Void) throws
    {
        var book = Book(history.rules)
        for step in history.steps {
            try look(step, try book.post(step.period, step.target), book)
            if step.isPaid { try book.pay(step.period) }
        }
    }

    @Test(
        "after each entry all accounts sum to zero, payable is never below zero, carried and drawn never above",
        arguments: seeds)
    func everyEntry(seed: UInt64) throws {
        let history = try RandomHistory(seed: seed)
        var book = Book(history.rules)
        for step in history.steps {
            try book.post(step.period, step.target)
            if step.isPaid { try book.pay(step.period) }
        }
        var balances = Balances()
        for entry in book.entries {
            #expect(entry.amount > 0)
            #expect(entry.from != entry.to)
            try balances.add(entry)
            #expect(balances.sum == 0)
            let pay = Obligation(person: entry.obligation.person, .pay)
            #expect(balances[pay, .payable] >= 0, "\(entry)")
            #expect(balances[pay, .carried] <= 0, "\(entry)")
            #expect(balances[entry.obligation, .drawn] <= 0, "\(entry)")
            // Nobody gives back what payroll handed out.
            #expect(entry.from != .paid)
        }
        #expect(balances == book.balances)
    }

    @Test("after a posting nothing is left accrued and everything stands where the target says", arguments: seeds)
    func target(seed: UInt64) throws {
        let history = try RandomHistory(seed: seed)
        try walk(history) { step, _, book in
            for person in history.people { #expect(book.balances.total(.accrued, of: person) == 0) }
            let known = Set(book.balances.accounts.keys).union(step.target.standings.keys)
            for obligation in known.filter(\.isAward) {
                let standing = step.target.standings[obligation] ?? .nothing
                #expect(-book.balances[obligation, .earned] == standing.earned)
                #expect(book.balances[obligation, .held] == standing.held)
                #expect(book.balances[obligation, .deferred] == standing.deferred)
                #expect(book.balances[obligation, .forfeited] == standing.forfeited)
            }
            for (obligation, owed) in step.target.owedDraws {
                #expect(-book.balances[obligation, .drawn] == owed)
            }
        }
    }

    @Test(
        "paid is what was earned less what is held, deferred, forfeited, payable, carried and drawn", arguments: seeds)
    func paid(seed: UInt64) throws {
        let history = try RandomHistory(seed: seed)
        try walk(history) { _, _, book in
            for person in history.people {
                let elsewhere: [Account] = [.held, .deferred, .forfeited, .payable, .accrued, .carried, .drawn]
                let rest = elsewhere.map { book.total($0, person) }.reduce(0, +)
                #expect(book.paid(person) == -book.total(.earned, person) - rest)
            }
        }
    }

    @Test("posting the same once more adds nothing", arguments: seeds)
    func twice(seed: UInt64) throws {
        try walk(try RandomHistory(seed: seed)) { step, _, book in
            var again = book
            let entries = try again.post(step.period, step.target)
            #expect(entries.isEmpty)
        }
    }

    @Test(
        "step by step or only the last: the same balances, and the same paid, payable and carried together",
        arguments: seeds)
    func path(seed: UInt64) throws {
        let history = try RandomHistory(seed: seed)
        var stepwise = Book(history.rules)
        for step in history.steps {
            try stepwise.post(step.period, step.target)
            if step.isPaid { try stepwise.pay(step.period) }
        }
        let last = try #require(history.steps.last)
        var atOnce = Book(history.rules)
        try atOnce.post(last.period, last.target)
        for obligation in stepwise.balances.accounts.keys.filter({ $0.matter != .pay }) {
            for account in [Account.earned, .held, .deferred, .forfeited, .drawn] {
                #expect(stepwise.balances[obligation, account] == atOnce.balances[obligation, account])
            }
        }
        for person in history.people {
            let pay: [Account] = [.paid, .payable, .carried]
            let first = pay.map { stepwise.total($0, person) }.reduce(0, +)
            let second = pay.map { atOnce.total($0, person) }.reduce(0, +)
            #expect(first == second)
        }
    }

    @Test("of a pay no more is recovered than the company's share of it", arguments: seeds)
    func recovery(seed: UInt64) throws {
        let history = try RandomHistory(seed: seed)
        try walk(history) { _, entries, _ in
            for person in history.people {
                let own = entries.filter { $0.obligation == Obligation(person: person, .pay) }
                let recovered = own.filter { $0.cause == .recovery }.map(\.amount).reduce(0, +)
                let settled = own.filter { $0.to == .payable }.map(\.amount).reduce(0, +)
                // Half a minor unit is rounded.
                #expect(recovered * 20 <= (recovered + settled) * Int64(2 * history.recoveryTenths) + 10)
            }
        }
    }

    @Test("the entries do not depend on the order in which awards are met", arguments: seeds)
    func order(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let history = try RandomHistory(seed: seed)
        var book = Book(history.rules)
        for step in history.steps {
            let posting = Posting(period: step.period, history.rules)
            var target = step.target
            // Dictionaries of another capacity, filled in another order, go through their keys in another order.
            target.standings = [Obligation: TargetBalance](minimumCapacity: 1_000)
            for (key, value) in step.target.standings.shuffled(using: &random) { target.standings[key] = value }
            let balances = try Balances(book.entries.shuffled(using: &random))
            let shuffled = try posting.entries(from: balances, to: target)
            #expect(try book.post(step.period, step.target) == shuffled)
        }
    }
}

extension Obligation {
    fileprivate var isAward: Bool {
        switch matter {
        case .award, .adjustment: true
        case .draw, .pay: false
        }
    }
}
