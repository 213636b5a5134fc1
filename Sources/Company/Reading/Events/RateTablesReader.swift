internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// A rate table and what its rates are.
struct NamedRateTable {
    var table: RateTable
    /// Money for each piece; otherwise a share of money.
    var isMoney: Bool

    var described: LocalizedText {
        isMoney
            ? LocalizedText(en: "money for each piece", ru: "деньги за штуку")
            : LocalizedText(en: "percentages", ru: "процент")
    }
}

/// The rate tables of a company: what chooses a rate, and the rows of their CSV tables.
struct RateTablesReader {
    let documents: Documents
    let tables: TableSource
    let finder: RecordFinder
    /// Gets the tables.
    let names: Names
    let findings: Findings

    init(_ documents: Documents, _ tables: TableSource, _ findings: Findings) {
        self.documents = documents
        self.tables = tables
        finder = RecordFinder(tables)
        names = tables.names
        self.findings = findings
    }

    private var rates: RateReader { RateReader(names: names, findings: findings) }

    /// What the rates of a table are.
    private enum RateKind: String, CaseIterable {
        case percent
        case money
    }

    func read() {
        let declared = documents.definitions(.rateTables, findings)
        names.announce(rateTables: declared.map(\.name))
        for definition in declared {
            guard let fields = Fields(definition.value, findings) else { continue }
            let by = fields.require("by")
            let kind = fields.require("rate").flatMap { findings.choice($0, RateKind.self) }
            let rest = fields.take("otherwise")
            let otherwise = rest.flatMap { entry in
                kind.flatMap { rates.rateConstant(entry, on: $0 == .percent ? .money(names.currency) : .pieces) }
            }
            if kind == .percent { findings.lookAtPercentages([rest], as: .rate) }
            fields.finish()
            let files = tables.files(for: definition.name, kind: definition.name)
            guard let by, let dimensions = dimensions(by), let event = dimensions.first?.field.event, let kind else {
                continue
            }
            if files.isEmpty { reportNoTable(definition) }
            var table = RateTable(
                name: definition.name, event: event, dimensions: dimensions, rows: [], otherwise: otherwise)
            for (file, spec) in files { table.rows += rows(of: dimensions, kind, file, spec) }
            checkOverlaps(table.rows)
            names.define(rateTable: NamedRateTable(table: table, isMoney: kind == .money), definition.name)
        }
    }

    private func reportNoTable(_ definition: Documents.Definition) {
        findings.report(
            "no-such-table", at: definition.key.place,
            LocalizedText(
                en: "no table holds the rates of '\(definition.name)'",
                ru: "ни в одной таблице нет ставок «\(definition.name)»"),
            remedy: LocalizedText(
                en: "add \(definition.name).csv, or write 'reads: \(definition.name)' at a table",
                ru: "добавьте \(definition.name).csv или напишите у таблицы «reads: \(definition.name)»"))
    }

    // MARK: Dimensions

    /// `{group: sale.product.group, segment: sale.client.segment}`; all of one event kind.
    private func dimensions(_ entry: YAMLEntry) -> [RateTable.Dimension]? {
        guard let pairs = entry.pairs, !pairs.isEmpty else {
            findings.expected(
                LocalizedText(
                    en: "columns and their fields, such as {group: sale.product.group}",
                    ru: "колонки и их поля вида {group: sale.product.group}"), at: entry)
            return nil
        }
        let dimensions = pairs.compactMap { key, value -> RateTable.Dimension? in
            guard let name = findings.text(key), isFreeColumn(name, key), let field = rates.rateField(value) else {
                return nil
            }
            return RateTable.Dimension(name: name, field: field)
        }
        guard dimensions.count == pairs.count else { return nil }
        for (dimension, pair) in zip(dimensions, pairs) where dimension.field.event != dimensions[0].field.event {
            let (first, other) = (dimensions[0].field.event, dimension.field.event)
            findings.report(
                "rate-table-event", at: pair.value.place,
                LocalizedText(
                    en:
                        "this is a field of '\(names.eventKinds[other].name)', the first one of '\(names.eventKinds[first].name)'",
                    ru:
                        "это поле события «\(names.eventKinds[other].name)», а первое — «\(names.eventKinds[first].name)»"
                ),
                remedy: LocalizedText(
                    en: "all fields of a rate table are those of one event",
                    ru: "все поля таблицы ставок — одного события"))
            return nil
        }
        return dimensions
    }

