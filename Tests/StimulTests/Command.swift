import Foundation
import TestPrograms

/// The built command, run as a user runs it: in a folder, without a terminal, in English unless asked otherwise.
struct Command {
    /// What the command wrote and how it ended.
    struct Result: Equatable {
        var output: String
        var errors: String
        var code: Int32
    }

    /// A folder of its own for one test.
    let folder: URL

    /// Makes the folder, and in it `acme`, the starter company.
    init(withStarter: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("stimul-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if withStarter { _ = try run("new acme") }
    }

    /// Deletes the folder with everything in it.
    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Writes a file below the folder.
    func write(_ text: String, to path: String) throws {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Replaces a text in a file below the folder.
    func replace(_ text: String, with other: String, in path: String) throws {
        let old = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        try write(old.replacingOccurrences(of: text, with: other), to: path)
    }

    /// Runs a command line of words separated by single spaces.
    func run(_ line: String, environment: [String: String] = [:]) throws -> Result {
        try run(words: line.split(separator: " ").map(String.init), environment: environment)
    }

    /// Runs a command line of words that may have spaces in them.
    func run(words: [String], environment: [String: String] = [:]) throws -> Result {
        // Into files, not pipes: a pipe that nobody empties would stop the command.
        let names = ["out", "err"].map { folder.appendingPathComponent(".\($0)-\(UUID().uuidString)") }
        let files = names.map { open($0.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600) }
        defer { for file in files { close(file) } }
        let code = try Program.run(
            Self.binary.path, words, in: folder.path,
            environment: ["LANG": "C", "PATH": "/usr/bin:/bin"].merging(environment) { $1 },
            output: files[0], errors: files[1])
        let texts = try names.map { try String(contentsOf: $0, encoding: .utf8) }
        for name in names { try FileManager.default.removeItem(at: name) }
        return Result(output: texts[0], errors: texts[1], code: code)
    }

    /// Beside the program that runs the tests; else where the package is built.
    static let binary: URL = {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = [
            tests.deletingLastPathComponent(), Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent(),
        ]
        .map { $0.appendingPathComponent("stimul") }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let built = package.appendingPathComponent(".build/debug/stimul")
        return (beside + [built]).first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? built
    }()
}

extension String {
    /// The text with plain spaces where numbers have no-break spaces, to be compared with tables that people can read here.
    var plainSpaces: String { replacing("\u{A0}", with: " ") }
}

extension Command.Result {
    /// The result with plain spaces in both texts.
    var plainSpaces: Command.Result {
        Command.Result(output: output.plainSpaces, errors: errors.plainSpaces, code: code)
    }
}
