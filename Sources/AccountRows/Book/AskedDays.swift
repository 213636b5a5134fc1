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
        var own: [PersonDay: [PlacedFinding]] = [:]
    }

    private struct PersonDay: Hashable {
        let person: Key<Person>
        let day: CivilDay
    }

    private let known = Mutex(Known())
    /// So many days are kept of each.
    private static let most = 32
    /// So many people with a day each.
    private static let mostPeople = 1_000

    func market(on day: CivilDay, _ make: () -> SalesTrend?) -> SalesTrend? {
        value(\.markets, day, Self.most, make)
    }

    func findings(on day: CivilDay, _ make: () -> [PlacedFinding]) -> [PlacedFinding] {
        value(\.findings, day, Self.most, make)
    }

    func managers(on day: CivilDay, _ make: () -> Set<Key<Person>>) -> Set<Key<Person>> {
        value(\.managers, day, Self.most, make)
    }

    func findings(for person: Key<Person>, on day: CivilDay, _ make: () -> [PlacedFinding]) -> [PlacedFinding] {
        value(\.own, PersonDay(person: person, day: day), Self.mostPeople, make)
    }

    /// Two who ask at once may both make it: they make the same.
    private func value<Asked: Hashable, Value: Sendable>(
        _ path: WritableKeyPath<Known, [Asked: Value]>, _ day: Asked, _ most: Int, _ make: () -> Value
    ) -> Value {
        nonisolated(unsafe) let path = path
        if let found = known.withLock({ $0[keyPath: path][day] }) { return found }
        let made = make()
        known.withLock { known in
            if known[keyPath: path].count >= most { known[keyPath: path] = [:] }
            known[keyPath: path][day] = made
        }
        return made
    }
}
