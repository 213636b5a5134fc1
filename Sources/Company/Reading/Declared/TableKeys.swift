internal import Formulas
internal import Messages

/// Reads the keys of an entry under `tables`.
struct TableKeys {
    private let fields: Fields
    private let findings: Findings
    /// The table's path; `nil` for what is said of all tables.
    private let path: String?

    /// Takes an entry; what is no mapping is reported.
    init?(_ entry: YAMLEntry, of path: String?, _ findings: Findings) {
        guard let fields = Fields(entry, findings) else { return nil }
        self.fields = fields
        self.findings = findings
        self.path = path
    }

    private var isSheet: Bool { path.map { SourceFile(path: $0, bytes: []).isSheet } ?? false }

    /// What the entry says; where it says nothing of a key, what is said of all tables.
    func declaration(over usual: TableDeclaration) -> TableDeclaration {
        var declaration = usual
        if path != nil { takeContent(&declaration) }
        takeForm(&declaration)
        takeCells(&declaration)
        if path != nil { takeRows(&declaration) }
        fields.finish()
        return declaration
    }

    // MARK: The file

    private func takeForm(_ declaration: inout TableDeclaration) {
        if let entry = fields.take("delimiter"), let mark = mark(entry, allowed: [",", ";", "tab", "|"]) {
            declaration.delimiter = mark
        }
        if let entry = fields.take("encoding"), let encoding = word(entry, of: TableDeclaration.encodings) {
            declaration.encoding = encoding
        }
        // A workbook says itself how it is encoded.
        if isSheet { (declaration.encoding, declaration.delimiter) = (nil, nil) }
        if let entry = fields.take("header"), let header = header(entry) { declaration.header = header }
        if let entry = fields.take("totals"), isDropped(entry) { declaration.dropsTotals = true }
        if let entry = fields.take("notes"), isDropped(entry) { declaration.dropsNotes = true }
    }

    private func header(_ entry: YAMLEntry) -> TableDeclaration.Header? {
        if entry.text == "none" { return TableDeclaration.Header.none }
        let items = entry.pairs == nil ? entry.elements : []
        let numbers = items.compactMap { $0.text.flatMap { Int($0) } }
        let isWhole = items.count == numbers.count
        if isWhole, numbers.count == 1 || numbers.count == 2 && numbers[1] == numbers[0] + 1,
            let first = numbers.first, let last = numbers.last, first > 0
        {
            return .rows(first...last)
        }
        findings.expected(
            LocalizedText(
                en: "'none', the number of a row, or two rows such as [1, 2]",
                ru: "«none», номер строки или две строки подряд: [1, 2]"), at: entry,
            remedy: LocalizedText(
                en: "leave 'header' out when the first row names the columns",
                ru: "не пишите «header», если первая строка называет колонки"))
        return nil
    }

    private func isDropped(_ entry: YAMLEntry) -> Bool { word(entry, of: ["drop"]) != nil }

    // MARK: Cells

    private func takeCells(_ declaration: inout TableDeclaration) {
        if let entry = fields.take("decimal") {
            (declaration.decimal, declaration.decimals) = scoped(entry) { mark($0, allowed: [".", ","]) }
        }
        if let entry = fields.take("dates") {
            (declaration.dates, declaration.datesByField) = scoped(entry) { word($0, of: TableDeclaration.dayForms) }
        }
        if let entry = fields.take("time"), isDropped(entry) { declaration.dropsTime = true }
        if let entry = fields.take("zone"), let zone = zone(entry) { declaration.zone = zone }
        if let entry = fields.take("year"), let year = year(entry) { declaration.year = year }
        if let entry = fields.take("empty") { declaration.empty = texts(entry, such: "[n/a, \"—\"]") }
        if path != nil, let entry = fields.take("names") { declaration.names = texts(entry, such: "[seller]") }
    }

