extension CompanyModel {
    /// The company with only some of its events: figures of those to whom all their events are left are what they are among all.
    ///
    /// A row is numbered anew among those that stay; its place among the given ones is its number. Identifiers and origins are not
    /// carried along, and references from one event to another keep the numbers of all events.
    ///
    /// - Parameter rows: By event kind the rows that stay, rising.
    public func keeping(_ rows: [[Int32]]) -> CompanyModel {
        var model = self
        for (event, rows) in rows.enumerated() { model.events[event] = events[event].keeping(rows) }
        for (number, kind) in splitKinds.enumerated() {
            model.splits[number] = splits[number].keeping(rows[kind.event])
        }
        return model
    }
}

extension EventTable {
    /// Some of the events; a column is loaded and gone through when somebody asks for its rows.
    fileprivate func keeping(_ rows: [Int32]) -> EventTable {
        let all = columns
        let some = all.indices.map { index in
            StoredColumn(
                bare: all.bare(index).withoutRows, shape: { all.shape(of: index).withoutRows },
                days: all.days(of: index),
                rows: { all[index].kept(rows) })
        }
        return EventTable(
            rowCount: rows.count, columns: EventColumns(some), keys: EventKeys(), conversions: [:], origins: { [] })
    }
}

extension SplitTable {
    /// The shares of some events, everybody's: what is divided is divided among all.
    fileprivate func keeping(_ rows: [Int32]) -> SplitTable {
        if rowCount == nil { return self }
        let all = self
        return SplitTable(rowCount: rows.count) {
            let all = all.loaded
            var offsets: [Int32] = [0]
            var persons: [Int32] = []
            var shares: [Int64] = []
            for row in rows {
                for part in all.range(of: Int(row)) {
                    persons.append(all.persons[part])
                    shares.append(all.shares[part])
                }
                offsets.append(Int32(truncatingIfNeeded: persons.count))
            }
            return SplitTable(offsets: offsets, persons: persons, shares: shares) ?? SplitTable()
        }
    }
}
