extension TableRules {
    /// Reads a table by these rules into a clean one, all of it or nothing.
    ///
    /// The rows are gone over twice: once to prove for each column how it is read, once to read it.
    ///
    /// - Parameters:
    ///   - table: the rows.
    ///   - kind: what is fed.
    ///   - known: the records, for the fields of ``names``.
    ///   - name: the name of the file, which stands in ids of rows.
    /// - Throws: ``TableRefusal``.
    public func applied(
        to table: RawTable, as kind: TargetKind, known: KnownNames = [:], named name: String = "table"
    ) throws(TableRefusal) -> CleanTable {
        let plan = try CleaningPlan(self, table, kind, known)
        var cleaner = RowCleaner(plan, known, name)
        return try cleaner.clean()
    }
}

/// How each field of the clean table comes about, proven by the columns.
struct CleaningPlan {
    /// Where a field comes from.
    enum Source {
        /// A column.
        case column(Int, CellReader)
        /// The same in every row.
        case constant(String)
        /// The header of a column that becomes a row.
        case wideKey
        /// The cell of such a column, by what it measures.
        case wideValue(measure: String, CellReader)
        /// Made of other cells.
        case made
    }

    let rules: TableRules
    private(set) var table: RawTable
    let kind: TargetKind
    let shape: TableShape
    /// The places of the rows that are read.
    private(set) var body: [Int]
    /// The rows that are left out, in the order of the file.
    private(set) var leftOut: [TableShape.LeftOut]
    private(set) var sources: [(field: TargetField, source: Source)] = []
    /// Amounts with marks of a currency beside them, with the place among the sources of the field that says their currency.
    private(set) var markedAmounts: [(field: String, mark: String, place: Int)] = []
    /// The marks beside the amounts of fields.
    private var marks: [String: String] = [:]
    /// The columns that become rows: their key, and for each measure their place.
    private(set) var wide: [(key: String, columns: [String: Int])] = []
    /// What makes the id, when no column is one.
    private(set) var identity: [Part]?
    private var faults: [TableFault] = []

    /// A part of an id.
    enum Part {
        /// A field, by its place among the sources.
        case field(Int)
        /// A column that is no field.
        case column(Int)
    }

    init(_ rules: TableRules, _ table: RawTable, _ kind: TargetKind, _ known: KnownNames) throws(TableRefusal) {
        self.rules = rules
        self.table = table
        self.kind = kind
        let first = table.rows.first?.number ?? 1
        switch rules.header {
        case .first: shape = TableShape(table, header: .some(first...first))
        case .none: shape = TableShape(table, header: .some(nil))
        case .rows(let rows): shape = TableShape(table, header: .some(rows))
        }
        if rules.header != .none, shape.header == nil { throw TableRefusal([.noHeader]) }
        (body, leftOut) = (shape.body, shape.leftOut)
        skipRows()
        checkLeftOut()
        fillCells()
        findWide()
        for field in kind.fields { findSource(field) }
        findIdentity()
        pairCurrencies()
        checkFields()
        guard faults.isEmpty else { throw TableRefusal(faults) }
    }

    /// Every field that the rules name is one of the kind.
    private mutating func checkFields() {
        var named = Set(rules.columns.keys).union(rules.constants.keys).union(rules.names)
            .union(rules.decimals.keys).union(rules.datesByField.keys).union(rules.fill.keys)
        if let wide = rules.wide { named.formUnion([wide.key] + wide.values.values) }
        if let owners = rules.owners { named.insert(owners.field) }
        for field in named.subtracting(kind.fields.map(\.name)).sorted() { faults.append(.unknownField(field)) }
    }

