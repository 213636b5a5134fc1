internal import Company
internal import HTML
internal import Pages
internal import Payroll
internal import Periods

/// The files that people have brought, and bringing one.
enum ImportsHandler {
    static let list: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        // Before people have come in there is no company to name them by.
        let company = try? asked.site.company.cycle().reference()
        let kept = asked.site.uploads.kept()
        var page = SectionPage(
            title: asked.word(DataWords.imports),
            path: [NavigationItem(asked.word(DataWords.data), Addresses.of(["data"]))],
            sections: [.form(form(asked))])
        if kept.isEmpty {
            page.sections.append(
                .panel(
                    StatePanel(
                        .empty, heading: asked.word(DataWords.noFiles), text: asked.word(DataWords.keptText))))
        } else {
            page.sections += [.table(table(kept, company, asked)), .text([asked.word(DataWords.keptText)])]
        }
        return asked.page(page)
    }

    static let bring: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        guard let upload = asked.upload else { throw Problem.uploadRefused(.none) }
        asked.site.imports.look(upload, by: permit.reader.principal())
        return .redirect(ImportHandler.address(upload.id))
    }

    /// The form that brings a file.
    static func form(_ asked: Asked) -> SectionForm {
        SectionForm(
            name: "bring", heading: asked.word(DataWords.bring), text: [asked.word(DataWords.bringText)],
            action: Addresses.of(["data", "imports"]),
            fields: [
                .field(
                    FormField(name: "file", label: asked.word(DataWords.file), control: .file, in: asked.language))
            ], button: asked.word(DataWords.look), hasFile: true)
    }

    private static func table(_ kept: [KeptUpload], _ company: CompanyModel?, _ asked: Asked) -> DataTable {
        DataTable(
            name: "files", caption: asked.word(DataWords.imports),
            columns: [
                Column(asked.word(DataWords.file)), Column(asked.word(DataWords.state)),
                Column(asked.word(DataWords.brought)), Column(asked.word(DataWords.who)),
                Column(asked.word(DataWords.size), figures: true),
            ],
            rows: kept.map { upload in
                TableRow(
                    .name(upload.name, ImportHandler.address(upload.id)),
                    [
                        .state(
                            upload.done == nil
                                ? StateTag(asked.word(DataWords.waits), .info)
                                : StateTag(asked.word(DataWords.isIn), .gain)),
                        .text(asked.shown(upload.instant)),
                        .name(
                            company.map { DisputeHandler.title(of: upload.actor, $0, asked.language) } ?? upload.actor,
                            nil),
                        .text(size(upload.size, asked.language)),
                    ])
            }, language: asked.language)
    }

    private static func size(_ bytes: Int, _ language: PageLanguage) -> String {
        let kilobytes = (bytes + 1_023) / 1_024
        return FigureTexts.count(kilobytes, language) + "\u{00A0}" + (language == .ru ? "КБ" : "KB")
    }
}
