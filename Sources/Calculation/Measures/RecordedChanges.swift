internal import Company
internal import Periods

/// Targets and entered values that were changed since the company was read; not for several threads at once.
final class RecordedChanges {
    private var values: [RecordedTable: [RecordedValues.Key: RecordedValue?]] = [:]
    /// The metrics and periods of changed targets.
    private var targets: Set<TargetKey> = []

    private var kinds: [RecordedTable: RecordedKinds] = [:]

    /// For periods of which kinds values of a metric were changed.
    func kinds(_ table: RecordedTable, _ metric: Int, _ subject: RecordedSubject) -> PeriodKinds {
        kinds[table]?.kinds(of: metric, subject) ?? []
    }

    private struct TargetKey: Hashable {
        let metric: Int
        let period: Period
    }

    /// What a value is now, `nil` inside when there is none any more; `nil` when it is as it was read.
    func value(_ table: RecordedTable, _ key: RecordedValues.Key) -> RecordedValue?? {
        guard let own = values[table] else { return nil }
        return own[key]
    }

    func put(_ value: RecordedValue?, _ table: RecordedTable, _ key: RecordedValues.Key) {
        values[table, default: [:]][key] = .some(value)
        kinds[table, default: RecordedKinds()].insert(key)
        if table == .targets { targets.insert(TargetKey(metric: key.metric, period: key.period)) }
    }

    /// Whether somebody's target of a metric for a period is not as it was read.
    func concern(target metric: Int, _ period: Period) -> Bool {
        targets.contains(TargetKey(metric: metric, period: period))
    }
}
