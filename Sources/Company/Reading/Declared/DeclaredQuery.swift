internal import Formulas
public import Messages

/// A question to a database whose answer is a table, as an entry under `tables` declares it.
public struct DeclaredQuery: Hashable, Sendable {
    /// Where the database is found.
    public enum Address: Hashable, Sendable {
        /// A service of libpq's service file.
        case service(String)
        /// The environment variable that holds the address.
        case variable(String)
    }

    /// Where the database is found.
    public var address: Address
    /// The statement.
    public var text: String
    /// The field whose largest value so far is `$1` in the statement; `nil` when all rows are asked for each time.
    public var key: String?
    /// How long the statement may take; `nil` for the usual time.
    public var seconds: Int?

    /// Reads what stands under `postgres`.
    init?(_ entry: YAMLEntry, _ findings: Findings) {
        guard let fields = Fields(entry, findings) else { return nil }
        let service = fields.take("service").flatMap { findings.text($0) }
        let variable = fields.take("connection")
        let text = fields.require("query").flatMap { findings.text($0) }
        key = fields.take("key").flatMap { findings.text($0) }
        seconds = fields.take("seconds").flatMap { Self.seconds($0, findings) }
        fields.finish()
        guard let text, let address = Self.address(service, variable, entry, findings) else { return nil }
        self.text = text
        self.address = address
        guard (key != nil) == text.contains("$1") else {
            findings.expected(
                LocalizedText(
                    en: "'key' together with $1 in the query", ru: "«key» вместе с $1 в запросе"), at: entry,
                remedy: LocalizedText(
                    en: "'key: id' and 'where ($1::bigint is null or id > $1::bigint)'",
                    ru: "«key: id» и «where ($1::bigint is null or id > $1::bigint)»"))
            return nil
        }
    }

    private static func seconds(_ entry: YAMLEntry, _ findings: Findings) -> Int? {
        if let seconds = entry.text.flatMap({ Int($0) }), (1...86_400).contains(seconds) { return seconds }
        findings.expected(
            LocalizedText(en: "seconds from 1 to 86400", ru: "секунды от 1 до 86400"), at: entry)
        return nil
    }

    private static func address(
        _ service: String?, _ variable: YAMLEntry?, _ entry: YAMLEntry, _ findings: Findings
    ) -> Address? {
        switch (service, variable) {
        case (let service?, nil): return .service(service)
        case (nil, let variable?):
            guard let name = findings.text(variable) else { return nil }
            // An address with a password in it must not stand in a file of the company.
            if name.utf8.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }) { return .variable(name) }
            findings.expected(
                LocalizedText(en: "the name of an environment variable", ru: "имя переменной окружения"), at: variable,
                remedy: LocalizedText(
                    en: "'connection: CRM_DATABASE', and the address in CRM_DATABASE",
                    ru: "«connection: CRM_DATABASE», а сам адрес — в CRM_DATABASE"))
            return nil
        default:
            findings.expected(
                LocalizedText(en: "either 'service' or 'connection'", ru: "или «service», или «connection»"), at: entry,
                remedy: LocalizedText(
                    en: "'service: crm' of ~/.pg_service.conf, or 'connection: CRM_DATABASE' of the environment",
                    ru: "«service: crm» из ~/.pg_service.conf или «connection: CRM_DATABASE» из окружения"))
            return nil
        }
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}

/// A table that a database gives, by the name of its entry.
public struct QueriedTable: Sendable {
    /// The name under `tables`.
    public var name: String
    /// What the table holds; `nil` when the name says it.
    public var reads: String?
    /// The question.
    public var query: DeclaredQuery
}

extension CompanyReader {
    /// The tables that come out of databases, and what is wrong with how they are declared.
    public static func queriedTables(in text: [SourceFile]) -> (tables: [QueriedTable], faults: [Diagnostic]) {
        let (documents, findings) = documents(in: text.filter(\.isText))
        let entries = TableEntries(documents, CompanyFiles(text.filter(\.isText)), findings)
        let tables = entries.specs.sorted { $0.key < $1.key }.compactMap { name, spec in
            spec.declaration.query.map { QueriedTable(name: name, reads: spec.reads, query: $0) }
        }
        // Of the other entries the files are not here.
        let faults = findings.diagnostics.filter { $0.severity == .error && $0.code != "no-such-table" }
        return (tables, faults)
    }
}
