import ArgumentParser
import Files
import Foundation
internal import Messages

/// In which form a result is written.
enum OutputForm: String {
    case table, csv, json, pdf
    case workbook = "xlsx"

    /// The form that a file's ending names; `nil` when it names none.
    init?(endingOf path: String) {
        switch PathParts(path).ending {
        case "txt": self = .table
        case "csv": self = .csv
        case "json": self = .json
        case "pdf": self = .pdf
        case "xlsx": self = .workbook
        default: return nil
        }
    }

    /// The ending that says it.
    var ending: String { self == .table ? ".txt" : "." + rawValue }
}

/// Where a result goes.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .customLong("output"),
        help: .said(
            en: "Write to this file instead of the screen; its ending decides the form.",
            ru: "Записать в этот файл, а не на экран; вид определяет окончание имени."),
        completion: .file())
    var path: String?
    @Flag(
        name: .customLong("overwrite"),
        help: .said(en: "Replace the file when it is there already.", ru: "Заменить файл, если он уже есть."))
    var overwrites = false

    /// The form to write in: what the ending says, else what was asked for, else the first of those there are.
    ///
    /// - Parameter forms: What the command can write.
    func form(asked: OutputForm?, of forms: [OutputForm], _ options: CommonOptions) throws -> OutputForm {
        let endings = forms.map(\.ending).joined(separator: ", ")
        guard let path, let named = OutputForm(endingOf: path) else {
            if let path, Self.saysOther(path) {
                throw options.wrong(
                    LocalizedText(
                        en: "'\(path)' has an ending of another form; this command writes \(endings)",
                        ru: "окончание «\(path)» — от другого формата; эта команда пишет \(endings)"))
            }
            return asked ?? forms.first ?? .table
        }
        guard forms.contains(named) else {
            throw options.wrong(
                LocalizedText(
                    en: "this command does not write \(named.ending); it writes \(endings)",
                    ru: "эта команда не пишет \(named.ending); она пишет \(endings)"))
        }
        if let asked, asked != named {
            throw options.wrong(
                LocalizedText(
                    en:
                        "'--format \(asked.rawValue)' and the ending of '\(path)' contradict each other; leave '--format' out",
                    ru: "«--format \(asked.rawValue)» и окончание «\(path)» противоречат друг другу; уберите «--format»"
                ))
        }
        return named
    }

    /// Endings that would mislead whoever opens the file, or a company that reads it.
    private static func saysOther(_ path: String) -> Bool {
        ["yaml", "yml", "xls", "ods", "tsv", "html", "sqlite", "key"]
            .contains(PathParts(path).ending)
    }

    /// Where the result goes, when nothing stands against it; otherwise the command ends.
    ///
    /// - Parameter keys: Keys beside the company's own.
    func place(_ company: String, keys: [String] = [], isPrivate: Bool = false, _ console: Console) throws
        -> OutputPlace
    {
        guard let path else { return OutputPlace(path: nil, replaces: false, isPrivate: isPrivate) }
        if let met = ProtectedFiles(of: company, keys: keys).met(at: path) {
            console.fail(FileProblem.protected(path, met).text)
            throw ExitStatus.files
        }
        let place = OutputPlace(path: path, replaces: overwrites, isPrivate: isPrivate)
        // Whoever waits for a calculation should not learn at its end that the file is there already.
        if !overwrites, place.isTaken {
            console.fail(FileProblem.unwritable(path, .system(.exists)).text)
            throw ExitStatus.files
        }
        return place
    }
}

/// A place that a result may be written to.
struct OutputPlace {
    let path: String?
    let replaces: Bool
    let isPrivate: Bool

    /// A file to write piece by piece.
    func file() throws(FileCause) -> OutputFile {
        try OutputFile(path, replacing: replaces, isPrivate: isPrivate)
    }

    /// Whether a file is there.
    fileprivate var isTaken: Bool {
        guard let path, OutputFile.stream(behind: path) == nil else { return false }
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}

extension Console {
    /// Writes a result to a file, or to standard output when none is named; a file that cannot be written stops the command.
    func write(_ bytes: Data, to place: OutputPlace) throws {
        try writing(to: place) { () throws(FileCause) in
            let file = try place.file()
            try file.append([UInt8](bytes))
            try file.finish()
        }
    }

    /// Does what writes a result; that it cannot be written stops the command.
    func writing<Result>(to place: OutputPlace, _ body: () throws(FileCause) -> Result) throws -> Result {
        ProgressLine.shared.interrupt {}
        do { return try body() } catch {
            fail(FileProblem.unwritable(place.path ?? "-", .system(error)).text)
            throw ExitStatus.files
        }
    }
}
