public import Files

/// Why the workspace could not be read or written.
///
/// Each has a ``text`` that says what was found and a ``remedy`` that says what to do. Nothing was written when one is thrown.
public enum StorageFailure: Error, Sendable, Hashable {
    /// There is no database in the folder.
    case noWorkspace(folder: String)
    /// A file that would be written is there already.
    case alreadyThere(path: String)
    /// The file is a database, but not one of Stimul's.
    case notAWorkspace(path: String)
    /// The database was written by a newer version of Stimul.
    case newerVersion(path: String)
    /// Somebody else kept the database locked longer than was waited.
    case busy(path: String)
    /// The disk is full, or the file may not grow any more.
    case diskFull(path: String)
    /// The file, or its folder, may not be written.
    case readOnly(path: String)
    /// The file is damaged; the detail says where, for whoever repairs it.
    case corrupted(path: String, detail: String)
    /// The operating system would not open, read or write the file.
    case inaccessible(path: String, detail: String)
    /// The operating system would not open, read or write the file, for a reason that has words.
    case system(path: String, FileCause)
    /// The workspace was closed.
    case closed(path: String)
    /// SQLite refused for a reason none of the others names.
    case database(path: String, code: Int32, detail: String)
    /// No run has an identifier that begins so.
    case noSuchRun(String)
    /// Several runs have an identifier that begins so.
    case ambiguousRun(String, candidates: [String])
    /// No model has this digest.
    case noSuchModel(String)
    /// No adjustment has this number.
    case noSuchAdjustment(Int64)
    /// No dispute has this number.
    case noSuchDispute(Int64)
    /// Somebody else has taken a step with the object meanwhile; the version is the one it has now.
    case objectHasChanged(ObjectName, version: Int64)
    /// A table cannot be kept as it is.
    case malformedTable(kind: String, TableFault)
    /// A file is not a signing key.
    case notAKey(path: String)
    /// A link in the place of the file leads to one that is not there.
    case leadsNowhere(path: String)
    /// The file is no database, so it cannot be a backup.
    case notABackup(path: String)
    /// Something was recorded while a restore was being prepared.
    case goesOn(path: String)
    /// A backup did not pass the audit.
    case badBackup(path: String, faults: [AuditFault])
    /// Records that something relies on are not as they were written.
    case notAsWritten(path: String, faults: [AuditFault])
    /// What was to be written would break what the records always hold.
    case broken(Invariant)

    /// What is wrong with a table that was to be kept.
    public enum TableFault: Sendable, Hashable {
        /// Two columns have the same name.
        case repeatedColumn(String)
        /// A row has more cells than there are columns.
        case cellsWithoutColumn(key: String, place: String)
    }
}
