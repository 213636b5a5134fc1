internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension RowFormulas {
    /// The formula's value in each line, as the formula's own evaluation gives it.
    ///
    /// - Throws: Why there is none in the first line that has none.
    func rowByRow(
        _ formula: Checked<LineReference>, _ lines: LineSelection
    ) throws(QuantityError) -> [FormulaValue] {
        var rates: [RateTable: RowRates] = [:]
        for table in formula.rateTables { rates[table] = try RowRates(table, self, date: date) }
        var values: [FormulaValue] = []
        values.reserveCapacity(lines.count)
        for line in 0..<lines.count {
            switch formula.evaluate({ .value(value(of: $0, line, lines, rates)) }) {
            case .value(let value): values.append(value)
            case .notComputable(.empty): values.append(.empty)
            case .notComputable(let reason): throw QuantityError(reason)
            }
        }
        return values
    }

    /// The answer of a filter in a row.
    func holds(_ filter: Checked<FieldReference>, row: Int) -> Bool {
        filter.evaluateFlag { .value(value(of: $0, row)) }.value ?? false
    }

    private func value(
        of reference: LineReference, _ line: Int, _ lines: LineSelection, _ rates: [RateTable: RowRates]
    ) -> FormulaValue {
        switch reference {
        case .field(let field): value(of: field, lines.row(line))
        case .share: .number(.scaled(Int128(lines.share(line)), places: SplitTable.scale))
        case .rate(let table): .number(rates[table]?.rate(row: lines.row(line)) ?? .zero)
        }
    }

    private func value(of reference: FieldReference, _ row: Int) -> FormulaValue {
        let column = model.events[event].columns[reference.field]
        guard let inner = reference.recordField else {
            return cell(column, row, model.eventKinds[event].fields[reference.field].type)
        }
        guard case .record(let numbers) = column, numbers[row] >= 0 else { return .empty }
        let records = model.records(inner.kind)
        guard let field = inner.field else { return .text(records.id(numbers[row])) }
        guard let column = records.columns[safe: field] else { return .empty }
        return cell(column, Int(numbers[row]), records.kind.fields[field].type)
    }

    private func cell(_ column: EventColumn, _ row: Int, _ type: FieldType) -> FormulaValue {
        guard case .record(let kind) = type, case .record(let numbers) = column else { return column.value(at: row) }
        return numbers[row] < 0 ? .empty : .text(model.records(kind).id(numbers[row]))
    }

    /// Values as codes: days are their own, texts get numbers in the order of their first appearance.
    static func coded(_ values: [FormulaValue]) -> (codes: [Int32], dictionary: [String]) {
        var dictionary: [String] = []
        var numbers: [String: Int32] = [:]
        let codes = values.map { value -> Int32 in
            switch value {
            case .day(let day): return day
            case .text(let text):
                if let known = numbers[text] { return known }
                let number = Int32(dictionary.count)
                numbers[text] = number
                dictionary.append(text)
                return number
            case .number, .flag, .empty: return EventColumn.emptyCode
            }
        }
        return (codes, dictionary)
    }
}

extension QuantityError {
    /// The error behind a reason of arithmetic.
    fileprivate init(_ reason: Reason) {
        self =
            switch reason {
            case .divisionByZero: .divisionByZero
            case .negativeRoot: .negativeRoot(.zero)
            case .placesNotWhole: .placesNotWhole(.zero)
            case .stepNotPositive: .stepNotPositive(.zero)
            case .tooFew: .belowLeast(.zero, .zero)
            // What is left of arithmetic is too large.
            default: .overflow(.multiplication)
            }
    }
}