    /// One value for all columns, or one for each field, with `all` for the others.
    private func scoped<Value>(_ entry: YAMLEntry, _ read: (YAMLEntry) -> Value?) -> (
        all: Value?, byField: [String: Value]
    ) {
        // What is said of all tables knows none of their fields.
        guard path != nil, let pairs = entry.pairs else { return (read(entry), [:]) }
        var values: (all: Value?, byField: [String: Value]) = (nil, [:])
        for (key, value) in pairs {
            guard let name = findings.text(key), let read = read(value) else { continue }
            if name == "all" { values.all = read } else { values.byField[name] = read }
        }
        return values
    }

    /// `+03:00`, in minutes.
    private func zone(_ entry: YAMLEntry) -> Int? {
        if let text = entry.text {
            let digits = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
            let isSigned = text.hasPrefix("+") || text.hasPrefix("-")
            if isSigned, digits.count == 2, digits.allSatisfy({ $0.utf8.count == 2 }), let hours = Int(digits[0]),
                let minutes = Int(digits[1]), (0...14).contains(hours), (0...59).contains(minutes)
            {
                return (text.hasPrefix("-") ? -1 : 1) * (hours * 60 + minutes)
            }
        }
        findings.expected(
            LocalizedText(en: "a distance from UTC such as \"+03:00\"", ru: "отличие от UTC вида \"+03:00\""), at: entry
        )
        return nil
    }

    private func year(_ entry: YAMLEntry) -> Int? {
        if let year = entry.text.flatMap({ Int($0) }), (1900...2200).contains(year) { return year }
        findings.expected(LocalizedText(en: "a year such as 2026", ru: "год, например 2026"), at: entry)
        return nil
    }

    // MARK: Columns

    private func takeContent(_ declaration: inout TableDeclaration) {
        declaration.reads = fields.take("reads").flatMap { findings.text($0) }
        if let entry = fields.take("sheet") { declaration.sheet = sheet(entry) }
        for (name, source) in pairs(fields.take("columns")) {
            declaration.columns[name] = Int(source).map { .number($0) } ?? .named(source)
        }
        for (name, text) in pairs(fields.take("constants")) { declaration.constants[name] = text }
        declaration.fingerprint = fields.take("fingerprint").flatMap { findings.text($0) }
        declaration.query = fields.take("postgres").flatMap { DeclaredQuery($0, findings) }
    }

    private func sheet(_ entry: YAMLEntry) -> String? {
        if isSheet { return findings.text(entry) }
        let endings = CompanyReader.workbookEndings.joined(separator: ", ")
        findings.expected(
            LocalizedText(en: "no 'sheet' of a table of text", ru: "без «sheet» у текстовой таблицы"), at: entry,
            remedy: LocalizedText(
                en: "only workbooks (\(endings)) have sheets", ru: "листы есть только у книг (\(endings))"))
        return nil
    }

    /// The pairs of `{field: text}`.
    private func pairs(_ entry: YAMLEntry?) -> [(name: String, text: String)] {
        guard let entry else { return [] }
        guard let pairs = entry.pairs else {
            findings.expected(
                LocalizedText(en: "a mapping such as {amount: Sum}", ru: "список вида {amount: Sum}"), at: entry)
            return []
        }
        return pairs.compactMap { key, value in
            guard let name = findings.text(key), let text = findings.text(value) else { return nil }
            return (name, text)
        }
    }

    // MARK: Rows

    private func takeRows(_ declaration: inout TableDeclaration) {
        if let entry = fields.take("id") { declaration.id = identity(entry) }
        if let entry = fields.take("wide") { declaration.wide = wide(entry) }
        if let entry = fields.take("owners") { declaration.owners = owners(entry) }
        if let entry = fields.take("fill") { declaration.fill = fill(entry) }
        if let entry = fields.take("skip") { declaration.skip = skip(entry) }
    }

    /// `[client]`, or `{client: down, total: up}`.
    private func fill(_ entry: YAMLEntry) -> [String: TableDeclaration.Fill] {
        var fill: [String: TableDeclaration.Fill] = [:]
        if let pairs = entry.pairs {
            for (key, value) in pairs {
                guard let name = findings.text(key),
                    let word = word(value, of: TableDeclaration.Fill.allCases.map(\.rawValue))
                else { continue }
                fill[name] = TableDeclaration.Fill(rawValue: word)
            }
        } else {
            for name in texts(entry, such: "[client]") { fill[name] = .down }
        }
        return fill
    }