    private func isFreeColumn(_ name: String, _ entry: YAMLEntry) -> Bool {
        guard ["from", "until", "rate"].contains(name) else { return true }
        findings.report(
            "reserved-name", at: entry.place,
            LocalizedText(
                en: "the column '\(name)' is always there and has its own meaning",
                ru: "колонка «\(name)» есть всегда и значит своё"),
            remedy: LocalizedText(en: "rename it", ru: "назовите иначе"))
        return false
    }

    // MARK: Rows

    private func rows(
        of dimensions: [RateTable.Dimension], _ kind: RateKind, _ file: SourceFile, _ spec: TableSpec
    ) -> [RateTable.Row] {
        let cells = dimensions.map { TableSchema.Column($0.name, .code, isOptional: true) }
        let table = tables.read(
            file, spec,
            cells + [
                TableSchema.Column("from", .day, isOptional: true), TableSchema.Column("until", .day, isOptional: true),
                TableSchema.Column("rate", kind == .percent ? .percent : .decimal),
            ])
        for dimension in dimensions { checkRecords(of: dimension, table, file) }
        if kind == .percent, case .decimal(let rates)? = table.columns["rate"] {
            tables.lookAtPercentages(rates, .column("rate"), table, file, as: .rate)
        }
        return (0..<table.rowCount).compactMap { row in
            let place = tables.place(file, line: table.lineNumbers[row])
            guard let rate = table.number("rate", row), let days = tables.validity(table, row, place) else {
                return nil
            }
            return RateTable.Row(
                cells: dimensions.map { table.text($0.name, row) }, days: days, rate: rate, place: place)
        }
    }

    /// A cell of a dimension that holds a record is the id of one.
    private func checkRecords(of dimension: RateTable.Dimension, _ table: ColumnTable, _ file: SourceFile) {
        guard case .code(let codes)? = table.columns[dimension.name] else { return }
        let type = names.eventKinds[dimension.field.event].fields[dimension.field.field].type
        if let inner = dimension.field.recordField {
            if inner.field == nil { _ = finder.numbers(of: codes, inner.kind, file, names: dimension.name) }
        } else if case .record(let kind) = type {
            _ = finder.numbers(of: codes, kind, file, names: dimension.name)
        }
    }

    /// Two rows with the same cells on one day would fit an event equally.
    private func checkOverlaps(_ rows: [RateTable.Row]) {
        for alike in Dictionary(grouping: rows.indices, by: { rows[$0].cells }).values where alike.count > 1 {
            let inTime = alike.sorted { (rows[$0].days.from, $0) < (rows[$1].days.from, $1) }
            var longest = inTime[0]
            for row in inTime.dropFirst() {
                if rows[row].days.overlaps(rows[longest].days) {
                    reportOverlap(rows[max(row, longest)], rows[min(row, longest)])
                }
                if rows[row].days.until > rows[longest].days.until { longest = row }
            }
        }
    }

    private func reportOverlap(_ row: RateTable.Row, _ first: RateTable.Row) {
        let address = first.place?.address ?? ""
        findings.report(
            "overlapping-rates", at: row.place,
            LocalizedText(
                en: "this row and \(address) are for the same, with days in common",
                ru: "эта строка и \(address) — для одного и того же, и дни у них общие"),
            remedy: LocalizedText(
                en: "end the earlier one with 'until' on the first day of the later one, or remove one of them",
                ru: "закончите раннюю колонкой «until» первым днём поздней или уберите одну из них"))
    }
}
