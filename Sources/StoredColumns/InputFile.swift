public import Company
internal import Foundation
internal import Storage

/// A file that columns were made of.
public struct InputFile: Hashable, Sendable, Codable {
    /// The path inside the company folder.
    public var path: String
    /// What the file system said of it before it was read.
    public var state: FileState
    /// The checksum of its content.
    var checksum: UInt64
    /// Whether the columns stand for it.
    public var isStored = false
    /// The checksum of what it says of tables; `nil` when it is no YAML.
    private var definitions: UInt64?

    /// Describes a file that was read.
    public init(path: String, state: FileState, bytes: [UInt8]) {
        self.path = path
        self.state = state
        checksum = ColumnChecksum.of(bytes)
        definitions = Self.definitions(path, bytes)
    }

    /// Describes a file that was read, and reads it once more for its checksum; `nil` when it cannot be read.
    public init?(path: String, state: FileState, content: any ByteSource) {
        guard let checksum = ColumnChecksum.of(content) else { return nil }
        self.path = path
        self.state = state
        self.checksum = checksum
        definitions = Self.isYAML(path) ? Self.definitions(path, SourceFile(path: path, content: content).bytes) : nil
    }

    /// Whether a file that has another content now says the same of tables.
    func definesTables(as file: SourceFile) -> Bool {
        definitions != nil && definitions == Self.definitions(path, file.bytes)
    }

    private static func definitions(_ path: String, _ bytes: [UInt8]) -> UInt64? {
        guard isYAML(path), let text = TableDefinitions.text(of: bytes) else { return nil }
        return ColumnChecksum.of(Array(text.utf8))
    }

    private static func isYAML(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

    /// Whether its times say nothing of a change at a moment, in nanoseconds since 1970: it may leave no trace in the times
    /// that a file system keeps.
    func isFresh(at moment: Int64) -> Bool {
        let resolution: Int64 = 2_000_000_000
        return max(state.modified, state.changed) >= moment - resolution
    }

    /// Whether the file on disk still has this content, by its state or, when that does not say, by its checksum.
    ///
    /// - Parameter moment: When the file was read, in nanoseconds since 1970.
    func isStill(at fullPath: String, readAt moment: Int64) -> Bool {
        guard let now = try? FileState(of: fullPath), now.size == state.size else { return false }
        if now == state, !isFresh(at: moment) { return true }
        guard let content = try? Data(contentsOf: URL(fileURLWithPath: fullPath), options: .mappedIfSafe) else {
            return false
        }
        return content.withUnsafeBytes { ColumnChecksum.of($0) } == checksum
    }
}

/// What the file system says of a file; times in nanoseconds since 1970.
public struct FileState: Hashable, Sendable, Codable {
    var size: Int64
    var inode: UInt64
    /// When the content was written last, as far as nobody set another time.
    var modified: Int64
    /// When content or attributes were changed last; nobody can set it.
    var changed: Int64

    /// Asks the file system.
    public init(of path: String) throws(ColumnFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system(StorageFailure(errno: errno, path: path)) }
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        #if os(macOS)
        (modified, changed) = (Self.nanoseconds(status.st_mtimespec), Self.nanoseconds(status.st_ctimespec))
        #else
        (modified, changed) = (Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim))
        #endif
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
