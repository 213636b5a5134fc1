/// Reads the rows of a table one by one into the clean table.
struct RowCleaner {
    private let plan: CleaningPlan
    private let known: KnownNames
    private let name: String
    private var csv: [UInt8] = []
    private var splits: [UInt8] = []
    private var splitRows: [Int] = []
    private var sourceRows: [Int] = []
    private var rowsByID: [String: Int] = [:]
    private var repeats: [String: Int] = [:]
    private var problems = RowProblems()

    init(_ plan: CleaningPlan, _ known: KnownNames, _ name: String) {
        self.plan = plan
        self.known = known
        self.name = name
    }

    mutating func clean() throws(TableRefusal) -> CleanTable {
        let fields = plan.sources.map(\.field.name)
        CSVText.append(fields, to: &csv)
        for place in plan.body {
            let row = plan.table.rows[place]
            if plan.wide.isEmpty {
                clean(row, nil)
            } else {
                for (key, columns) in plan.wide { clean(row, (key, columns)) }
            }
        }
        let faults = problems.faults
        guard faults.isEmpty else { throw TableRefusal(faults) }
        let head = "\(plan.kind.name),person,share\n"
        return CleanTable(
            fields: fields, csv: csv, sourceRows: sourceRows, splits: splits.isEmpty ? nil : Array(head.utf8) + splits,
            splitRows: splitRows, columns: plan.columns, unread: plan.unread, leftOut: plan.leftOut)
    }

    private mutating func clean(_ row: SheetRow, _ wide: (key: String, columns: [String: Int])?) {
        var values = [String](repeating: "", count: plan.sources.count)
        var idPlace: Int?
        var owners: [String] = []
        var hasWideValue = wide == nil
        for (place, (field, source)) in plan.sources.enumerated() {
            switch source {
            case .constant(let value): values[place] = value
            case .wideKey: values[place] = resolved(wide?.key ?? "", field, row.number)
            case .made: idPlace = place
            case .column(let index, let reader):
                values[place] = read(row[index], reader, field, row.number, &owners)
                if field.type == .identifier { idPlace = place }
            case .wideValue(let measure, let reader):
                let cell = wide.flatMap { $0.columns[measure] }.map { row[$0] } ?? .empty
                values[place] = read(cell, reader, field, row.number, &owners)
                if !values[place].isEmpty { hasWideValue = true }
            }
        }
        // An empty cell of a month is no row.
        guard hasWideValue else { return }
        if let idPlace { values[idPlace] = identity(values, idPlace, row, wide?.key) }
        for (place, (field, _)) in plan.sources.enumerated() where values[place].isEmpty && !field.isOptional {
            problems.empty(field.name, row.number)
        }
        checkCurrencies(values, row.number)
        CSVText.append(values, to: &csv)
        sourceRows.append(row.number)
        share(owners, of: idPlace.map { values[$0] } ?? "", row.number)
    }

    /// Where a column has marks of a currency, the field that says the currency of a row says the same.
    private mutating func checkCurrencies(_ values: [String], _ row: Int) {
        for (field, mark, place) in plan.markedAmounts where !CurrencyMarks.mean(mark, values[place].uppercased()) {
            problems.currency(field, mark, values[place], row)
        }
    }

    private mutating func read(
        _ cell: Cell, _ reader: CellReader, _ field: TargetField, _ row: Int, _ owners: inout [String]
    ) -> String {
        // The columns are proven, so nothing misfits here but what the proof lets pass; it is told like an empty cell.
        guard case .text(let text) = reader.value(cell) else {
            problems.misfit(field, cell, row)
            return ""
        }
        guard let rule = plan.rules.owners, rule.field == field.name, !text.isEmpty else {
            return resolved(text, field, row)
        }
        // A single owner has a share too: where several stood before, what is left of them is then noticed.
        owners = (OwnerCells.parts(text, by: rule.separator) ?? [text]).map { resolved($0, field, row) }
        return owners.first ?? ""
    }

    /// The id of the record that a name means, where the rules say that names stand there.
    private mutating func resolved(_ text: String, _ field: TargetField, _ row: Int) -> String {
        guard !text.isEmpty, case .reference(let kind) = field.type, let index = known[kind], !index.isEmpty,
            plan.rules.names.contains(field.name)
        else { return text }
        if let id = index.id(of: text) { return id }
        problems.unknown(field.name, CellExample(row: row, text: text)) { index.find(text) }
        return text
    }

