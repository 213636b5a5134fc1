internal import Messages
public import Quantities

/// What became of clients who were key a year ago: new ones and easy ones handed over are not in it.
///
///     5 → 5.6, 3 → 2.4, 1.2 → 0, .8 → .95 m   // GRR 82.0 %, NRR 89.5 %, 3 of 4 clients
public struct Cohort: Hashable, Sendable {
    /// Each client's sales a year before and now.
    public let pairs: [Pair]

    /// One client, or one client's month.
    public struct Pair: Hashable, Sendable {
        /// Whose.
        public let client: Key<Client>
        /// Sales less returns a year before; below 0 counts 0.
        public let before: FixedDecimal
        /// Sales less returns now; below 0 counts 0.
        public let now: FixedDecimal

        /// A client's sales then and now.
        public init(_ client: Key<Client>, before: FixedDecimal, now: FixedDecimal) {
            (self.client, self.before, self.now) = (client, max(before, .zero), max(now, .zero))
        }
    }

    /// A cohort of pairs.
    public init(_ pairs: [Pair]) {
        self.pairs = pairs
    }

    /// The cohort that rows of months make: those with a year before.
    public init(_ months: some Sequence<AccountMonth>) {
        pairs = months.compactMap { month in month.before.map { Pair(month.client, before: $0, now: month.sales) } }
    }

    /// Gross retention: Σ min(now, before) ÷ Σ before.
    public func gross() throws(NoFigure) -> FixedDecimal {
        try share(of: pairs.map { min($0.now, $0.before) })
    }

    /// Net retention: Σ now ÷ Σ before.
    public func net() throws(NoFigure) -> FixedDecimal {
        try share(of: pairs.map(\.now))
    }

    /// Clients that still buy ÷ clients that bought.
    public func logos() throws(NoFigure) -> FixedDecimal {
        let bought = Set(pairs.filter { $0.before > .zero }.map(\.client))
        let buying = Set(pairs.filter { $0.now > .zero }.map(\.client))
        return try Exact.share(bought.intersection(buying).count, of: bought.count, Self.name)
    }

    private func share(of amounts: [FixedDecimal]) throws(NoFigure) -> FixedDecimal {
        try Exact.share(try Exact.sum(amounts), of: try Exact.sum(pairs.map(\.before)), Self.name)
    }

    private static let name = LocalizedText(en: "sales a year before", ru: "продажи год назад")
}
