/// A table with the widths of its columns.
struct TableLayout: BlockLayout {
    let block: Int
    let table: PaperTable
    private let columns: TableColumns

    private static let padding = 3.0
    private static let indent = 11.0
    /// Deeper parts are not moved in further, so that there is room for their words.
    private static let deepest = 8
    /// Bounds of lines, so that no row is higher than a page.
    private static let cellLines = 12
    private static let noteLines = 14
    private static let mostNotes = 3

    init(block: Int, table: PaperTable, _ typesetter: Typesetter) {
        self.block = block
        self.table = table
        columns = TableColumns(table, typesetter)
    }

    func pieces(_ typesetter: Typesetter) -> [Piece] {
        var pieces = [
            Piece(block: block, part: .head, before: 8, height: headHeight(typesetter), keepsNext: true)
        ]
        for (number, row) in table.rows.enumerated() {
            let isLast = number == table.rows.count - 1
            pieces.append(
                Piece(
                    block: block, part: .row(number), before: 0, height: height(of: row, typesetter),
                    // A total never stands alone.
                    keepsNext: isLast && !table.totals.isEmpty))
        }
        for (number, row) in table.totals.enumerated() {
            pieces.append(
                Piece(
                    block: block, part: .total(number), before: 0, height: height(of: row, isTotal: true, typesetter),
                    keepsNext: number < table.totals.count - 1))
        }
        if table.rows.isEmpty, table.totals.isEmpty { pieces[0].keepsNext = false }
        return pieces
    }

    func draw(_ piece: Piece, y: Double, _ typesetter: Typesetter) {
        switch piece.part {
        case .whole: break
        case .head: drawHead(y, height: piece.height, typesetter)
        case .row(let number):
            guard table.rows.indices.contains(number) else { return }
            draw(table.rows[number], in: piece, y: y, isTotal: false, typesetter)
        case .total(let number):
            guard table.totals.indices.contains(number) else { return }
            if number == 0 { typesetter.rule(x: Sheet.left, y: y, width: Sheet.room, thickness: 0.9, grey: 0.2) }
            draw(table.totals[number], in: piece, y: y, isTotal: true, typesetter)
        }
    }

    // MARK: The head

    private func headHeight(_ typesetter: Typesetter) -> Double {
        let heights = table.columns.enumerated().map { number, column in
            typesetter.height(of: column.title, .columnTitle, width: columns.widths[number], lines: 3)
        }
        return (heights.max() ?? 0) + 2 * Self.padding
    }

    private func drawHead(_ y: Double, height: Double, _ typesetter: Typesetter) {
        for (number, column) in table.columns.enumerated() {
            typesetter.draw(
                column.title, .columnTitle, x: columns.lefts[number], y: y + Self.padding,
                width: columns.widths[number], lines: 3, side: column.isFigure ? .right : .left)
        }
        typesetter.rule(
            x: Sheet.left, y: y + height, width: Sheet.room, thickness: 0.9, grey: 0.2)
    }

    // MARK: Rows

    private func style(_ row: PaperRow, _ column: Int, isTotal: Bool) -> LetterStyle {
        let isBold = isTotal || row.isStrong
        if table.columns[column].isFigure { return columns.figureStyle(isBold: isBold) }
        return isBold ? .strong : .body
    }

    private func indent(_ row: PaperRow) -> Double { Double(min(row.depth, Self.deepest)) * Self.indent }

    private func height(of row: PaperRow, isTotal: Bool = false, _ typesetter: Typesetter) -> Double {
        var highest = 0.0
        for (number, cell) in row.cells.prefix(table.columns.count).enumerated() {
            let width = columns.widths[number] - (number == 0 ? indent(row) : 0)
            var height = typesetter.height(
                of: cell, style(row, number, isTotal: isTotal), width: width, lines: Self.cellLines)
            if number == 0 { height += notesHeight(row, width: width, typesetter) }
            highest = max(highest, height)
        }
        return max(highest, 11) + 2 * Self.padding
    }

