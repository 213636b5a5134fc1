internal import Formulas
internal import Messages

/// What came of each table while a company is read; the steps that read tables add to it.
final class TableLog {
    /// The tables that something was read from.
    private(set) var paths: Set<String>
    /// What each table holds, by its path.
    private(set) var kinds: [String: String] = [:]
    /// The columns with which each table was read.
    var columns: [String: [TableSchema.Column]] = [:]
    /// The tables of which an entry was proposed.
    var proposed: Set<String> = []
    /// The rows that were set aside, with the file they stand in, by what the table holds.
    var setAside: [String: (file: String, rows: SetAsideRows)] = [:]
    /// Shares of owners that stand in cells of events, by the kind of events.
    var ownersShares: [Int: [OwnersShares]] = [:]
    /// The supposed changes whose row was found.
    var foundChanges: Set<Place> = []

    /// Begins.
    ///
    /// - Parameter paths: The tables of which nothing more is to be said.
    init(done paths: Set<String> = []) { self.paths = paths }

    /// Notes what a file holds.
    func note(_ file: SourceFile, holds table: String) {
        paths.insert(file.path)
        kinds[file.path] = table
    }
}
