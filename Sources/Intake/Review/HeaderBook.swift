public import Company
public import Importing

/// How files of each header were read before: by the company's text, and by what people have answered.
public struct HeaderBook: Sendable {
    /// How a header is read.
    public struct Entry: Sendable {
        /// The name of the first file that was read so.
        public let name: String
        /// What was said of it.
        public let said: MappingAnswers
        /// Who has said so; empty where it stands in the company's text.
        public let author: String

        /// Names what was said, by whom.
        public init(name: String, said: MappingAnswers, author: String = "") {
            self.name = name
            self.said = said
            self.author = author
        }
    }

    private var entries: [String: Entry] = [:]

    /// Takes the entries of a text that name their header; what cannot be answered in words is left out.
    public init(_ text: [SourceFile]) {
        for (name, entry) in CompanyReader.tablesEntries(in: text) { add(entry.words, name, author: "") }
    }

    /// Adds a text with one entry, such as ``page(of:named:)`` gives; what is known already stays.
    public mutating func add(_ text: String, author: String) {
        let file = SourceFile(path: "entry.yaml", bytes: Array(text.utf8))
        for (name, entry) in CompanyReader.tablesEntries(in: [file]) { add(entry.words, name, author: author) }
    }

    private mutating func add(_ words: [(path: [String], value: String)], _ name: String, author: String) {
        guard let fingerprint = words.first(where: { $0.path == ["fingerprint"] })?.value, entries[fingerprint] == nil,
            var said = try? MappingAnswers(entry: words)
        else { return }
        // These belong to a month and not to the columns.
        (said.sheet, said.encoding, said.delimiter) = (nil, nil, nil)
        if case .rows? = said.header { said.header = nil }
        entries[fingerprint] = Entry(name: name, said: said, author: author)
    }

    /// How a header is read; `nil` when nobody has said.
    public func entry(for fingerprint: HeaderFingerprint) -> Entry? { entries[fingerprint.description] }

    /// What is written down of how a file was read.
    public static func page(of rules: TableRules, named name: String) -> String {
        "tables:\n  " + rules.yaml(for: name) + "\n"
    }
}
