internal import Formulas
internal import Messages

/// Other spellings of records, in `aliases.csv`: `kind`, `alias`, `id`.
///
/// Tables whose entry says `names` may call a record by them.
struct Aliases {
    /// The word for their table.
    static let table = "aliases"

    private static let columns = [
        TableSchema.Column("kind", .code, isOptional: true), TableSchema.Column("alias", .code),
        TableSchema.Column("id", .code),
    ]

    /// Spellings by the kind and the id of their record.
    private(set) var spellings: [String: [String: [String]]] = [:]
    /// Where they are written.
    private var places: [(kind: String, id: String, place: Place)] = []

    /// Knows none.
    init() {}

    /// Reads the spellings; an empty kind is a person's.
    init(_ tables: TableSource, _ findings: Findings) {
        var places: [String: Place] = [:]
        for (file, spec) in tables.files(for: Self.table, kind: "alias") {
            let table = tables.read(file, spec, Self.columns)
            for row in 0..<table.rowCount {
                let kind = table.text("kind", row) ?? BuiltInKind.person
                guard let alias = table.text("alias", row), let id = table.text("id", row) else { continue }
                let place = tables.place(file, line: table.lineNumbers[row])
                let key = kind + "\u{1F}" + alias.lowercased()
                if let first = places[key] {
                    Self.reportRepeated(alias, place, first, findings)
                    continue
                }
                places[key] = place
                spellings[kind, default: [:]][id, default: []].append(alias)
                self.places.append((kind, id, place))
            }
        }
    }

    /// Every spelling is that of a record; looked at once the records are known.
    func check(_ kinds: [String: RecordKind], _ records: RecordFinder, _ findings: Findings) {
        for (kind, id, place) in places {
            guard kinds[kind] != nil else {
                findings.report(
                    "unknown-name", at: place,
                    LocalizedText(en: "there is no kind '\(kind)'", ru: "вида записей «\(kind)» нет"),
                    remedy: Suggestion.remedy(for: kind, among: kinds.keys.sorted())
                        ?? LocalizedText(
                            en: "one of \(kinds.keys.sorted().joined(separator: ", "))",
                            ru: "одно из \(kinds.keys.sorted().joined(separator: ", "))"), cell: kind)
                continue
            }
            let table = records.table(kind)
            let isKept = records.tables.known.kept.records(of: kind).contains { $0.id == id }
            if table.number(of: id) == nil, !isKept { records.reportUnknown(id, kind, table, place) }
        }
    }

    private static func reportRepeated(_ alias: String, _ place: Place, _ first: Place, _ findings: Findings) {
        findings.report(
            "duplicate-row", at: place,
            LocalizedText(
                en: "the spelling '\(alias)' is there already, at \(first.address)",
                ru: "написание «\(alias)» уже есть: \(first.address)"),
            remedy: LocalizedText(en: "keep one of them", ru: "оставьте одно"), cell: alias)
    }
}
