internal import Formulas
internal import Messages
internal import Quantities

/// The values of a supposed row, read as the cells of a table are.
struct SupposedCells {
    /// The fields that are named, known or not.
    private(set) var names: Set<String> = []
    /// Whether one of them is not known.
    private(set) var hasUnknownNames = false
    /// The cells as a table would have them; `nil` when one is at fault.
    private(set) var texts: [(column: String, text: String)]? = []
    /// The same as columns of one row.
    private(set) var columns: [(column: String, data: ColumnData, place: Place)]? = []

    private let findings: Findings
    private let currency: Currency

    /// Reads the values; reports those at fault.
    init(_ row: SupposedRow, _ fields: [Field], _ currency: Currency, _ findings: Findings) {
        self.findings = findings
        self.currency = currency
        for cell in row.cells where row.action == .change || cell.name != "id" {
            guard names.insert(cell.name).inserted else {
                refuse(
                    "duplicate-key", cell.namePlace,
                    LocalizedText(en: "'\(cell.name)' is given twice", ru: "«\(cell.name)» дано дважды"))
                continue
            }
            guard let field = fields.first(where: { $0.name == cell.name }) else {
                hasUnknownNames = true
                refuse(
                    "unknown-name", cell.namePlace,
                    LocalizedText(
                        en: "'\(row.kind)' has no field '\(cell.name)'", ru: "у «\(row.kind)» нет поля «\(cell.name)»"),
                    remedy: Suggestion.remedy(for: cell.name, among: fields.map(\.name))
                        ?? LocalizedText(
                            en: "its fields are \(fields.map(\.name).joined(separator: ", "))",
                            ru: "её поля: \(fields.map(\.name).joined(separator: ", "))"))
                continue
            }
            take(cell, field, row)
        }
    }

    private mutating func refuse(
        _ code: String, _ place: Place, _ message: LocalizedText, remedy: LocalizedText? = nil
    ) {
        findings.report(code, at: place, message, remedy: remedy)
        texts = nil
        columns = nil
    }

    private mutating func take(_ cell: SupposedRow.Cell, _ field: Field, _ row: SupposedRow) {
        guard let (text, foreign) = plain(cell, field, row) else { return }
        keep(text, field, cell.valuePlace)
        guard let name = field.currencyField, let foreign, !names.contains(name) else { return }
        if row.cells.contains(where: { $0.name == name }) { return }
        names.insert(name)
        keep(foreign.code, Field(name, .text), cell.valuePlace)
    }

    /// Reads a cell as that of a table of one column.
    private mutating func keep(_ text: String, _ field: Field, _ place: Place) {
        if text.isEmpty, !field.isOptional {
            return refuse(
                "empty-cell", place, LocalizedText(en: "'\(field.name)' is empty", ru: "«\(field.name)» не заполнено"))
        }
        // A second column keeps the row of an empty cell from being a blank line.
        let table = PlainTable(
            kind: "", columns: ["-", field.name], rows: [PlainRow(key: "", cells: ["-", text])])
        let reading = TableReader.read(
            SourceFile(path: place.file, bytes: table.bytes),
            schema: TableSchema(columns: [field.column], ignoresUnknownColumns: true))
        for diagnostic in reading.diagnostics {
            if diagnostic.code == "decimal-mark" { return refuseComma(text, place) }
            refuse(diagnostic.code, place, diagnostic.message, remedy: diagnostic.remedy)
        }
        guard reading.diagnostics.isEmpty, let data = reading.table.columns[field.name] else { return }
        texts?.append((field.name, text))
        columns?.append((field.name, data, place))
    }

    private mutating func refuseComma(_ text: String, _ place: Place) {
        refuse(
            "decimal-mark", place,
            LocalizedText(en: "'\(text)' has a decimal comma", ru: "«\(text)» — с десятичной запятой"),
            remedy: LocalizedText(
                en: "here decimals follow a point: 12.5", ru: "здесь перед десятичными знаками ставят точку: 12.5"))
    }

    // MARK: Units

    /// A number without the unit written behind it, and the currency that it was.
    private mutating func plain(
        _ cell: SupposedRow.Cell, _ field: Field, _ row: SupposedRow
    ) -> (text: String, currency: Currency?)? {
        guard let expected = field.type.formulaType(currency).unit, hasUnit(cell.value, field) else {
            return (cell.value, nil)
        }
        let (formula, faults) = Checker.check(cell.value, in: ConstantScope())
        if let fault = faults.first {
            var place = cell.valuePlace
            place.column += fault.span.lower
            place.length = max(1, fault.span.upper - fault.span.lower)
            let what = FormulaType.number(expected).described
            refuse(
                "not-a-number", place,
                LocalizedText(
                    en: "expected \(what.en), found '\(cell.value)'",
                    ru: "ожидается \(what.ru), а стоит «\(cell.value)»"),
                remedy: fault.remedy ?? Self.example(expected))
        }
        guard let formula, let unit = formula.type.unit, faults.isEmpty,
            let value = formula.evaluateNumber({ (reference: Never) -> Outcome<FormulaValue> in }).value
        else {
            if faults.isEmpty {
                refuse(
                    "not-a-number", cell.valuePlace,
                    LocalizedText(en: "'\(cell.value)' is not a number", ru: "«\(cell.value)» — не число"))
            }
            return nil
        }
        guard isRight(unit, for: field, expected, row) else {
            let types = (FormulaType.number(expected).described, FormulaType.number(unit).described)
            refuse(
                "wrong-unit", cell.valuePlace,
                LocalizedText(
                    en: "expected \(types.0.en), found \(types.1.en)",
                    ru: "ожидается \(types.0.ru), а здесь \(types.1.ru)"),
                remedy: FormulaFault.unitRemedy(for: .number(expected), found: .number(unit)))
            return nil
        }
        return (value.text(places: nil), unit.currency)
    }

    private static func example(_ unit: Unit) -> LocalizedText {
        let example = unit.isPlain ? "1.5" : "100 \(unit)"
        return LocalizedText(en: "for instance '\(example)'", ru: "например, «\(example)»")
    }

    /// Whether something stands behind the digits that no cell of a table has.
    private func hasUnit(_ text: String, _ field: Field) -> Bool {
        text.contains { $0.isLetter || $0.isCurrencySymbol || ($0 == "%" && field.type != .percent) }
    }

    /// Another currency is right where the event says which one it is in.
    private func isRight(_ unit: Unit, for field: Field, _ expected: Unit, _ row: SupposedRow) -> Bool {
        if unit == expected, field.currencyField == nil { return true }
        if unit.isMoney, let name = field.currencyField, let code = unit.currency?.code {
            return row.cells.first { $0.name == name }.map { $0.value == code } ?? true
        }
        return unit == expected || (expected == .pieces && unit.isPlain)
    }
}
