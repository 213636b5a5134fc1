internal import Company

/// Which events name an event: its payments, by the row of the sale.
final class NamingEvents {
    let references: [EventReference]
    private let model: CompanyModel
    /// By reference the rows as they were read; put together when somebody asks for them first.
    private var read: [EventReference: Rows] = [:]
    /// By reference and named row the rows that have come to name it since.
    private var since: [EventReference: [Int64: [Int]]] = [:]

    /// Rows ordered by the row they name.
    private struct Rows {
        let offsets: [Int32]
        let rows: [Int32]

        init(_ named: [Int32], count: Int) {
            var offsets = [Int32](repeating: 0, count: count + 1)
            for row in named where row >= 0 { offsets[Int(row) + 1] += 1 }
            for row in 0..<count { offsets[row + 1] += offsets[row] }
            var next = offsets
            var rows = [Int32](repeating: 0, count: Int(offsets[count]))
            for (row, other) in named.enumerated() where other >= 0 {
                rows[Int(next[Int(other)])] = Int32(truncatingIfNeeded: row)
                next[Int(other)] += 1
            }
            self.offsets = offsets
            self.rows = rows
        }

        func of(_ named: Int) -> [Int] {
            guard named + 1 < offsets.count else { return [] }
            return rows[Int(offsets[named])..<Int(offsets[named + 1])].map { Int($0) }
        }
    }

    init(_ model: CompanyModel) {
        self.model = model
        references = model.eventReferences
    }

    /// Notes whom an event names now.
    func put(_ move: LiveEvents.Move) {
        for reference in references where reference.event == move.event {
            guard let named = move.after?.values[reference.field], named != EventVersion.none,
                named != move.before?.values[reference.field]
            else { continue }
            since[reference, default: [:]][named, default: []].append(move.row)
        }
    }

    /// The rows that name an event, or once did, in their order.
    func rows(_ event: Int, _ field: Int, naming named: Int) -> [Int] {
        guard let reference = references.first(where: { $0.event == event && $0.field == field }) else { return [] }
        return rows(reference, named)
    }

    private func rows(_ reference: EventReference, _ named: Int) -> [Int] {
        var known = read[reference]
        if known == nil, case .record(let rows) = model.events[reference.event].columns[reference.field] {
            known = Rows(rows, count: model.events[reference.named].rowCount)
            read[reference] = known
        }
        let old = known?.of(named) ?? []
        guard let new = since[reference]?[Int64(named)] else { return old }
        return Set(old + new).sorted()
    }

    /// By kind the events that name the event of a change; only of kinds that take something from it, unless it is cancelled.
    func followers(
        of change: EventChange, _ version: (Int, Int) -> EventVersion?
    ) -> [(event: Int, rows: [Int])] {
        var followers: [Int: Set<Int>] = [:]
        for reference in references where reference.named == change.event {
            guard change.version == nil || takes(reference) else { continue }
            for row in rows(reference, change.row)
            where version(reference.event, row)?.values[reference.field] == Int64(change.row) {
                followers[reference.event, default: []].insert(row)
            }
        }
        return followers.sorted { $0.key < $1.key }.map { (event: $0.key, rows: $0.value.sorted()) }
    }

    /// Whether something is taken through a reference.
    private func takes(_ reference: EventReference) -> Bool {
        model.eventKinds[reference.event].gathered.contains { $0.reference == reference.field && $0.field != nil }
            || model.splitKinds.contains {
                $0.event == reference.event && $0.inherited?.reference == reference.field
            }
    }
}
