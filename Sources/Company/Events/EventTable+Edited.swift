internal import Periods
internal import Quantities

extension EventTable {
    /// The same events with other columns.
    func with(_ columns: EventColumns) -> EventTable {
        var table = self
        table.columns = columns
        return table
    }

    /// The table after edits, with columns that were edited already.
    ///
    /// Identifiers and origins are put together when somebody asks for them. A row that was kept stands in the file named after its
    /// kind, one line for each row below the first.
    func edited(_ edits: EventEdits, _ news: EventTable, _ columns: EventColumns, kind: EventKind) -> EventTable {
        let (keys, file) = (keys, kind.name + ".csv")
        let count = edits.count
        return EventTable(
            rowCount: count, columns: columns, keys: EventKeys { [(firstRow: 0, keys: keys.edited(edits, news.keys))] },
            conversions: conversions(edits, news),
            origins: {
                count == 0
                    ? []
                    : [Origin(file: file, firstRow: 0, lines: (0..<Int32(truncatingIfNeeded: count)).map { $0 + 2 })]
            })
    }

    private func conversions(_ edits: EventEdits, _ news: EventTable) -> [Int: Conversions] {
        let columns = Set(conversions.keys).union(news.conversions.keys)
        if columns.isEmpty { return [:] }
        let gone = Set(edits.changed.map(\.row)).union(edits.left)
        let numbers = edits.numbersOfNews(news.rowCount)
        var edited: [Int: Conversions] = [:]
        for column in columns {
            var all = (conversions[column]?.each ?? []).filter { !gone.contains($0.row) }.map {
                (row: edits.number(of: $0.row), amount: $0.amount, rate: $0.rate)
            }
            all += (news.conversions[column]?.each ?? []).filter { numbers[Int($0.row)] >= 0 }.map {
                (row: numbers[Int($0.row)], amount: $0.amount, rate: $0.rate)
            }
            var conversions = Conversions()
            for one in all.sorted(by: { $0.row < $1.row }) { conversions.append(row: one.row, one.amount, one.rate) }
            if !all.isEmpty { edited[column] = conversions }
        }
        return edited
    }
}

extension EventEdits {
    /// By row as it is now the old row, or as a number below zero the row of the news: -1 is the first, -2 the second.
    fileprivate func sources(newsCount: Int) -> [Int32] {
        edited(
            Array(0..<Int32(truncatingIfNeeded: oldCount)), (0..<Int32(truncatingIfNeeded: newsCount)).map { -1 - $0 })
    }
}

extension EventKeys {
    /// The identifiers after edits.
    fileprivate func edited(_ edits: EventEdits, _ news: EventKeys) -> KeyColumn {
        let (old, new) = (joined, news.joined)
        var keys = KeyColumn()
        keys.reserve(rows: edits.count, bytes: old.bytes.count + new.bytes.count)
        for source in edits.sources(newsCount: new.count) {
            let (column, row) = source < 0 ? (new, Int(-1 - source)) : (old, Int(source))
            keys.append(row, of: column)
        }
        return keys
    }
}

extension SplitTable {
    /// The shares after edits.
    func edited(_ edits: EventEdits, _ news: SplitTable) -> SplitTable {
        if rowCount == nil, news.rowCount == nil { return self }
        let old = self
        return SplitTable(rowCount: edits.count) {
            let (old, news) = (old.loaded, news.loaded)
            var offsets: [Int32] = [0]
            var persons: [Int32] = []
            var shares: [Int64] = []
            offsets.reserveCapacity(edits.count + 1)
            for source in edits.sources(newsCount: Int(edits.lastNews) + 1) {
                let (table, row) = source < 0 ? (news, Int(-1 - source)) : (old, Int(source))
                for part in table.rowCount == nil ? 0..<0 : table.range(of: row) {
                    persons.append(table.persons[part])
                    shares.append(table.shares[part])
                }
                offsets.append(Int32(truncatingIfNeeded: persons.count))
            }
            return SplitTable(offsets: offsets, persons: persons, shares: shares) ?? SplitTable()
        }
    }
}

extension Conversions {
    /// Every conversion with its row.
    fileprivate var each: [(row: Int32, amount: FixedDecimal, rate: ExchangeRate)] {
        rows.indices.map { (row: rows[$0], amount: amounts[$0], rate: rates[Int(rateNumbers[$0])]) }
    }
}
