/// Walks along the chain once, and along every table beside it: rows are appended in the order of their records.
struct ChainAudit {
    private var report: AuditReport
    private var tables: [CoveredRows] = []
    private var counts: [Int]
    private var expectedHead: AuditHead?
    private var lastNumbers: [Int64]

    init(_ connection: Connection, _ report: AuditReport, expectedHead: AuditHead?) throws(StorageFailure) {
        self.report = report
        self.expectedHead = expectedHead
        for table in connection.schema.covered { tables.append(try CoveredRows(table, on: connection)) }
        counts = tables.map { _ in 0 }
        lastNumbers = tables.map { _ in 0 }
    }

    /// The report with what the chain and the rows show.
    static func run(
        on connection: Connection, _ report: AuditReport, expectedHead: AuditHead?
    ) throws(StorageFailure) -> AuditReport {
        var audit = try ChainAudit(connection, report, expectedHead: expectedHead)
        try audit.walk(connection)
        return audit.report
    }

    private mutating func walk(_ connection: Connection) throws(StorageFailure) {
        let records = try connection.freshStatement("SELECT \(Schema.audit.columnList) FROM audit ORDER BY number")
        var previous: [UInt8] = []
        while try records.step() {
            let number = records.integer(0)
            check(records, after: previous)
            try checkRows(of: number, content: records.bytes(5))
            previous = records.bytes(7)
            report.head = AuditHead(number: number, digest: previous.hex)
        }
        try checkRowsWithoutRecord()
        if let expectedHead, expectedHead.number > 0 { report.faults.append(.head(expected: expectedHead)) }
        report.rows = Dictionary(uniqueKeysWithValues: zip(tables.map(\.table.name), counts))
    }

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

    private mutating func checkRows(of record: Int64, content expected: [UInt8]) throws(StorageFailure) {
        var content = SHA256Stream()
        var touched: [String] = []
        for index in tables.indices {
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
            if found { touched.append(rows.table.name) }
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
