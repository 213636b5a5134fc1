internal import Calculation
internal import Foundation

/// A file of named sections, each a run of numbers of one width, read in place from a map of the file.
///
/// Opening checks every byte of it: what is opened is what was written. See `Docs/storage.md`.
struct ColumnFile: Sendable {
    /// Where it lies.
    let path: String
    /// Says what the columns were made of.
    let fingerprint: UInt64
    /// How many bytes it has.
    var size: Int { memory.bytes.count }

    private let memory: FlatMemory
    /// Where the sections lie, by name.
    let entries: [String: ColumnLayout.Entry]

    /// Opens a file and verifies it, on as many threads as are asked for.
    static func open(at path: String, threads: Int) async throws(ColumnFailure) -> ColumnFile {
        let (file, entries) = try mapped(path)
        if let damaged = await file.firstDamaged(entries, threads: max(1, threads)) {
            throw .damaged(path: path, section: damaged)
        }
        return file
    }

    /// The values of a section, where they lie.
    func column<Value: BitwiseCopyable & Sendable>(
        _ name: String, of type: Value.Type
    ) throws(ColumnFailure) -> FlatColumn<Value> {
        guard let entry = entries[name], Int(entry.width) == MemoryLayout<Value>.stride,
            let column = FlatColumn<Value>(
                memory, at: Int(entry.offset), count: Int(entry.length) / MemoryLayout<Value>.stride)
        else { throw .damaged(path: path, section: name) }
        return column
    }

    /// How many bytes a value of a section has; 0 when there is no such section.
    func width(of name: String) -> Int { entries[name].map { Int($0.width) } ?? 0 }

    /// Whether there is a section of that name.
    func holds(_ name: String) -> Bool { entries[name] != nil }

    // MARK: Opening

    /// The file with its header and directory checked, and what is still to be verified.
    private static func mapped(_ path: String) throws(ColumnFailure) -> (ColumnFile, [ColumnLayout.Entry]) {
        let memory = try map(path)
        let header = try ColumnLayout.Header(memory.bytes, path: path)
        let entries = try directory(header, memory.bytes, path)
        let byName = Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }
        guard byName.count == entries.count else { throw .damaged(path: path, section: "directory") }
        return (
            ColumnFile(path: path, fingerprint: header.fingerprint, memory: memory, entries: byName), entries
        )
    }

    private static func map(_ path: String) throws(ColumnFailure) -> FlatMemory {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { throw .missing(path: path) }
            throw .system(StorageFailure(errno: errno, path: path))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(StorageFailure(errno: errno, path: path)) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0, let size = Int(exactly: status.st_size) else {
            throw .notColumns(path: path)
        }
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw .system(StorageFailure(errno: errno, path: path))
        }
        return FlatMemory(UnsafeRawBufferPointer(start: start, count: size)) { bytes in
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        }
    }

    /// The entries, of which it is sure that they and what is between them fill the file to its last byte.
    private static func directory(
        _ header: ColumnLayout.Header, _ bytes: UnsafeRawBufferPointer, _ path: String
    ) throws(ColumnFailure) -> [ColumnLayout.Entry] {
        let damaged = ColumnFailure.damaged(path: path, section: "directory")
        let (size, overflow) = header.sections.multipliedReportingOverflow(by: UInt64(ColumnLayout.entrySize))
        guard !overflow, header.directory <= header.length, size == header.length - header.directory else {
            throw damaged
        }
        let directory = UnsafeRawBufferPointer(rebasing: bytes[Int(header.directory)...])
        guard ColumnChecksum.of(directory) == header.directoryChecksum else { throw damaged }
        var end = UInt64(ColumnLayout.headerSize)
        var entries: [ColumnLayout.Entry] = []
        for start in stride(from: 0, to: directory.count, by: ColumnLayout.entrySize) {
            let bytesOfEntry = UnsafeRawBufferPointer(
                rebasing: directory[start..<start + ColumnLayout.entrySize])
            guard let entry = ColumnLayout.Entry(bytesOfEntry), entry.offset == end, entry.width > 0,
                entry.length <= header.directory - end, entry.length.isMultiple(of: UInt64(entry.width)),
                let next = ColumnLayout.aligned(end + entry.length), next <= header.directory
            else { throw damaged }
            guard bytes[Int(end + entry.length)..<Int(next)].allSatisfy({ $0 == 0 }) else {
                throw .damaged(path: path, section: entry.name)
            }
            end = next
            entries.append(entry)
        }
        guard end == header.directory else { throw damaged }
        return entries
    }

    /// The first section whose bytes are not those that were written.
    private func firstDamaged(_ entries: [ColumnLayout.Entry], threads: Int) async -> String? {
        // The longest first, each to whoever has the least to do.
        var shares = [(entries: [ColumnLayout.Entry], length: UInt64)](repeating: ([], 0), count: threads)
        for entry in entries.sorted(by: { ($1.length, $0.offset) < ($0.length, $1.offset) }) {
            let least = shares.indices.min { shares[$0].length < shares[$1].length } ?? 0
            shares[least].entries.append(entry)
            shares[least].length += entry.length
        }
        return await withTaskGroup(of: ColumnLayout.Entry?.self) { group in
            for share in shares.map(\.entries) {
                group.addTask { share.filter { !isSound($0) }.min { $0.offset < $1.offset } }
            }
            var damaged: ColumnLayout.Entry?
            for await found in group {
                if let found, found.offset < damaged?.offset ?? .max { damaged = found }
            }
            return damaged?.name
        }
    }

    private func isSound(_ entry: ColumnLayout.Entry) -> Bool {
        let start = Int(entry.offset)
        let bytes = UnsafeRawBufferPointer(rebasing: memory.bytes[start..<start + Int(entry.length)])
        return ColumnChecksum.of(bytes) == entry.checksum
    }
}
