internal import Periods

/// The large tables of a company after some of their rows have changed, without reading the others again.
///
/// What the rows are now was read into a small company, the *news*: all the small tables, and of the large ones the rows that
/// changed with those that they name. Its numbers of texts and rows are its own; here they become those of the tables.
public struct EditedTables: Sendable {
    /// The tables as they are now. Columns are edited when somebody asks for their rows.
    public let stored: StoredTables
    /// By event kind the rows of the news, with the numbers of texts, records and rows that ``stored`` has.
    public let news: [EventTable]
    /// By event kind and row of the news its row in ``stored``.
    public let numbers: [[Int32]]

    /// Edits tables.
    ///
    /// - Parameters:
    ///   - old: The tables as they were.
    ///   - edits: What has become of their rows, by event kind; `nil` where nothing has.
    ///   - targets: What has become of the rows of targets.
    ///   - entered: What has become of the rows of entered values.
    ///   - news: The company whose events, targets and entered values are the rows that came or changed.
    ///   - day: A day of an old row, as ``EventColumn`` holds it.
    /// - Returns: `nil` when the tables have to be read anew: a number has more places than its column, an event that others name
    ///   has left or moved, rows are computed from others, or kinds and fields are others.
    public init?(
        _ old: StoredTables, _ edits: [EventEdits?], targets: EventEdits? = nil, entered: EventEdits? = nil,
        news: CompanyModel, day: (_ event: Int, _ field: Int, _ row: Int) -> Int32
    ) {
        guard old.events.count == edits.count, news.eventKinds.count == edits.count,
            !news.eventReferences.contains(where: { edits[$0.named]?.keepsNumbers == false }),
            // What is computed from rows of others does not follow single ones.
            !news.asksForDerivedRows
        else { return nil }
        let numbers = edits.enumerated().map { event, edits in
            edits?.numbersOfNews(news.events[event].rowCount)
                ?? [Int32](repeating: EventColumn.emptyCode, count: news.events[event].rowCount)
        }
        self.numbers = numbers
        var tables = old.events
        var translated: [EventTable] = []
        for (event, edits) in edits.enumerated() {
            guard let edits else {
                translated.append(EventTable(fields: news.eventKinds[event].fields))
                continue
            }
            let old = tables[event].columns
            guard let own = NewsColumns(news, event, tables[event], numbers) else { return nil }
            let columns = own.map { column in
                EditedColumn(old: old, news: column, edits) { row in day(event, column.index, row) }
            }
            translated.append(news.events[event].with(EventColumns(columns.map(\.news.stored))))
            tables[event] = tables[event].edited(
                edits, news.events[event], EventColumns(columns.map(\.stored)), kind: news.eventKinds[event])
        }
        self.news = translated
        guard let targets = targets.map({ old.targets.edited($0, RecordedColumns(news.targets)) }) ?? old.targets,
            let entered = entered.map({ old.entered.edited($0, RecordedColumns(news.entered)) }) ?? old.entered
        else { return nil }
        stored = StoredTables(
            events: tables, splits: Self.splits(old.splits, edits, news), targets: targets, entered: entered)
    }

    private static func splits(
        _ old: [SplitTable], _ edits: [EventEdits?], _ news: CompanyModel
    ) -> [SplitTable] {
        old.enumerated().map { number, table in
            guard let edits = edits[news.splitKinds[number].event] else { return table }
            return table.edited(edits, news.splits[number])
        }
    }
}

/// The columns of the news of a kind in the numbers of the old tables.
private struct NewsColumns {
    struct Column: Sendable {
        let index: Int
        let stored: StoredColumn
        /// What texts the column has beside those of the old one, with all of them in front; loaded when asked.
        let shape: Once<EventColumn>
        let rows: Once<EventColumn>
    }

    private let columns: [Column]

    init?(_ news: CompanyModel, _ event: Int, _ old: EventTable, _ numbers: [[Int32]]) {
        let kind = news.eventKinds[event]
        guard old.columns.count == kind.fields.count else { return nil }
        var columns: [Column] = []
        for index in kind.fields.indices {
            let own = news.events[event].columns[index]
            switch (own, old.columns.bare(index)) {
            case (.day, .day), (.flag, .flag): columns.append(Self.column(index, own))
            case (.record(let rows), .record):
                guard let named = Self.namedKind(news, event, index) else {
                    columns.append(Self.column(index, own))
                    continue
                }
                let numbers = rows.map { $0 < 0 ? $0 : numbers[named][Int($0)] }
                guard zip(rows, numbers).allSatisfy({ ($0 < 0) == ($1 < 0) }) else { return nil }
                columns.append(Self.column(index, .record(numbers)))
            case (.decimal(let values, let scale), .decimal(_, let places)):
                let places = old.rowCount == 0 ? max(scale, places) : places
                guard scale <= places, let values = EventColumn.rescaled(values, from: scale, to: places)
                else { return nil }
                columns.append(Self.column(index, .decimal(values, scale: places)))
            case (.text, .text):
                let columnsOfOld = old.columns
                let merged = Once { Self.merged(own, columnsOfOld.shape(of: index)) }
                columns.append(
                    Column(
                        index: index,
                        stored: StoredColumn(
                            bare: .text([], dictionary: []), shape: { merged.value.shape }, days: nil,
                            rows: { merged.value.rows }),
                        shape: Once { merged.value.shape }, rows: Once { merged.value.rows }))
            default: return nil
            }
        }
        self.columns = columns
    }

