internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Statistics

/// Selection rounds.
enum RoundHandler {
    static let list: @Sendable (Asked, Permit<AccountSight>) async throws -> Answer = { asked, permit in
        let pages = AccountPages(asked, permit.subject)
        var page = SectionPage(title: pages.word(KeyAccountWords.rounds))
        page.sections = [pages.ways] + pages.seenOn
        let steps = pages.beginnings([.round]).map { NavigationItem($0.title[pages.language], pages.address(of: $0)) }
        if !steps.isEmpty { page.sections.append(.links(steps)) }
        let rounds = pages.book.rounds(on: pages.day).reversed()
        guard !rounds.isEmpty else {
            page.sections.append(
                .panel(
                    StatePanel(
                        .empty, heading: pages.word(RoundWords.none), text: pages.word(RoundWords.noneText))))
            return asked.page(page)
        }
        page.sections.append(
            .entries(
                EntryList(
                    name: "rounds", heading: pages.word(KeyAccountWords.rounds),
                    entries: rounds.map { round in
                        Entry(
                            round.id.text, pages.address(["rounds", round.id.text]),
                            tag: StateTag(round.state.words[pages.language], round.state == .open ? .warn : .neutral),
                            notes: [
                                RoundWords.candidates.text(round.candidates.count, in: pages.language) + " · "
                                    + pages.word(
                                        RoundWords.days(
                                            pages.desk.day(pages.opened(round)), pages.desk.day(round.closes)))
                            ])
                    })))
        return asked.page(page)
    }

    static let show: @Sendable (Asked, Permit<AccountSight>) async throws -> Answer = { asked, permit in
        let pages = AccountPages(asked, permit.subject)
        let id = asked.part("round")
        guard let round = pages.book.rounds(on: pages.day).first(where: { $0.id.text == id }) else {
            throw Problem.absent
        }
        return asked.page(RoundPage(pages: pages, round: round).page)
    }
}

extension AccountPages {
    /// The day on which a round was opened.
    func opened(_ round: Round) -> CivilDay? {
        book.source.tables["round"].flatMap { table in
            (0..<table.rowCount).first { table.id(of: $0) == round.id.text }.flatMap { table.day("opened", $0) }
        }
    }
}

/// Makes the page of a round.
struct RoundPage {
    let pages: AccountPages
    let round: Round

    private var desk: AccountDesk { pages.desk }
    private var language: PageLanguage { pages.language }

    private func word(_ words: Words) -> String { pages.word(words) }

    var page: SectionPage {
        var page = SectionPage(
            title: word(KeyAccountWords.round) + " " + round.id.text,
            state: StateTag(round.state.words[language], round.state == .open ? .warn : .neutral),
            path: [NavigationItem(word(KeyAccountWords.rounds), pages.address(["rounds"]))])
        page.lead =
            RoundWords.candidates.text(round.candidates.count, in: language) + " · "
            + word(RoundWords.days(desk.day(pages.opened(round)), desk.day(round.closes)))
        page.sections = pages.seenOn
        let steps = pages.steps(with: .round, round.id.text, without: ["round.score"])
        if !steps.isEmpty { page.sections.append(.links(steps)) }
        page.sections += round.state == .open || round.state == .draft ? open : closed
        return page
    }

    private func department(_ key: Key<Department>) -> String { word(RoundWords.department(key.text)) }

    private func names(_ departments: some Sequence<Key<Department>>) -> String {
        departments.map(department).joined(separator: ", ")
    }

    // MARK: While it is open

    /// The departments for which the reader scores.
    private var own: [Key<Department>] {
        round.model.departments.filter { round.raters[$0] == pages.sight.person }
    }

