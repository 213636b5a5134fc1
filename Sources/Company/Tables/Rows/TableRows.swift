import Formulas

/// Reads the rows of a table, in parts if it is large, and joins their columns.
struct TableRows {
    private let plan: ColumnPlan
    private let format: TableFormat
    private let file: String
    private let faultLimit: Int
    private let division: Division

    /// Makes ready to read rows by a plan.
    init(_ plan: ColumnPlan, _ format: TableFormat, file: String, faultLimit: Int, division: Division) {
        self.plan = plan
        self.format = format
        self.file = file
        self.faultLimit = faultLimit
        self.division = division
    }

    /// Reads all rows behind the first one, or from it when it is no header.
    func read(_ bytes: [UInt8], from first: FirstRow, hasHeader: Bool) -> TableReading {
        let start = hasHeader ? first.bytes.upperBound : first.bytes.lowerBound
        let line = hasHeader ? first.nextLine : first.line
        if let parts = parts(bytes, from: start, line: line) {
            return joined(parts, bytes, line: line)
        }
        return joined([part(start..<bytes.count, line: line, bytes)], bytes, line: line)
    }

    // MARK: Parts

    /// The parts of a table, each of which begins where the one before it ended; `nil` when the table must be read in one.
    private func parts(_ bytes: [UInt8], from start: Int, line: Int) -> [TablePart]? {
        let ranges = division.parts(of: bytes.span, from: start)
        guard ranges.count > 1 else { return nil }
        let read = division.map(ranges) { part($0, line: 1, bytes) }
        var parts: [TablePart] = []
        var end = start
        var lines = line
        for part in read {
            var part = part
            if part.range.lowerBound != end {
                // The line at which this part was cut lies inside a quotation, so it begins in the middle of a row.
                if end >= part.range.upperBound { continue }
                part = self.part(end..<part.range.upperBound, line: 1, bytes)
            }
            end = part.end
            lines += part.nextLine - 1
            parts.append(part)
        }
        let isWhole = !parts.contains { $0.log.dependsOnOtherRows } && lines <= Int(Int32.max)
        return isWhole && parts.fitTogether ? parts : nil
    }

    private func part(_ range: Range<Int>, line: Int, _ bytes: [UInt8]) -> TablePart {
        PartReader(plan, format, range: range, line: line, faultLimit: faultLimit, readsClosely: division.readsClosely)
            .read(bytes)
    }

    // MARK: Joining

    private func joined(_ parts: [TablePart], _ bytes: [UInt8], line: Int) -> TableReading {
        var report = FaultReport(limit: faultLimit, file: file, plan: plan)
        var linesBefore: [Int] = []
        var before = parts.count > 1 ? line - 1 : 0
        for part in parts {
            report.take(part.log, linesBefore: before, bytes)
            linesBefore.append(before)
            before += part.nextLine - 1
        }
        let rows = parts.reduce(0) { $0 + $1.lineNumbers.count }
        let messages = TableMessages(file: file)
        var diagnostics = report.diagnostics
        var data: [String: ColumnData] = [:]
        let joint = JointColumns(parts: parts, linesBefore: linesBefore)
        let columns = division.map(Array(plan.present.indices)) { joint.column($0) }
        for (entry, column) in zip(plan.present, columns) { data[entry.column.name] = column }
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
        if parts.contains(where: { $0.nextLine > Int(Int32.max) }) { diagnostics.append(messages.tooManyLines()) }
        let table = ColumnTable(
            rowCount: rows, file: file, lineNumbers: joint.lineNumbers, columns: data,
            rejectedRows: report.rejectedRows, totalRows: parts.reduce(0) { $0 + $1.totalRows })
        return TableReading(table: table, diagnostics: diagnostics)
    }
}
