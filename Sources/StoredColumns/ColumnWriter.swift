internal import Calculation
internal import Foundation
internal import Storage
internal import Synchronization

/// Writes a ``ColumnFile``: beside it first, under its own name when all of it is on disk.
final class ColumnWriter {
    let path: String
    /// How many threads lay out what is written.
    let threads: Int
    private let temporary: String
    private let descriptor: Int32
    private var entries: [ColumnLayout.Entry] = []
    private var end = UInt64(ColumnLayout.headerSize)
    private var isFinished = false

    /// Begins a file; its folder is made when it is not there.
    init(at path: String, threads: Int = 2) throws(ColumnFailure) {
        self.path = path
        self.threads = threads
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
        let checksum = try writeSection(bytes)
        entries.append(
            ColumnLayout.Entry(
                name: name, offset: end, length: UInt64(bytes.count), width: UInt32(width), checksum: checksum))
        let padding = -bytes.count & (ColumnLayout.alignment - 1)
        try write([UInt8](repeating: 0, count: padding), at: end + UInt64(bytes.count))
        end += UInt64(bytes.count + padding)
    }

    /// Ends the file and gives it its name; whoever has the one before open goes on reading that.
    func finish(fingerprint: UInt64) throws(ColumnFailure) {
        let directory = entries.flatMap(\.bytes)
        try write(directory, at: end)
        let header = ColumnLayout.Header(
            length: end + UInt64(directory.count), directory: end, sections: UInt64(entries.count),
            fingerprint: fingerprint, directoryChecksum: ColumnChecksum.of(directory))
        try write(header.bytes, at: 0)
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

    // MARK: Bytes

    /// From this size on a section is worth more than one thread: the system copies what is written.
    private static let largeSection = 4 << 20

    /// Writes the bytes of a section, and gives their checksum.
    private func writeSection(_ bytes: UnsafeRawBufferPointer) throws(ColumnFailure) -> UInt64 {
        guard bytes.count >= Self.largeSection else {
            try write(bytes, at: end)
            return ColumnChecksum.of(bytes)
        }
        let half = bytes.count / 2
        // Nobody writes these bytes while they are lent.
        nonisolated(unsafe) let halves = [bytes[..<half], bytes[half...]].map { UnsafeRawBufferPointer(rebasing: $0) }
        nonisolated(unsafe) let whole = bytes
        let (descriptor, start) = (descriptor, end)
        let result = Mutex((error: Int32(0), checksum: UInt64(0)))
        DispatchQueue.concurrentPerform(iterations: 3) { task in
            if task == 2 {
                let checksum = ColumnChecksum.of(whole)
                result.withLock { $0.checksum = checksum }
            } else {
                let error = Self.write(halves[task], at: start + UInt64(task * half), to: descriptor)
                if error != 0 { result.withLock { $0.error = error } }
            }
        }
        let (error, checksum) = result.withLock { $0 }
        guard error == 0 else { throw .system(StorageFailure(errno: error, path: path)) }
        return checksum
    }

    private func write(_ bytes: [UInt8], at offset: UInt64) throws(ColumnFailure) {
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(ColumnFailure) in try write(bytes, at: offset) }
        }
        try result.get()
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(ColumnFailure) {
        let error = Self.write(bytes, at: offset, to: descriptor)
        guard error == 0 else { throw .system(StorageFailure(errno: error, path: path)) }
    }

    /// Zero, or the number of what went wrong.
    private static func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64, to descriptor: Int32) -> Int32 {
        var rest = bytes
        var offset = off_t(offset)
        while let start = rest.baseAddress, !rest.isEmpty {
            let written = pwrite(descriptor, start, rest.count, offset)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return errno == 0 ? EIO : errno }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            offset += off_t(written)
        }
        return 0
    }

    private var failure: ColumnFailure { .system(StorageFailure(errno: errno, path: path)) }
}
