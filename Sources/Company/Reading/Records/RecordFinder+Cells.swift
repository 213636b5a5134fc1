internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Cells of tables that name records.
extension RecordFinder {
    /// The records that the cells of a column name; nobody where it is empty.
    func recordNumbers(_ table: ColumnTable, _ column: String, _ kind: String, _ file: SourceFile) -> [Int32]? {
        guard case .code(let codes)? = table.columns[column] else {
            return [Int32](repeating: EventColumn.emptyCode, count: table.rowCount)
        }
        let numbers = numbers(of: codes, kind, file, names: column)
        return codes.codes.map { $0 < 0 ? EventColumn.emptyCode : numbers[Int($0)] }
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
            tables.lookAtPercentages(numbers, .column(field.name), table, file, as: role)
        }
        return column.append(cells)
    }
}

extension TableSource {
    /// The days for which a row holds; none are left where it ends before it begins.
    func validity(_ table: ColumnTable, _ row: Int, _ place: Place) -> DayRange? {
        let from = table.day("from", row) ?? .earliest
        let until = table.day("until", row) ?? .latest
        if let range = DayRange(from: from, until: until), !range.isEmpty { return range }
        findings.report(
            "empty-range", at: place,
            LocalizedText(
                en: "no day is left: it begins on \(from) and has ended on \(until)",
                ru: "не остаётся ни дня: начало \(from), а \(until) уже всё"),
            remedy: LocalizedText(en: "'until' is the first day after", ru: "«until» — первый день после окончания"))
        return nil
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
