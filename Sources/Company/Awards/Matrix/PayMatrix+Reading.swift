internal import Formulas
internal import Messages
internal import Quantities

extension PayMatrix: AwardDefinition {
    static func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> PayMatrix? {
        reader.matrix(entry, fields)
    }

    var conditionOfGroup: PersonInGroup? { nil }
}

/// `{columns: [80%, 100%], 90%: [30%, 60%], 100%: [50%, 100%]}`: the bounds of the columns, then each row behind its own.
extension AwardReader {
    fileprivate func matrix(_ entry: YAMLEntry, _ fields: Fields) -> PayMatrix? {
        let (rows, columns) = (fields.require("rows"), fields.require("columns"))
        let (rowFigure, columnFigure) = (rows.flatMap { figure($0) }, columns.flatMap { figure($0) })
        let targetEntry = fields.take("target")
        let target = targetEntry.flatMap { formula($0, MeasureScope(names), expecting: money) }
        let form = fields.take("form").map { findings.choice($0, PayMatrixTable.Form.self) } ?? .steps
        guard let rowFigure, let columnFigure, let form, targetEntry == nil || target != nil,
            let written = written(entry, rowFigure.unit, columnFigure.unit), let cells = cells(written)
        else { return nil }
        lookAtMatrix(written, rowFigure, columnFigure, areShares: !cells.areAmounts)
        let table = PayMatrixTable(
            rows: written.rows.map(\.bound), columns: written.columns, values: cells.values, form: form)
        guard cells.areAmounts else {
            return PayMatrix(rowFigure: rowFigure, columnFigure: columnFigure, table: table, cells: .shares(of: target))
        }
        if let targetEntry {
            findings.report(
                "misplaced-key", at: targetEntry.place,
                LocalizedText(
                    en: "the cells are amounts, so there is nothing to take shares of",
                    ru: "в ячейках суммы, и брать доли не от чего"),
                remedy: LocalizedText(
                    en: "remove 'target', or write shares such as 80% into the cells",
                    ru: "уберите «target» или запишите в ячейки доли, например 80%"))
            return nil
        }
        return PayMatrix(rowFigure: rowFigure, columnFigure: columnFigure, table: table, cells: .amounts)
    }

    /// What rows or columns are lower bounds of: any number.
    private func figure(_ entry: YAMLEntry) -> Checked<Measure>? {
        guard let figure = formula(entry, MeasureScope(names)) else { return nil }
        if figure.type.unit != nil { return figure }
        findings.add(
            [
                .wrongType(
                    expected: LocalizedText(en: "a number", ru: "число"), found: figure.type.described, figure.span)
            ], in: entry)
        return nil
    }

    // MARK: The table as it is written

    private struct Written {
        var columnEntry: YAMLEntry
        var columns: [FixedDecimal]
        var rows: [Row]

        struct Row {
            var key: YAMLEntry
            var bound: FixedDecimal
            var cells: [YAMLEntry]
        }
    }

    /// The bounds in the units of their figures, and a cell for each; `nil` when something is at fault.
    private func written(_ entry: YAMLEntry, _ rowUnit: Unit, _ columnUnit: Unit) -> Written? {
        guard let pairs = entry.pairs, let header = pairs.first(where: { $0.key.text == Self.columnsKey })?.value,
            pairs.count > 1
        else {
            findings.expected(
                LocalizedText(
                    en: "a matrix such as {columns: [80%, 100%], 90%: [30%, 60%], 100%: [50%, 100%]}",
                    ru: "матрица вида {columns: [80%, 100%], 90%: [30%, 60%], 100%: [50%, 100%]}"), at: entry,
                remedy: LocalizedText(
                    en: "first the lower bounds of the columns, then each row behind its own lower bound",
                    ru: "сначала нижние границы столбцов, затем каждая строка после своей нижней границы"))
            return nil
        }
        let columns = header.elements.compactMap { constant($0, in: columnUnit) }
        let isWhole = columns.count == header.elements.count
        let others = pairs.filter { $0.key.text != Self.columnsKey }
        let rows = others.compactMap { key, value -> Written.Row? in
            let bound = constant(key, in: rowUnit)
            guard hasAllCells(value, key, header.elements), let bound else { return nil }
            return Written.Row(key: key, bound: bound, cells: value.elements)
        }
        guard isWhole, rows.count == others.count else { return nil }
        let risesAcross = isRising(columns, header)
        guard isRising(rows.map(\.bound), entry), risesAcross else { return nil }
        return Written(columnEntry: header, columns: columns, rows: rows)
    }

