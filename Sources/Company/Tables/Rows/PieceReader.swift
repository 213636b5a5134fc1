/// Reads pieces of a table, one after the other, each into columns of its own.
///
/// What it learns of one piece, texts and the places of numbers, it knows in the next; so one thread has one reader.
final class PieceReader {
    private let plan: ColumnPlan
    private let format: TableFormat
    private let faultLimit: Int
    private let plainRows: PlainRowReader?
    /// The text that is read; who asks for a piece loads it here first.
    let window: SourceWindow
    private var block: RowBlock
    private var scanner: RowScanner
    private var knowsScales = false

    /// The rows of the present piece.
    private(set) var columns: [any BlockColumn]
    /// The line of each kept row, from the piece's first, which is 1.
    private(set) var lineNumbers: [Int32] = []
    /// How many rows there are, kept or not.
    private(set) var totalRows = 0
    /// What is wrong with the others.
    private(set) var log: FaultLog

    /// Fewer plain rows in a row than this are not worth the change between the two ways of reading.
    private static let plainRun = 64
    /// How many rows are read closely at the beginning.
    private static let firstRows = 64
    /// How many rows are read closely where a single one is not plain.
    private static let closeRows = 4

    init(_ plan: ColumnPlan, _ format: TableFormat, _ window: SourceWindow, faultLimit: Int, readsClosely: Bool) {
        self.plan = plan
        self.format = format
        self.window = window
        self.faultLimit = faultLimit
        columns = plan.builders(decimalMark: format.decimalMark)
        log = FaultLog(limit: faultLimit)
        block = RowBlock(width: plan.width)
        scanner = RowScanner(delimiter: format.delimiter, position: 0)
        plainRows = readsClosely ? nil : PlainRowReader(plan, format)
    }

    /// Where the rows of the present piece end in the file.
    var end: Int { window.offset(of: scanner.position) }

    /// How many lines the present piece has.
    var lines: Int { scanner.line - 1 }

    /// Forgets the present piece and reads the rows that begin in a range of the file.
    func read(_ piece: Range<Int>) throws(ByteSourceFailure) {
        for index in columns.indices { columns[index].beginPiece() }
        try readAgain(piece)
    }

    /// Reads the present piece once more, or another part of it.
    func readAgain(_ piece: Range<Int>) throws(ByteSourceFailure) {
        while true {
            for index in columns.indices { columns[index].repeatPiece() }
            lineNumbers.removeAll(keepingCapacity: true)
            totalRows = 0
            log = FaultLog(limit: faultLimit)
            let first = window.position(of: piece.lowerBound)
            scanner = RowScanner(
                delimiter: format.delimiter, position: first, expectedCells: plan.slots.count)
            readRows(to: window.position(of: piece.upperBound))
            // A row at the end of what is known may be another row when more is known.
            if window.isAtEnd || scanner.reach + 4 <= window.text.count { return }
            try window.extend()
        }
    }

    private func readRows(to end: Int) {
        let bytes = window.text
        let text = bytes.span
        // The first rows are read closely: they tell how many decimal places the numbers have.
        var closeRows = knowsScales ? 0 : Self.firstRows
        knowsScales = true
        while scanner.position < end {
            if closeRows > 0 {
                scanner.fill(&block, from: text, slots: plan.slots, rows: closeRows, end: end)
                if scanner.line > Int(Int32.max) { return }
                take(text)
            }
            let plain = readPlainRows(text, to: end)
            closeRows = plain < Self.plainRun ? block.capacity : Self.closeRows
        }
    }

    /// Reads rows as long as they are plain.
    private func readPlainRows(_ text: Span<UInt8>, to end: Int) -> Int {
        guard let plainRows else { return 0 }
        var total = 0
        while true {
            plainRows.forEachColumn { columns[$0.column].prepare(&$0) }
            let rows = plainRows.read(text, from: scanner.position, to: end, line: scanner.line)
            if rows == 0 { return total }
            plainRows.forEachColumn { columns[$0.column].adopt($0, rows: rows) }
            lineNumbers.append(contentsOf: plainRows.lines(rows))
            scanner.position = plainRows.position
            scanner.line = plainRows.line
            total += rows
            totalRows += rows
            if rows < PlainRowReader.capacity { return total }
        }
    }

    private func take(_ text: Span<UInt8>) {
        for index in columns.indices { columns[index].judge(&block, text) }
        for index in columns.indices { columns[index].settle(&block) }
        for index in columns.indices { columns[index].keep(block, text) }
        lineNumbers.append(good: block, from: block.lines)
        log.take(block, window)
        totalRows += block.count
    }
}
