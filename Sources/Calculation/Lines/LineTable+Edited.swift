public import Company
internal import Periods

extension LineTable {
    /// The lines after events have changed, left or come in: those of other events are copied as they lie.
    ///
    /// - Parameters:
    ///   - edits: What has become of the events.
    ///   - news: The lines of the events that came or changed, of the same key and with the same columns; their rows are those of
    ///     the news.
    ///   - numbers: The row in the table of events of every row of the news.
    /// - Returns: `nil` when there are fewer people than before, or a column is missing.
    public func edited(_ edits: EventEdits, news: LineTable, numbers: [Int32]) -> LineTable? {
        guard news.people >= people, columns.keys.allSatisfy({ news.columns[$0] != nil }) else { return nil }
        let rowsOfNews = FlatColumn(news.rows.array.map { numbers[Int($0)] })
        let splice = LineSplice(self, edits, news, rowsOfNews)
        var rows = splice.spliced(self.rows, rowsOfNews)
        if !edits.keepsNumbers {
            let isNew = splice.isNew
            rows = FlatColumn(
                rows.array.enumerated().map { isNew[$0.offset] ? $0.element : edits.number(of: $0.element) })
        }
        var columns: [Source: Column] = [:]
        for (source, column) in self.columns {
            guard let more = news.columns[source], more.scale == column.scale || count == 0 else { return nil }
            columns[source] = Column(splice.spliced(column.values, more.values), scale: more.scale)
        }
        let shares = splice.spliced(shares, news.shares)
        return LineTable(
            key, offsets: FlatColumn(splice.offsets), rows: rows, days: splice.spliced(days, news.days), shares: shares,
            shareRange: min(
                shareRange.lowerBound, news.shareRange.lowerBound)...max(
                    shareRange.upperBound, news.shareRange.upperBound),
            columns: columns)
    }
}

/// How the lines of one table and those of another come to lie in one order.
private struct LineSplice {
    /// A run of lines of the old table, or a line of the news.
    private enum Piece {
        case kept(Range<Int>)
        case new(Int)
    }

    private var pieces: [Piece] = []
    /// Where each person's lines begin; one more than people.
    private(set) var offsets: [Int64] = [0]
    private var count = 0
    /// The first line of the old table that is in no piece yet.
    private var next = 0

    init(_ old: LineTable, _ edits: EventEdits, _ news: LineTable, _ rowsOfNews: FlatColumn<Int32>) {
        let gone = Self.positions(of: edits.changed.map(\.row) + edits.left, in: old, of: edits.oldCount)
        var gonePlace = 0
        offsets.reserveCapacity(news.people + 1)
        for person in 0..<news.people {
            let own = person < old.people ? old.positions(of: person..<person + 1) : old.count..<old.count
            for line in news.positions(of: person..<person + 1) {
                let (day, row) = (news.days.base[line], rowsOfNews.base[line])
                // Rows of lines that stay are numbered anew in the same order.
                let place = own.partitioningIndex {
                    (old.days.base[$0], edits.number(of: old.rows.base[$0])) >= (day, row)
                }
                keep(until: place, gone, &gonePlace)
                pieces.append(.new(line))
                count += 1
            }
            keep(until: own.upperBound, gone, &gonePlace)
            offsets.append(Int64(count))
        }
    }

    /// The places of the lines of some events, rising.
    private static func positions(of rows: [Int32], in table: LineTable, of rowCount: Int) -> [Int] {
        if rows.isEmpty { return [] }
        var wanted = [Bool](repeating: false, count: rowCount)
        for row in rows { wanted[Int(row)] = true }
        var positions: [Int] = []
        for position in 0..<table.count where wanted[Int(table.rows.base[position])] { positions.append(position) }
        return positions
    }

    /// Goes on to a line of the old table, without those that are gone.
    private mutating func keep(until end: Int, _ gone: [Int], _ place: inout Int) {
        while next < end {
            let stop = place < gone.count ? min(end, gone[place]) : end
            if stop > next { append(next..<stop) }
            next = stop
            if next < end {
                next += 1
                place += 1
            }
        }
    }

    private mutating func append(_ lines: Range<Int>) {
        count += lines.count
        if case .kept(let before)? = pieces.last, before.upperBound == lines.lowerBound {
            pieces[pieces.count - 1] = .kept(before.lowerBound..<lines.upperBound)
        } else {
            pieces.append(.kept(lines))
        }
    }

    /// By line whether it is one of the news.
    var isNew: [Bool] {
        pieces.flatMap { piece in
            switch piece {
            case .kept(let lines): [Bool](repeating: false, count: lines.count)
            case .new: [true]
            }
        }
    }

