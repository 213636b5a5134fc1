public import Accounts
public import Messages
public import Periods
import Quantities

/// A finding with where its rows stand and who is meant that day.
public struct PlacedFinding: Sendable {
    /// The finding.
    public let finding: Finding
    /// The place of each piece of evidence, in its order; `nil` where a figure is the evidence.
    public let places: [Place?]
    /// People for whom it is, by part; parts that nobody plays are not there.
    public let people: [(part: Addressee, person: Key<Person>)]
    /// The account's manager that day.
    public let manager: Key<Person>?
    /// How many levels up the line it has gone because nobody answered.
    public let levelsUp: Int

    /// Whether it is somebody's.
    public func concerns(_ person: Key<Person>) -> Bool { people.contains { $0.person == person } }

    /// Whether somebody who may see its client may see it: what is about one's own habits and learning only oneself sees.
    public func isSeen(by person: Key<Person>) -> Bool {
        !finding.rule.isPersonal
            || people.contains { $0.person == person && ($0.part == .owner || $0.part == .manager) }
    }
}

extension AccountBook {
    /// What the radar looks at of one client on a day.
    ///
    /// - Parameter market: The sales of all key accounts.
    func radarAccount(_ record: AccountRecord, market: SalesTrend?, on day: CivilDay) -> RadarAccount {
        var account = RadarAccount(record.client)
        account.managers = record.managers.map { Promise.Ownership($0.value, from: $0.validity.from) }
        account.calls = record.calls
        account.promises = promises(of: record, on: day)
        account.orders = record.trades.filter { $0.isOrder && $0.day <= day }.map(\.day)
        account.sales = try? trend(of: record, on: day)
        account.wallet = walletShares(record, on: day).compactMap { try? $0.share.get().share }
        account.overdueSince = overdueSince(record, on: day)
        account.claims = record.claims
        account.risks = record.risks.filter { $0.seenOn <= day }
        account.contacts = record.contacts
        account.relations = record.relations
        account.touches = record.touches
        account.meetings = record.meetings.compactMap { $0.meeting(on: day) }
        account.series = series(record, on: day)
        account.facts = record.facts.compactMap { fact($0, on: day) }
        account.plans = record.plans.compactMap { $0.plan(on: day, manager: record.manager(on: day) ?? "") }
        account.ladder = radarLadder(record, on: day)
        account.relativeInTheirEyes = relativeInTheirEyes(record, on: day)
        account.health = health(record, market: market, on: day)
        account.incentive = incentive(record, on: day)
        return account
    }

    private func series(_ record: AccountRecord, on day: CivilDay) -> [String: [Int]] {
        var series: [String: [Int]] = [:]
        for row in record.meetings where row.at.day <= day && [.held, .reviewed].contains(row.state) {
            if let name = row.series { series[name, default: []].append(row.clientCame) }
        }
        return series
    }

    func fact(_ row: FactRow, on day: CivilDay) -> RadarFact? {
        guard row.statedOn <= day else { return nil }
        let isExpired = row.expires.map { $0 <= day } ?? false
        let isReported = row.reportedOn.map { $0 <= day } ?? false
        let state: FactState = isExpired ? .expired : row.state == .reported && !isReported ? .heard : row.state
        return RadarFact(
            row.id, since: isReported ? row.reportedOn ?? row.statedOn : row.statedOn, state: state,
            check: FactCheck(row.sources, on: day))
    }

    /// The incentive that runs on a day, with what it gained by quarter.
    private func incentive(_ record: AccountRecord, on day: CivilDay) -> (now: Incentive, gains: [FixedDecimal])? {
        guard let row = record.incentives.last(where: { $0.days.contains(day) && $0.state != .proposed }) else {
            return nil
        }
        let effects = row.effects.filter { $0.day <= day }.sorted { $0.day < $1.day }
        guard let bought = try? effects.map(\.bought).total(), let listed = try? effects.map(\.listed).total(),
            let cost = try? effects.map(\.cost).total()
        else { return nil }
        // What was paid so far stands against what was bought so far.
        let now = Incentive(foodBought: bought, listedBought: listed, premium: cost, isTrader: row.isTrader)
        return (now, effects.map(\.gain))
    }