    private var open: [PageSection] {
        let sections: [PageSection] = [.notice(word(RoundWords.blind), .info), missing]
        let sheets = round.model.departments.compactMap {
            ScoreSheet(pages: pages, round: round, department: $0)
        }
        let filled = Set(sheets.map(\.department))
        let read = own.filter { !filled.contains($0) }.map { PageSection.table(scores(of: $0)) }
        guard sheets.isEmpty, read.isEmpty else { return sections + sheets.map { .grid($0.grid) } + read }
        return sections + [.text([word(RoundWords.noDepartment)])]
    }

    private var missing: PageSection {
        let all = round.candidates.count * round.model.criteria.count
        let missing = Dictionary(grouping: round.missing, by: \.department)
        return .entries(
            EntryList(
                name: "missing", heading: word(RoundWords.missing),
                entries: round.model.departments.map { key in
                    let count = missing[key]?.count ?? 0
                    return Entry(
                        department(key).beginning,
                        tag: StateTag(
                            count == 0 ? word(RoundWords.missingNone) : word(RoundWords.missing(count, all)),
                            count == 0 ? .gain : .warn))
                }))
    }

    private func scores(of department: Key<Department>) -> DataTable {
        let given = Dictionary(
            round.scores(seenBy: department).filter { $0.place.department == department }.map { ($0.place, $0.score) },
            uniquingKeysWith: { first, _ in first })
        return DataTable(
            name: "own-\(department.text)", caption: word(RoundWords.own(self.department(department))),
            columns: [Column(word(RoundWords.client))]
                + round.model.criteria.map { Column($0.title[language], figures: true) },
            rows: round.candidates.map { client in
                TableRow(
                    .name(desk.client(client), pages.client(client)),
                    round.model.criteria.map { criterion in
                        let score = given[ScorePlace(client, department, criterion.id)]
                        return .amount(
                            score.map { .words("\($0.value)") }
                                ?? .absent(reason: word(RoundWords.missing), address: nil))
                    })
            }, language: language)
    }

    // MARK: Once it is closed

    private var closed: [PageSection] {
        [.cards([decision, agreement]), .table(matrix), apart, sessions].compactMap(\.self)
    }

    private var decision: PageSection {
        guard let decision = round.decision else {
            let due = round.sessionsDue.filter { client in
                !round.minutes.contains { $0.client == client && round.isSigned($0) }
            }
            return .entries(
                EntryList(
                    name: "decision", heading: word(RoundWords.decision), text: [word(RoundWords.undecided)],
                    entries: due.map { client in
                        Entry(
                            desk.client(client), pages.client(client),
                            tag: StateTag(word(RoundWords.needsSession), .warn))
                    }))
        }
        return .summary(
            name: "decision", heading: word(RoundWords.decision),
            [
                SummaryRow(
                    round.state.words[language].beginning,
                    .text(word(RoundWords.decided(desk.person(decision.by), desk.day(decision.day)))),
                    note: decision.reason)
            ])
    }

    private var agreement: PageSection {
        .summary(
            name: "agreement", heading: word(RoundWords.agreement),
            SelectionAxis.allCases.map { axis in
                let title = word(RoundWords.axis(axis.rawValue))
                do throws(NoFigure) {
                    let found = try round.agreement(on: axis)
                    let way = word(RoundWords.way(found.way.rawValue))
                    let absent = found.absent.isEmpty ? [] : [word(RoundWords.absent(names(found.absent)))]
                    return SummaryRow(
                        title,
                        .text(
                            word(RoundWords.concordance(fraction(found.coefficient, 4), fraction(found.p, 6)))),
                        note: ([way] + absent).joined(separator: "; "))
                } catch {
                    return SummaryRow(title, .amount(.absent(reason: error.text[language], address: nil)))
                }
            } + [SummaryRow("", .text(word(RoundWords.bound(fraction(round.model.bounds.agreement, 2)))))])
    }

    /// A statistic with so many places.
    private func fraction(_ value: Double, _ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let digits = String(Int((value * scale).rounded()))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let text = padded.dropLast(places) + "." + padded.suffix(places)
        return language == .ru ? String(text).replacing(".", with: ",") : String(text)
    }

