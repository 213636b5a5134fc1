/// Walks along the chain once, and along every table beside it: rows are appended in the order of their records.
struct ChainAudit {
    private var report: AuditReport
    private var tables: [CoveredRows] = []
    private var counts: [Int]
    private var expectedHead: AuditHead?
    private var lastNumbers: [Int64]
    /// The runs whose rows are read, by their records; `nil` when every row is.
    private var relied: [Int64: ReliedRun]?
    private let connection: Connection

    init(
        _ connection: Connection, _ report: AuditReport, expectedHead: AuditHead?, relied: [ReliedRun]? = nil
    ) throws(StorageFailure) {
        self.connection = connection
        self.report = report
        self.expectedHead = expectedHead
        self.relied = relied.map { Dictionary($0.map { ($0.record, $0) }) { first, _ in first } }
        for table in connection.schema.covered where relied == nil || !table.isBulky {
            tables.append(try CoveredRows(table, on: connection))
        }
        counts = tables.map { _ in 0 }
        lastNumbers = tables.map { _ in 0 }
    }

    /// The report with what the chain and the rows show.
    ///
    /// - Parameter relied: Where these are given, the chain is read as a whole, but of imported rows, kept texts and runs only the
    ///   runs named.
    static func run(
        on connection: Connection, _ report: AuditReport, expectedHead: AuditHead?, relied: [ReliedRun]? = nil
    ) throws(StorageFailure) -> AuditReport {
        var audit = try ChainAudit(connection, report, expectedHead: expectedHead, relied: relied)
        try audit.walk()
        return audit.report
    }

    private mutating func walk() throws(StorageFailure) {
        let records = try connection.freshStatement("SELECT \(Schema.audit.columnList) FROM audit ORDER BY number")
        var previous: [UInt8] = []
        var time = ""
        while try records.step() {
            let number = records.integer(0)
            check(records, after: previous)
            noteTime(records.text(1), before: &time, number)
            if relied != nil, Self.bulkActions.contains(records.text(3)) {
                try checkRun(of: number, content: records.bytes(5))
            } else {
                try checkRows(of: number, content: records.bytes(5))
            }
            previous = records.bytes(7)
            report.head = AuditHead(number: number, digest: previous.hex)
        }
        try checkRowsWithoutRecord()
        for run in (relied ?? [:]).values {
            report.faults.append(.strayRow(table: "runs", row: run.number, record: run.record))
        }
        if let expectedHead, expectedHead.number > 0 { report.faults.append(.head(expected: expectedHead)) }
        report.rows = Dictionary(uniqueKeysWithValues: zip(tables.map(\.table.name), counts))
    }

    /// The actions that write into bulky tables.
    private static let bulkActions: Set<String> = ["import", "model", "run"]

    private mutating func check(_ record: SQLStatement, after previous: [UInt8]) {
        let (number, digest) = (record.integer(0), record.bytes(7))
        if number != report.head.number + 1 {
            report.faults.append(.numbering(table: Schema.audit.name, expected: report.head.number + 1, found: number))
        }
        // Over the columns as they lie there: what a text would mend on reading must not pass.
        var canonical = CanonicalBytes()
        for column in 0..<Int32(7) { canonical.append(column, of: record) }
        if SHA256Digest.of(canonical.bytes).bytes != digest { report.faults.append(.record(number)) }
        if record.bytes(6) != previous { report.faults.append(.link(record: number)) }
        if expectedHead == AuditHead(number: number, digest: digest.hex) { expectedHead = nil }
        report.records += 1
    }

    /// Times are written the same way, so texts in order are times in order.
    private mutating func noteTime(_ time: String, before last: inout String, _ number: Int64) {
        if time < last { report.notes.append(.earlier(record: number, at: time, before: last)) }
        last = time
    }

    private mutating func checkRows(of record: Int64, content expected: [UInt8]) throws(StorageFailure) {
        var content = SHA256Stream()
        var touched: [String] = []
        for index in tables.indices {
            if try digestRows(of: record, index, into: &content) { touched.append(tables[index].table.name) }
        }
        if content.finish().bytes != expected {
            report.faults.append(.content(record: record, tables: touched))
        }
    }

    /// Takes the rows of a record of the table a walk goes along; tells whether there were any.
    private mutating func digestRows(
        of record: Int64, _ index: Int, into content: inout SHA256Stream
    ) throws(StorageFailure) -> Bool {
        let rows = tables[index]
        var found = false
        while rows.hasRow, rows.record <= record {
            if rows.record == record {
                rows.digest(into: &content)
                found = true
            } else {
                report.faults.append(.strayRow(table: rows.table.name, row: rows.number, record: rows.record))
            }
            try passRow(of: index)
        }
        return found
    }

    /// A record of bulky rows: those of a run that is relied on are read, the others passed over.
    private mutating func checkRun(of record: Int64, content expected: [UInt8]) throws(StorageFailure) {
        guard let run = relied?.removeValue(forKey: record) else {
            var unread = SHA256Stream()
            for index in tables.indices { _ = try digestRows(of: record, index, into: &unread) }
            return
        }
        var content = SHA256Stream()
        var touched: [String] = []
        for table in connection.schema.covered {
            if let index = tables.firstIndex(where: { $0.table.name == table.name }) {
                if try digestRows(of: record, index, into: &content) { touched.append(table.name) }
            } else if let rows = try run.rows(of: table, on: connection) {
                touched.append(table.name)
                while rows.hasRow {
                    // A row that was slipped in under another record is paid like the others.
                    if rows.record != record {
                        report.faults.append(.strayRow(table: table.name, row: rows.number, record: rows.record))
                    }
                    rows.digest(into: &content)
                    try rows.next()
                }
            }
        }
        if content.finish().bytes != expected {
            report.faults.append(.content(record: record, tables: touched))
        }
    }

    private mutating func checkRowsWithoutRecord() throws(StorageFailure) {
        for index in tables.indices {
            while tables[index].hasRow {
                let rows = tables[index]
                report.faults.append(.strayRow(table: rows.table.name, row: rows.number, record: rows.record))
                try passRow(of: index)
            }
        }
    }

    private mutating func passRow(of index: Int) throws(StorageFailure) {
        let rows = tables[index]
        counts[index] += 1
        let last = lastNumbers[index]
        if rows.number != last + 1 {
            report.faults.append(.numbering(table: rows.table.name, expected: last + 1, found: rows.number))
        }
        lastNumbers[index] = rows.number
        try rows.next()
    }
}
