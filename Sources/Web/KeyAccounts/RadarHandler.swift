internal import AccountRows
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// What needs somebody: the reader, his people and accounts, or everybody.
enum RadarHandler {
    static let show: @Sendable (Asked, Permit<AccountSight>) async throws -> Answer = { asked, permit in
        var rule: RadarRule?
        if let name = asked.query["rule"] {
            guard let known = RadarRule(name: name) else { throw Problem.absent }
            rule = known
        }
        return asked.page(
            RadarPage(
                pages: AccountPages(asked, permit.subject), rule: rule, isOfLine: asked.query["of"] == "line"
            ).page)
    }
}

/// Makes the page.
private struct RadarPage {
    let pages: AccountPages
    let rule: RadarRule?
    let isOfLine: Bool

    private static let most = 100

    private var sight: AccountSight { pages.sight }
    private var language: PageLanguage { pages.language }

    func word(_ words: Words) -> String { pages.word(words) }

    var page: SectionPage {
        let all = findings
        let shown = all.filter { rule == nil || $0.finding.rule == rule }
        var page = SectionPage(title: title)
        page.lead = RadarWords.findings.text(shown.count, in: language)
        page.sections = [pages.ways] + pages.seenOn + [.links(whose)]
        guard !all.isEmpty else {
            page.lead = nil
            page.sections.append(
                .panel(StatePanel(.empty, heading: word(RadarWords.none), text: word(RadarWords.noneText))))
            return page
        }
        page.sections.append(
            .entries(
                EntryList(
                    name: "findings", heading: rule.map { $0.title[language].beginning } ?? word(KeyAccountWords.radar),
                    entries: shown.prefix(Self.most).map(entry))))
        if shown.count > Self.most {
            page.sections.append(.notice(word(RadarWords.more(shown.count - Self.most)), .info))
        }
        page.sections.append(.table(byRule(all)))
        return page
    }

    private var title: String {
        word(KeyAccountWords.radar) + (rule.map { ": \($0.name) \($0.title[language])" } ?? "")
    }

    /// Those that press most first.
    private var findings: [PlacedFinding] {
        let found: [PlacedFinding]
        if !isAll {
            found = pages.book.findings(for: sight.person, on: pages.day)
        } else if sight.reach == .all {
            found = pages.book.findings(on: pages.day)
        } else {
            let people = pages.book.line(of: sight.person, on: pages.day)
            found = pages.book.findings(on: pages.day).filter { placed in
                placed.people.contains { people.contains($0.person) } || placed.finding.client.map(sight.sees) ?? false
            }
        }
        return found.filter { $0.isSeen(by: sight.person) }.sorted { left, right in
            (right.finding.severity, left.finding.key) < (left.finding.severity, right.finding.key)
        }
    }

    /// Whether more than what is for the reader is shown.
    private var isAll: Bool {
        isOfLine && sight.reach >= .team || sight.reach == .all && !pages.book.hasToDo(sight.person)
    }

    private var whose: [NavigationItem] {
        guard sight.reach >= .team, pages.book.hasToDo(sight.person) || sight.reach == .team else { return [] }
        let rule = self.rule.map { [(name: "rule", value: $0.name)] } ?? []
        return [
            NavigationItem(word(RadarWords.mine), pages.address(["radar"], rule), isCurrent: !isAll),
            NavigationItem(
                word(sight.reach == .all ? RadarWords.all : RadarWords.line),
                pages.address(["radar"], rule + [(name: "of", value: "line")]), isCurrent: isAll),
        ]
    }

    private func entry(_ placed: PlacedFinding) -> Entry {
        var entry = pages.entry(placed)
        var seen: Set<String> = []
        let names = placed.people.map { pages.desk.person($0.person) }.filter { seen.insert($0).inserted }
        if isAll, !names.isEmpty { entry.notes.append(word(RadarWords.people(names.joined(separator: ", ")))) }
        if placed.levelsUp > 0 { entry.notes.append(word(RadarWords.up(placed.levelsUp))) }
        return entry
    }

    private func byRule(_ findings: [PlacedFinding]) -> DataTable {
        let groups = Dictionary(grouping: findings, by: \.finding.rule).sorted { $0.key < $1.key }
        let line = isOfLine ? [(name: "of", value: "line")] : []
        return DataTable(
            name: "rules", caption: word(RadarWords.byRule),
            columns: [
                Column(word(RadarWords.what)), Column(word(RadarWords.count), figures: true),
                Column(word(RadarWords.rule)),
            ],
            rows: groups.map { rule, found in
                TableRow(
                    .name(
                        rule.title[language].beginning,
                        pages.address(["radar"], [(name: "rule", value: rule.name)] + line)),
                    [.amount(.words(FigureText.text(found.count, in: language))), .text(rule.name)])
            }
                + (rule == nil
                    ? []
                    : [TableRow(.name(word(RadarWords.allRules), pages.address(["radar"], line)), [.empty, .empty])]),
            language: language)
    }
}
