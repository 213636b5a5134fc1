public import Accounts
import Messages
public import Periods

/// The book of key accounts: the rows of a company as values of `Accounts`, client by client, for any day.
///
/// It has no clock: whoever asks names the day, and sees what was known then.
public struct AccountBook: Sendable {
    /// What the company's text says.
    public let rules: AccountRules
    /// Where the rows come from.
    public let source: AccountSource
    /// The clients that have ever been candidates or key accounts.
    public let records: [Key<Client>: AccountRecord]
    /// Rows that cannot be taken as they stand.
    public let faults: [RowFault]
    /// Every promise, also those to clients that are no key accounts.
    let promiseRows: [PromiseRow]
    /// Suggestions that wait for a reply.
    let suggestions: [Accounts.Suggestion]
    let rounds: [RoundRow]
    /// Every meeting, plan and fact, also of clients that are no key accounts.
    let meetingRows: [MeetingRow]
    let planRows: [PlanRow]
    let factRows: [FactRow]
    /// What people did about findings.
    let answers: [RadarAnswer]
    let consents: [Consent]
    let learning: LearningRows
    /// The clients of contacts.
    let clientOfContact: [Key<Contact>: Key<Client>]
    /// The first day of recorded trade; the last day there is where nothing was sold.
    let recordedFrom: CivilDay
    /// Where rows stand, by their identifiers.
    let places: [String: Place]
    /// Who has to do with which client, and which row is whose.
    let index: AccountIndex
    /// What was asked of a day before.
    let asked = AskedDays()

    /// Reads the rows.
    public init(_ source: AccountSource, _ rules: AccountRules) {
        var reader = RowReader(source)
        var records: [Key<Client>: AccountRecord] = [:]
        for (client, standings) in reader.standings(rules) {
            var record = AccountRecord(client)
            record.standings = standings
            record.managers = source.roles[AccountSource.managerRole]?[client] ?? []
            records[client] = record
        }
        let contacts = reader.contacts()
        let byContact = Dictionary(contacts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let touches = reader.touches().sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        let meetings = reader.meetings()
        var origins: [String: CivilDay] = [:]
        for touch in touches { origins[touch.id.text] = touch.at.day }
        for meeting in meetings { origins[meeting.id.text] = meeting.at.day }

        for contact in contacts { records[contact.client]?.contacts.append(contact) }
        for touch in touches { records[touch.client]?.touches.append(touch) }
        for meeting in meetings { records[meeting.client]?.meetings.append(meeting) }
        for relation in reader.relations() {
            guard let client = byContact[relation.contact]?.client else { continue }
            records[client]?.relations.append(relation)
        }
        promiseRows = reader.promises(origins: origins, rules)
        for row in promiseRows { records[row.client]?.promises.append(row) }
        for row in reader.wallets() { records[row.client]?.wallets.append(row) }
        for row in reader.factors(rules) { records[row.client]?.factors.append(row) }
        for row in reader.risks() { records[row.client]?.risks.append(row.risk) }
        factRows = reader.facts(byContact)
        for row in factRows { records[row.client]?.facts.append(row) }
        for row in reader.answers() { records[row.client]?.answers.append(row) }
        for row in reader.incentives() { records[row.client]?.incentives.append(row) }
        reader.ladder(rules, into: &records)
        for trade in source.trades { records[trade.client]?.trades.append(trade) }
        let causes = reader.causes()
        for claim in source.claims {
            let own = claim.claim
            records[claim.client]?.claims.append(
                Claim(
                    own.id, opened: own.openedOn, closed: own.closedOn,
                    rootCause: own.rootCause ?? causes[own.id.text]))
        }
        for (client, var record) in records {
            record.trades.sort { $0.day < $1.day }
            record.calls = Self.calls(record, byContact, source, rules)
            records[client] = record
        }
        meetingRows = meetings
        planRows = reader.plans()
        for row in planRows { records[row.client]?.plans.append(row) }
        answers = reader.radarAnswers()
        rounds = reader.rounds(rules) { source.manager(of: $0, on: $1) }
        consents = reader.consents()
        learning = reader.learning(rules.jobs)
        clientOfContact = byContact.mapValues(\.client)
        suggestions = reader.suggestions()
        (self.rules, self.source, self.records) = (rules, source, records)
        faults = reader.faults
        recordedFrom = source.trades.map(\.day).min() ?? .latest
        places = Self.places(source)
        index = AccountIndex(source, records, promiseRows)
    }

    /// Norm and calls of a client; a norm outside its bounds was refused where the tiers are read.
    private static func calls(
        _ record: AccountRecord, _ contacts: [Key<Contact>: Contact], _ source: AccountSource, _ rules: AccountRules
    ) -> CallNorm? {
        guard !record.daysLookedAfter.isEmpty else { return nil }
        let norms = record.standings.dated.compactMap { dated -> Dated<Int>? in
            guard dated.value.status.isLookedAfter, let tier = dated.value.tier, let rule = rules.tiers[tier] else {
                return nil
            }
            return Dated(rule.callNorm, dated.validity)
        }
        let days = rules.calls.days(
            record.touches, of: record.client, contacts: contacts, claims: record.claims.map(\.openedOn),
            source.calendar)
        guard let norm = try? Timeline(norms) else { return nil }
        return try? CallNorm(norm: norm, days: record.daysLookedAfter, calls: days, source.calendar)
    }

    /// Where rows stand: an identifier that two tables have is that of the first of these.
    private static func places(_ source: AccountSource) -> [String: Place] {
        let kinds = [
            "commitment", "touch", "contact", "risk", "meeting", "fact", "suggestion", "incentive", "plan_action",
            "account_plan", "consent", "training_place", "answer",
        ]
        var places: [String: Place] = [:]
        for kind in kinds {
            guard let table = source.tables[kind] else { continue }
            for row in 0..<table.rowCount where places[table.id(of: row)] == nil {
                places[table.id(of: row)] = table.place(of: row)
            }
        }
        for claim in source.claims where places[claim.claim.id.text] == nil {
            places[claim.claim.id.text] = claim.place
        }
        for (client, place) in source.clientPlaces where places[client.text] == nil { places[client.text] = place }
        return places
    }

    /// The clients that are looked after on a day, by identifier.
    public func lookedAfter(on day: CivilDay) -> [AccountRecord] {
        records.values.filter { $0.standing(on: day)?.status.isLookedAfter ?? false }
            .sorted { $0.client < $1.client }
    }
}
