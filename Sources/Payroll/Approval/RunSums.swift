internal import Ledger
internal import Quantities
internal import Storage

/// Whether the entries that a run proposes bring its awards to what its lines say.
struct RunSums {
    private let run: StoredRun

    init(_ run: StoredRun) { self.run = run }

    /// Refuses a run whose entries and lines come apart.
    ///
    /// - Parameter balances: What stands where before its entries.
    /// - Throws: ``PayrollFailure/deviates(_:_:)``.
    func check(after balances: Balances) throws {
        var awarded: [Obligation: Int64] = [:]
        for line in run.lines {
            awarded[line.obligation] = try (awarded[line.obligation] ?? 0).sum(with: line.amount ?? 0)
        }
        var standing: [Obligation: Int64] = [:]
        for obligation in awarded.keys { standing[obligation] = balances[obligation, .earned] }
        for entry in run.entries where entry.from == .earned || entry.to == .earned {
            let obligation = entry.obligation
            guard let before = standing[obligation] else {
                // Awards of the period itself have a line; corrections and adjustments have none.
                guard entry.cause != .award else { throw deviation(obligation, lines: nil, entries: entry.amount) }
                continue
            }
            standing[obligation] = try before.sum(with: entry.from == .earned ? -entry.amount : entry.amount)
        }
        for (obligation, amount) in awarded.sorted(by: { $0.key < $1.key }) {
            let granted = try Int64(0).less(standing[obligation] ?? 0)
            if granted != amount { throw deviation(obligation, lines: amount, entries: granted) }
        }
    }

    private func deviation(_ obligation: Obligation, lines: Int64?, entries: Int64) -> PayrollFailure {
        guard case .award(let plan, let component, let period) = obligation.matter else {
            return .refused(.deviates(period: run.period, []))
        }
        let deviation = RunDeviation(
            person: obligation.person, item: "\(plan) · \(component) · \(period)", stored: entries, expected: lines,
            against: .lines)
        return .refused(.deviates(period: run.period, [deviation]))
    }
}
