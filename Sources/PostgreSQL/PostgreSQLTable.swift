internal import CPostgreSQL

/// The answer of a database as a table of text: comma, RFC 4180, UTF-8, the columns' names in the first row.
///
/// Days and moments are ISO 8601, yes and no are `yes` and `no`, NULL is an empty cell.
public struct PostgreSQLTable: Hashable, Sendable {
    /// The table.
    public let bytes: [UInt8]
    /// How many rows it has behind the first.
    public let rowCount: Int

    /// Asks a database.
    ///
    /// The statement runs in a transaction that may only read, in one view of the data, and within the time that it is given; the
    /// transaction is rolled back whatever comes of it. Rows are taken one by one, so that an answer that is too large ends early.
    ///
    /// - Throws: ``PostgreSQLFailure``.
    public init(_ query: PostgreSQLQuery, limits: PostgreSQLLimits = .standard) throws(PostgreSQLFailure) {
        let connection = try Connection(query.address, limits)
        try connection.command("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try connection.command("SET LOCAL statement_timeout = \(max(1, query.seconds) * 1_000)")
        for setting in ["datestyle = 'ISO, YMD'", "intervalstyle = 'iso_8601'", "lc_monetary = 'C'"] {
            try connection.command("SET LOCAL \(setting)")
        }
        var writer = TableWriter(limits)
        try connection.rows(of: query, &writer)
        try connection.command("ROLLBACK")
        bytes = writer.bytes
        rowCount = writer.rowCount
    }
}

/// Writes an answer row by row.
private struct TableWriter {
    private let limits: PostgreSQLLimits
    private(set) var bytes: [UInt8] = []
    private(set) var rowCount = 0
    /// The columns that hold yes or no.
    private var flags: [Bool] = []

    /// The type of yes and no, as PostgreSQL numbers its types.
    private static let flag: Oid = 16

    init(_ limits: PostgreSQLLimits) { self.limits = limits }

    /// The names of the columns, before the first row.
    mutating func begin(_ result: OpaquePointer) throws(PostgreSQLFailure) {
        guard flags.isEmpty else { return }
        let count = PQnfields(result)
        guard count > 0 else { throw .noRows }
        var names: Set<String> = []
        for column in 0..<count {
            let name = PQfname(result, column).map { String(cString: $0) } ?? ""
            guard names.insert(name).inserted else { throw .doubledColumn(name) }
            append(UnsafeBufferPointer(start: PQfname(result, column), count: name.utf8.count), column)
            flags.append(PQftype(result, column) == Self.flag)
        }
        bytes.append(0x0A)
    }

    /// A row.
    mutating func add(_ result: OpaquePointer) throws(PostgreSQLFailure) {
        rowCount += 1
        for column in 0..<Int32(flags.count) {
            if PQgetisnull(result, 0, column) == 1 {
                append(UnsafeBufferPointer(start: nil, count: 0), column)
                continue
            }
            let length = Int(PQgetlength(result, 0, column))
            let value = UnsafeBufferPointer(
                start: PQgetvalue(result, 0, column).map { UnsafePointer($0) }, count: length)
            if flags[Int(column)] {
                let word: [UInt8] = value.first == CChar(UInt8(ascii: "t")) ? Array("yes".utf8) : Array("no".utf8)
                if column > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes += word
            } else {
                append(value, column)
            }
        }
        bytes.append(0x0A)
        guard rowCount <= limits.rows, bytes.count <= limits.bytes else { throw .tooLarge(limits) }
    }

    private mutating func append(_ cell: UnsafeBufferPointer<CChar>, _ column: Int32) {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        let quote = UInt8(ascii: "\"")
        let needsQuotes = cell.contains { byte in
            let byte = UInt8(bitPattern: byte)
            return byte == UInt8(ascii: ",") || byte == quote || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes else {
            bytes.append(contentsOf: cell.lazy.map { UInt8(bitPattern: $0) })
            return
        }
        bytes.append(quote)
        for byte in cell {
            if UInt8(bitPattern: byte) == quote { bytes.append(quote) }
            bytes.append(UInt8(bitPattern: byte))
        }
        bytes.append(quote)
    }
}

/// A connection, closed when nobody holds it any more.
private final class Connection {
    private let handle: OpaquePointer

