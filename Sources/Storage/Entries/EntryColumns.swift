internal import Ledger

extension PayItem {
    /// The kinds as they are kept.
    enum Kind: String { case award, adjustment, draw, pay }

    /// The matter as columns: its kind, plan, component, the period that earned it, the adjustment's number.
    var values: [SQLValue] {
        switch self {
        case .award(let plan, let component, let period): Self.values(.award, plan, component, period)
        case .adjustment(let number): Self.values(.adjustment, adjustment: number)
        case .draw(let plan): Self.values(.draw, plan)
        case .pay: Self.values(.pay)
        }
    }

    private static func values(
        _ kind: Kind, _ plan: String = "", _ component: String = "", _ period: String = "", adjustment: Int64? = nil
    ) -> [SQLValue] {
        [.text(kind.rawValue), .text(plan), .text(component), .text(period), .optional(adjustment)]
    }
}

extension LedgerEntry {
    /// The columns that ``ReadTransaction/entry(_:)`` reads, as a query lists them.
    static let columns = "\(obligationColumns), period, cause, from_account, to_account, amount"
    /// The columns that ``ReadTransaction/obligation(_:)`` reads.
    static let obligationColumns = "person, matter, plan, component, origin_period, adjustment"

    /// The values after number and record, in the order of the table.
    func values(run: Int64) -> [SQLValue] {
        [.integer(run), .text(period), .text(obligation.person)] + obligation.matter.values
            + [.text(cause.rawValue), .text(from.rawValue), .text(to.rawValue), .integer(amount)]
    }
}

extension ReadTransaction {
    /// The obligation in the first columns of a row.
    func obligation(_ row: SQLStatement) throws(StorageFailure) -> Obligation {
        let kind = try connection.decoded(row.text(1), as: PayItem.Kind.self)
        let matter: PayItem =
            switch kind {
            case .award: .award(plan: row.text(2), component: row.text(3), period: row.text(4))
            case .adjustment: .adjustment(row.integer(5))
            case .draw: .draw(plan: row.text(2))
            case .pay: .pay
            }
        return Obligation(person: row.text(0), matter)
    }

    /// The entry in the first columns of a row.
    func entry(_ row: SQLStatement) throws(StorageFailure) -> LedgerEntry {
        LedgerEntry(
            period: row.text(6), try obligation(row), try connection.decoded(row.text(7), as: LedgerEntry.Cause.self),
            from: try connection.decoded(row.text(8), as: Account.self),
            to: try connection.decoded(row.text(9), as: Account.self), amount: row.integer(10))
    }
}
