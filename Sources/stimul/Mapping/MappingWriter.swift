import Company
import Files
import Foundation
import Importing
internal import Messages

/// Writes down how a file is read: its entry, the spellings of names that were answered, and the file itself when it lies outside.
struct MappingWriter {
    /// Why nothing was written.
    enum Failure: Error {
        /// A file cannot be read or written.
        case file(String, FileCause)
        /// Another file of the name is in the company folder.
        case taken(String)
        /// The entry that is there holds a comment.
        case comment(file: String, line: Int)
        /// The YAML file is written in a way that is not changed.
        case unusual(file: String)
    }

    let home: MappingHome
    private let rules: TableRules
    private let spellings: [MappingDialogue.Alias]
    /// The YAML file, by its path inside the folder.
    let target: String
    /// Whether the file had an entry before.
    let hadEntry: Bool

    private static let aliases = "aliases.csv"

    init(_ home: MappingHome, _ rules: TableRules, _ spellings: [MappingDialogue.Alias]) {
        self.home = home
        self.rules = rules
        self.spellings = spellings
        let entry = CompanyReader.tablesEntry(of: home.inside, in: home.text)
        hadEntry = entry != nil
        target = entry?.file ?? CompanyReader.tablesFile(in: home.text) ?? "company.yaml"
    }

    /// Whether spellings of names are written too.
    var hasSpellings: Bool { !spellings.isEmpty }

    func write() throws(Failure) {
        // The entry is made before anything is written, so that nothing is left half done when it cannot be.
        let text = try entry()
        let names = try spellingsFile()
        try copy()
        if let names { try write(names, to: Self.aliases) }
        try write(text, to: target)
    }

    private func entry() throws(Failure) -> [UInt8] {
        let old = home.text.first { $0.path == target }?.bytes ?? []
        var text = TablesText(old)
        do {
            try text.set(
                rules.yamlLines(for: home.inside), inOneLine: rules.yaml(for: home.inside), for: home.inside)
        } catch {
            switch error {
            case .comment(let line): throw .comment(file: target, line: line)
            case .unusual: throw .unusual(file: target)
            }
        }
        guard CompanyReader.differ(onlyIn: home.inside, old, text.bytes) else { throw .unusual(file: target) }
        return text.bytes
    }

    /// The table of other spellings with those that were answered; `nil` when there are none.
    private func spellingsFile() throws(Failure) -> [UInt8]? {
        guard hasSpellings else { return nil }
        let path = home.folder.full(Self.aliases)
        var bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? Array("kind,alias,id\n".utf8)
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
        for spelling in spellings {
            bytes += CSVRow.bytes([spelling.kind, spelling.text, spelling.id])
        }
        return bytes
    }

    private func copy() throws(Failure) {
        guard home.isOutside else { return }
        let target = home.folder.full(home.inside)
        guard let bytes = FileManager.default.contents(atPath: home.path).map({ [UInt8]($0) }) else {
            throw .file(home.path, .noPermission)
        }
        if let other = FileManager.default.contents(atPath: target) {
            if [UInt8](other) == bytes { return }
            throw .taken(home.inside)
        }
        try write(bytes, to: home.inside, replacing: false)
    }

    private func write(_ bytes: [UInt8], to inside: String, replacing: Bool = true) throws(Failure) {
        do {
            try OutputFile.write(bytes, to: home.folder.full(inside), replacing: replacing)
        } catch {
            throw .file(inside, error)
        }
    }
}

/// A row of a table of text.
enum CSVRow {
    /// The cells apart by commas, quoted where they have to be.
    static func bytes(_ cells: [String]) -> [UInt8] {
        let quoted = cells.map { cell in
            cell.contains { ",\"\n\r".contains($0) } ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }
        return Array((quoted.joined(separator: ",") + "\n").utf8)
    }
}

extension MappingWriter.Failure {
    /// What is wrong and what to do.
    var text: LocalizedText {
        switch self {
        case .file(let path, let cause): FileProblem.unwritable(path, .system(cause)).text
        case .taken(let name):
            LocalizedText(
                en: "another '\(name)' is in the company folder already; rename the file, or remove the other",
                ru: "в папке компании уже есть другой файл «\(name)»; переименуйте файл или уберите тот")
        case .comment(let file, let line):
            LocalizedText(
                en: "the entry in \(file) has a comment (line \(line)), which would be lost; change it by hand:",
                ru: "в записи в \(file) есть комментарий (строка \(line)), он бы пропал; измените её сами:")
        case .unusual(let file):
            LocalizedText(
                en: "'tables:' in \(file) is written in a way that is not changed by a program; change it by hand:",
                ru: "«tables:» в \(file) записано так, что программа этого не меняет; измените сами:")
        }
    }

    /// Whether the entry has to be put there by hand.
    var isByHand: Bool {
        switch self {
        case .comment, .unusual: true
        case .file, .taken: false
        }
    }
}
