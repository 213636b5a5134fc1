internal import GRDB

extension Workspace {
    /// Lets the file grow no further than some pages, as a full disk does, or than it is already; tells the limit that holds.
    @discardableResult
    func limitPages(to count: Int64) throws -> Int64 {
        try pool.writeWithoutTransaction { database in
            try Int64.fetchOne(database, sql: "PRAGMA max_page_count = \(count)") ?? 0
        }
    }
}
