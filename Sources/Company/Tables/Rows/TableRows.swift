import Formulas
internal import Messages

/// Reads the rows of a table, piece by piece, into columns.
struct TableRows {
    private let joiner: PieceJoiner
    private let begun: JointTable
    private let room: ColumnMemory.Room

    private var plan: ColumnPlan { joiner.plan }

    /// Makes ready to read by a plan all rows behind the first one, or from it when it is no header.
    init(
        _ plan: ColumnPlan, _ format: TableFormat, _ file: SourceFile, _ head: TableHead, _ first: FirstRow,
        faultLimit: Int, division: Division
    ) {
        let start = head.offset(of: format.hasHeader ? first.bytes.upperBound : first.bytes.lowerBound)
        joiner = PieceJoiner(
            plan: plan, format: format, file: file, faultLimit: faultLimit, division: division,
            pieces: Pieces(from: start, to: file.content.count, size: division.blockBytes))
        begun = JointTable(
            columns: plan.present.count, from: start, line: format.hasHeader ? first.nextLine : first.line,
            FaultReport(limit: faultLimit, file: file, format.encoding, plan: plan), head.check(to: start))
        room = head.room(for: plan.present.count, fileSize: file.content.count)
    }

    /// Reads the rows.
    func read() throws(TableReader.Unreadable) -> TableReading {
        var room = room
        var threads = joiner.division.threads
        while true {
            let limits = room
            var joint = begun
            let read = ColumnMemory.filled(plan.present.map(\.column.type), room) { memory in
                joint = fill(memory, limits, threads: threads)
                // What found no room was not written, and is read again with more.
                guard limits.holds(joint) else {
                    return ColumnMemory.Use(keyBytes: [Int](repeating: 0, count: joint.keyBytes.count))
                }
                return ColumnMemory.Use(rows: joint.rows, keyBytes: joint.keyBytes)
            }
            if joint.dependsOnOrder {
                // Whether numbers fit one column depends on all rows before them: they are read in their order.
                threads = 1
            } else if limits.holds(joint) {
                try check(joint)
                return reading(joint, read.columns, read.lines)
            } else {
                room = room.enlarged(for: joint, fileSize: joiner.file.content.count)
            }
        }
    }

    /// Reads the rows and hands over those of each piece, in no order.
    func scan(_ body: @escaping @Sendable (TablePiece) -> Void) throws(TableReader.Unreadable) -> [Diagnostic] {
        let names = plan.present.map(\.column.name)
        var joint = joiner.read(begun, threads: joiner.division.threads) { reader, _, _ in
            body(TablePiece(names, reader))
        }
        if joint.dependsOnOrder {
            // Numbers that fit no common scale are an error; which row has it shows only in the order of rows.
            joint = joiner.read(begun, threads: 1) { _, _, _ in }
        }
        try check(joint)
        return diagnostics(joint)
    }

    private func fill(_ memory: ColumnMemory, _ room: ColumnMemory.Room, threads: Int) -> JointTable {
        joiner.read(begun, threads: threads, goesOn: { room.holds($0) }) { reader, place, translations in
            let rows = reader.lineNumbers.count
            for (index, column) in reader.columns.enumerated() {
                guard room.holds(place, rows, column.rows, index) else { return }
            }
            guard place.row + rows <= room.rows else { return }
            memory.lines.place(lines: reader.lineNumbers, at: place.row, linesBefore: place.linesBefore)
            for (index, column) in reader.columns.enumerated() {
                memory.columns[index].place(
                    column.rows, at: place.row, keyByte: place.keyBytes[index],
                    translation: translations[index].codes)
            }
        }
    }

    /// Throws what is wrong with the file as such.
    private func check(_ joint: JointTable) throws(TableReader.Unreadable) {
        if let failure = joint.failure {
            throw TableReader.Unreadable(diagnostics: [TableMessages(file: joiner.file.path).unreadable(failure)])
        }
        if let fault = joint.check.fault(in: joiner.file) { throw TableReader.Unreadable(diagnostics: [fault]) }
    }

    private func diagnostics(_ joint: JointTable) -> [Diagnostic] {
        joint.report.diagnostics
            + (joint.hasTooManyLines ? [TableMessages(file: joiner.file.path).tooManyLines()] : [])
    }

    // MARK: Columns

    private func reading(_ joint: JointTable, _ columns: [ColumnData], _ lines: [Int32]) -> TableReading {
        let messages = TableMessages(file: joiner.file.path)
        var diagnostics = joint.report.diagnostics
        var data: [String: ColumnData] = [:]
        var columns = columns
        for (index, entry) in plan.present.enumerated() {
            // Taken out first, so that it is not copied when it is completed.
            var column = columns[index]
            columns[index] = .flag([])
            complete(&column, joint, index)
            data[entry.column.name] = column
        }
        for column in plan.absent { data[column.name] = FilledColumn.empty(column.type, rows: joint.rows) }
        for column in plan.constant {
            let text = column.constant ?? ""
            do {
                data[column.name] = try FilledColumn.constant(text, column.type, rows: joint.rows)
            } catch {
                data[column.name] = FilledColumn.empty(column.type, rows: joint.rows)
                diagnostics.append(messages.wrongConstant(column, text, error.kind))
            }
        }
        if joint.hasTooManyLines { diagnostics.append(messages.tooManyLines()) }
        let table = ColumnTable(
            rowCount: joint.rows, file: joiner.file.path, lineNumbers: lines, columns: data,
            rejectedRows: joint.report.rejectedRows, totalRows: joint.totalRows)
        var reading = TableReading(table: table, diagnostics: diagnostics)
        reading.mayChange = joint.check.mayChange
        return reading
    }

    /// Gives a column its texts, or all of its numbers the same scale.
    private func complete(_ column: inout ColumnData, _ joint: JointTable, _ index: Int) {
        switch column {
        case .code(var codes):
            column = .flag([])
            let texts = joint.dictionaries[index].texts
            (codes.dictionary, codes.firstLine) = (texts.strings, texts.firstLines)
            column = .code(codes)
        case .decimal(var numbers):
            column = .flag([])
            numbers.scale = joint.finest[index]
            let scales = joint.scales[index]
            for (number, part) in scales.enumerated() where part.scale < numbers.scale {
                let end = number + 1 < scales.count ? scales[number + 1].row : numbers.values.count
                let factor = DecimalBuilder.powers[numbers.scale - part.scale]
                for row in part.row..<end where numbers.values[row] != DecimalColumn.empty {
                    numbers.values[row] *= factor
                }
            }
            column = .decimal(numbers)
        default: break
        }
    }
}
