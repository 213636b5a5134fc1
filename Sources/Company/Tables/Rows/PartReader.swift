/// Reads the rows of a part of a table, block by block, into columns of its own.
struct PartReader {
    private let plan: ColumnPlan
    /// Where the part begins, and where it ends unless its last row goes on behind that.
    private let range: Range<Int>
    private var columns: [any BlockColumn]
    private var lineNumbers: [Int32] = []
    private var totalRows = 0
    private var log: FaultLog
    private var scanner: RowScanner
    private let plainRows: PlainRowReader?

    /// Fewer plain rows in a row than this are not worth the change between the two ways of reading.
    private static let plainRun = 64
    /// How many rows are read closely at the beginning.
    private static let firstRows = 64
    /// How many rows are read closely where a single one is not plain.
    private static let closeRows = 4

    /// Makes ready to read a part whose first line has the number `line`.
    init(_ plan: ColumnPlan, _ format: TableFormat, range: Range<Int>, line: Int, faultLimit: Int, readsClosely: Bool) {
        self.plan = plan
        self.range = range
        columns = plan.builders(decimalMark: format.decimalMark)
        log = FaultLog(limit: faultLimit)
        scanner = RowScanner(
            delimiter: format.delimiter, position: range.lowerBound, line: line, expectedCells: plan.slots.count)
        plainRows = readsClosely ? nil : PlainRowReader(plan, format)
    }

    /// Reads all rows that begin inside the part.
    consuming func read(_ bytes: [UInt8]) -> TablePart {
        readRows(bytes)
        return TablePart(
            range: range, end: scanner.position, nextLine: scanner.line, columns: columns.map { $0.finished() },
            texts: columns.map(\.texts), largest: columns.map(\.largest), lineNumbers: lineNumbers,
            totalRows: totalRows, log: log)
    }

    private mutating func readRows(_ bytes: [UInt8]) {
        var block = RowBlock(width: plan.width)
        let text = bytes.span
        let end = range.upperBound
        // The first rows are read closely: they tell how many decimal places the numbers have.
        var closeRows = Self.firstRows
        while scanner.position < end {
            scanner.fill(&block, from: text, slots: plan.slots, rows: closeRows, end: end)
            if scanner.line > Int(Int32.max) { return }
            take(&block, bytes, text)
            if totalRows == block.count {
                reserve(end - range.lowerBound, firstBlock: scanner.position - range.lowerBound)
            }
            let plain = readPlainRows(text)
            closeRows = plain < Self.plainRun ? block.capacity : Self.closeRows
        }
    }

    /// Reads rows as long as they are plain.
    private mutating func readPlainRows(_ text: Span<UInt8>) -> Int {
        guard let plainRows else { return 0 }
        var total = 0
        while true {
            plainRows.forEachColumn { columns[$0.column].prepare(&$0) }
            let rows = plainRows.read(text, from: scanner.position, to: range.upperBound, line: scanner.line)
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

    private mutating func take(_ block: inout RowBlock, _ bytes: [UInt8], _ text: Span<UInt8>) {
        for index in columns.indices { columns[index].judge(&block, text) }
        for index in columns.indices { columns[index].settle(&block) }
        for index in columns.indices { columns[index].keep(block, text) }
        lineNumbers.append(good: block, from: block.lines)
        log.take(block, bytes)
        totalRows += block.count
    }

    /// Makes room for as many rows as there will be if the others are like those of the first block.
    private mutating func reserve(_ bytes: Int, firstBlock: Int) {
        guard firstBlock > 0, bytes > firstBlock else { return }
        let rows = Int(
            (Int64(bytes) / Int64(firstBlock) + 1).multipliedReportingOverflow(by: Int64(totalRows)).partialValue)
        lineNumbers.reserveCapacity(rows)
        for index in columns.indices { columns[index].reserve(rows: rows) }
    }
}
