import Foundation
import TestPrograms

/// A terminal without a person in front of it: what a command writes to it is kept.
final class Terminal {
    private let controller: FileHandle
    let device: FileHandle

    /// - Parameter columns: How many characters a line has.
    init(columns: UInt16) throws {
        let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (isLocked, number): (Int32, Int32) = (0, 0)
        // As <asm/ioctls.h> numbers them: TIOCSPTLCK unlocks the other end, TIOCGPTN tells its number.
        guard descriptor >= 0, ioctl(descriptor, 0x4004_5431, &isLocked) == 0,
            ioctl(descriptor, 0x8004_5430, &number) == 0
        else { throw POSIXError(.ENXIO) }
        var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
        let device = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard device >= 0 else { throw POSIXError(.ENXIO) }
        controller = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        self.device = FileHandle(fileDescriptor: device, closeOnDealloc: true)
    }

    /// Types lines, which wait until somebody reads them.
    func type(_ lines: [String]) {
        controller.write(Data(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// What was written, as far as a terminal keeps it unread: some kilobytes.
    func text() throws -> String {
        try device.close()
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        // A terminal that nobody writes to any more ends with an error.
        while true {
            let count = read(controller.fileDescriptor, &piece, piece.count)
            if count <= 0 { break }
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    }
}

extension Command {
    /// Runs a command line with standard output or standard error on a terminal.
    func run(
        _ line: String, onTerminal stream: Int32, columns: UInt16 = 80, environment: [String: String] = [:]
    ) throws -> String {
        let terminal = try Terminal(columns: columns)
        _ = try Program.run(
            Self.binary.path, line.split(separator: " ").map(String.init), in: folder.path,
            environment: ["LANG": "C", "PATH": "/usr/bin:/bin"].merging(environment) { $1 },
            output: stream == STDOUT_FILENO ? terminal.device.fileDescriptor : nil,
            errors: stream == STDERR_FILENO ? terminal.device.fileDescriptor : nil)
        return try terminal.text()
    }

    /// Runs a command on a terminal on which lines are typed; tells what stands there at the end, and the exit code.
    func run(words: [String], typing lines: [String], columns: UInt16 = 80) throws -> (screen: String, code: Int32) {
        let terminal = try Terminal(columns: columns)
        terminal.type(lines)
        let code = try Program.run(
            Self.binary.path, words, in: folder.path,
            environment: ["LANG": "C", "PATH": "/usr/bin:/bin", "NO_COLOR": "1"],
            input: terminal.device.fileDescriptor, output: terminal.device.fileDescriptor,
            errors: terminal.device.fileDescriptor)
        return (try terminal.text(), code)
    }
}
