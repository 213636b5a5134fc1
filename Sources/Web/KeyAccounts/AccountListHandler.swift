internal import AccountRows
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// The key accounts of the reader, of his people, or of everybody, the most pressing first.
enum AccountListHandler {
    static let show: @Sendable (Asked, Permit<AccountSight>) async throws -> Answer = { asked, permit in
        var person: Key<Person>?
        if let of = asked.query["of"] {
            guard permit.subject.mayLook(at: Key(of)), permit.subject.book.source.people.contains(Key(of)) else {
                throw Problem.absent
            }
            person = Key(of)
        }
        return asked.page(AccountListPage(pages: AccountPages(asked, permit.subject), person: person).page)
    }
}

/// Makes the page.
private struct AccountListPage {
    let pages: AccountPages
    /// Whose; nil for all that the reader sees.
    let person: Key<Person>?

    /// More than these are too many for a page: then it is chosen whose are shown.
    private static let most = 200

    private var desk: AccountDesk { pages.desk }
    private var language: PageLanguage { pages.language }

    var page: SectionPage {
        let title = pages.word(KeyAccountWords.accounts)
        var page = SectionPage(title: person.map { "\(title): \(desk.person($0))" } ?? title)
        page.sections = [pages.ways] + pages.seenOn
        let wanted = wanted
        guard !wanted.isEmpty else {
            page.sections.append(
                .panel(
                    StatePanel(
                        .empty, heading: pages.word(KeyAccountWords.none), text: pages.word(KeyAccountWords.noneText))))
            return page
        }
        page.lead = KeyAccountWords.count.text(wanted.count, in: language)
        let managers = Dictionary(grouping: wanted) { $0.manager(on: pages.day) }
        guard wanted.count <= Self.most else {
            page.sections.append(.notice(pages.word(KeyAccountWords.tooMany), .info))
            page.sections.append(.table(counts(managers)))
            return page
        }
        let keys = Set(wanted.map(\.client))
        let lines = pages.book.lines(of: keys, on: pages.day)
        page.lead = [page.lead, sum(lines)].compactMap(\.self).joined(separator: " · ")
        if managers.count > 1 { page.sections.append(.table(byManager(lines))) }
        page.sections.append(
            .entries(
                EntryList(
                    name: "accounts", heading: pages.word(KeyAccountWords.all), entries: lines.map(entry))))
        return page
    }

    /// The clients that are listed.
    private var wanted: [AccountRecord] {
        pages.book.lookedAfter(on: pages.day).filter { record in
            guard let person else { return pages.sight.sees(record.client) }
            return record.manager(on: pages.day) == person && pages.sight.sees(record.client)
        }
    }

    /// What presses, in a sentence.
    private func sum(_ lines: [AccountLine]) -> String {
        let counts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = lines.count { $0.first?.finding.severity == severity }
            guard count > 0 else { return nil }
            return "\(severity.words[language]): \(count)"
        }
        return counts.joined(separator: " · ")
    }

    private func entry(_ line: AccountLine) -> Entry {
        var entry = Entry(desk.client(line.client), pages.client(line.client))
        if let first = line.first, first.isSeen(by: pages.sight.person) {
            entry.tag = StateTag(first.finding.severity.words[language], first.finding.severity.tone)
            entry.lines = [
                first.finding.rule.title[language].beginning + " "
                    + pages.word(WeekWords.firstAction(first.finding.rule.firstAction[language]))
            ]
        } else {
            entry.tag = StateTag(pages.word(KeyAccountWords.calm), .gain)
        }
        entry.side = line.client.text
        entry.notes = [
            [
                standing(line), person == nil && line.manager != pages.sight.person ? desk.person(line.manager) : nil,
                "\(pages.word(KeyAccountWords.health)) \(desk.health(line.health))",
                line.callDue.map { "\(pages.word(KeyAccountWords.callBy)) \(pages.short($0))" },
            ].compactMap(\.self).joined(separator: " · "),
            [promises(line), sales(line), overdue(line)].compactMap(\.self).joined(separator: " · "),
        ]
        return entry
    }

    private func standing(_ line: AccountLine) -> String {
        let watch = line.standing.status == .watch ? line.standing.status.words[language] : nil
        return [
            "\(pages.word(KeyAccountWords.tier)) \(line.standing.tier ?? "—")", line.rung?.title[language], watch,
        ].compactMap(\.self).joined(separator: " · ")
    }

    private func promises(_ line: AccountLine) -> String? {
        guard line.promises.open > 0 else { return nil }
        let open = KeyAccountWords.promisesOpen.text(line.promises.open, in: language)
        guard line.promises.late > 0 else { return open }
        return "\(open), \(pages.word(KeyAccountWords.late)) \(line.promises.late)"
    }

    private func sales(_ line: AccountLine) -> String? {
        guard let sales = line.sales else { return nil }
        let change = line.change.map {
            ", \(pages.word(KeyAccountWords.toPeers)) \(desk.share($0.revenue, signed: true))"
        }
        return "\(pages.word(KeyAccountWords.sales)) \(desk.amount(sales))" + (change ?? "")
    }

    private func overdue(_ line: AccountLine) -> String? {
        guard line.overdueDays > 0 else { return nil }
        return "\(pages.word(KeyAccountWords.overdue)) \(pages.days(line.overdueDays))"
    }

    // MARK: By account manager

    private func byManager(_ lines: [AccountLine]) -> DataTable {
        let groups = Dictionary(grouping: lines, by: \.manager).sorted { ($0.key?.text ?? "") < ($1.key?.text ?? "") }
        func count(_ lines: [AccountLine], _ severity: Severity) -> Int {
            lines.count { $0.first?.finding.severity == severity }
        }
        return DataTable(
            name: "managers", caption: pages.word(KeyAccountWords.byManager),
            columns: [
                Column(pages.word(KeyAccountWords.manager)),
                Column(pages.word(KeyAccountWords.clients), figures: true),
                Column(pages.word(KeyAccountWords.alarms), figures: true),
                Column(pages.word(KeyAccountWords.warnings), figures: true),
                Column(pages.word(KeyAccountWords.lateCalls), figures: true),
                Column(pages.word(KeyAccountWords.latePromises), figures: true),
            ],
            rows: groups.map { manager, lines in
                TableRow(
                    name(manager),
                    [
                        number(lines.count), number(count(lines, .alarm)), number(count(lines, .warning)),
                        number(lines.count { $0.callDue.map { $0 < pages.day } ?? false }),
                        number(lines.reduce(0) { $0 + $1.promises.late }),
                    ])
            }, language: language)
    }

    private func counts(_ managers: [Key<Person>?: [AccountRecord]]) -> DataTable {
        DataTable(
            name: "managers", caption: pages.word(KeyAccountWords.choose),
            columns: [
                Column(pages.word(KeyAccountWords.manager)),
                Column(pages.word(KeyAccountWords.clients), figures: true),
            ],
            rows: managers.sorted { ($0.key?.text ?? "") < ($1.key?.text ?? "") }.prefix(500).map { manager, clients in
                TableRow(name(manager), [number(clients.count)])
            }, language: language)
    }

    private func name(_ manager: Key<Person>?) -> Cell {
        guard let manager else { return .text(pages.word(KeyAccountWords.nobody)) }
        return .name(desk.person(manager), pages.address(["accounts"], [(name: "of", value: manager.text)]))
    }

    private func number(_ count: Int) -> Cell { .amount(.words(FigureText.text(count, in: language))) }
}
