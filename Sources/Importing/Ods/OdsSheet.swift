/// The rows and cells of one sheet of an `.ods`, as the content is read.
final class OdsSheet: XMLListener {
    enum Element: String, CaseIterable {
        case cell = "table:table-cell"
        case coveredCell = "table:covered-table-cell"
        case row = "table:table-row"
        case paragraph = "text:p"
        case space = "text:s"
        case tab = "text:tab"
        case lineBreak = "text:line-break"
        case table = "table:table"
        case spreadsheet = "office:spreadsheet"
        case annotation = "office:annotation"
        case note = "text:note"
        case reading = "text:ruby-text"
    }

    private let wanted: Int
    private let builder: RowBuilder
    private var depth = 0
    private var spreadsheetDepth: Int?
    private var tableDepth: Int?
    private var tables = 0
    /// The row, from 1, or a number beyond the sheet where rows that hold nothing go on.
    private var row = 0
    private var rowCount = 0
    private var rowDepth: Int?
    private var holdsCells = false
    private var column = 0
    private var cell: OdsCell?
    private var cellDepth: Int?
    private var paragraphDepth: Int?
    private var ignoredDepth: Int?
    private var shown: OdsParagraphs

    /// Numbers that files repeat go no further than this, far beyond any sheet.
    private static let farAway = 1 << 40

    init(number: Int, _ builder: RowBuilder) {
        wanted = number
        self.builder = builder
        shown = OdsParagraphs(limit: builder.limits.textBytes)
    }

    func begin(_ element: Element?, _ attributes: XMLAttributes) throws {
        depth += 1
        if ignoredDepth != nil { return }
        switch element {
        case .spreadsheet: spreadsheetDepth = depth
        case .table where depth - 1 == spreadsheetDepth:
            if tables == wanted { tableDepth = depth }
            tables += 1
        // A table inside a cell.
        case .table: if tableDepth != nil { ignoredDepth = depth }
        case .row where tableDepth != nil: try beginRow(attributes)
        case .cell where depth - 1 == rowDepth: beginCell(attributes)
        case .coveredCell where depth - 1 == rowDepth:
            column = min(column + max(1, attributes.number("table:number-columns-repeated") ?? 1), Self.farAway)
        default: try beginText(element, attributes)
        }
    }

    private func beginText(_ element: Element?, _ attributes: XMLAttributes) throws {
        guard let cellDepth else { return }
        var fits = true
        switch element {
        case .paragraph where depth == cellDepth + 1:
            paragraphDepth = depth
            fits = shown.beginParagraph()
        case .space where paragraphDepth != nil: fits = shown.append(0x20, attributes.number("text:c") ?? 1)
        case .tab where paragraphDepth != nil: fits = shown.append(0x09, 1)
        case .lineBreak where paragraphDepth != nil: fits = shown.append(0x0A, 1)
        case .annotation, .note, .reading: ignoredDepth = depth
        default: break
        }
        if !fits { throw tooLong }
    }

    func end(_ element: Element?) throws {
        if depth == cellDepth { try endCell() }
        if depth == rowDepth { try endRow() }
        if depth == paragraphDepth { paragraphDepth = nil }
        if depth == ignoredDepth { ignoredDepth = nil }
        // The other sheets are of no interest, and the checksum was compared when the sheets were listed.
        if depth == tableDepth { throw ReadingEnds() }
        depth -= 1
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard paragraphDepth != nil, ignoredDepth == nil else { return }
        guard shown.append(bytes) else { throw tooLong }
    }

    private var tooLong: WorkbookFault { .tooLarge(.text(row: row, bytes: builder.limits.textBytes)) }

    private func beginRow(_ attributes: XMLAttributes) throws {
        guard rowDepth == nil else { return }
        rowDepth = depth
        row += 1
        rowCount = max(1, attributes.number("table:number-rows-repeated") ?? 1)
        column = 0
        holdsCells = false
    }

    private func endRow() throws {
        rowDepth = nil
        if holdsCells {
            try builder.end()
            for _ in 1..<max(rowCount, 1) { try builder.repeatRow() }
        }
        row = min(row + rowCount - 1, Self.farAway)
    }

    private func beginCell(_ attributes: XMLAttributes) {
        cellDepth = depth
        cell = OdsCell(attributes)
        shown.reset()
    }

    private func endCell() throws {
        cellDepth = nil
        paragraphDepth = nil
        guard let cell else { return }
        let first = column
        column = min(column + cell.count, Self.farAway)
        let value = cell.cell(shown: shown)
        guard value != .empty, value != .text("") else { return }
        if !holdsCells {
            try builder.begin(row)
            holdsCells = true
        }
        if cell.spannedRows > 1 || cell.spannedColumns > 1 {
            let lastRow = min(row + cell.spannedRows, Self.farAway) - 1
            let lastColumn = min(first + cell.spannedColumns, Self.farAway) - 1
            try builder.merge(rows: row...max(row, lastRow), columns: first...max(first, lastColumn))
        }
        for place in first..<column { try builder.add(value, at: place) }
    }
}