    /// `{status: [draft, cancelled]}`.
    private func skip(_ entry: YAMLEntry) -> [String: [String]] {
        guard let pairs = entry.pairs else {
            findings.expected(
                LocalizedText(
                    en: "a mapping such as {status: [draft]}", ru: "список вида {status: [черновик]}"), at: entry)
            return [:]
        }
        var skip: [String: [String]] = [:]
        for (key, value) in pairs {
            guard let name = findings.text(key) else { continue }
            skip[name] = value.isList ? value.elements.compactMap { findings.text($0) } : [findings.text(value) ?? ""]
        }
        return skip
    }

    private func identity(_ entry: YAMLEntry) -> TableDeclaration.Identity? {
        if entry.text == "row" { return .row }
        if entry.isList {
            let names = texts(entry, such: "[date, client, amount]")
            if !names.isEmpty { return .fields(names) }
            return nil
        }
        findings.expected(
            LocalizedText(
                en: "'row', or fields such as [date, client, amount]",
                ru: "«row» или поля вида [date, client, amount]"), at: entry,
            remedy: entry.text.map { name in
                LocalizedText(
                    en: "a column that is the id stands under columns: {id: \(name)}",
                    ru: "столбец, который и есть id, пишут в columns: {id: \(name)}")
            })
        return nil
    }

    private func wide(_ entry: YAMLEntry) -> TableDeclaration.Wide? {
        guard let keys = Fields(entry, findings) else { return nil }
        let columns = keys.require("columns")
        let key = keys.require("key").flatMap { findings.text($0) }
        let value = keys.require("value")
        keys.finish()
        guard let columns, let key, let value else { return nil }
        var wide = TableDeclaration.Wide(columns: nil, key: key, values: [:])
        if columns.text != "periods" {
            let names = texts(columns, such: "[Анна, Борис]")
            if names.isEmpty { return nil }
            wide.columns = names
        }
        if let text = value.text {
            wide.values[""] = text
        } else {
            for (measure, field) in pairs(value) { wide.values[measure] = field }
        }
        return wide.values.isEmpty ? nil : wide
    }

    private func owners(_ entry: YAMLEntry) -> TableDeclaration.Owners? {
        guard let keys = Fields(entry, findings) else { return nil }
        let field = keys.require("column").flatMap { findings.text($0) }
        let separator = keys.require("separator").flatMap { findings.text($0) }
        let share = keys.take("share")
        let split = keys.take("split").flatMap { findings.text($0) }
        keys.finish()
        if let share, word(share, of: ["equal"]) == nil { return nil }
        guard let field, let separator, !separator.isEmpty else { return nil }
        return TableDeclaration.Owners(field: field, separator: separator, split: split)
    }

    // MARK: Words and lists

    private func texts(_ entry: YAMLEntry, such example: String) -> [String] {
        if entry.isList { return entry.elements.compactMap { findings.text($0) } }
        findings.expected(
            LocalizedText(en: "a list such as \(example)", ru: "перечень вида \(example)"), at: entry)
        return []
    }

    private func word(_ entry: YAMLEntry, of words: [String]) -> String? {
        if let text = entry.text, words.contains(text) { return text }
        let list = words.joined(separator: " | ")
        findings.expected(
            words.count == 1
                ? LocalizedText(en: "'\(list)'", ru: "«\(list)»")
                : LocalizedText(en: "one of \(list)", ru: "одно из \(list)"), at: entry)
        return nil
    }

    private func mark(_ entry: YAMLEntry, allowed: [String]) -> UInt8? {
        if let text = entry.text, allowed.contains(text) {
            return text == "tab" ? UInt8(ascii: "\t") : text.utf8.first
        }
        findings.expected(
            LocalizedText(
                en: "one of \(allowed.map { "'\($0)'" }.joined(separator: " "))",
                ru: "одно из \(allowed.map { "«\($0)»" }.joined(separator: " "))"),
            at: entry)
        return nil
    }
}
