internal import Formulas
internal import Periods
internal import Quantities

extension CompanyReader {
    func readRecordTables() {
        for (name, kind) in names.recordKinds { records[name] = RecordTable(kind: kind) }
        readYAMLRecords(.positions, BuiltInKind.position)
        readYAMLRecords(.units, BuiltInKind.unit)
        for name in names.recordKinds.keys.sorted() { readRecords(name) }
    }

    /// Positions and units may be written in YAML: `kam: {title: …}`.
    private func readYAMLRecords(_ section: Section, _ kind: String) {
        for definition in definitions(section) {
            var title = LocalizedText(definition.name)
            if definition.value.pairs != nil, let fields = Fields(definition.value, findings) {
                if let text = fields.take("title").flatMap({ findings.localized($0) }) { title = text }
                if section == .units, let parent = fields.take("parent").flatMap({ findings.text($0) }) {
                    unitParents[definition.name] = (parent, definition.value.place)
                }
                if section == .positions, let plan = fields.take("plan") { readUnpaid(definition.name, plan) }
                fields.finish()
            } else if let text = definition.value.text {
                title = LocalizedText(text)
            }
            add(definition.name, title, to: kind, at: definition.key.place)
        }
    }

    /// `plan: none` says that no plan pays those who hold the position, so that nobody wonders.
    private func readUnpaid(_ position: String, _ entry: Entry) {
        guard entry.text == "none" else {
            findings.expected(
                LocalizedText(en: "'none'", ru: "«none»"), at: entry,
                remedy: LocalizedText(
                    en: "leave it out where a plan pays; the plan says whom it is 'for'",
                    ru: "там, где план платит, ключ не нужен: план сам говорит, для кого он («for»)"))
            return
        }
        unpaidPositions.insert(position)
    }

    private func add(_ id: String, _ title: LocalizedText, to kind: String, at place: Place) {
        guard var table = records[kind] else { return }
        records[kind] = nil
        if !table.add(id, title: title, at: place) {
            let first = table.number(of: id).map { table.places[Int($0)].address } ?? ""
            findings.report(
                "duplicate-id", at: place,
                LocalizedText(en: "'\(id)' is there already, at \(first)", ru: "«\(id)» уже есть: \(first)"),
                remedy: LocalizedText(
                    en: "every \(kind) needs an id of its own", ru: "у каждой записи должен быть свой id"))
        }
        records[kind] = table
    }

    private func readRecords(_ name: String) {
        guard let kind = names.recordKinds[name] else { return }
        for (file, spec) in files(for: BuiltInKind.tableName(of: name), kind: name) {
            append(read(file, spec, Self.columns(of: kind)), file, kind)
        }
    }

    private func append(_ table: ColumnTable, _ file: SourceFile, _ kind: RecordKind) {
        guard case .key(let ids)? = table.columns["id"], var records = records[kind.name] else { return }
        self.records[kind.name] = nil
        let before = records.count
        for row in 0..<table.rowCount {
            let place = Place(file: file.path, line: Int(table.lineNumbers[row]))
            if !records.add(ids[row], title: Self.title(table, row) ?? LocalizedText(ids[row]), at: place) {
                findings.report(
                    "duplicate-id", at: self.place(file, line: table.lineNumbers[row]),
                    records.number(of: ids[row]).map { records.places[Int($0)].address }.map { first in
                        LocalizedText(
                            en: "'\(ids[row])' is there already, at \(first)", ru: "«\(ids[row])» уже есть: \(first)")
                    } ?? LocalizedText(en: "'\(ids[row])' is there already", ru: "«\(ids[row])» уже есть"),
                    remedy: LocalizedText(
                        en: "every \(kind.name) needs an id of its own", ru: "у каждой записи должен быть свой id"))
            }
            if kind.name == BuiltInKind.unit, let parent = table.text("parent", row) {
                unitParents[ids[row]] = (parent, self.place(file, line: table.lineNumbers[row]))
            }
        }
        var target = records.columns.isEmpty ? kind.fields.map { EventColumn.empty(for: $0.type) } : records.columns
        for (index, field) in kind.fields.enumerated() {
            target[index].pad(to: before, field.type)
            append(table, field, file, to: &target[index], as: kind.name == BuiltInKind.person ? .level : .figure)
        }
        records.columns = target
        self.records[kind.name] = records
    }

    private static func title(_ table: ColumnTable, _ row: Int) -> LocalizedText? {
        let either = table.text("title", row) ?? table.text("name", row)
        let en = table.text("title_en", row) ?? either ?? table.text("title_ru", row)
        let ru = table.text("title_ru", row) ?? either ?? table.text("title_en", row)
        guard let en, let ru else { return nil }
        return LocalizedText(en: EnglishText(en), ru: RussianText(ru))
    }

    /// Appends a table's cells to a column, turning record ids into numbers and reporting ids that are not known.
    ///
    /// - Parameter role: What a percentage is there.
    func append(
        _ table: ColumnTable, _ field: Field, _ file: SourceFile, to column: inout EventColumn,
        as role: PercentageRole = .figure
    ) {
        guard let cells = table.columns[field.name] else { return column.pad(by: table.rowCount, field.type) }
        if case .record(let kind) = field.type, case .code(let codes) = cells {
            let numbers = numbers(of: codes, kind, file, names: field.name)
            column.append(records: codes.codes.map { $0 < 0 ? EventColumn.emptyCode : numbers[Int($0)] })
        } else if let fault = append(cells, field, table, file, to: &column, role) {
            findings.report("number-range", at: Place(file: file.path), fault)
        }
    }

    private func append(
        _ cells: ColumnData, _ field: Field, _ table: ColumnTable, _ file: SourceFile, to column: inout EventColumn,
        _ role: PercentageRole
    ) -> LocalizedText? {
        if field.type == .percent, case .decimal(let numbers) = cells {
            lookAtPercentages(numbers, .column(field.name), table, file, as: role)
        }
        return column.append(cells)
    }
}

extension Field {
    /// The field as a column of a table.
    var column: TableSchema.Column {
        var column = TableSchema.Column(name, type.columnType, isOptional: isOptional)
        column.isDeclared = true
        return column
    }
}

extension ColumnTable {
    /// The text of a cell; `nil` when it is empty or there is no such column.
    func text(_ column: String, _ row: Int) -> String? {
        switch columns[column] {
        case .code(let codes)? where codes.codes[row] >= 0: codes.dictionary[Int(codes.codes[row])]
        case .key(let keys)?: keys[row]
        default: nil
        }
    }

    /// The day of a cell.
    func day(_ column: String, _ row: Int) -> CivilDay? {
        guard case .day(let days)? = columns[column], days[row] != EventColumn.emptyDay else { return nil }
        return CivilDay(number: days[row])
    }

    /// The number of a cell.
    func number(_ column: String, _ row: Int) -> FixedDecimal? {
        guard case .decimal(let numbers)? = columns[column], numbers.values[row] != EventColumn.emptyNumber else {
            return nil
        }
        return try? FixedDecimal(minorUnits: numbers.values[row], places: numbers.scale)
    }
}
