internal import Company
internal import Periods

/// A line that takes its place among those of a person.
struct NewLine {
    /// The event's row.
    let row: Int32
    /// ``EventColumn/emptyDay`` when it has none.
    let day: Int32
    /// The credited share in 10^-9.
    let share: Int32
    /// The event as it is now.
    let version: EventVersion

    fileprivate func value(_ source: LineTable.Source) -> Int64 {
        if case .field(let field) = source { version.values[field] } else { EventVersion.none }
    }
}

extension LineTable {
    /// The lines of one person, who is the only one of the table; they stay where they lie.
    func lines(of person: Int) -> LineTable {
        let lines = positions(of: person..<person + 1)
        return LineTable(
            key, offsets: FlatColumn([0, Int64(lines.count)]), rows: rows[lines], days: days[lines],
            shares: shares.map { $0[lines] }, shareRange: shareRange,
            columns: columns.mapValues { Column($0.values[lines], scale: $0.scale) })
    }

    /// The same lines of one person without those of an event, and with another one; `nil` when a value lies further out than values
    /// are expected to. What does not change is not copied.
    func replacing(_ event: Int32?, with line: NewLine?) -> LineTable? {
        let old = event.flatMap { event in (0..<count).first { rows.base[$0] == event } }
        guard let line else { return old.map { replacing($0..<$0 + 1, with: nil) } ?? self }
        var place = (0..<count).partitioningIndex { (days.base[$0], rows.base[$0]) >= (line.day, line.row) }
        guard let old else { return replacing(place..<place, with: line) }
        // Where it belongs when the old one is out.
        if place > old { place -= 1 }
        if place == old { return replacing(old..<old + 1, with: line) }
        return replacing(old..<old + 1, with: nil)?.replacing(place..<place, with: line)
    }

    private func replacing(_ places: Range<Int>, with line: NewLine?) -> LineTable? {
        var columns = columns
        for (source, column) in self.columns {
            guard let values = column.values.replacing(places, with: line?.value(source)) else { return nil }
            columns[source]?.values = values
        }
        let rows = rows.replacing(places, with: line?.row)
        return LineTable(
            key, offsets: rows.count == count ? offsets : FlatColumn([0, Int64(rows.count)]), rows: rows,
            days: days.replacing(places, with: line?.day),
            shares: shares.map { $0.replacing(places, with: line?.share) }, shareRange: shareRange, columns: columns)
    }
}

extension LineColumn {
    /// The values of a stretch, where they lie.
    subscript(lines: Range<Int>) -> LineColumn {
        let stored: Stored =
            switch stored {
            case .one(let column): .one(column[lines])
            case .two(let column): .two(column[lines])
            case .four(let column): .four(column[lines])
            case .eight(let column): .eight(column[lines])
            }
        return LineColumn(stored, base: base, mayBeEmpty: mayBeEmpty, range: range)
    }

    /// The same values with one in place of those of a stretch, or with none; wider where it needs that. `nil` when it is not
    /// expected.
    func replacing(_ places: Range<Int>, with value: Int64?) -> LineColumn? {
        if let value {
            guard value == Self.empty ? mayBeEmpty : expectedRange.contains(value) else { return nil }
            if places.count == 1, self[places.lowerBound] == value { return self }
        }
        let stored: Stored? =
            switch stored {
            case .one(let column): replaced(column, places, value).map { .one($0) }
            case .two(let column): replaced(column, places, value).map { .two($0) }
            case .four(let column): replaced(column, places, value).map { .four($0) }
            case .eight(let column): replaced(column, places, value).map { .eight($0) }
            }
        if let stored { return LineColumn(stored, base: base, mayBeEmpty: mayBeEmpty, range: range) }
        let wide = FlatColumn(values(0..<count)).replacing(places, with: value)
        return LineColumn(.eight(wide), base: 0, mayBeEmpty: mayBeEmpty, range: range)
    }

    /// `nil` when the value is too wide.
    private func replaced<Narrow: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ column: FlatColumn<Narrow>, _ places: Range<Int>, _ value: Int64?
    ) -> FlatColumn<Narrow>? {
        guard let value else { return column.replacing(places, with: nil) }
        if value == Self.empty { return column.replacing(places, with: Narrow.min) }
        let (offset, overflow) = value.subtractingReportingOverflow(base)
        guard !overflow, let narrow = Narrow(exactly: offset), narrow != Narrow.min else { return nil }
        return column.replacing(places, with: narrow)
    }
}

extension FlatColumn where Value: Equatable {
    /// The same values with one in place of those of a stretch, or with none.
    func replacing(_ places: Range<Int>, with value: Value?) -> FlatColumn {
        if let value, places.count == 1, self[places.lowerBound] == value { return self }
        let (before, after) = (self[0..<places.lowerBound], self[places.upperBound..<count])
        return FlatColumn(count: before.count + (value == nil ? 0 : 1) + after.count) { target in
            var end = target.update(fromContentsOf: before.values)
            if let value {
                target.initializeElement(at: end, to: value)
                end += 1
            }
            _ = target[end...].update(fromContentsOf: after.values)
        }
    }
}