    // MARK: Ids

    private mutating func identity(_ values: [String], _ place: Int, _ row: SheetRow, _ key: String?) -> String {
        switch plan.rules.id {
        case .row?: return "\(name):\(row.number)" + (key.map { ":\($0)" } ?? "")
        case .fields?:
            let parts = (plan.identity ?? []).map { part in
                switch part {
                case .field(let place): values[place]
                case .column(let index): row[index].plainText
                }
            }
            let text = parts.joined(separator: "|")
            // Rows that are equal in all of it are told apart by their order.
            repeats[text, default: 0] += 1
            let count = repeats[text] ?? 1
            return count == 1 ? text : "\(text)|\(count)"
        case nil:
            let id = values[place]
            guard !id.isEmpty else { return id }
            if let earlier = rowsByID[id] {
                problems.doubled(id, row.number, earlier)
            } else {
                rowsByID[id] = row.number
            }
            return id
        }
    }

    // MARK: Owners

    /// Equal shares with seven decimals of a percent; the last owner has what is left of 100 %.
    private mutating func share(_ owners: [String], of id: String, _ row: Int) {
        guard !owners.isEmpty else { return }
        let whole = 1_000_000_000
        let each = whole / owners.count
        for (place, owner) in owners.enumerated() {
            let share = place == owners.count - 1 ? whole - each * (owners.count - 1) : each
            CSVText.append([id, owner, Self.percent(share)], to: &splits)
            splitRows.append(row)
        }
    }

    /// Parts of a thousand million as a percentage: 333333333 → 33.3333333%.
    private static func percent(_ share: Int) -> String {
        let decimals = String(share % 10_000_000)
        var text = String(repeating: "0", count: 7 - decimals.count) + decimals
        while text.last == "0" { text.removeLast() }
        return "\(share / 10_000_000)" + (text.isEmpty ? "" : ".\(text)") + "%"
    }
}

/// What is wrong with single rows, each matter once with its first row.
struct RowProblems {
    private var empties: [String: (row: Int, count: Int)] = [:]
    private var names: [String: (field: String, cell: CellExample, count: Int, match: NameIndex.Match)] = [:]
    private var misfits: [TableFault] = []
    private var currencies: [String: TableFault] = [:]
    private var doubles: [TableFault] = []

    mutating func empty(_ field: String, _ row: Int) {
        empties[field] = (empties[field]?.row ?? row, (empties[field]?.count ?? 0) + 1)
    }

    mutating func unknown(_ field: String, _ cell: CellExample, _ match: () -> NameIndex.Match) {
        let key = field + "\u{1F}" + PlainSpelling.folded(cell.text)
        if names[key] != nil {
            names[key]?.count += 1
        } else if names.count < TableRefusal.most {
            names[key] = (field, cell, 1, match())
        }
    }

    mutating func misfit(_ field: TargetField, _ cell: Cell, _ row: Int) {
        guard misfits.count < TableRefusal.most else { return }
        let family: ReadingDoubt.Family =
            switch field.type {
            case .day: .day
            case .period: .period
            case .flag: .flag
            case .text, .identifier, .reference: .text
            default: .number
            }
        let example = CellExample(row: row, text: cell.plainText)
        misfits.append(.reading(field: field.name, column: field.name, .misfit(example, count: 1, family)))
    }

    mutating func currency(_ field: String, _ mark: String, _ said: String, _ row: Int) {
        guard currencies[field] == nil else { return }
        currencies[field] = .otherCurrency(field: field, found: mark, wanted: said, row: row)
    }

    mutating func doubled(_ id: String, _ row: Int, _ earlier: Int) {
        if doubles.count < 3 { doubles.append(.doubledID(id, row: row, earlier: earlier)) }
    }

    /// All of it, in the order of the rows.
    var faults: [TableFault] {
        let unknown = names.values.sorted { ($0.cell.row, $0.field) < ($1.cell.row, $1.field) }
            .map { TableFault.unknownName(field: $0.field, $0.cell, count: $0.count, $0.match) }
        let empty = empties.sorted { $0.key < $1.key }
            .map { TableFault.empty(field: $0.key, row: $0.value.row, count: $0.value.count) }
        let currencies = currencies.sorted { $0.key < $1.key }.map(\.value)
        return misfits + currencies + unknown + doubles + empty
    }
}
