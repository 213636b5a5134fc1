import Company
import Ledger
import Quantities

/// A ledger under test: what was posted and paid, and what stands where. Amounts are whole roubles, to be read easily.
struct Book {
    private(set) var entries: [LedgerEntry] = []
    private(set) var balances = Balances()
    var rules = LedgerRules()

    init(_ rules: LedgerRules = LedgerRules()) { self.rules = rules }

    /// Posts a target in a pay period; gives what was written.
    @discardableResult
    mutating func post(_ period: String, _ target: Posting.Target) throws(QuantityError) -> [LedgerEntry] {
        try write(try Posting(period: period, rules).entries(from: balances, to: target))
    }

    /// Hands to payroll what is payable; gives what was written.
    @discardableResult
    mutating func pay(_ period: String) throws(QuantityError) -> [LedgerEntry] {
        try write(Posting(period: period, rules).payment(balances))
    }

    private mutating func write(_ new: [LedgerEntry]) throws(QuantityError) -> [LedgerEntry] {
        for entry in new { try balances.add(entry) }
        entries += new
        return new
    }

    /// What stands in an account for a person.
    func total(_ account: Account, _ person: String = "anna") -> Int { Int(balances.total(account, of: person)) }

    /// What has been handed to a person so far.
    func paid(_ person: String = "anna") -> Int { total(.paid, person) }
}

extension Posting.Target {
    /// A target of awards, of which those of one period are its own.
    init(_ standings: [Obligation: TargetBalance], own period: String = "", owed: [Obligation: Int64] = [:]) {
        self.init()
        self.standings = standings
        self.owedDraws = owed
        own = Set(
            standings.keys.filter {
                if case .award(_, _, period) = $0.matter { true } else { false }
            })
    }
}

extension Obligation {
    /// The commission of one person for a period.
    static func commission(_ period: String, _ person: String = "anna") -> Obligation {
        Obligation(person: person, .award(plan: "seller", component: "commission", period: period))
    }

    static func draw(_ person: String = "anna") -> Obligation { Obligation(person: person, .draw(plan: "seller")) }

    static func pay(_ person: String = "anna") -> Obligation { Obligation(person: person, .pay) }
}

extension LedgerEntry {
    /// `correction: accrued → earned 27000`
    var text: String { "\(cause.rawValue): \(from.rawValue) → \(to.rawValue) \(amount)" }
}

/// A decimal of a test: `0.25`.
func exactly(_ text: String) throws -> FixedDecimal { try FixedDecimal(parsing: text) }
