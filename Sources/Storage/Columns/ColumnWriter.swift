internal import Calculation
internal import Foundation

/// Writes a ``ColumnFile``: beside it first, under its own name when all of it is on disk.
final class ColumnWriter {
    let path: String
    private let temporary: String
    private let descriptor: Int32
    private var entries: [ColumnLayout.Entry] = []
    private var end = UInt64(ColumnLayout.headerSize)
    private var isFinished = false

    /// Begins a file; its folder is made when it is not there.
    init(at path: String) throws(ColumnFailure) {
        self.path = path
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .system(StorageFailure(error, path: folder))
        }
        temporary = path + ".new-\(UUID().uuidString)"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system(StorageFailure(errno: errno, path: path)) }
        // The header is written last, when the rest is known.
        try write([UInt8](repeating: 0, count: ColumnLayout.headerSize))
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        if !isFinished { unlink(temporary) }
    }

    /// Adds a section.
    func add<Value: BitwiseCopyable>(_ name: String, _ values: [Value]) throws(ColumnFailure) {
        // The bytes are lent for the time of the call only, so they are written inside of it.
        let result = values.withUnsafeBytes { bytes in
            Result { () throws(ColumnFailure) in try add(name, bytes, width: MemoryLayout<Value>.stride) }
        }
        try result.get()
    }

    /// Adds a section.
    func add<Value: BitwiseCopyable & Sendable>(
        _ name: String, _ values: FlatColumn<Value>
    ) throws(ColumnFailure) {
        try add(name, values.bytes, width: MemoryLayout<Value>.stride)
    }

    private func add(_ name: String, _ bytes: UnsafeRawBufferPointer, width: Int) throws(ColumnFailure) {
        precondition(name.utf8.count <= ColumnLayout.nameSize, "a section's name is too long")
        entries.append(
            ColumnLayout.Entry(
                name: name, offset: end, length: UInt64(bytes.count), width: UInt32(width),
                checksum: ColumnChecksum.of(bytes)))
        try write(bytes)
        let padding = -bytes.count & (ColumnLayout.alignment - 1)
        try write([UInt8](repeating: 0, count: padding))
        end += UInt64(bytes.count + padding)
    }

    /// Ends the file and gives it its name; whoever has the one before open goes on reading that.
    func finish(fingerprint: UInt64) throws(ColumnFailure) {
        let directory = entries.flatMap(\.bytes)
        try write(directory)
        let header = ColumnLayout.Header(
            length: end + UInt64(directory.count), directory: end, sections: UInt64(entries.count),
            fingerprint: fingerprint, directoryChecksum: ColumnChecksum.of(directory))
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure }
        try write(header.bytes)
        guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw failure }
        isFinished = true
        try syncFolder()
    }

    /// The new name is on disk only when the folder is.
    private func syncFolder() throws(ColumnFailure) {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure }
    }

    private func write(_ bytes: [UInt8]) throws(ColumnFailure) {
        let result = bytes.withUnsafeBytes { bytes in Result { () throws(ColumnFailure) in try write(bytes) } }
        try result.get()
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(ColumnFailure) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let written = Foundation.write(descriptor, start, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw failure }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }

    private var failure: ColumnFailure { .system(StorageFailure(errno: errno, path: path)) }
}
