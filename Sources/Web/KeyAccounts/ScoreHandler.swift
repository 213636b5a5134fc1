internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// The scores of a department in an open round, as a grid.
enum ScoreHandler {
    static let take: @Sendable (Asked, Permit<AccountSight>) async throws -> Answer = { asked, permit in
        let pages = AccountPages(asked, permit.subject)
        let (person, key) = (permit.reader.person, asked.form.text("key"))
        if !key.isEmpty, let known = asked.site.keys.answer(to: key, of: person) {
            return .redirect(Addresses.own(known))
        }
        guard let round = pages.book.rounds(on: pages.day).first(where: { $0.id.text == asked.part("round") }),
            let step = AccountSteps.step("round.score"),
            let sheet = ScoreSheet(pages: pages, round: round, department: Key(asked.form.text("department")))
        else { throw Problem.absent }
        var sent = sheet
        sent.values = Dictionary(uniqueKeysWithValues: sheet.names.map { ($0, asked.form.text($0)) })
        sent.errors = sent.wrong
        guard sent.errors.isEmpty else { return refused(sent) }
        for (client, marks) in sent.changes {
            let values = ["client": client.text, "marks": marks, "department": sheet.department.text]
            let result = try await asked.site.company.cycle().takeStep(
                step, with: round.id.text, values, at: pages.now, by: permit.reader.principal())
            guard case .failure(let refusal) = result else { continue }
            let name = sheet.names.first { $0.hasPrefix(client.text + ".") } ?? ""
            sent.errors.append(
                FieldError(
                    field: name,
                    "\(pages.desk.client(client)): \(refusal.text[pages.language]). \(refusal.remedy[pages.language].beginning)."
                ))
        }
        _ = try await asked.site.books.shown(asked.site.company, fresh: true)
        guard sent.errors.isEmpty else { return refused(sent) }
        let notice = asked.site.books.note(RoundWords.saved, of: person)
        let next = pages.address(["rounds", round.id.text], [(name: "done", value: notice)])
        asked.site.keys.note(key, of: person, next.text)
        return .redirect(next)
    }

    private static func refused(_ sheet: ScoreSheet) -> Answer {
        sheet.pages.asked.page(
            SectionPage(
                title: sheet.pages.word(KeyAccountWords.round) + " " + sheet.round.id.text,
                sections: [.grid(sheet.grid)]), status: 422)
    }
}

/// The scores that one department gives.
struct ScoreSheet {
    let pages: AccountPages
    let round: Round
    let department: Key<Department>
    /// What was entered, by the names of fields; what was given before where nothing was.
    var values: [String: String]
    /// What was refused.
    var errors: [FieldError] = []

    private let given: [String: String]

    /// - Returns: `nil` where the reader scores for no such department, or may not score now.
    init?(pages: AccountPages, round: Round, department: Key<Department>) {
        guard let step = AccountSteps.step("round.score"), !pages.sight.isAnotherDay,
            round.model.departments.contains(department),
            let position = pages.book.rules.departments[department], pages.actor.positions.contains(position)
        else { return nil }
        let request = StepRequest(book: pages.book, actor: pages.actor, now: pages.now, subject: round.id.text)
        guard AccountSteps.refusal(of: step, request) == nil else { return nil }
        (self.pages, self.round, self.department) = (pages, round, department)
        given = Dictionary(
            round.scores(seenBy: department).filter { $0.place.department == department }.map {
                (Self.name($0.place.client, $0.place.criterion), "\($0.score.value)")
            }, uniquingKeysWith: { first, _ in first })
        values = given
    }

    private static func name(_ client: Key<Client>, _ criterion: Key<Criterion>) -> String {
        "\(client.text).\(criterion.text)"
    }

    /// Clients whom the reader does not look after himself: nobody scores his own.
    private var clients: [Key<Client>] {
        round.candidates.filter { pages.book.source.manager(of: $0, on: pages.day) != pages.sight.person }
    }

    /// The names of all fields.
    var names: [String] {
        clients.flatMap { client in round.model.criteria.map { Self.name(client, $0.id) } }
    }

    /// What is no mark.
    var wrong: [FieldError] {
        names.compactMap { name in
            let value = values[name] ?? ""
            guard !value.isEmpty, !(Int(value).map { (1...10).contains($0) } ?? false) else { return nil }
            return FieldError(field: name, pages.word(RoundWords.noMark(value)))
        }
    }

    /// What has changed, by client: a line for each criterion.
    var changes: [(client: Key<Client>, marks: String)] {
        clients.compactMap { client in
            let lines = round.model.criteria.compactMap { criterion -> String? in
                let name = Self.name(client, criterion.id)
                guard let value = values[name], !value.isEmpty, value != given[name] else { return nil }
                return "\(criterion.id.text) \(value)"
            }
            return lines.isEmpty ? nil : (client, lines.joined(separator: "\n"))
        }
    }

    /// The grid.
    var grid: GridForm {
        GridForm(
            name: "scores-\(department.text)",
            heading: pages.word(RoundWords.own(pages.word(RoundWords.department(department.text)))),
            text: [pages.word(RoundWords.scale)], action: Addresses.of(["rounds", round.id.text, "scores"]),
            hidden: [(name: "department", value: department.text)], corner: pages.word(RoundWords.client),
            columns: round.model.criteria.map { $0.title[pages.language] },
            rows: clients.map { client in
                GridForm.Row(
                    pages.desk.client(client),
                    round.model.criteria.map { criterion in
                        let name = Self.name(client, criterion.id)
                        return GridForm.Field(name, values[name] ?? "")
                    })
            }, errors: errors, button: pages.word(RoundWords.save), key: pages.asked.site.keys.draw())
    }
}
