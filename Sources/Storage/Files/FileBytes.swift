public import Company
internal import Foundation
internal import Messages

/// The bytes of a file on disk, read when they are asked for: a table of any size takes no memory for its text.
public struct FileBytes: ByteSource {
    /// How many bytes there were when the file was first looked at.
    public let count: Int
    private let path: String
    private let inode: UInt64

    /// Looks at a file.
    ///
    /// - Throws: Why it cannot be opened.
    public init(of path: String) throws(StorageFailure) {
        let (descriptor, status) = try Self.open(path)
        close(descriptor)
        self.path = path
        count = Int(status.st_size)
        inode = UInt64(status.st_ino)
    }

    /// Opened for each range, so that a folder may have more tables than a process may have open files.
    public func read(into memory: UnsafeMutableRawBufferPointer, at offset: Int) throws(ByteSourceFailure) {
        guard !memory.isEmpty else { return }
        let opened: (descriptor: Int32, status: stat)
        do { opened = try Self.open(path) } catch { throw ByteSourceFailure(error.text) }
        defer { close(opened.descriptor) }
        guard Int(opened.status.st_size) == count, UInt64(opened.status.st_ino) == inode else { throw Self.changed }
        var done = 0
        while done < memory.count, let start = memory.baseAddress {
            let read = pread(opened.descriptor, start + done, memory.count - done, off_t(offset + done))
            if read < 0, errno == EINTR { continue }
            if read < 0 { throw ByteSourceFailure(StorageFailure(errno: errno, path: path).text) }
            if read == 0 { throw Self.changed }
            done += read
        }
    }

    private static let changed = ByteSourceFailure(
        LocalizedText(en: "it was changed while it was read", ru: "его изменили во время чтения"))

    private static func open(_ path: String) throws(StorageFailure) -> (Int32, stat) {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StorageFailure(errno: errno, path: path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let failure = StorageFailure(errno: errno, path: path)
            close(descriptor)
            throw failure
        }
        return (descriptor, status)
    }
}
