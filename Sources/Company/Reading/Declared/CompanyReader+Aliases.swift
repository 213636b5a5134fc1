internal import Formulas

/// Other spellings of records, in `aliases.csv`: `kind`, `alias`, `id`.
///
/// Tables whose entry says `names` may call a record by them.
extension CompanyReader {
    static let aliasTable = "aliases"

    static let aliasColumns = [
        TableSchema.Column("kind", .code, isOptional: true), TableSchema.Column("alias", .code),
        TableSchema.Column("id", .code),
    ]

    /// Reads the spellings; an empty kind is a person's.
    func readAliases() {
        var places: [String: Place] = [:]
        for (file, spec) in files(for: Self.aliasTable, kind: "alias") {
            let table = read(file, spec, Self.aliasColumns)
            for row in 0..<table.rowCount {
                let kind = table.text("kind", row) ?? BuiltInKind.person
                guard let alias = table.text("alias", row), let id = table.text("id", row) else { continue }
                let place = place(file, line: table.lineNumbers[row])
                let key = kind + "\u{1F}" + alias.lowercased()
                if let first = places[key] {
                    reportRepeatedAlias(alias, place, first)
                    continue
                }
                places[key] = place
                aliases[kind, default: [:]][id, default: []].append(alias)
                aliasPlaces.append((kind, id, place))
            }
        }
    }

    /// Every spelling is that of a record; looked at once the records are known.
    func checkAliases() {
        for (kind, id, place) in aliasPlaces {
            guard names.recordKinds[kind] != nil else {
                findings.report(
                    "unknown-name", at: place,
                    LocalizedText(en: "there is no kind '\(kind)'", ru: "вида записей «\(kind)» нет"),
                    remedy: Suggestion.remedy(for: kind, among: names.recordKinds.keys.sorted())
                        ?? LocalizedText(
                            en: "one of \(names.recordKinds.keys.sorted().joined(separator: ", "))",
                            ru: "одно из \(names.recordKinds.keys.sorted().joined(separator: ", "))"), cell: kind)
                continue
            }
            let table = records[kind] ?? RecordTable(kind: RecordKind(name: kind, fields: []))
            let isKept = keptTables != nil && kept(kind).contains { $0.id == id }
            if table.number(of: id) == nil, !isKept { reportUnknown(id, kind, table, place) }
        }
    }

    private func reportRepeatedAlias(_ alias: String, _ place: Place, _ first: Place) {
        findings.report(
            "duplicate-row", at: place,
            LocalizedText(
                en: "the spelling '\(alias)' is there already, at \(first.address)",
                ru: "написание «\(alias)» уже есть: \(first.address)"),
            remedy: LocalizedText(en: "keep one of them", ru: "оставьте одно"), cell: alias)
    }
}
