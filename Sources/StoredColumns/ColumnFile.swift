internal import Calculation
internal import Foundation
internal import Storage
internal import Synchronization

/// A file of named sections, each a run of numbers of one width, read in place from a map of the file.
///
/// Every byte is checked before it is used: what is read is what was written. See `Docs/storage.md`.
struct ColumnFile: Sendable {
    /// Where it lies.
    let path: String
    /// Says what the columns were made of.
    let fingerprint: UInt64
    /// How many bytes it has.
    var size: Int { memory.bytes.count }

    private let memory: FlatMemory
    /// Where the sections lie, by name.
    private let entries: [String: ColumnLayout.Entry]
    /// What turned out to be damaged when it was loaded.
    private let late = LateDamage()

    /// The values of a section, where they lie, once its bytes are known to be those that were written.
    func verified<Value: BitwiseCopyable & Sendable>(
        _ name: String, of type: Value.Type
    ) throws(ColumnFailure) -> FlatColumn<Value> {
        let column = try column(name, of: type)
        guard isSound(name) else { throw .damaged(path: path, section: name) }
        return column
    }

    /// What is made of sections when somebody asks for it; of damaged ones nothing is made, which ``lateDamage`` says then.
    ///
    /// - Parameter holds: What their values have to be besides those that were written.
    func loaded<Content>(
        _ names: [String], where holds: () -> Bool = { true }, _ content: () -> Content,
        ifDamaged none: () -> Content
    ) -> Content {
        guard let damaged = names.first(where: { !isSound($0) }) ?? (holds() ? nil : names.first) else {
            return content()
        }
        late.note(.damaged(path: path, section: damaged))
        return none()
    }

    /// The first damage that was met while sections were loaded.
    var lateDamage: ColumnFailure? { late.first }

    /// The values of a section, where they lie, verified or not.
    func column<Value: BitwiseCopyable & Sendable>(
        _ name: String, of type: Value.Type
    ) throws(ColumnFailure) -> FlatColumn<Value> {
        guard let entry = entries[name], Int(entry.width) == MemoryLayout<Value>.stride,
            let column = FlatColumn<Value>(
                memory, at: Int(entry.offset), count: Int(entry.length) / MemoryLayout<Value>.stride)
        else { throw .damaged(path: path, section: name) }
        return column
    }

    /// All sections.
    var sections: some Sequence<ColumnLayout.Entry> { entries.values }

    /// How many bytes a value of a section has; 0 when there is no such section.
    func width(of name: String) -> Int { entries[name].map { Int($0.width) } ?? 0 }

    /// Whether there is a section of that name.
    func holds(_ name: String) -> Bool { entries[name] != nil }

    // MARK: Opening

    /// Opens a file whose header and directory are checked, and whose sections are still to be verified.
    init(mapping path: String) throws(ColumnFailure) {
        let memory = try Self.map(path)
        let header = try ColumnLayout.Header(memory.bytes, path: path)
        let entries = try Self.directory(header, memory.bytes, path)
        let byName = Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }
        guard byName.count == entries.count else { throw .damaged(path: path, section: "directory") }
        self.path = path
        fingerprint = header.fingerprint
        self.memory = memory
        self.entries = byName
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

    // MARK: Verifying

    /// A section, and what its bytes have to be besides those that were written.
    struct Check: Sendable {
        let entry: ColumnLayout.Entry
        let holds: @Sendable () -> Bool

        init(_ entry: ColumnLayout.Entry, _ holds: @escaping @Sendable () -> Bool = { true }) {
            self.entry = entry
            self.holds = holds
        }
    }

    /// Verifies sections on as many threads as are asked for; of several damaged ones the first is named.
    func verify(_ checks: [Check], threads: Int) async throws(ColumnFailure) {
        // The longest first, so that no thread begins with one when the others are done.
        let checks = checks.sorted { ($1.entry.length, $0.entry.offset) < ($0.entry.length, $1.entry.offset) }
        let waiting = Waiting(checks)
        let damaged = await withTaskGroup(of: [ColumnLayout.Entry].self) { group in
            for _ in 0..<max(1, threads) {
                group.addTask {
                    var damaged: [ColumnLayout.Entry] = []
                    while let check = waiting.next() {
                        if !isSound(check.entry) || !check.holds() { damaged.append(check.entry) }
                    }
                    return damaged
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        if let first = damaged.min(by: { $0.offset < $1.offset }) {
            throw .damaged(path: path, section: first.name)
        }
    }

    private func isSound(_ name: String) -> Bool { entries[name].map { isSound($0) } ?? false }

    private func isSound(_ entry: ColumnLayout.Entry) -> Bool {
        let start = Int(entry.offset)
        let bytes = UnsafeRawBufferPointer(rebasing: memory.bytes[start..<start + Int(entry.length)])
        return ColumnChecksum.of(bytes) == entry.checksum
    }
}

/// Checks that nobody has taken yet.
private final class Waiting: Sendable {
    private let checks: Mutex<ArraySlice<ColumnFile.Check>>

    init(_ checks: [ColumnFile.Check]) { self.checks = Mutex(checks[...]) }

    func next() -> ColumnFile.Check? { checks.withLock { $0.popFirst() } }
}

/// The first damage that somebody met.
private final class LateDamage: Sendable {
    private let found = Mutex<ColumnFailure?>(nil)

    var first: ColumnFailure? { found.withLock { $0 } }

    func note(_ failure: ColumnFailure) { found.withLock { $0 = $0 ?? failure } }
}