    /// Everything that needs somebody on a day, by rule and subject; what somebody has answered is left out while the answer holds.
    public func findings(on day: CivilDay) -> [PlacedFinding] {
        asked.findings(on: day) { everyFinding(on: day) }
    }

    private func everyFinding(on day: CivilDay) -> [PlacedFinding] {
        let radar = Radar(source.calendar, thresholds: rules.thresholds)
        let records = lookedAfter(on: day)
        let ofAccounts = records.flatMap { accountFindings($0, radar, on: day) }
        let all =
            ofAccounts + concentrations(records, radar, on: day) + radar.replies(suggestions, on: day)
            + habits(radar, on: day) + remarks(records, radar, on: day)
            + Dictionary(grouping: consents) { clientOfContact[$0.contact] }.flatMap { client, consents in
                radar.consents(consents, client: client, on: day)
            }
            + radar.learning(learning.places, gaps: learning.gaps, on: day)
            + rounds(on: day).flatMap { radar.sessions($0, on: day) }
        return open(all, radar, on: day)
    }

    /// Findings that nobody has answered, or whose answer no longer holds, with whom they are for.
    private func open(_ findings: [Finding], _ radar: Radar, on day: CivilDay) -> [PlacedFinding] {
        let carried = radar.carried(findings, on: day, answered: answers)
        let answered = Dictionary(
            answers.lazy.filter { $0.day <= day }.map { ($0.key, $0.day) }, uniquingKeysWith: { max($0, $1) })
        return radar.open(carried, answers: answers, on: day).sorted { $0.key < $1.key }
            .map { placed($0, radar, on: day, answered: answered[$0.key]) }
    }

    private func accountFindings(_ record: AccountRecord, _ radar: Radar, on day: CivilDay) -> [Finding] {
        let market = market(on: day)
        return radar.findings(radarAccount(record, market: market, on: day), market: market, on: day)
    }

    /// What needs somebody at one client, by rule and subject.
    public func findings(of client: Key<Client>, on day: CivilDay) -> [PlacedFinding] {
        let radar = Radar(source.calendar, thresholds: rules.thresholds)
        let record = records[client].flatMap { ($0.standing(on: day)?.status.isLookedAfter ?? false) ? $0 : nil }
        let own = consents.filter { clientOfContact[$0.contact] == client }
        let all =
            (record.map { accountFindings($0, radar, on: day) } ?? [])
            + (own.isEmpty ? [] : radar.consents(own, client: client, on: day))
        return open(all, radar, on: day)
    }

    /// What is for somebody, by rule and subject: those of ``findings(on:)`` that concern him, found without looking at clients of
    /// which nothing can be for him.
    public func findings(for person: Key<Person>, on day: CivilDay) -> [PlacedFinding] {
        asked.findings(for: person, on: day) { ownFindings(of: person, on: day) }
    }

    private func ownFindings(of person: Key<Person>, on day: CivilDay) -> [PlacedFinding] {
        let near = line(of: person, on: day)
        let hasReports = near.count > 1
        // Whoever has nobody above is the director of those below.
        guard !hasReports || source.workplace(of: person, on: day)?.head != nil else {
            return findings(on: day).filter { $0.concerns(person) }
        }
        let radar = Radar(source.calendar, thresholds: rules.thresholds)
        let records = near.reduce(into: Set<Key<Client>>()) { $0.formUnion(index.clients[$1] ?? []) }.sorted()
            .compactMap { self.records[$0] }.filter { $0.standing(on: day)?.status.isLookedAfter ?? false }
        var all = records.flatMap { accountFindings($0, radar, on: day) }
        all += radar.replies(suggestions.filter { near.contains($0.answeredBy) }, on: day)
        all += habits(radar, of: near, on: day)
        let own = consents.filter { near.contains($0.author) }
        for (client, consents) in Dictionary(grouping: own, by: { clientOfContact[$0.contact] }) {
            all += radar.consents(consents, client: client, on: day)
        }
        all += radar.learning(
            learning.places.filter { near.contains($0.person) },
            gaps: learning.gaps.filter { near.contains($0.person) },
            on: day)
        if hasReports {
            let everybody = lookedAfter(on: day)
            all += concentrations(everybody, radar, on: day) + remarks(everybody, radar, on: day)
        }
        return open(all, radar, on: day).filter { $0.concerns(person) }
    }

