public import Accounts
import Messages
public import Periods
public import Quantities

/// Everything that the rows say of one client, on any day.
public struct AccountRecord: Sendable {
    /// The client.
    public let client: Key<Client>
    /// What the client is to us, by day.
    public internal(set) var standings: [Standing] = []
    /// Who is the account manager, by day.
    public internal(set) var managers: [Dated<Key<Person>>] = []
    /// The people at the client.
    public internal(set) var contacts: [Contact] = []
    /// How they stand to us.
    public internal(set) var relations: [Relation] = []
    /// The touches, by time.
    public internal(set) var touches: [Touch] = []
    /// The claims.
    public internal(set) var claims: [Claim] = []
    /// Orders and returns, by day.
    public internal(set) var trades: [AccountSource.Trade] = []
    var promises: [PromiseRow] = []
    var meetings: [MeetingRow] = []
    var wallets: [WalletRow] = []
    var factors: [FactorRow] = []
    var risks: [Risk] = []
    var facts: [FactRow] = []
    var answers: [AnswerRow] = []
    var incentives: [IncentiveRow] = []
    var plans: [PlanRow] = []
    var ladder = LadderRows()
    /// Norm and calls; `nil` for a client that was never looked after.
    public internal(set) var calls: CallNorm?

    init(_ client: Key<Client>) {
        self.client = client
    }

    /// The days on which the client is looked after.
    public var daysLookedAfter: [DayRange] {
        standings.dated.filter { $0.value.status.isLookedAfter }.map(\.validity)
    }

    /// What the client is to us on a day; `nil` before the first row.
    public func standing(on day: CivilDay) -> Standing? { standings.standing(on: day) }

    /// Who looks after the client on a day.
    public func manager(on day: CivilDay) -> Key<Person>? { managers.person(on: day) }

    /// Orders less returns of some days.
    public func sales(in range: DayRange) throws(QuantityError) -> FixedDecimal {
        try trades(in: range).map(\.amount).total()
    }

    /// Orders and returns of some days; the list is in order.
    func trades(in range: DayRange) -> ArraySlice<AccountSource.Trade> {
        let first = trades.indices.partitioningIndex { trades[$0].day >= range.from }
        let end = trades.indices.partitioningIndex { trades[$0].day >= range.until }
        return trades[first..<max(first, end)]
    }

    /// The newest touch by a day.
    public func lastTouch(on day: CivilDay) -> Touch? { touches.last { $0.at.day <= day } }
}

extension AccountBook {
    /// The promises of a client as they stood on a day.
    public func promises(of record: AccountRecord, on day: CivilDay) -> [Promise] {
        record.promises.compactMap { promise($0, among: record.promises, on: day) }
    }

    /// A promise as it stood; rows that break a rule are faults and in no record.
    func promise(_ row: PromiseRow, among rows: [PromiseRow], on day: CivilDay) -> Promise? {
        let other = row.state == .renegotiated ? rows.first { $0.replaces == row.id }.flatMap { try? $0.given() } : nil
        return try? row.promise(on: day, other: other, source.calendar, notice: rules.thresholds.promiseNotice)
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first place from which on a condition holds that, once it holds, holds to the end.
    func partitioningIndex(_ isBehind: (Index) -> Bool) -> Index {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isBehind(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