    func map<Result>(_ make: (Column) -> Result) -> [Result] { columns.map(make) }

    /// The kind of events that a field names; `nil` when it names none.
    private static func namedKind(_ news: CompanyModel, _ event: Int, _ field: Int) -> Int? {
        news.eventReferences.first { $0.event == event && $0.field == field }?.named
    }

    private static func column(_ index: Int, _ own: EventColumn) -> Column {
        let bare = own.withoutRows
        var days: ClosedRange<Int32>?
        if case .day(let values) = own { days = EventColumn.bounds(of: values) }
        return Column(
            index: index, stored: StoredColumn(bare: bare, shape: { bare }, days: days, rows: { own }),
            shape: Once { bare }, rows: Once { own })
    }

    private static func merged(_ own: EventColumn, _ old: EventColumn) -> (shape: EventColumn, rows: EventColumn) {
        guard case .text(let codes, let texts) = own, case .text(_, var dictionary) = old else { return (old, own) }
        // Of a dictionary of millions no other one is made to look a few texts up.
        let wanted = Set(texts)
        var known: [String: Int32] = [:]
        for (code, text) in dictionary.enumerated() where wanted.contains(text) {
            known[text] = Int32(truncatingIfNeeded: code)
        }
        let numbers = texts.map { text -> Int32 in
            if let code = known[text] { return code }
            let code = Int32(truncatingIfNeeded: dictionary.count)
            known[text] = code
            dictionary.append(text)
            return code
        }
        return (
            .text([], dictionary: dictionary),
            .text(codes.map { $0 < 0 ? $0 : numbers[Int($0)] }, dictionary: dictionary)
        )
    }
}

/// A column of an event table with some rows edited.
private struct EditedColumn {
    let news: NewsColumns.Column
    let stored: StoredColumn

    init(old: EventColumns, news: NewsColumns.Column, _ edits: EventEdits, _ day: (Int) -> Int32) {
        self.news = news
        let rows = Once { old[news.index].edited(edits, news.rows.value) }
        let shape: @Sendable () -> EventColumn = { news.shape.value }
        stored = StoredColumn(
            bare: news.stored.bare, shape: shape, days: Self.days(old, news, edits, rows, day), rows: { rows.value })
    }

    /// From the first to the last day; all days are looked at only where one of these two may have left.
    private static func days(
        _ old: EventColumns, _ news: NewsColumns.Column, _ edits: EventEdits, _ rows: Once<EventColumn>,
        _ day: (Int) -> Int32
    ) -> ClosedRange<Int32>? {
        guard case .day = news.stored.bare else { return nil }
        let gone = (edits.changed.map(\.row) + edits.left).map { day(Int($0)) }
        guard let before = old.days(of: news.index) else { return news.stored.days }
        let mayShrink = gone.contains { $0 == before.lowerBound || $0 == before.upperBound }
        if mayShrink, case .day(let days) = rows.value { return EventColumn.bounds(of: days) }
        guard let more = news.stored.days else { return before }
        return min(before.lowerBound, more.lowerBound)...max(before.upperBound, more.upperBound)
    }
}

extension EventColumn {
    /// The column for those who need no rows.
    var withoutRows: EventColumn {
        switch self {
        case .day: .day([])
        case .decimal(_, let scale): .decimal([], scale: scale)
        case .text(_, let dictionary): .text([], dictionary: dictionary)
        case .record: .record([])
        case .flag: .flag([])
        }
    }

    /// The rows after edits; the news have the texts of the old column in front of their own.
    fileprivate func edited(_ edits: EventEdits, _ news: EventColumn) -> EventColumn {
        switch (self, news) {
        case (.day(let old), .day(let new)): .day(edits.edited(old, new))
        case (.decimal(let old, _), .decimal(let new, let scale)): .decimal(edits.edited(old, new), scale: scale)
        case (.text(let old, _), .text(let new, let dictionary)): .text(edits.edited(old, new), dictionary: dictionary)
        case (.record(let old), .record(let new)): .record(edits.edited(old, new))
        case (.flag(let old), .flag(let new)): .flag(edits.edited(old, new))
        case (.day, _), (.decimal, _), (.text, _), (.record, _), (.flag, _): self
        }
    }
}
