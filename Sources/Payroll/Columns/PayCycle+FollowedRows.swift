internal import Calculation
internal import Company
internal import Storage
internal import StoredColumns

/// Columns follow the rows that have come in since they were stored: what is read is what has changed, and what stands beside it.
extension PayCycle {
    /// Of so many rows one may have changed for columns to be followed; where more have, all rows are read.
    private static let shareToFollow = 4
    /// So few changed rows are followed in any case.
    private static let alwaysFollowed = 1_000
    /// Of so many rows one may have changed before the columns are stored as they are now.
    private static let shareToStore = 50

    /// The rows of now out of columns of earlier ones; `nil` when there are none, or when they cannot follow.
    ///
    /// - Throws: What is wrong with the file of columns.
    func followedRows(_ kept: KeptRows) async throws -> CalculationRows? {
        guard let columns = try columns?.openEarlier(than: kept), let old = columns.rows else { return nil }
        try columns.verifySmallTables()
        let rowCount = columns.stored.events.reduce(0) { $0 + $1.rowCount }
        let limit = max(Self.alwaysFollowed, rowCount / Self.shareToFollow)
        let declared = CompanyReader.declaredEvents(in: text)
        let large = CompanyReader.declaredTables(in: text).large
        let changed: ChangedRows? = try workspace.read { snapshot in
            guard try snapshot.stillHolds(old), let since = try snapshot.rows(since: old.head, limit: limit),
                // Amounts were converted when the rows were read.
                !since.contains(where: { $0.kind == "exchange_rates" })
            else { return nil }
            return try ChangedRows(since, large: large, declared, in: columns, snapshot)
        }
        guard let changed else { return nil }
        let small = try smallTables(upTo: kept.head)
        // Of what was found in rows that came nothing is said again: it was when they came.
        async let told = company(upTo: kept.head)?.doubts ?? []
        let lines = try await columns.lines(threads: threads)
        do {
            guard var edited = try edited(columns, lines, changed, declared, small) else { return nil }
            edited.model.doubts = try await told
            let digest = try read { try $0.dataDigest(upTo: kept.head) }
            var rows = CalculationRows(head: kept.head, digest: digest, small: small, large: edited)
            if changed.count > max(Self.alwaysFollowed, rowCount / Self.shareToStore) {
                rows.firsts = try changed.firsts(of: declared.kinds.map(\.name) + ["targets", "entered"])
            }
            return rows
        } catch is CannotFollow {
            return nil
        }
    }

    private func edited(
        _ columns: CompanyColumns, _ lines: [LineTable], _ changed: ChangedRows,
        _ declared: CompanyReader.DeclaredEvents, _ small: [TableText]
    ) throws -> CalculationRows.Large? {
        let texts = small + changed.plainTables.map { TableText($0) }
        guard let news = CompanyReader.model(text: text, tables: texts),
            columns.records.allSatisfy({ $0.value.hold(in: news.records($0.key)) })
        else {
            return nil
        }
        let stored = columns.stored
        let edits = try declared.kinds.enumerated().map { event, kind in
            try changed.edits(of: kind.name, rowCount: stored.events[event].rowCount)
        }
        let packed = columns.packedEvents
        var days: [Int: LineColumn?] = [:]
        guard
            let tables = EditedTables(
                stored, edits, targets: try changed.edits(of: "targets", rowCount: stored.targets.units.count),
                entered: try changed.edits(of: "entered", rowCount: stored.entered.units.count), news: news,
                day: { event, field, row in
                    let place = event << 16 | field
                    let column = days[place] ?? packed.column(of: event, field)
                    days[place] = column
                    return column.map { EventColumn.day(of: $0[row]) } ?? EventColumn.emptyDay
                })
        else { return nil }
        // Whose an event is by a role may have changed for all of them.
        let own = lines.filter { table in
            if case .team = table.key.credit { !changed.tables.contains("teams") } else { true }
        }
        guard let model = news.holding(tables.stored) else { return nil }
        return CalculationRows.Large(
            model: model, stored: tables.stored, lines: LineTable.edited(own, tables, edits, news: news),
            packed: packed.without(Set(edits.indices.filter { edits[$0] != nil })), columns: columns)
    }
}

extension EventColumn {
    /// A day as a column of days holds it.
    fileprivate static func day(of number: Int64) -> Int32 {
        number == emptyNumber ? emptyDay : Int32(truncatingIfNeeded: number)
    }
}
