/// Appends versions of rows, many of them quickly, and hands them over to be digested.
final class FactAppender {
    private let writing: WriteTransaction
    private let digests: FactDigests
    private let insert: SQLStatement
    /// The text of the trigger that watches the numbers, while it is out of the way.
    private var trigger: String?
    private var hasBegun = false
    /// Whether a row of a table that stands before the rows in an audit record came after one of these.
    private(set) var isOutOfOrder = false
    /// Whether so many rows may come that their numbers are watched here and not by the trigger.
    var expectsMany = false

    init(_ writing: WriteTransaction, _ digests: FactDigests) throws(StorageFailure) {
        self.writing = writing
        self.digests = digests
        insert = try writing.connection.freshStatement("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    }

    /// Is told before a column list or a set is made: an audit record covers these before the rows.
    func tellEarlierTable() throws(StorageFailure) { if hasBegun { isOutOfOrder = true } }

    /// Appends a version and tells its number; without columns it cancels the row.
    @discardableResult
    func append(
        _ key: [UInt8], to set: Int64, _ digestNumber: Int, version: Int64, list: Int64?, cells: [UInt8],
        place: [UInt8]
    ) throws(StorageFailure) -> Int64 {
        if !hasBegun { try begin() }
        if expectsMany, trigger == nil { try putAsideTrigger() }
        let number = try writing.nextNumber(of: "facts")
        try insert.bind(.integer(number), at: 1)
        try insert.bind(.integer(writing.record), at: 2)
        try insert.bind(.integer(set), at: 3)
        try insert.bind(.integer(version), at: 5)
        try insert.bind(.optional(list), at: 6)
        if list == nil { try insert.bind(.null, at: 7) }
        var texts: [(place: Int32, utf8: [UInt8])] = [(4, key), (8, place)]
        if list != nil { texts.append((7, cells)) }
        try insert.run(lending: texts)
        digests.take(number, version: version, set: digestNumber, list: list, key: key, cells: cells, place: place)
        return number
    }

    /// What an audit record covers before the rows has been appended: from here on the rows are digested as they come.
    private func begin() throws(StorageFailure) {
        hasBegun = true
        digests.begin(try writing.contentBefore("facts"))
    }

    /// The trigger compares each number with the last one of the table, which takes half as long again as to append; here they are
    /// counted. It comes back, to the letter, before the transaction ends; whatever ends it otherwise brings it back too.
    private func putAsideTrigger() throws(StorageFailure) {
        let connection = writing.connection
        trigger = try connection.first("SELECT sql FROM sqlite_master WHERE name = 'facts_goes_on'") { $0.text(0) }
        guard trigger != nil else { return }
        try connection.run("DROP TRIGGER facts_goes_on")
    }

    /// Brings the trigger back.
    func finish() throws(StorageFailure) {
        insert.reset()
        guard let trigger else { return }
        try writing.connection.freshStatement(trigger).run()
        self.trigger = nil
    }
}
