import Accounts
import Periods
import Synchronization

/// What was asked of days before: rows do not change, so what was found of a day stays found.
///
/// The sums of all clients stand beside every single one, and a page asks for the same few days again and again.
final class AskedDays: Sendable {
    private struct Known {
        var markets: [CivilDay: SalesTrend?] = [:]
        var findings: [CivilDay: [PlacedFinding]] = [:]
        var managers: [CivilDay: Set<Key<Person>>] = [:]
    }

    private let known = Mutex(Known())
    /// So many days are kept of each.
    private static let most = 32

    func market(on day: CivilDay, _ make: () -> SalesTrend?) -> SalesTrend? {
        value(\.markets, day, make)
    }

    func findings(on day: CivilDay, _ make: () -> [PlacedFinding]) -> [PlacedFinding] {
        value(\.findings, day, make)
    }

    func managers(on day: CivilDay, _ make: () -> Set<Key<Person>>) -> Set<Key<Person>> {
        value(\.managers, day, make)
    }

    /// Two who ask at once may both make it: they make the same.
    private func value<Value: Sendable>(
        _ path: WritableKeyPath<Known, [CivilDay: Value]>, _ day: CivilDay, _ make: () -> Value
    ) -> Value {
        nonisolated(unsafe) let path = path
        if let found = known.withLock({ $0[keyPath: path][day] }) { return found }
        let made = make()
        known.withLock { known in
            if known[keyPath: path].count >= Self.most { known[keyPath: path] = [:] }
            known[keyPath: path][day] = made
        }
        return made
    }
}
