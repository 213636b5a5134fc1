internal import Foundation

/// A result that is written piece by piece and appears under its name when it is whole.
///
/// It is written beside its name first. A pipe, a device or the like stays what it is and gets everything at the end, as standard
/// output does. A file that is there is replaced only when that is wanted; a link is followed, and stays.
public final class OutputFile {
    private enum Target {
        /// A descriptor that is open already, or is opened at the end.
        case stream(String?)
        /// A file that appears under a path; whether one is there to be replaced.
        case file(path: String, draft: String, descriptor: Int32, replaces: Bool)
    }

    private var target: Target
    private var kept: [[UInt8]] = []
    private var isFinished = false

    /// Begins a result.
    ///
    /// - Parameters:
    ///   - path: The file's path; `nil` for standard output.
    ///   - replacing: Whether a file that is there may be replaced.
    ///   - isPrivate: Whether only the owner may read a new file. One that is replaced keeps its rights.
    /// - Throws: ``FileCause/exists``, or why it cannot be written.
    public init(_ path: String?, replacing: Bool, isPrivate: Bool = false) throws(FileCause) {
        guard let path else {
            target = .stream(nil)
            return
        }
        if let stream = Self.stream(behind: path) {
            target = .stream(stream)
            return
        }
        var status = stat()
        let isThere = stat(path, &status) == 0
        if !isThere, errno != ENOENT { throw errno == ENOTDIR ? .noSuchFolder : FileCause(errno: errno) }
        if isThere {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR { throw .isFolder }
            guard kind == S_IFREG else {
                target = .stream(path)
                return
            }
            guard replacing else { throw .exists }
            guard access(path, W_OK) == 0 else { throw FileCause(errno: errno) }
        }
        let place = try isThere ? Self.followed(path) : Self.new(path)
        let draft = "\(place).new-\(UUID().uuidString)"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
        guard descriptor >= 0 else { throw errno == ENOENT ? .noSuchFolder : FileCause(errno: errno) }
        if isThere { fchmod(descriptor, status.st_mode & 0o777) }
        target = .file(path: place, draft: draft, descriptor: descriptor, replaces: isThere)
    }

    deinit {
        guard case .file(_, let draft, let descriptor, _) = target, !isFinished else { return }
        close(descriptor)
        unlink(draft)
    }

    /// Writes a result in one go.
    public static func write(
        _ bytes: [UInt8], to path: String?, replacing: Bool, isPrivate: Bool = false
    ) throws(FileCause) {
        let file = try OutputFile(path, replacing: replacing, isPrivate: isPrivate)
        try file.append(bytes)
        try file.finish()
    }

    /// Adds a piece at the end.
    public func append(_ piece: [UInt8]) throws(FileCause) {
        switch target {
        case .stream: kept.append(piece)
        case .file(_, _, let descriptor, _): try Self.write(piece, descriptor)
        }
    }

    /// Ends the result and gives it its name, once the disk has it.
    public func finish() throws(FileCause) {
        switch target {
        case .stream(let path): try writeKept(to: path)
        case .file(let path, let draft, let descriptor, let replaces):
            guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileCause(errno: errno) }
            if replaces {
                guard rename(draft, path) == 0 else { throw FileCause(errno: errno) }
            } else {
                try Self.name(draft, path)
            }
            isFinished = true
            close(descriptor)
        }
    }

    /// Gives a new file its name, unless somebody else has just taken it.
    private static func name(_ draft: String, _ path: String) throws(FileCause) {
        if link(draft, path) == 0 {
            unlink(draft)
            return
        }
        // A file system without links.
        guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else { throw FileCause(errno: errno) }
        guard access(path, F_OK) != 0 else { throw .exists }
        guard rename(draft, path) == 0 else { throw FileCause(errno: errno) }
    }

    // MARK: Paths

    /// The name of what only passes bytes on, whatever lies behind it at the moment, when a path or its links lead there.
    public static func stream(behind path: String) -> String? {
        var path = path
        for _ in 0..<8 {
            let isStream =
                ["/dev/stdout", "/dev/stderr"].contains(path) || path.hasPrefix("/dev/fd/")
                || path.hasPrefix("/proc/self/fd/")
            if isStream { return path }
            guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return nil }
            path = next.hasPrefix("/") ? next : PathParts(path).folder + "/" + next
        }
        return nil
    }

    private static func followed(_ path: String) throws(FileCause) -> String {
        guard let real = realpath(path, nil) else { throw FileCause(errno: errno) }
        defer { free(real) }
        return String(cString: real)
    }

    private static func new(_ path: String) throws(FileCause) -> String {
        var status = stat()
        if lstat(path, &status) == 0 { throw .leadsNowhere }
        if path.isEmpty || path.hasSuffix("/") { throw .isFolder }
        return path
    }

    // MARK: Bytes

    private func writeKept(to path: String?) throws(FileCause) {
        let own: Int32 =
            switch path {
            case nil, "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1": STDOUT_FILENO
            case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2": STDERR_FILENO
            case let path?: open(path, O_WRONLY | O_CLOEXEC)
            }
        guard own >= 0 else { throw FileCause(errno: errno) }
        defer { if own > STDERR_FILENO { close(own) } }
        for piece in kept { try Self.write(piece, own) }
    }

    private static func write(_ bytes: [UInt8], _ descriptor: Int32) throws(FileCause) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { Glibc.write(descriptor, $0 + done, bytes.count - done) } ?? 0
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileCause(errno: errno) }
            done += count
        }
    }
}
