internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// Looking for people; only those are found whose pay the reader may see.
enum FindHandler {
    static let find: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let query = asked.query.text("q")
        var page = SectionPage(title: asked.word(SectionWords.find))
        page.sections = [
            .form(
                SectionForm(
                    name: "find", heading: asked.word(SectionWords.find), action: Addresses.of(["find"]), method: .get,
                    fields: [
                        .field(
                            FormField(
                                name: "q", label: asked.word(AccountWords.query),
                                control: .line(value: query, type: .search), in: asked.language))
                    ], button: asked.word(SectionWords.find)))
        ]
        guard !query.isEmpty else { return asked.page(page) }
        let found = try people(query, asked, permit.reader)
        page.sections.append(
            found.isEmpty
                ? .panel(
                    StatePanel(
                        .empty, heading: asked.word(AccountWords.nothing), text: asked.word(AccountWords.nothingText)))
                : .summary(name: "found", heading: asked.word(AccountWords.found), found))
        return asked.page(page)
    }

    private static func people(_ query: String, _ asked: Asked, _ reader: Reader) throws -> [SummaryRow] {
        let company = try asked.site.company.cycle().reference()
        let gate = Gate(asked: asked)
        let wanted = query.lowercased()
        var rows: [SummaryRow] = []
        for number in company.people.ids.indices {
            let person = Int32(number)
            let id = company.people.id(person)
            let title = company.people.title(person)
            guard
                id.lowercased().contains(wanted) || title.ru.lowercased().contains(wanted)
                    || title.en.lowercased().contains(wanted),
                try gate.may(.seePay, of: id, in: nil, reader, company)
            else { continue }
            let address = Addresses.pay(nil, of: id == reader.person ? nil : id)
            rows.append(SummaryRow(id, .name(title[asked.language], address)))
            if rows.count == 50 { break }
        }
        return rows
    }
}
