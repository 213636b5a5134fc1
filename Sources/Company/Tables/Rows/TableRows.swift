import Formulas

/// Reads the rows of a table block by block into columns.
struct TableRows {
    private let plan: ColumnPlan
    private let format: TableFormat
    private let file: String
    private var columns: [any BlockColumn]
    private var lineNumbers: [Int32] = []
    private var totalRows = 0
    private var log: FaultLog
    private var hasTooManyLines = false

    /// Makes ready to read rows by a plan.
    init(_ plan: ColumnPlan, _ format: TableFormat, file: String, faultLimit: Int) {
        self.plan = plan
        self.format = format
        self.file = file
        columns = plan.builders(decimalMark: format.decimalMark)
        log = FaultLog(limit: faultLimit, file: file, plan: plan)
    }

    /// Reads all rows behind the first one, or from it when it is no header.
    mutating func read(_ bytes: [UInt8], from first: FirstRow, hasHeader: Bool) {
        let start = hasHeader ? first.bytes.upperBound : first.bytes.lowerBound
        var scanner = RowScanner(
            delimiter: format.delimiter, position: start, line: hasHeader ? first.nextLine : first.line,
            expectedCells: plan.slots.count)
        var block = RowBlock(width: plan.width)
        let text = bytes.span
        while scanner.position < bytes.count {
            scanner.fill(&block, from: text, slots: plan.slots)
            if scanner.line > Int(Int32.max) {
                hasTooManyLines = true
                return
            }
            take(&block, bytes, text)
            if totalRows == block.count { reserve(bytes.count - start, firstBlock: scanner.position - start) }
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

    /// The table and what was found in its rows.
    func finished() -> TableReading {
        let rows = lineNumbers.count
        let messages = TableMessages(file: file)
        var diagnostics = log.diagnostics
        var data: [String: ColumnData] = [:]
        for (entry, column) in zip(plan.present, columns) { data[entry.column.name] = column.finished() }
        for column in plan.absent { data[column.name] = FilledColumn.empty(column.type, rows: rows) }
        for column in plan.constant {
            let text = column.constant ?? ""
            do {
                data[column.name] = try FilledColumn.constant(text, column.type, rows: rows)
            } catch {
                data[column.name] = FilledColumn.empty(column.type, rows: rows)
                diagnostics.append(messages.wrongConstant(column, text, error.kind))
            }
        }
        if hasTooManyLines { diagnostics.append(messages.tooManyLines()) }
        let table = ColumnTable(
            rowCount: rows, file: file, lineNumbers: lineNumbers, columns: data, rejectedRows: log.rejectedRows,
            totalRows: totalRows)
        return TableReading(table: table, diagnostics: diagnostics)
    }
}