    /// The columns that fields come from.
    var columns: [String: Int] {
        Dictionary(
            sources.compactMap { field, source in
                if case .column(let index, _) = source { (field.name, index) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The columns that feed nothing.
    var unread: [TableShape.Column] {
        var used = Set(columns.values).union(wide.flatMap(\.columns.values))
        for case .column(let index) in identity ?? [] { used.insert(index) }
        return shape.columns.filter { !$0.title.isEmpty && !used.contains($0.index) }
    }

    private mutating func pairCurrencies() {
        for (field, _) in sources {
            guard let name = field.currencyField, let mark = marks[field.name],
                let place = sources.firstIndex(where: { $0.field.name == name })
            else { continue }
            markedAmounts.append((field.name, mark, place))
        }
    }

    private mutating func skipRows() {
        if rules.skip.isEmpty { return }
        let (missing, places) = skipped()
        for name in missing { faults.append(.missingColumn(field: name, columns: shape.columns.map(\.name))) }
        let numbers = Set(places.map { table.rows[$0].number })
        let own = body.filter(places.contains).map { TableShape.LeftOut(row: table.rows[$0].number, reason: .skipped) }
        body.removeAll(where: places.contains)
        // What the rules name need not be looked at as a total or a note.
        leftOut = (leftOut.filter { !numbers.contains($0.row) || $0.reason == .aboveHeader } + own)
            .sorted { $0.row < $1.row }
    }

    private mutating func fillCells() {
        let empty = Set(rules.empty.map(PlainSpelling.folded))
        for (name, fill) in rules.fill.sorted(by: { $0.key < $1.key }) {
            guard let field = kind.field(name) else { continue }
            guard let column = column(of: field) else {
                faults.append(.missingColumn(field: name, columns: shape.columns.map(\.name)))
                continue
            }
            table = filled(column.index, fill) { $0.isBlank || empty.contains(PlainSpelling.folded($0.plainText)) }
        }
    }

    private mutating func checkLeftOut() {
        var rows: [TableShape.Reason: [Int]] = [:]
        for left in leftOut { rows[left.reason, default: []].append(left.row) }
        if !rules.dropsTotals, let totals = rows[.total] { faults.append(.leftOver(.total, rows: totals)) }
        let notes = ((rows[.note] ?? []) + (rows[.heading] ?? [])).sorted()
        if !rules.dropsNotes, !notes.isEmpty { faults.append(.leftOver(.note, rows: notes)) }
    }

    // MARK: Columns that become rows

    private mutating func findWide() {
        guard let rule = rules.wide else { return }
        let found: WideColumns?
        if let names = rule.columns {
            let columns = names.compactMap(shape.column(named:))
            found = columns.count == names.count && !columns.isEmpty ? WideColumns(named: columns) : nil
        } else {
            found = WideColumns(shape.columns, year: rules.year)
        }
        guard let found else {
            faults.append(.noWideColumns)
            return
        }
        if found.lacksYear, let member = found.members.first(where: { PeriodSpelling($0.key)?.label == nil }) {
            faults.append(.yearless(member.key))
        }
        var places: [String: Int] = [:]
        for member in found.members {
            let place = places[member.key] ?? wide.count
            if place == wide.count { wide.append((member.key, [:])) }
            places[member.key] = place
            wide[place].columns[member.measure] = member.index
        }
    }

    /// The places of all columns of a measure.
    private func wideColumns(_ measure: String) -> [Int] { wide.compactMap { $0.columns[measure] } }

    // MARK: Fields

    private mutating func findSource(_ field: TargetField) {
        if let value = rules.constants[field.name] {
            sources.append((field, .constant(value)))
        } else if rules.wide?.key == field.name {
            sources.append((field, .wideKey))
        } else if let measure = rules.wide?.values.first(where: { $0.value == field.name })?.key {
            let columns = wideColumns(measure)
            if columns.isEmpty, !wide.isEmpty { faults.append(.noWideColumns) }
            let reader = reader(field, columns, title: measure.isEmpty ? field.name : measure)
            sources.append((field, .wideValue(measure: measure, reader)))
        } else if let column = column(of: field) {
            sources.append((field, .column(column.index, reader(field, [column.index], title: column.name))))
        } else if field.type == .identifier, rules.id != nil {
            sources.append((field, .made))
        } else if rules.columns[field.name] != nil || !field.isOptional {
            faults.append(
                field.type == .identifier && rules.columns[field.name] == nil
                    ? .noIdentity : .missingColumn(field: field.name, columns: shape.columns.map(\.name)))
        }
    }

    private func column(of field: TargetField) -> TableShape.Column? {
        switch rules.columns[field.name] {
        case .named(let name)?: shape.column(named: name)
        case .number(let number)?: shape.columns.first { $0.index == number - 1 }
        case nil: rules.header == .none ? nil : shape.column(named: field.name)
        }
    }

    /// The column of a field, or one that is no field.
    func column(called name: String) -> TableShape.Column? {
        kind.field(name).flatMap(column(of:)) ?? shape.column(named: name)
    }

    /// Proves how the cells of columns are read.
    private mutating func reader(_ field: TargetField, _ columns: [Int], title: String) -> CellReader {
        let cellRules = rules.cellRules(field.name)
        var evidence = ColumnEvidence(cellRules, proving: field.type, title: title)
        for place in body {
            let row = table.rows[place]
            for column in columns { evidence.add(row[column], row: row.number) }
        }
        let reading = evidence.reading(as: field.type, cellRules)
        for doubt in reading.doubts { faults.append(.reading(field: field.name, column: title, doubt)) }
        if field.type == .money, let mark = reading.currencies.first, reading.currencies.count == 1 {
            marks[field.name] = mark
            if let wanted = field.currency, !CurrencyMarks.mean(mark, wanted) {
                faults.append(.otherCurrency(field: field.name, found: mark, wanted: wanted, row: nil))
            }
        }
        let absenceIsNo = field.type == .flag && evidence.flags.count > 0 && evidence.marks.count == evidence.filled
        return CellReader(
            form: reading.form, rules: cellRules, absenceIsNo: absenceIsNo, hasMoments: evidence.zoned.count > 0,
            offset: HeaderWords.offset(title))
    }

    // MARK: The id

    private mutating func findIdentity() {
        guard case .fields(let names)? = rules.id else { return }
        var parts: [Part] = []
        for name in names {
            // The id's own column counts as it stands, since the field is what is being made.
            if let place = sources.firstIndex(where: { $0.field.name == name && $0.field.type != .identifier }) {
                parts.append(.field(place))
            } else if let column = column(called: name) {
                parts.append(.column(column.index))
            } else {
                faults.append(.missingColumn(field: name, columns: shape.columns.map(\.name)))
            }
        }
        identity = parts
    }
}
