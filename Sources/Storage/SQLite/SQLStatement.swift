internal import GRDB
internal import GRDBSQLite
internal import Messages

/// A prepared statement.
///
/// Texts are bound and read with their length: one that holds a zero byte comes back whole, and so cannot hide anything from the audit.
final class SQLStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    private let place: String

    init(_ sql: String, on database: Database, place: String) throws(StorageFailure) {
        guard let connection = database.sqliteConnection else { throw .closed(path: place) }
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
        guard code == SQLITE_OK, let handle else {
            throw StorageFailure(code: code, message: Self.message(of: connection), path: place)
        }
        self.handle = handle
        self.connection = connection
        self.place = place
    }

    deinit { sqlite3_finalize(handle) }

    /// Makes it ready to run again.
    func reset() { sqlite3_reset(handle) }

    /// Binds values from the first place on.
    func bind(_ values: [SQLValue]) throws(StorageFailure) {
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    }

    /// Binds a value at a place, counted from 1.
    func bind(_ value: SQLValue, at place: Int32) throws(StorageFailure) {
        switch value {
        case .null: try check(sqlite3_bind_null(handle, place))
        case .integer(let integer): try check(sqlite3_bind_int64(handle, place, integer))
        case .text(let text):
            var text = text
            let code = text.withUTF8 { utf8 in Self.bindText(handle, place, utf8) }
            try check(code)
        case .bytes(let bytes):
            let code = bytes.withUnsafeBytes { buffer in
                buffer.isEmpty
                    ? sqlite3_bind_zeroblob(handle, place, 0)
                    : sqlite3_bind_blob64(handle, place, buffer.baseAddress, UInt64(buffer.count), Self.transient)
            }
            try check(code)
        }
    }

    /// Binds UTF-8 as a text.
    func bind(utf8 bytes: [UInt8], at place: Int32) throws(StorageFailure) {
        let code = bytes.withUnsafeBufferPointer { utf8 in Self.bindText(handle, place, utf8) }
        try check(code)
    }

    /// Runs it with UTF-8 texts at some places that are lent, not copied: they are gone from it afterwards.
    func run(lending texts: [(place: Int32, utf8: [UInt8])]) throws(StorageFailure) {
        defer {
            reset()
            for text in texts { sqlite3_bind_null(handle, text.place) }
        }
        let result = lend(texts[...]) { Result { () throws(StorageFailure) in while try step() {} } }
        try result.get()
    }

    private func lend(
        _ texts: ArraySlice<(place: Int32, utf8: [UInt8])>, _ body: () -> Result<Void, StorageFailure>
    ) -> Result<Void, StorageFailure> {
        guard let first = texts.first else { return body() }
        return first.utf8.withUnsafeBufferPointer { utf8 in
            let code =
                utf8.baseAddress.map { start in
                    start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                        sqlite3_bind_text64(handle, first.place, $0, UInt64(utf8.count), nil, UInt8(SQLITE_UTF8))
                    }
                } ?? sqlite3_bind_text(handle, first.place, "", 0, Self.transient)
            return code == SQLITE_OK ? lend(texts.dropFirst(), body) : .failure(fault(code))
        }
    }

    /// Goes to the next row; false when there is none.
    func step() throws(StorageFailure) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw fault(code)
        }
    }

    /// Runs it to its end, and makes it ready to run again.
    func run() throws(StorageFailure) {
        defer { reset() }
        while try step() {}
    }

    /// How many columns a row has.
    var columnCount: Int32 { sqlite3_column_count(handle) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    func text(_ column: Int32) -> String { withBytes(column) { String(decoding: $0, as: UTF8.self) } }

    func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

    /// What kind of value stands in a column.
    func type(_ column: Int32) -> StorageClass {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .real
        }
    }

    /// Lends the bytes of a text or a blob; they are gone after the next step.
    func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        // Asking for the blob first keeps SQLite from converting anything before its size is known.
        let start = sqlite3_column_blob(handle, column)
        return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// The kinds of values SQLite knows.
    enum StorageClass { case null, integer, real, text, blob }

    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private static func bindText(_ handle: OpaquePointer, _ place: Int32, _ utf8: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard let start = utf8.baseAddress else { return sqlite3_bind_text(handle, place, "", 0, transient) }
        return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
            sqlite3_bind_text64(handle, place, $0, UInt64(utf8.count), transient, UInt8(SQLITE_UTF8))
        }
    }

    private func check(_ code: Int32) throws(StorageFailure) {
        if code != SQLITE_OK { throw fault(code) }
    }

    private func fault(_ code: Int32) -> StorageFailure {
        // Statements report the primary code; the connection knows the extended one.
        let extended = sqlite3_extended_errcode(connection)
        let failure = StorageFailure(
            code: extended & 0xFF == code & 0xFF ? extended : code, message: Self.message(of: connection), path: place)
        reset()
        return failure
    }

    private static func message(of connection: OpaquePointer) -> String {
        sqlite3_errmsg(connection).map { String(cString: $0) } ?? ""
    }
}
