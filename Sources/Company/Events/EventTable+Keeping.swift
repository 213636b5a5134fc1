internal import Periods

extension EventTable {
    /// Drops what an amount was converted from where it is another one now; call it before the amounts change.
    mutating func forget(_ changes: [EventChange], _ kind: EventKind) {
        for (column, conversions) in conversions {
            let other = changes.filter { change in
                guard let version = change.version, conversions.conversion(of: change.row) != nil else { return false }
                return columns[column].number(at: change.row) != version.values[column]
            }
            if !other.isEmpty { self.conversions[column] = conversions.without(Set(other.map(\.row))) }
        }
    }

    /// Leaves the identifiers, origins and conversions of only some rows, which rise; the columns are left alone.
    mutating func keepNames(_ rows: [Int]) {
        origins = origins.kept(rows)
        keys = keys.kept(rows)
        conversions = conversions.mapValues { $0.kept(rows) }
    }
}

extension [EventTable.Origin] {
    /// The runs of some rows; rows that came from no file are in none.
    fileprivate func kept(_ rows: [Int]) -> [EventTable.Origin] {
        var kept: [EventTable.Origin] = []
        for (place, row) in rows.enumerated() {
            guard let number = lastIndex(where: { $0.firstRow <= row }) else { continue }
            let (origin, offset) = (self[number], row - self[number].firstRow)
            guard origin.lines.indices.contains(offset) else { continue }
            if let last = kept.last, last.file == origin.file, last.firstRow + last.lines.count == place {
                kept[kept.count - 1].lines.append(origin.lines[offset])
            } else {
                kept.append(EventTable.Origin(file: origin.file, firstRow: place, lines: [origin.lines[offset]]))
            }
        }
        return kept
    }
}

extension EventKeys {
    /// The identifiers of some rows; those that were added have none.
    fileprivate func kept(_ rows: [Int]) -> EventKeys {
        let parts = self.parts
        var kept = KeyColumn()
        var part = 0
        for row in rows {
            while part + 1 < parts.count, parts[part + 1].firstRow <= row { part += 1 }
            if parts.indices.contains(part) { kept.append(row - parts[part].firstRow, of: parts[part].keys) }
        }
        var keys = EventKeys()
        keys.parts = [(firstRow: 0, keys: kept)]
        return keys
    }
}

extension KeyColumn {
    /// Adds the text of a row of another column; an empty one for a row that is not there.
    mutating func append(_ row: Int, of other: KeyColumn) {
        if let range = other.range(of: row) { bytes.append(contentsOf: other.bytes[range]) }
        offsets.append(bytes.count)
    }
}

extension Conversions {
    /// Those of all rows but some.
    fileprivate func without(_ rows: Set<Int>) -> Conversions {
        renumbered { rows.contains($0) ? nil : $0 }
    }

    /// Those of some rows, which rise, by their new places.
    fileprivate func kept(_ kept: [Int]) -> Conversions {
        renumbered { row in
            let place = kept.indices.partitioningIndex { kept[$0] >= row }
            return place < kept.count && kept[place] == row ? place : nil
        }
    }

    private func renumbered(_ place: (Int) -> Int?) -> Conversions {
        var other = Conversions()
        for (number, row) in rows.enumerated() {
            guard let place = place(Int(row)) else { continue }
            other.append(row: Int32(truncatingIfNeeded: place), amounts[number], rates[Int(rateNumbers[number])])
        }
        return other
    }
}