    private static let columnsKey = "columns"

    /// Whether a row has a cell for each column, and no empty one.
    private func hasAllCells(_ row: YAMLEntry, _ key: YAMLEntry, _ columns: [YAMLEntry]) -> Bool {
        let cells = row.elements
        guard cells.count == columns.count else {
            findings.report(
                "matrix-row", at: key.place,
                LocalizedText(
                    en:
                        "the row '\(key.text ?? "")' does not have a cell for each column: cells \(cells.count), columns \(columns.count)",
                    ru: "в строке «\(key.text ?? "")» ячеек: \(cells.count), а столбцов: \(columns.count)"),
                remedy: LocalizedText(
                    en: "write one cell for each column; 0% where nothing is paid",
                    ru: "пишите по ячейке на каждый столбец; где не платится ничего — 0%"))
            return false
        }
        guard let empty = cells.firstIndex(where: { $0.text == nil }) else { return true }
        findings.report(
            "matrix-cell", at: cells[empty].place,
            LocalizedText(
                en: "the cell '\(key.text ?? "")' × '\(columns[empty].text ?? "")' is empty",
                ru: "ячейка «\(key.text ?? "")» × «\(columns[empty].text ?? "")» пуста"),
            remedy: LocalizedText(
                en: "write what it pays; 0% where that is nothing", ru: "напишите, сколько она платит; 0%, если ничего")
        )
        return false
    }

    // MARK: Cells

    /// The numbers of the cells: all amounts of the company's currency, or all shares. Nothing is nothing of either.
    private func cells(_ written: Written) -> (values: [[FixedDecimal]], areAmounts: Bool)? {
        let read = written.rows.map { row in row.cells.map { cell in constant(cell).map { (entry: cell, number: $0) } }
        }
        let found = read.joined().compactMap { $0 }
        guard found.count == written.rows.count * written.columns.count else { return nil }
        let areAmounts = found.contains { $0.number.unit.isMoney }
        let unit = areAmounts ? Unit.money(names.currency) : .plain
        let odd = found.filter { $0.number.unit != unit && !($0.number.value.isZero && $0.number.unit.isPlain) }
        for cell in odd { reportUnit(cell.entry, cell.number.unit, areAmounts: areAmounts) }
        guard odd.isEmpty else { return nil }
        return (read.map { row in row.compactMap { $0?.number.value } }, areAmounts)
    }

    private func reportUnit(_ cell: YAMLEntry, _ unit: Unit, areAmounts: Bool) {
        let found = FormulaType.number(unit).described
        findings.report(
            "wrong-unit", at: cell.place,
            areAmounts
                ? LocalizedText(
                    en: "the other cells are amounts in \(names.currency.code), and this one is \(found.en)",
                    ru: "в других ячейках суммы в \(names.currency.code), а в этой — \(found.ru)")
                : LocalizedText(
                    en: "a cell holds an amount or a share of target pay, and this one is \(found.en)",
                    ru: "в ячейке стоит сумма или доля целевой выплаты, а в этой — \(found.ru)"),
            remedy: LocalizedText(
                en: "write all cells as amounts, or all as shares such as 80%",
                ru: "пишите во все ячейки суммы или во все доли, например 80%"))
    }

    /// Bounds and shares that can hardly be meant.
    private func lookAtMatrix(
        _ written: Written, _ rowFigure: Checked<Measure>, _ columnFigure: Checked<Measure>, areShares: Bool
    ) {
        if rowFigure.unit.isPlain { lookAtPercentages(written.rows.map(\.key), as: .figure) }
        if columnFigure.unit.isPlain { lookAtPercentages(written.columnEntry.elements, as: .figure) }
        if areShares { lookAtPercentages(written.rows.flatMap(\.cells), as: .level) }
    }
}