    init(_ address: PostgreSQLQuery.Address, _ limits: PostgreSQLLimits) throws(PostgreSQLFailure) {
        // What is said later wins, so an address cannot take these away.
        let first: (String, String) =
            switch address {
            case .service(let name): ("service", name)
            case .connection(let text): ("dbname", text)
            }
        let words = [
            first, ("connect_timeout", "\(limits.connectSeconds)"), ("client_encoding", "UTF8"),
            ("application_name", "stimul"), ("keepalives_idle", "30"), ("tcp_user_timeout", "60000"),
        ]
        let opened = Self.withPointers(words.map(\.0)) { keys in
            Self.withPointers(words.map(\.1)) { values in PQconnectdbParams(keys, values, 1) }
        }
        guard let opened else { throw .noConnection("") }
        handle = opened
        guard PQstatus(opened) == CONNECTION_OK else { throw .noConnection(Self.words(of: opened)) }
    }

    deinit { PQfinish(handle) }

    /// Texts as C has a list of them, with an end.
    private static func withPointers<Value>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value?
    ) -> Value? {
        let copies = texts.map { Array($0.utf8CString) }
        func next(_ place: Int, _ pointers: [UnsafePointer<CChar>?]) -> Value? {
            guard place < copies.count else {
                return (pointers + [nil]).withUnsafeBufferPointer { $0.baseAddress.flatMap(body) }
            }
            return copies[place].withUnsafeBufferPointer { next(place + 1, pointers + [$0.baseAddress]) }
        }
        return next(0, [])
    }

    private static func words(of connection: OpaquePointer) -> String {
        PQerrorMessage(connection).map { String(cString: $0) } ?? ""
    }

    /// Carries out a statement that gives no rows.
    func command(_ text: String) throws(PostgreSQLFailure) {
        guard let result = PQexec(handle, text) else { throw .refused(code: "", Self.words(of: handle)) }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(result, seconds: 0) }
    }

    /// Sends a query and hands over its rows as they come.
    func rows(of query: PostgreSQLQuery, _ writer: inout TableWriter) throws(PostgreSQLFailure) {
        guard send(query) == 1, PQsetSingleRowMode(handle) == 1 else {
            throw .refused(code: "", Self.words(of: handle))
        }
        var found: PostgreSQLFailure?
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            if found != nil { continue }
            do throws(PostgreSQLFailure) {
                try take(result, query, &writer)
            } catch {
                found = error
                cancel()
            }
        }
        if let found { throw found }
    }

    /// The extended protocol takes one statement only.
    private func send(_ query: PostgreSQLQuery) -> Int32 {
        guard query.takesAfter else { return PQsendQueryParams(handle, query.text, 0, nil, nil, nil, nil, 0) }
        guard let after = query.after else {
            return [UnsafePointer<CChar>?.none].withUnsafeBufferPointer {
                PQsendQueryParams(handle, query.text, 1, nil, $0.baseAddress, nil, nil, 0)
            }
        }
        return after.withCString { value in
            [UnsafePointer<CChar>?.some(value)].withUnsafeBufferPointer {
                PQsendQueryParams(handle, query.text, 1, nil, $0.baseAddress, nil, nil, 0)
            }
        }
    }

    private func take(
        _ result: OpaquePointer, _ query: PostgreSQLQuery, _ writer: inout TableWriter
    ) throws(PostgreSQLFailure) {
        switch PQresultStatus(result) {
        case PGRES_SINGLE_TUPLE:
            try writer.begin(result)
            try writer.add(result)
        case PGRES_TUPLES_OK: try writer.begin(result)
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY, PGRES_COPY_OUT, PGRES_COPY_IN: throw .noRows
        default: throw failure(result, seconds: query.seconds)
        }
    }

    private func failure(_ result: OpaquePointer, seconds: Int) -> PostgreSQLFailure {
        let code = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        // query_canceled, which nobody but the time limit brings about here.
        if code == "57014", seconds > 0 { return .tooLong(seconds: seconds) }
        let words = PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) }
        return .refused(code: code, words ?? Self.words(of: handle))
    }

    private func cancel() {
        guard let cancel = PQgetCancel(handle) else { return }
        var words = [CChar](repeating: 0, count: 256)
        PQcancel(cancel, &words, Int32(words.count))
        PQfreeCancel(cancel)
    }
}
