internal import Company
internal import Synchronization

/// What events are that are not as their tables have them.
final class EventVersions: Sendable {
    private struct Row: Hashable {
        let event: Int
        let row: Int
    }

    private let versions = Mutex<[Row: EventVersion?]>([:])

    /// What an event is now, `nil` inside when it is cancelled; `nil` when it is as its table has it.
    func version(_ event: Int, _ row: Int) -> EventVersion?? { versions.withLock { $0[Row(event: event, row: row)] } }

    func put(_ change: EventChange) {
        versions.withLock { $0[Row(event: change.event, row: change.row)] = .some(change.version) }
    }

    /// Lets an event be again as its table has it.
    func forget(_ change: EventChange) {
        versions.withLock { _ = $0.removeValue(forKey: Row(event: change.event, row: change.row)) }
    }

    /// All of them, by kind and row.
    var changes: [EventChange] {
        versions.withLock { $0 }
            .map { EventChange(event: $0.key.event, row: $0.key.row, version: $0.value) }
            .sorted { ($0.event, $0.row) < ($1.event, $1.row) }
    }
}
