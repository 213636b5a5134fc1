internal import Formulas
internal import Messages

/// Finds the records that cells name, and says what is wrong with a name that is none's.
struct RecordFinder {
    /// The tables, with the records that are known.
    let tables: TableSource
    let findings: Findings

    /// Looks among the records that tables may name.
    init(_ tables: TableSource) {
        self.tables = tables
        findings = tables.findings
    }

    /// The records, by kind.
    var records: [String: RecordTable] { tables.known.tables }

    /// The records of a kind; none when there is no such kind.
    func table(_ kind: String) -> RecordTable {
        records[kind] ?? RecordTable(kind: RecordKind(name: kind, fields: []))
    }

    /// The record number of each dictionary entry; unknown ids are reported at their first row.
    ///
    /// - Parameter field: The column's name.
    func numbers(of codes: CodeColumn, _ kind: String, _ file: SourceFile, names field: String) -> [Int32] {
        let table = self.table(kind)
        let unknown = codes.dictionary.filter { table.number(of: $0) == nil }
        var entry = unknown.isEmpty ? nil : namesEntry(unknown, file, table)
        return codes.dictionary.enumerated().map { index, id -> Int32 in
            if let number = table.number(of: id) { return number }
            let remedy = nameRemedy(id, kind, table, field, isRead: file.cleaner != nil, entry)
            if remedy != nil { entry = nil }
            reportUnknown(id, kind, table, tables.place(file, line: codes.firstLine[index]), remedy: remedy)
            return EventColumn.emptyCode
        }
    }

    /// The entry with which a table is read whose cells name records, or several; `nil` when that does not help.
    private func namesEntry(_ unknown: [String], _ file: SourceFile, _ table: RecordTable) -> LocalizedText? {
        guard unknown.count <= 1_000,
            unknown.contains(where: { titleRemedy($0, table) != nil || parts(of: $0, table) != nil })
        else { return nil }
        return tables.entryRemedy(for: file)
    }

    /// What to do about a name in the place of an identifier, or several of them.
    ///
    /// - Parameter isRead: Whether an entry may say that names stand there.
    private func nameRemedy(
        _ id: String, _ kind: String, _ table: RecordTable, _ field: String, isRead: Bool, _ entry: LocalizedText?
    ) -> LocalizedText? {
        if let title = titleRemedy(id, table) {
            if let entry { return title.and(entry) }
            return isRead
                ? title.or(
                    LocalizedText(
                        en: "say 'names: [\(field)]' for the table under 'tables:'",
                        ru: "укажите для таблицы в «tables:» «names: [\(field)]»")) : nil
        }
        guard isRead, let parts = parts(of: id, table), let mark = id.first(where: { Self.marksOfSeveral.contains($0) })
        else { return nil }
        let list = parts.joined(separator: ", ")
        let several = LocalizedText(en: "one cell names several (\(list))", ru: "в одной ячейке несколько (\(list))")
        return several.and(
            entry
                ?? LocalizedText(
                    en:
                        "say how they share: 'owners: {column: \(field), separator: \"\(mark)\", share: equal}' under 'tables:', or give each a row of his own in a table of splits",
                    ru:
                        "скажите, как они делят: «owners: {column: \(field), separator: \"\(mark)\", share: equal}» в «tables:» — или дайте каждому свою строку в таблице долей"
                ))
    }

    /// What to do about a name in the place of an identifier.
    private func titleRemedy(_ id: String, _ table: RecordTable) -> LocalizedText? {
        let wanted = id.lowercased()
        let named = table.titles.indices.filter {
            table.titles[$0].en.lowercased() == wanted || table.titles[$0].ru.lowercased() == wanted
        }
        guard let first = named.first else { return nearTitleRemedy(wanted, table) }
        return named.count == 1
            ? LocalizedText(
                en: "it is the name of '\(table.ids[first])': write the id",
                ru: "это имя записи «\(table.ids[first])»: пишите id")
            : LocalizedText(
                en:
                    "it is the name of several (\(named.prefix(5).map { table.ids[$0] }.joined(separator: ", "))): write the id",
                ru:
                    "это имя нескольких записей (\(named.prefix(5).map { table.ids[$0] }.joined(separator: ", "))): пишите id"
            )
    }

    /// What to do about a name whose words are those of a record's name in another order.
    private func nearTitleRemedy(_ wanted: String, _ table: RecordTable) -> LocalizedText? {
        let words = Self.words(wanted)
        guard words.count > 1, table.count <= 20_000 else { return nil }
        let near = table.titles.indices.filter {
            Self.words(table.titles[$0].en) == words || Self.words(table.titles[$0].ru) == words
        }
        guard let first = near.first, near.count == 1 else { return nil }
        let (id, name) = (table.ids[first], table.titles[first])
        return LocalizedText(
            en: "is it '\(id)' (\(name.en))? Then write the id", ru: "это «\(id)» (\(name.ru))? Тогда пишите id")
    }

    private static func words(_ name: String) -> [Substring] { name.lowercased().split(separator: " ").sorted() }

    private static let marksOfSeveral = ";,/&+"

    /// The records that one cell names; `nil` when it does not name several.
    private func parts(of id: String, _ table: RecordTable) -> [String]? {
        let parts = id.split { Self.marksOfSeveral.contains($0) }.map(\.trimmingSpaces)
        return parts.count > 1 && parts.allSatisfy { table.number(of: $0) != nil } ? parts : nil
    }

    /// What to do about a cell that names several records.
    private func severalRemedy(_ id: String, _ kind: String, _ table: RecordTable) -> LocalizedText? {
        guard let parts = parts(of: id, table) else { return nil }
        return LocalizedText(
            en:
                "one cell names several (\(parts.joined(separator: ", "))): give each a row with a share of its own in a table of splits ('splits:')",
            ru:
                "в одной ячейке несколько (\(parts.joined(separator: ", "))): дайте каждому строку со своей долей в таблице долей («splits:»)"
        )
    }

    func reportUnknown(
        _ id: String, _ kind: String, _ table: RecordTable, _ place: Place, remedy: LocalizedText? = nil
    ) {
        if tables.isConsequence(id, [kind], at: place) { return }
        findings.report(
            "unknown-record", at: place,
            LocalizedText(en: "there is no \(kind) '\(id)'", ru: "записи «\(id)» (\(kind)) нет"),
            remedy: remedy ?? titleRemedy(id, table) ?? severalRemedy(id, kind, table)
                ?? Suggestion.remedy(forRecord: id, among: table.ids)
                ?? LocalizedText(
                    en: "add it to \(BuiltInKind.tableName(of: kind)).csv",
                    ru: "добавьте её в \(BuiltInKind.tableName(of: kind)).csv"), cell: id)
    }
}

extension LocalizedText {
    /// Two things to know or to do.
    fileprivate func and(_ other: LocalizedText) -> LocalizedText {
        LocalizedText(en: "\(en); \(other.en)", ru: "\(ru); \(other.ru)")
    }

    /// One of two things to do.
    fileprivate func or(_ other: LocalizedText) -> LocalizedText {
        LocalizedText(en: "\(en), or \(other.en)", ru: "\(ru) или \(other.ru)")
    }
}

extension Substring {
    /// The text without spaces at its ends.
    fileprivate var trimmingSpaces: String {
        let start = drop { $0.isWhitespace }
        let tail = start.reversed().prefix { $0.isWhitespace }.count
        return String(start.dropLast(tail))
    }
}
