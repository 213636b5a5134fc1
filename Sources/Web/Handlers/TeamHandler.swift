internal import Calculation
internal import Company
internal import HTML
internal import Ledger
internal import Live
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// The page of the people below the reader in a period.
enum TeamHandler {
    static let show: @Sendable (Asked, Permit<TeamInPeriod>) async throws -> Answer = { asked, permit in
        switch asked.query["view"] {
        case "compare": return try await TeamComparisonHandler.page(asked, permit.subject)
        case "units": return try await TeamUnitsHandler.page(asked, permit.subject)
        default: return asked.page(try page(asked, permit.subject))
        }
    }

    /// The page of some people.
    ///
    /// - Parameter title: What they are called together where they are not the reader's whole team.
    static func page(
        _ asked: Asked, _ team: TeamInPeriod, title: String? = nil, path: [NavigationItem] = []
    ) throws -> LivePage<SectionPage> {
        let model = TeamModel(asked: asked, team: team)
        var page = try model.page
        page.path = path
        if let title { page.title = title + ", " + PeriodNames.title(team.period.description, asked.language) }
        if title == nil, !team.people.isEmpty {
            page.sections.insert(.links(TeamPages.links(asked, team, at: nil)), at: 0)
        }
        if title == nil, asked.reader?.rights[.setTargets] == .team {
            page.sections.append(
                .links([NavigationItem(asked.word(TargetWords.propose), Addresses.of(["team", "targets"]))]))
        }
        return LivePage(page, model.topic, language: asked.language)
    }
}

private struct TeamModel {
    let asked: Asked
    let team: TeamInPeriod

    private var language: PageLanguage { asked.language }
    private var amounts: Amounts { Amounts(currency: team.company.currency, language: language) }
    private var label: String { team.period.description }

    /// What moves on it: the pay of whomever the reader may see, and the last of it in a sentence.
    var topic: LiveTopic {
        LiveTopic(
            person: nil, period: label,
            said: PayMovesReading.said(ofTeam: team.people.keys.map { team.company.people.id($0) }, team, asked))
    }

    var page: SectionPage {
        get throws {
            let cycle = try asked.site.company.cycle()
            let earnings = try TeamEarnings(asked: asked, team: team)
            let title = asked.word(SectionWords.team) + ", " + PeriodNames.title(label, language)
            var page = SectionPage(title: title, state: PayReading.tag(earnings.state, language))
            guard !team.people.isEmpty else {
                let words = TeamWords.nobody(PeriodNames.title(label, language))
                page.sections = [
                    .panel(
                        StatePanel(.empty, heading: asked.word(words), text: asked.word(TeamWords.nobodyText)))
                ]
                page.sections += try others(cycle)
                return page
            }
            page.lead = TeamWords.people.text(team.people.count, in: language)
            if earnings.isLive { page.sections.append(.notice(asked.word(TeamWords.live), .info)) }
            page.sections.append(.table(table(earnings)))
            page.sections += try others(cycle)
            return page
        }
    }

    private func table(_ earnings: TeamEarnings) -> DataTable {
        let people = team.people.map { (number: $0.key, id: team.company.people.id($0.key), days: $0.value) }
            .sorted { (earnings.sums[$0.id] ?? 0, $1.id) > (earnings.sums[$1.id] ?? 0, $0.id) }
        let rows = people.map { person in
            TableRow(
                .name(
                    team.company.people.title(person.number)[language], Addresses.pay(label, of: person.id)),
                [
                    .amount(
                        earnings.sums[person.id].map { amounts.money($0) }
                            ?? amounts.absent(asked.word(ru: "ни один план не платит", en: "no plan pays"))),
                    .text(days(person.days)), .name(unit(of: person.number), nil),
                    .text(
                        earnings.missing[person.id].map { TeamWords.missing.text($0, in: language) } ?? ""),
                ])
        }
        let total = people.reduce(Int128(0)) { $0 + (earnings.sums[$1.id] ?? 0) }
        return DataTable(
            name: "team", caption: asked.word(TeamWords.earned) + ", " + team.company.currency.code,
            columns: [
                Column(asked.word(TeamWords.person)), Column(asked.word(TeamWords.earned), figures: true),
                Column(asked.word(TeamWords.days)), Column(asked.word(TeamWords.unit)),
                Column(asked.word(TeamWords.remarks)),
            ], rows: rows,
            totals: [
                TableRow(
                    .text(asked.word(TeamWords.total)), [.amount(amounts.money(total)), .empty, .empty, .empty])
            ], language: language)
    }

    private func unit(of person: Int32) -> String {
        let held = team.company.organisation.assignments(of: person, in: team.period.range)
        return held.last.map { team.company.units.title($0.assignment.unit)[language] } ?? "—"
    }

    private func days(_ days: [DayRange]) -> String {
        guard let from = days.map(\.from).min(), let until = days.map(\.until).max() else { return "" }
        if from <= team.period.range.from, until >= team.period.range.until { return asked.word(TeamWords.whole) }
        return DayRange(from: from, clampingUntil: until).text(in: asked.language.ofTexts)
    }

    private func others(_ cycle: PayCycle) throws -> [PageSection] {
        let known = try cycle.workspace.read { try $0.periods().map(\.period) }.filter { $0 != label }
        guard !known.isEmpty else { return [] }
        return [
            .links(
                known.suffix(12).reversed().map { period in
                    NavigationItem(
                        PeriodNames.title(period, language),
                        Addresses.of(["team"], query: [(name: "period", value: period)]))
                })
        ]
    }
}

/// What each person of a team has in a period, by identifier: the run's, else that of the rows of now.
struct TeamEarnings {
    var sums: [String: Int128] = [:]
    var missing: [String: Int] = [:]
    var state = PeriodState.open
    var isLive = false

    init(asked: Asked, team: TeamInPeriod) throws {
        let cycle = try asked.site.company.cycle()
        let label = team.period.description
        let life = try cycle.workspace.read { try $0.life(of: label) }
        state = life.state
        let run = life.run.isEmpty ? life.postedRun : life.run
        guard run.isEmpty else {
            for line in try cycle.workspace.read({ try $0.run(run) }).lines {
                add(line.person, line.amount)
            }
            return
        }
        isLive = true
        guard let board = try asked.site.live.shown(cycle)?.board else { return }
        for person in team.people.keys {
            let id = team.company.people.id(person)
            guard let number = board.model.people.number(of: id) else { continue }
            for line in board.lines(of: number, endingIn: team.period.range) {
                add(id, line.amount.value?.minorUnits)
            }
        }
    }

    private mutating func add(_ person: String, _ amount: Int64?) {
        sums[person, default: 0] += Int128(amount ?? 0)
        if amount == nil { missing[person, default: 0] += 1 }
    }
}