    private func notesHeight(_ row: PaperRow, width: Double, _ typesetter: Typesetter) -> Double {
        row.notes.prefix(Self.mostNotes).reduce(0) { sum, note in
            sum + 1 + typesetter.height(of: note.text, note.style, width: width, lines: Self.noteLines)
        }
    }

    private func draw(_ row: PaperRow, in piece: Piece, y: Double, isTotal: Bool, _ typesetter: Typesetter) {
        for (number, cell) in row.cells.prefix(table.columns.count).enumerated() {
            let indent = number == 0 ? indent(row) : 0
            let style = style(row, number, isTotal: isTotal)
            let width = columns.widths[number] - indent
            typesetter.draw(
                cell, style, x: columns.lefts[number] + indent, y: y + Self.padding, width: width,
                lines: Self.cellLines, side: table.columns[number].isFigure ? .right : .left)
            if number == 0, !row.notes.isEmpty {
                let under = typesetter.height(of: cell, style, width: width, lines: Self.cellLines)
                drawNotes(row, x: columns.lefts[0] + indent, y: y + Self.padding + under, width: width, typesetter)
            }
        }
        if !isTotal {
            typesetter.rule(x: Sheet.left + indent(row), y: y + piece.height, width: Sheet.room - indent(row))
        }
    }

    private func drawNotes(_ row: PaperRow, x: Double, y: Double, width: Double, _ typesetter: Typesetter) {
        var y = y
        for note in row.notes.prefix(Self.mostNotes) {
            y += 1
            typesetter.draw(note.text, note.style, x: x, y: y, width: width, lines: Self.noteLines)
            y += typesetter.height(of: note.text, note.style, width: width, lines: Self.noteLines)
        }
    }
}

extension PaperNote {
    fileprivate var text: String {
        switch self {
        case .formula(let text), .remark(let text): text
        }
    }

    fileprivate var style: LetterStyle {
        switch self {
        case .formula: .formula
        case .remark: .note
        }
    }
}

/// Where the columns of a table stand: figures take what they need, words share the rest.
struct TableColumns {
    let lefts: [Double]
    let widths: [Double]
    private let figureSize: Double

    private static let gap = 9.0

    init(_ table: PaperTable, _ typesetter: Typesetter) {
        let room = Sheet.room - Self.gap * Double(max(0, table.columns.count - 1))
        var figureSize = 9.5
        var needed: [Double] = []
        // Many wide figures beside each other are set smaller, so that words keep a third of the width.
        for size in [9.5, 8.5, 7.5, 6.5] {
            figureSize = size
            needed = table.columns.indices.map { column in
                table.columns[column].isFigure ? Self.widest(column, of: table, size: size, typesetter) : 0
            }
            if needed.reduce(0, +) <= room * 0.66 { break }
        }
        let words = max(0, room - needed.reduce(0, +))
        let weights = table.columns.reduce(0) { $0 + $1.weight }
        let widths = table.columns.indices.map { column in
            table.columns[column].isFigure
                ? needed[column] : words * table.columns[column].weight / max(weights, 0.01)
        }
        self.widths = widths
        self.figureSize = figureSize
        var left = Sheet.left
        lefts = widths.map { width in
            defer { left += width + Self.gap }
            return left
        }
    }

    func figureStyle(isBold: Bool) -> LetterStyle { LetterStyle(size: figureSize, isBold: isBold) }

    /// The widest figure of a column, or its head; no more than half of the room.
    private static func widest(_ column: Int, of table: PaperTable, size: Double, _ typesetter: Typesetter) -> Double {
        let texts = (table.rows + table.totals).compactMap {
            $0.cells.indices.contains(column) ? $0.cells[column] : nil
        }
        let bold = LetterStyle(size: size, isBold: true)
        // Digits are of one width, so figures of one shape are.
        let shapes = Set(texts.map { text in String(text.prefix(120).map { $0.isNumber ? "0" : $0 }) })
        let figures = shapes.map { typesetter.width(of: $0, bold) }.max() ?? 0
        let heads =
            table.columns[column].title.split(separator: " ")
            .map { typesetter.width(of: String($0), .columnTitle) }.max() ?? 0
        return min(max(figures, heads) + 1, Sheet.room / 2)
    }
}
