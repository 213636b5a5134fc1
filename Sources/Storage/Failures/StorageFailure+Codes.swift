internal import Foundation
internal import GRDB
internal import GRDBSQLite

extension StorageFailure {
    /// The failure that an SQLite result code means.
    init(code: Int32, message: String, path: String) {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
        case SQLITE_FULL: self = .diskFull(path: path)
        case SQLITE_IOERR: self = Self.inputOutput(code, message, path)
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(path: path)
        case SQLITE_CANTOPEN: self = .inaccessible(path: path, detail: message)
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: self = .corrupted(path: path, detail: message)
        default: self = .database(path: path, code: code, detail: message)
        }
    }

    /// The failure behind any error of a library below.
    init(_ error: any Error, path: String) {
        switch error {
        case let failure as StorageFailure: self = failure
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path)
        case let error as CocoaError: self = Self.file(error, path)
        default: self = .inaccessible(path: path, detail: String(describing: error))
        }
    }

    /// The failure that a system call's error number means.
    init(errno number: Int32, path: String) {
        switch number {
        case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: path)
        case EACCES, EPERM, EROFS: self = .readOnly(path: path)
        case EEXIST: self = .alreadyThere(path: path)
        default: self = .inaccessible(path: path, detail: String(cString: strerror(number)))
        }
    }

    private static func inputOutput(_ code: Int32, _ message: String, _ path: String) -> StorageFailure {
        // Failed writes, file extensions and shared-memory extensions: as a rule there is no room for them.
        let outOfRoom = [SQLITE_IOERR | 3 << 8, SQLITE_IOERR | 6 << 8, SQLITE_IOERR | 19 << 8]
        return outOfRoom.contains(code) ? .diskFull(path: path) : .inaccessible(path: path, detail: message)
    }

    private static func file(_ error: CocoaError, _ path: String) -> StorageFailure {
        switch error.code {
        case .fileWriteOutOfSpace: .diskFull(path: path)
        case .fileWriteNoPermission, .fileWriteVolumeReadOnly: .readOnly(path: path)
        case .fileWriteFileExists: .alreadyThere(path: path)
        default: .inaccessible(path: path, detail: error.localizedDescription)
        }
    }

    /// The same failure of a file under the name by which people know it.
    func naming(_ path: String) -> StorageFailure {
        switch self {
        case .notAWorkspace: .notAWorkspace(path: path)
        case .newerVersion: .newerVersion(path: path)
        case .corrupted(_, let detail): .corrupted(path: path, detail: detail)
        case .inaccessible(_, let detail): .inaccessible(path: path, detail: detail)
        case .database(_, let code, let detail): .database(path: path, code: code, detail: detail)
        default: self
        }
    }
}
