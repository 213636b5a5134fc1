import Foundation
import Samples

/// Writes an example company into a folder.
///
///     swift run generate alfa Examples/alfa
///     swift run generate alfa-year /tmp/year      # the same as it came in, month by month: /tmp/year/01 … /tmp/year/12
///     swift run -c release generate load /tmp/load --sales 1000000 --people 10000
@main
struct Generate {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        guard arguments.count >= 2 else { throw Misuse() }
        let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)
        let options = try options(arguments.dropFirst(2))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        switch arguments[0] {
        case "alfa":
            for file in AlfaCompany.files(seed: UInt64(options["seed"] ?? 2026)) {
                try Data(file.bytes).write(to: folder.appendingPathComponent(file.path))
            }
        case "alfa-year":
            let months = AlfaYear.increments(seed: UInt64(options["seed"] ?? 2026))
            for (month, files) in months.enumerated() {
                let name = month < 9 ? "0\(month + 1)" : "\(month + 1)"
                let subfolder = folder.appendingPathComponent(name, isDirectory: true)
                try FileManager.default.createDirectory(at: subfolder, withIntermediateDirectories: true)
                for file in files { try Data(file.bytes).write(to: subfolder.appendingPathComponent(file.path)) }
            }
        case "load":
            let company = LoadCompany(
                sales: options["sales"] ?? 1_000_000, people: options["people"] ?? 10_000,
                months: options["months"] ?? 24, groups: options["groups"] ?? 50, seed: UInt64(options["seed"] ?? 42))
            try write(company, to: folder)
        default:
            throw Misuse()
        }
    }

    /// Writes the files as their pieces come, each from its beginning.
    private static func write(_ company: LoadCompany, to folder: URL) throws {
        var open: [String: FileHandle] = [:]
        try company.write { path, chunk in
            let url = folder.appendingPathComponent(path)
            if open[path] == nil {
                try Data().write(to: url)
                open[path] = try FileHandle(forWritingTo: url)
            }
            try open[path]?.write(contentsOf: Data(chunk))
        }
        for handle in open.values { try handle.close() }
    }

    /// Pairs of `--name number`; nothing else is understood.
    private static func options(_ arguments: ArraySlice<String>) throws -> [String: Int] {
        var options: [String: Int] = [:]
        var left = arguments
        while let name = left.popFirst() {
            guard ["--seed", "--sales", "--people", "--months", "--groups"].contains(name),
                let text = left.popFirst(), let number = Int(text), number >= 0
            else { throw Misuse() }
            options[String(name.dropFirst(2))] = number
        }
        return options
    }
}

private struct Misuse: Error, CustomStringConvertible {
    let description = """
        usage: generate alfa <folder> [--seed 2026]
               generate alfa-year <folder> [--seed 2026]
               generate load <folder> [--sales 1000000] [--people 10000] [--months 24] [--groups 50] [--seed 42]
        """
}