    /// Values in the order of the lines.
    func spliced<Value>(_ old: FlatColumn<Value>, _ news: FlatColumn<Value>) -> FlatColumn<Value> {
        FlatColumn(count: count) { target in
            var place = 0
            for piece in pieces {
                switch piece {
                case .kept(let lines): place = target[place...].update(fromContentsOf: old[lines].values)
                case .new(let line):
                    target.initializeElement(at: place, to: news[line])
                    place += 1
                }
            }
        }
    }

    /// Shares; those of a table that has none are whole.
    func spliced(_ old: FlatColumn<Int32>?, _ news: FlatColumn<Int32>?) -> FlatColumn<Int32>? {
        if old == nil, news == nil { return nil }
        func whole(_ count: Int) -> FlatColumn<Int32> {
            FlatColumn([Int32](repeating: Int32(CreditIndex.wholeShare), count: count))
        }
        let oldCount = pieces.reduce(0) { most, piece in
            if case .kept(let lines) = piece { max(most, lines.upperBound) } else { most }
        }
        let newCount = pieces.reduce(0) { most, piece in
            if case .new(let line) = piece { max(most, line + 1) } else { most }
        }
        return spliced(old ?? whole(oldCount), news ?? whole(newCount))
    }

    /// A column, wider where the news need that.
    func spliced(_ old: LineColumn, _ news: LineColumn) -> LineColumn {
        let mayBeEmpty = old.mayBeEmpty || news.mayBeEmpty
        let range =
            old.count == 0
            ? news.range
            : news.count == 0
                ? old.range
                : min(old.range.lowerBound, news.range.lowerBound)...max(old.range.upperBound, news.range.upperBound)
        let stored: LineColumn.Stored? =
            switch old.stored {
            case .one(let column): narrow(column, old, news, range, mayBeEmpty).map { .one($0) }
            case .two(let column): narrow(column, old, news, range, mayBeEmpty).map { .two($0) }
            case .four(let column): narrow(column, old, news, range, mayBeEmpty).map { .four($0) }
            case .eight(let column): narrow(column, old, news, range, mayBeEmpty).map { .eight($0) }
            }
        if let stored { return LineColumn(stored, base: old.base, mayBeEmpty: mayBeEmpty, range: range) }
        let wide = spliced(FlatColumn(old.values(0..<old.count)), FlatColumn(news.values(0..<news.count)))
        return LineColumn(packing: .decimal(wide.array, scale: 0), threads: 1)
    }

    /// The column as narrow as it was; `nil` when the news need more.
    private func narrow<Narrow: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ column: FlatColumn<Narrow>, _ old: LineColumn, _ news: LineColumn, _ range: ClosedRange<Int64>,
        _ mayBeEmpty: Bool
    ) -> FlatColumn<Narrow>? {
        // The lowest number may stand for "none" only where nothing else is stored as it.
        let least = Int128(old.base) + Int128(Narrow.min) + (mayBeEmpty ? 1 : 0)
        guard Int128(range.lowerBound) >= least, Int128(range.upperBound) <= Int128(old.base) + Int128(Narrow.max)
        else { return nil }
        let values = news.values(0..<news.count).map { value in
            value == LineColumn.empty && news.mayBeEmpty
                ? Narrow.min : Narrow(truncatingIfNeeded: value &- old.base)
        }
        return spliced(column, FlatColumn(values))
    }
}

extension LineTable {
    /// The lines of a company after single events have changed; a table that does not follow is left out, and laid out anew by whoever
    /// computes figures.
    ///
    /// - Parameters:
    ///   - tables: The lines as they were.
    ///   - edited: The events as they are now.
    ///   - edits: What has become of the events, by kind; `nil` where nothing has.
    ///   - news: The company that ``edited`` was made of.
    public static func edited(
        _ tables: [LineTable], _ edited: EditedTables, _ edits: [EventEdits?], news: CompanyModel
    ) -> [LineTable] {
        // The news in the numbers of the tables: laid out by the same rules as all lines.
        var company = news
        company.events = edited.news
        return tables.compactMap { table in
            let event = table.key.event
            guard
                let edits = edits[event]
                    ?? (table.people == company.people.count
                        ? nil
                        : EventEdits(
                            oldCount: edited.stored.events[event].rowCount))
            else { return table }
            let more = LineTable(company, table.key, sources: Array(table.columns.keys), threads: 1)
            return table.edited(edits, news: more, numbers: edited.numbers[event])
        }
    }
}