    private var matrix: DataTable {
        let (ranked, without) = round.result()
        let rows = ranked.map { result in
            TableRow(
                .name(desk.client(result.client), pages.client(result.client)),
                [
                    .amount(.words(desk.ratio(result.attractiveness))),
                    .amount(
                        result.relativeStrength.map { .words(desk.ratio($0)) }
                            ?? .absent(reason: NoFigure.noRival.text[language], address: nil)),
                    .text(result.quadrant?.words[language] ?? "—"), .text(result.tier?.rawValue ?? "—"),
                    .text(word(RoundWords.place(result.place.rawValue))),
                ])
        }
        let rest = without.sorted { $0.key < $1.key }.map { client, reason in
            TableRow(
                .name(desk.client(client), pages.client(client)),
                [
                    .amount(.absent(reason: reason.text[language], address: nil)), .empty, .empty, .empty,
                    .text(word(RoundWords.noValue)),
                ])
        }
        return DataTable(
            name: "matrix", caption: word(RoundWords.matrix),
            columns: [
                Column(word(RoundWords.client)), Column(word(RoundWords.attractiveness), figures: true),
                Column(word(RoundWords.strength), figures: true), Column(word(RoundWords.quadrant)),
                Column(word(RoundWords.tier)), Column(word(RoundWords.place)),
            ], rows: rows + rest, language: language)
    }

    private var apart: PageSection? {
        let apart = round.disagreements.filter(\.needsSession).prefix(20)
        guard !apart.isEmpty else { return .text([word(RoundWords.apartNone)]) }
        return .table(
            DataTable(
                name: "apart", caption: word(RoundWords.apart),
                columns: [
                    Column(word(RoundWords.client)), Column(word(RoundWords.spread), figures: true),
                    Column(word(RoundWords.about)), Column(word(RoundWords.highest)), Column(word(RoundWords.lowest)),
                ],
                rows: apart.map { row in
                    TableRow(
                        .name(desk.client(row.client), pages.client(row.client)),
                        [
                            .amount(.words(desk.ratio(row.spread))), .text(subject(row.subject)),
                            .text(names(row.highest)), .text(names(row.lowest)),
                        ])
                }, language: language))
    }

    private func subject(_ subject: Disagreement.Subject) -> String {
        switch subject {
        case .criterion(let key): criterion(key)
        case .axis(let axis): word(RoundWords.axis(axis.rawValue))
        }
    }

    private func criterion(_ key: Key<Criterion>) -> String {
        round.model.criteria.first { $0.id == key }?.title[language] ?? key.text
    }

    private var sessions: PageSection {
        .entries(
            EntryList(
                name: "sessions", heading: word(RoundWords.sessions),
                entries: round.minutes.map(entry), nothing: word(RoundWords.sessionsNone)))
    }

    private func entry(_ minutes: Minutes) -> Entry {
        let isSigned = round.isSigned(minutes)
        let waiting = round.model.departments.filter { !minutes.signed.contains($0) }
        var entry = Entry(
            "\(desk.client(minutes.client)). \(minutes.id.text)", pages.client(minutes.client),
            tag: isSigned
                ? StateTag(word(RoundWords.isSigned), .gain)
                : StateTag(word(RoundWords.unsigned(names(waiting))), .warn),
            side: word(RoundWords.held(desk.day(minutes.held))))
        entry.lines = [minutes.argument] + (minutes.dissent.map { [word(RoundWords.dissent($0))] } ?? [])
        entry.notes =
            minutes.changes.map { change in
                word(
                    RoundWords.change(
                        department(change.department), criterion(change.criterion),
                        change.before.map { "\($0.value)" } ?? "—", "\(change.after.value)"))
            } + (minutes.signed.isEmpty ? [] : [word(RoundWords.signed(names(minutes.signed.sorted())))])
        return entry
    }
}
