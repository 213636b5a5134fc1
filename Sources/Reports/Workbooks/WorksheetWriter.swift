internal import CXlsxWriter
internal import Messages
internal import Periods
internal import Quantities

/// Puts one sheet's cells into a worksheet of the library.
struct WorksheetWriter {
    private let page: UnsafeMutablePointer<lxw_worksheet>
    private let styles: WorkbookStyles
    private let language: Language

    init(_ page: UnsafeMutablePointer<lxw_worksheet>, _ styles: WorkbookStyles, _ language: Language) {
        self.page = page
        self.styles = styles
        self.language = language
    }

    /// Writes header, rows and total.
    ///
    /// - Returns: the first thing the library refused.
    func write(_ sheet: Sheet) -> lxw_error {
        worksheet_freeze_panes(page, 1, 0)
        var first = LXW_NO_ERROR
        for (index, column) in sheet.columns.enumerated() {
            let result = write(column, at: UInt16(index), of: sheet)
            if first == LXW_NO_ERROR { first = result }
        }
        return first
    }

    /// A column is written from top to bottom, since its width and its total come from its cells.
    private func write(_ column: Sheet.Column, at index: UInt16, of sheet: Sheet) -> lxw_error {
        var width = ColumnWidth(title: column.title)
        var results = [write(.text(column.title), row: 0, index, styles.header)]
        for (row, cells) in sheet.rows.enumerated() {
            let cell = cells[Int(index)]
            width.include(cell, in: column)
            let result = write(cell, in: column, row: UInt32(row + 1), index)
            if result != LXW_NO_ERROR { results.append(result) }
        }
        if sheet.total { results.append(writeTotal(of: sheet, column, index, &width)) }
        results.append(worksheet_set_column(page, index, index, width.value, nil))
        return results.first { $0 != LXW_NO_ERROR } ?? LXW_NO_ERROR
    }

    private func write(_ cell: Sheet.Cell, in column: Sheet.Column, row: UInt32, _ index: UInt16) -> lxw_error {
        switch (cell, column.kind) {
        case (.money(let units), .money(let currency)):
            write(FigureValue(units, in: currency), row: row, index, styles.money(currency))
        case (.day(let day), _): write(FigureValue(day), row: row, index, styles.day)
        case (.number(let number), _): write(FigureValue(number), row: row, index, nil)
        case (.text(let text), _): write(.text(text), row: row, index, nil)
        case (.empty, _), (.money, _): LXW_NO_ERROR
        }
    }

    private func write(_ value: FigureValue, row: UInt32, _ index: UInt16, _ style: WorkbookStyles.Style?) -> lxw_error
    {
        switch value {
        case .number(let number): worksheet_write_number(page, row, index, number, style)
        case .text(let text): worksheet_write_string(page, row, index, CellText.escaped(text), style)
        }
    }

    private func writeTotal(
        of sheet: Sheet, _ column: Sheet.Column, _ index: UInt16, _ width: inout ColumnWidth
    ) -> lxw_error {
        let row = UInt32(sheet.rows.count + 1)
        guard case .money(let currency) = column.kind else {
            let label = LocalizedText(en: "Total", ru: "Итого")[language]
            let isFirst = sheet.columns.prefix(Int(index)).allSatisfy(\.kind.isMoney)
            return write(.text(isFirst ? label : ""), row: row, index, styles.totalText)
        }
        let total = ColumnTotal(of: sheet, at: Int(index), in: currency)
        width.include(amount: MoneyText.text(total.minorUnits, in: currency))
        let style = styles.sum(currency)
        guard case .number(let sum) = total.value, let formula = total.formula else {
            return write(total.value, row: row, index, style)
        }
        return worksheet_write_formula_num(page, row, index, formula, style, sum)
    }
}

extension ColumnWidth {
    /// Takes a cell into account, as it will be shown.
    fileprivate mutating func include(_ cell: Sheet.Cell, in column: Sheet.Column) {
        switch (cell, column.kind) {
        case (.money(let units), .money(let currency)): include(amount: MoneyText.text(units, in: currency))
        case (.day(let day), _): include(day.description)
        case (.number(let number), _): include(number.description)
        case (.text(let text), _): include(text)
        case (.empty, _), (.money, _): break
        }
    }
}

extension Sheet.Kind {
    fileprivate var isMoney: Bool {
        if case .money = self { true } else { false }
    }
}
