internal import Company
internal import HTML
internal import Importing
internal import Intake
internal import Messages
internal import Pages
internal import Payroll

/// The tables of a file's page.
struct ImportTables {
    let asked: Asked

    private var language: PageLanguage { asked.language }
    /// Rows that are shown of a long list.
    static let most = 50

    // MARK: How it is read

    /// The fields with their columns, and the first rows.
    func reading(_ looked: Looked) -> [PageSection] {
        guard let preview = looked.preview else { return looked.columns.isEmpty ? [] : [.table(pairs(looked))] }
        var sections: [PageSection] = [.table(fields(preview, looked))]
        if !preview.rows.isEmpty { sections.append(.table(rows(preview))) }
        return sections
    }

    private func fields(_ preview: MappingPreview, _ looked: Looked) -> DataTable {
        let read = preview.fields.map { field in
            TableRow(
                .text(field.name),
                [
                    field.column.map { .name($0, nil) } ?? .text(asked.word(DataWords.made)),
                    .name(field.original ?? "", nil), .name(field.value, nil),
                ])
        }
        let unread = looked.unread.prefix(20).map { name in
            TableRow(.text(asked.word(DataWords.unread)), [.name(name, nil), .empty, .empty])
        }
        return DataTable(
            name: "reading", caption: asked.word(DataWords.reading),
            columns: [
                Column(asked.word(DataWords.field)), Column(asked.word(DataWords.column)),
                Column(asked.word(DataWords.stands)), Column(asked.word(DataWords.isRead)),
            ], rows: read + unread, language: language)
    }

    /// Before everything is answered, the columns alone.
    private func pairs(_ looked: Looked) -> DataTable {
        DataTable(
            name: "reading", caption: asked.word(DataWords.reading),
            columns: [Column(asked.word(DataWords.field)), Column(asked.word(DataWords.column))],
            rows: looked.fields.filter { looked.columns[$0.name] != nil }.map { field in
                TableRow(.text(field.name), [.name(looked.columns[field.name] ?? "", nil)])
            }, language: language)
    }

    private func rows(_ preview: MappingPreview) -> DataTable {
        DataTable(
            name: "preview", caption: asked.word(DataWords.preview),
            columns: preview.fields.map { Column($0.name) },
            rows: preview.rows.map { row in
                TableRow(.name(row.first ?? "", nil), row.dropFirst().map { .name($0, nil) })
            }, language: language)
    }

    // MARK: What would come of it

    /// What would become of the rows, by table.
    func counts(_ counts: [String: [Int]]) -> DataTable {
        DataTable(
            name: "counts", caption: asked.word(DataWords.counts),
            columns: [Column(asked.word(DataWords.table))]
                + [
                    DataWords.accepted, DataWords.changed, DataWords.unchanged, DataWords.cancelled, DataWords.rejected,
                ].map { Column(asked.word($0), figures: true) },
            rows: counts.sorted { $0.key < $1.key }.map { kind, numbers in
                TableRow(.text(kind), numbers.map { .text(FigureTexts.count($0, language)) })
            }, language: language)
    }

    /// The rows that are set aside, with what to do about each.
    func rejects(_ looked: Looked, _ tried: Tried?, _ upload: KeptUpload) -> DataTable {
        let rejects = Reject.all(looked, tried, upload)
        return DataTable(
            name: "rejects", caption: asked.word(DataWords.rejects),
            columns: [
                Column(asked.word(DataWords.row)), Column(asked.word(DataWords.trouble)),
                Column(asked.word(DataWords.remedy)), Column(asked.word(DataWords.cells)),
            ],
            rows: rejects.prefix(Self.most).map { reject in
                let number = asked.word(DataWords.rowNumber(String(reject.row)))
                let isHeld = looked.rows[reject.row] != nil || tried?.rows[reject.row] != nil
                return TableRow(
                    .name(number, isHeld ? ImportHandler.address(upload.id, "rows", String(reject.row)) : nil),
                    [
                        .name(reject.message[language].beginning, nil),
                        .name(reject.remedy?[language].beginning ?? "", nil), .name(reject.cells, nil),
                    ])
            }, language: language)
    }
}

/// A row that does not come in.
struct Reject {
    let row: Int
    let message: LocalizedText
    let remedy: LocalizedText?
    /// The field that is at fault, where it is known.
    let field: String?
    /// What stands in the row.
    let cells: String

    /// Those that cannot be read, then those that do not fit, each by its row.
    static func all(_ looked: Looked, _ tried: Tried?, _ upload: KeptUpload) -> [Reject] {
        let unread = looked.setAside.map { aside in
            Reject(
                row: aside.row, message: aside.message, remedy: aside.remedy, field: aside.field,
                cells: line(looked.rows[aside.row]))
        }
        let unfit = (tried?.imported.diagnostics ?? []).compactMap { diagnostic -> Reject? in
            guard diagnostic.severity == .error, let place = diagnostic.place, place.line > 0,
                place.file == upload.path
            else { return nil }
            return Reject(
                row: place.line, message: diagnostic.message, remedy: diagnostic.remedy, field: nil,
                cells: line(tried?.rows[place.line]))
        }
        return unread + unfit
    }

    private static func line(_ cells: [Int: String]?) -> String {
        (cells ?? [:]).sorted { $0.key < $1.key }.map(\.value).filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
