internal import HTML
internal import Intake
internal import Pages
internal import Payroll

/// A row of a file that does not come in: its cells as fields, mended where they stand.
enum ImportRowHandler {
    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let upload = try ImportHandler.open(asked)
        let state = try await asked.site.imports.settled(upload.id)
        let row = try ImportRow(asked, upload, state)
        return asked.page(row.page)
    }

    static let mend: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let upload = try ImportHandler.open(asked)
        let row = try ImportRow(asked, upload, try await asked.site.imports.settled(upload.id))
        let changed = try asked.site.uploads.change(upload.id) { row.take(into: &$0) }
        asked.site.imports.look(changed, by: permit.reader.principal())
        return .redirect(ImportHandler.address(upload.id))
    }
}

/// The cells of a row, and what is wrong with it.
private struct ImportRow {
    let asked: Asked
    let upload: KeptUpload
    let looked: Looked
    let number: Int
    let cells: [Int: String]
    let rejects: [Reject]

    /// More columns are no form for people.
    private static let mostColumns = 100
    private static let longestCell = 4_000

    /// - Throws: A problem where the row is not among those that are set aside.
    init(_ asked: Asked, _ upload: KeptUpload, _ state: ImportDesk.State) throws {
        guard let number = Int(asked.part("row")), let looked = state.looked,
            let cells = looked.rows[number] ?? state.tried?.rows[number]
        else { throw Problem.absent }
        self.asked = asked
        self.upload = upload
        self.looked = looked
        self.number = number
        self.cells = cells
        rejects = Reject.all(looked, state.tried, upload).filter { $0.row == number }
    }

    /// Every column of the table, and cells that stand beyond.
    private var columns: [(place: Int, name: String)] {
        let known = looked.titles
        let others = cells.keys.filter { place in !known.contains { $0.place == place } }.map { (place: $0, name: "") }
        return Array((known + others).sorted { $0.place < $1.place }.prefix(Self.mostColumns))
    }

    var page: SectionPage {
        let language = asked.language
        let errors = rejects.map { reject in
            FieldError(
                field: "c\(place(of: reject.field) ?? columns.first?.place ?? 0)",
                [reject.message[language].beginning, reject.remedy?[language]].compactMap { $0 }.joined(separator: "; ")
            )
        }
        return SectionPage(
            title: asked.word(DataWords.mend) + " \(number)",
            path: [
                NavigationItem(asked.word(DataWords.data), Addresses.of(["data"])),
                NavigationItem(asked.word(DataWords.imports), Addresses.of(["data", "imports"])),
                NavigationItem(upload.name, ImportHandler.address(upload.id)),
            ],
            sections: [
                .form(
                    SectionForm(
                        name: "row", heading: asked.word(DataWords.cells), text: [asked.word(DataWords.mendText)],
                        action: ImportHandler.address(upload.id, "rows", String(number)),
                        fields: columns.map { column in
                            .field(
                                FormField(
                                    name: "c\(column.place)", label: title(column), errors: errors,
                                    control: .line(value: cells[column.place] ?? ""), in: language))
                        }, errors: errors, button: asked.word(DataWords.mended)))
            ])
    }

    private func title(_ column: (place: Int, name: String)) -> String {
        column.name.isEmpty ? asked.word(DataWords.columnNumber(column.place + 1)) : column.name
    }

    private func place(of field: String?) -> Int? {
        guard let field, let name = looked.columns[field] else { return nil }
        return looked.titles.first { $0.name == name }?.place
    }

    /// Takes the cells that were changed; the others stay as the file has them.
    func take(into upload: inout KeptUpload) {
        for column in columns {
            guard let written = asked.form["c\(column.place)"], written != cells[column.place] ?? "" else { continue }
            upload.mends.cells[number, default: [:]][column.place] = String(written.prefix(Self.longestCell))
        }
    }
}
