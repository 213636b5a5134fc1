internal import Foundation

/// Reads PDF back by other means than those that wrote it: the programs of poppler.
public struct Poppler {
    /// Whether they are installed.
    public static let isInstalled = ["pdftotext", "pdfinfo", "pdffonts"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }

    /// Said where they are missing.
    public static let absence = "pdftotext, pdfinfo and pdffonts are not installed (Debian: poppler-utils)"

    /// Its texts, page by page, laid out as they stand.
    public let pages: [String]
    /// What it says of itself, by name.
    public let facts: [String: String]
    /// The names of its fonts, and whether they are part of it.
    public let fonts: [(name: String, isEmbedded: Bool)]

    /// Reads a document.
    public init(_ bytes: [UInt8]) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("poppler-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("document.pdf")
        try Data(bytes).write(to: file)
        pages = try Self.output("pdftotext", ["-layout", "-enc", "UTF-8", file.path, "-"], folder)
            .split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map(String.init)
        facts = Dictionary(
            try Self.output("pdfinfo", ["-isodates", file.path], folder).split(separator: "\n").compactMap { line in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                let value = line[line.index(after: colon)...].drop { $0 == " " }
                return (String(line[..<colon]), String(value))
            }
        ) { first, _ in first }
        fonts = try Self.output("pdffonts", [file.path], folder).split(separator: "\n").dropFirst(2).map { line in
            let words = line.split(separator: " ")
            return (String(words.first ?? ""), words.dropLast(4).last == "yes")
        }
    }

    private static func output(_ program: String, _ arguments: [String], _ folder: URL) throws -> String {
        // Into a file, not a pipe: reading a pipe is interrupted when another test's process ends.
        let answer = folder.appendingPathComponent(program + ".txt")
        let output = open(answer.path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        guard output >= 0 else { throw POSIXError(.EIO) }
        defer { close(output) }
        let code = try Program.run("/usr/bin/" + program, arguments, output: output, errors: output)
        let text = String(decoding: try Data(contentsOf: answer), as: UTF8.self)
        guard code == 0 else { throw Failure(program: program, said: text) }
        return text
    }

    /// A program of poppler that did not take the document.
    public struct Failure: Error, CustomStringConvertible {
        let program: String
        let said: String
        /// What it said.
        public var description: String { "\(program): \(said)" }
    }
}