    /// The sales of all clients that are looked after on a day.
    public func market(on day: CivilDay) -> SalesTrend? {
        asked.market(on: day) {
            Radar.total(
                records.values.compactMap { record in
                    guard record.standing(on: day)?.status.isLookedAfter ?? false else { return nil }
                    return try? trend(of: record, on: day)
                })
        }
    }

    /// The selection rounds opened by a day, as they stood, in the order of their opening.
    public func rounds(on day: CivilDay) -> [Round] {
        rounds.sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }.compactMap { try? $0.round(on: day) }
    }

    // MARK: Beyond one client

    /// R26: the company, each unit and each book, by the sales of this year.
    private func concentrations(_ records: [AccountRecord], _ radar: Radar, on day: CivilDay) -> [Finding] {
        let from = source.year.period(.year, containing: day)?.range.from ?? .earliest
        let year = DayRange(from: from, clampingUntil: day.adding(days: 1) ?? .latest)
        var amounts: [Key<Client>: FixedDecimal] = [:]
        for record in records { amounts[record.client] = try? record.sales(in: year) }
        func found(_ name: String, isBook: Bool, _ clients: [AccountRecord]) -> Finding? {
            var own: [Key<Client>: FixedDecimal] = [:]
            for record in clients { own[record.client] = amounts[record.client] }
            // One client alone is no concentration that anybody could lower.
            guard own.count > 1, let share = try? AccountConcentration(own, holding: source.holdings) else {
                return nil
            }
            return radar.concentration(in: name, isBook: isBook, share, on: day)
        }
        let books = Dictionary(grouping: records) { $0.manager(on: day) }
        let units = Dictionary(grouping: records) { record in
            record.manager(on: day).flatMap { source.workplace(of: $0, on: day)?.unit }
        }
        return [found("company", isBook: false, records)].compactMap(\.self)
            + units.compactMap { unit, clients in unit.flatMap { found($0, isBook: false, clients) } }
            + books.compactMap { person, clients in person.flatMap { found($0.text, isBook: true, clients) } }
    }

    /// R31: account managers who have not listened of late.
    private func habits(_ radar: Radar, of people: Set<Key<Person>>? = nil, on day: CivilDay) -> [Finding] {
        let managers = managers(on: day)
        return (people.map { $0.intersection(managers) } ?? managers).sorted().compactMap { person in
            let own = (index.clients[person] ?? []).compactMap { records[$0] }
            let since = own.flatMap(\.managers).filter { $0.value == person }.map(\.validity.from).min()
            return radar.habits(of: person, since: since ?? day, touches: index.listening[person] ?? [], on: day)
        }
    }

    /// Those who look after clients on a day.
    private func managers(on day: CivilDay) -> Set<Key<Person>> {
        asked.managers(on: day) {
            Set(
                records.values.compactMap { record in
                    (record.standing(on: day)?.status.isLookedAfter ?? false) ? record.manager(on: day) : nil
                })
        }
    }

    /// R21: by the unit of whoever looks after the client.
    private func remarks(_ records: [AccountRecord], _ radar: Radar, on day: CivilDay) -> [Finding] {
        let byUnit = Dictionary(grouping: records) { record in
            record.manager(on: day).flatMap { source.workplace(of: $0, on: day)?.unit }
        }
        return byUnit.compactMap { unit, records in
            unit.flatMap { unit in
                radar.remarks(
                    of: unit,
                    records.flatMap(\.answers).filter { $0.isRemark && $0.day <= day }.map {
                        ClientRemark($0.id, given: $0.day, tagged: $0.taggedOn)
                    }, on: day)
            }
        }
    }

    // MARK: For whom

    private func placed(
        _ finding: Finding, _ radar: Radar, on day: CivilDay, answered: CivilDay?
    ) -> PlacedFinding {
        let manager = finding.client.flatMap { records[$0]?.manager(on: day) }
        var people = finding.addressees.flatMap { part in
            self.people(part, of: finding, manager: manager, on: day).map { (part: part, person: $0) }
        }
        let levels = radar.levelsUp(finding, on: day, answered: answered)
        // Unanswered it is for those above too, level by level.
        var person = people.first?.person
        for _ in 0..<min(levels, 100) {
            person = person.flatMap { source.workplace(of: $0, on: day)?.head }
            guard let head = person, !people.contains(where: { $0.person == head }) else { continue }
            people.append((.head, head))
        }
        return PlacedFinding(
            finding: finding, places: finding.evidence.map { places[$0.row] }, people: people, manager: manager,
            levelsUp: levels)
    }

    private func people(
        _ part: Addressee, of finding: Finding, manager: Key<Person>?, on day: CivilDay
    ) -> [Key<Person>] {
        let promise = finding.client.flatMap { records[$0] }?.promises.first { $0.id.text == finding.key.subject }
        func head(of person: Key<Person>?) -> [Key<Person>] {
            person.flatMap { source.workplace(of: $0, on: day)?.head }.map { [$0] } ?? []
        }
        let subject: Key<Person> = Key(finding.key.subject)
        // A finding about one of ours, such as his book, is about him.
        let person = manager ?? (source.people.contains(subject) ? subject : nil)
        switch part {
        case .manager: return person.map { [$0] } ?? []
        case .head:
            return (finding.client == nil ? unitHead(finding.key.subject, on: day) : nil)
                ?? head(of: person ?? promise?.owner ?? learner(finding.key.subject)?.first)
        case .director: return top(above: person ?? anyManager(on: day), on: day).map { [$0] } ?? []
        case .owner:
            return promise.map { [$0.owner] } ?? learner(finding.key.subject) ?? actionOwner(finding).map { [$0] } ?? []
        case .receiver: return promise?.receiver.map { [$0] } ?? []
        case .receiversHead: return head(of: promise?.receiver)
        case .sponsor:
            return finding.client.flatMap { source.roles[AccountSource.sponsorRole]?[$0]?.person(on: day) }.map { [$0] }
                ?? []
        case .debtor:
            return suggestions.first { $0.id.text == finding.key.subject }.map { [$0.answeredBy] } ?? []
        case .attendee:
            return finding.client.flatMap { records[$0] }?.meetings.first { $0.id.text == finding.key.subject }
                .map { row in
                    row.meeting(on: day)?.own.map(\.person).filter { guest in
                        !row.reviews.contains { $0.person == guest }
                    } ?? []
                } ?? []
        case .author:
            if let consent = consents.first(where: { $0.id.text == finding.key.subject }) { return [consent.author] }
            return finding.client.flatMap { records[$0] }?.facts.first { $0.id == finding.key.subject }?.author.map {
                [$0]
            } ?? []
        case .causeOwnersHead, .finance, .marketing: return []
        }
    }

    /// Who is trained, or lacks something.
    private func learner(_ subject: String) -> [Key<Person>]? {
        if let place = learning.places.first(where: { $0.id.text == subject }) { return [place.person] }
        return learning.gaps.first { "\($0.person) \($0.competency)" == subject }.map { [$0.person] }
    }

    private func actionOwner(_ finding: Finding) -> Key<Person>? {
        finding.client.flatMap { records[$0] }?.plans.flatMap(\.actions)
            .first { $0.action.id.text == finding.key.subject }?.action.owner
    }

    /// The heads of those who look after clients in a unit; `nil` for what is about no unit.
    private func unitHead(_ unit: String, on day: CivilDay) -> [Key<Person>]? {
        let managers = managers(on: day).filter { source.workplace(of: $0, on: day)?.unit == unit }
        guard !managers.isEmpty else { return nil }
        return Set(managers.compactMap { source.workplace(of: $0, on: day)?.head }).sorted()
    }

    /// Somebody whose line leads to the director, for what is about a unit or the company.
    private func anyManager(on day: CivilDay) -> Key<Person>? {
        managers(on: day).min()
    }

    /// The one above all, seen from somebody.
    private func top(above person: Key<Person>?, on day: CivilDay) -> Key<Person>? {
        // A line has at most a hundred people, one above the other.
        var top = person
        for _ in 0..<100 {
            guard let current = top, let head = source.workplace(of: current, on: day)?.head else { break }
            top = head
        }
        return top == person ? nil : top
    }
}
