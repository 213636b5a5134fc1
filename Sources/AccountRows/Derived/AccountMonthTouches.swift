public import Accounts
internal import Periods

extension AccountBook {
    /// A touch with the days of a month that it keeps in the norm.
    public struct CoveringTouch: Hashable, Sendable {
        /// The touch.
        public let touch: Key<Touch>
        /// Its days.
        public let days: Int
    }

    /// The touches by which days of a month's row are in the norm, in order. Of several that count on one day the first stands for all,
    /// as they count as one.
    public func touches(covering row: AccountMonthRow) -> [CoveringTouch] {
        guard let record = records[row.client], let calls = record.calls else { return [] }
        let contacts = contactsByKey()
        let asked = (record.touches.filter { $0.direction == .in }.map(\.at.day) + record.claims.map(\.openedOn))
            .sorted()
        return calls.covering(row.range).compactMap { covering in
            record.touches.first { touch in
                touch.at.day == covering.call
                    && rules.calls.miss(touch, contacts: contacts, asked: asked, source.calendar) == nil
            }.map { CoveringTouch(touch: $0.id, days: covering.days) }
        }
    }
}
