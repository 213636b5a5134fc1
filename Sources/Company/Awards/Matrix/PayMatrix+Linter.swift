internal import Formulas
internal import Messages
internal import Quantities

extension PayMatrix {
    func objections(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        [fallingFinding(component, model), cornerFinding(component, model)].compactMap { $0 }
    }

    func doubts(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        [nothingReachedFinding(component, model)].compactMap { $0 }
    }

    /// A cell that pays less than the one before it in its row or its column: who reaches more gets less.
    private func fallingFinding(_ component: Component, _ model: CompanyModel) -> Diagnostic? {
        var falling: (from: PayMatrixTable.Cell, to: PayMatrixTable.Cell)?
        for row in table.rows.indices {
            for column in table.columns.indices where falling == nil {
                let cell = PayMatrixTable.Cell(row: row, column: column)
                let before = [(row - 1, column), (row, column - 1)].filter { $0.0 >= 0 && $0.1 >= 0 }
                    .map { PayMatrixTable.Cell(row: $0.0, column: $0.1) }
                if let better = before.first(where: { value($0) > value(cell) }) { falling = (better, cell) }
            }
        }
        guard let falling else { return nil }
        let (more, less) = (text(falling.from), text(falling.to))
        return Diagnostic(
            .warning, code: "falling-matrix", at: component.place,
            LocalizedText(
                en: "in '\(component.name)' the cell \(less) pays less than \(more): who reaches more gets less",
                ru: "в «\(component.name)» ячейка \(less) платит меньше, чем \(more): за большее платится меньше"),
            remedy: LocalizedText(
                en: "let the cells rise along each row and each column",
                ru: "пусть ячейки растут по каждой строке и каждому столбцу"))
    }

    /// A far corner that pays what both on target pay: one of the two goals can be left alone, and the matrix balances nothing.
    private func cornerFinding(_ component: Component, _ model: CompanyModel) -> Diagnostic? {
        guard let row = table.rows.firstIndex(of: .one), let column = table.columns.firstIndex(of: .one), row > 0,
            column > 0, rowFigure.unit.isPlain, columnFigure.unit.isPlain
        else { return nil }
        let onTarget = value(PayMatrixTable.Cell(row: row, column: column))
        let corners = [
            PayMatrixTable.Cell(row: 0, column: table.columns.count - 1),
            PayMatrixTable.Cell(row: table.rows.count - 1, column: 0),
        ]
        guard onTarget > .zero, let corner = corners.first(where: { value($0) >= onTarget }) else { return nil }
        return Diagnostic(
            .warning, code: "unbalanced-matrix", at: component.place,
            LocalizedText(
                en:
                    "in '\(component.name)' the cell \(text(corner)) pays as much as both on target: one of the two can be left alone",
                ru:
                    "в «\(component.name)» ячейка \(text(corner)) платит столько же, сколько оба плана вместе: об одном можно забыть"
            ),
            remedy: LocalizedText(
                en: "let a corner with one of them far below its target pay less, or pay for each by itself",
                ru: "пусть угол, где один из показателей далеко от плана, платит меньше, или платите за каждый отдельно"
            ))
    }

    /// A first cell that begins at nothing and pays something.
    private func nothingReachedFinding(_ component: Component, _ model: CompanyModel) -> Diagnostic? {
        guard let row = table.rows.first, let column = table.columns.first, row <= .zero, column <= .zero,
            let first = table.values.first?.first, first > .zero
        else { return nil }
        let cell = text(PayMatrixTable.Cell(row: 0, column: 0))
        return Diagnostic(
            .warning, code: "pays-for-nothing", at: component.place,
            LocalizedText(
                en: "in '\(component.name)' the first cell, \(cell), pays though nothing was reached",
                ru: "в «\(component.name)» первая ячейка, \(cell), платит, хотя ничего не выполнено"),
            remedy: LocalizedText(
                en: "write 0% there, or begin the rows and columns where pay begins",
                ru: "напишите там 0% или начните строки и столбцы с того, с чего начинается выплата"))
    }

    private func value(_ cell: PayMatrixTable.Cell) -> FixedDecimal { table.values[cell.row][cell.column] }

    /// A cell by its bounds: `90 % × 110 %`.
    private func text(_ cell: PayMatrixTable.Cell) -> LocalizedText {
        let row = Self.text(table.rows[cell.row], rowFigure.unit)
        let column = Self.text(table.columns[cell.column], columnFigure.unit)
        return LocalizedText(en: "\(row) × \(column)", ru: "\(row) × \(column)")
    }

    private static func text(_ bound: FixedDecimal, _ unit: Unit) -> LocalizedText {
        Linter.bound(bound, hasTarget: unit.isPlain, unit)
    }
}
