public import Accounts
public import Periods

/// What there is to know of one client on a day, on one page.
public struct AccountDossier: Sendable {
    /// What the list says of it.
    public let line: AccountLine
    /// The evidence of the next rung that is lacking, and the way to it.
    public let ladder: LadderStanding?
    /// The people at the client with their relation and the day they were last touched, the most powerful first.
    public let people: [Person]
    /// How much of the power stands well to us; or why nobody knows.
    public let influence: Result<Influence, NoFigure>
    /// How much of the power was touched of late.
    public let coverage: Coverage
    /// The share of one contact in the touches of ninety days.
    public let thread: OneThread?
    /// Promises open, and what became of those due in ninety days.
    public let open: [Promise]
    /// See ``open``.
    public let kept: KeptRate
    /// The newest share of wallet.
    public let wallet: (period: Period, share: Result<WalletShare, NoFigure>)?
    /// We beside the hardest rival, in the client's eyes.
    public let rivals: Result<KeyFactors.Comparison, NoFigure>
    /// Claims that are open.
    public let claims: [Claim]
    /// What the radar says.
    public let findings: [PlacedFinding]
    /// Its plans that have begun, the newest first.
    public let plans: [AccountPlan]
    /// Meetings to come, and those of ninety days, the last first.
    public let meetings: [Meeting]
    /// What was heard, as far as it is still believed.
    public let facts: [RadarFact]
    /// Risks that nobody has closed.
    public let risks: [Risk]
    /// The last touches, the newest first.
    public let log: [Touch]
    /// Promises of ninety days that are open no more, the newest first.
    public let ended: [Promise]
    /// Who of ours has which role with it.
    public let team: [(role: String, person: Key<Accounts.Person>)]

    /// So many touches are shown.
    static let logged = 20

    /// One of the client's people.
    public struct Person: Sendable {
        /// Who.
        public let contact: Contact
        /// How he stands to us; `nil` where nobody knows any more.
        public let relation: RelationLevel?
        /// The last touch.
        public let last: CivilDay?
    }
}

extension AccountBook {
    /// The dossier of a client; `nil` for one that was no key account on the day.
    public func dossier(of client: Key<Client>, on day: CivilDay) -> AccountDossier? {
        guard let record = records[client] else { return nil }
        let findings = findings(of: client, on: day)
        guard let line = line(record, market: market(on: day), findings, on: day) else { return nil }
        let promises = promises(of: record, on: day)
        return AccountDossier(
            line: line, ladder: standingOnLadder(record, on: day),
            people: people(at: record, on: day),
            influence: Self.result { () throws(NoFigure) in try influence(record, on: day) },
            coverage: coverage(record, on: day), thread: OneThread(record.touches, with: client, on: day),
            open: promises.filter { [.made, .accepted, .done].contains($0.state) }.sorted { $0.dueOn < $1.dueOn },
            kept: KeptRate(promises, dueIn: Self.window(90, endingOn: day), on: day, source.calendar),
            wallet: walletShares(record, on: day).last,
            rivals: Self.result { () throws(NoFigure) in
                try keyFactors(record, byClient: true, on: day).hardest()
            },
            claims: record.claims.filter { $0.openedOn <= day && $0.closedOn.map { $0 > day } ?? true }
                .sorted { $0.openedOn < $1.openedOn }, findings: findings,
            plans: record.plans.compactMap { $0.plan(on: day, manager: record.manager(on: day) ?? "") }
                .sorted { $0.days.from > $1.days.from },
            meetings: meetings(record, on: day),
            facts: record.facts.compactMap { fact($0, on: day) }
                .filter { $0.state != .expired },
            risks: record.risks.filter { $0.seenOn <= day && !$0.isSettled },
            log: record.touches.filter { $0.at.day <= day }.suffix(AccountDossier.logged).reversed(),
            ended: promises.filter { promise in
                ![.made, .accepted, .done].contains(promise.state) && promise.dueOn.days(until: day) <= 90
            }.sorted { $0.dueOn > $1.dueOn },
            team: source.roles.keys.sorted().compactMap { role in
                source.roles[role]?[client]?.person(on: day).map { (role, $0) }
            })
    }

    private func meetings(_ record: AccountRecord, on day: CivilDay) -> [Meeting] {
        record.meetings.filter { $0.at.day.days(until: day) <= 90 }.compactMap { $0.meeting(on: day) }
            .sorted { ($1.at, $1.id) < ($0.at, $0.id) }
    }

    /// The people at a client on a day, the most powerful first.
    func people(at record: AccountRecord, on day: CivilDay) -> [AccountDossier.Person] {
        record.contacts.filter { $0.days.contains(day) }.map { contact in
            AccountDossier.Person(
                contact: contact,
                relation: record.relations.filter { $0.contact == contact.id && $0.isKnown(on: day) }
                    .max { $0.day < $1.day }?.level,
                last: record.touches.last { $0.contact == contact.id && $0.at.day <= day }?.at.day)
        }.sorted { ($1.contact.power, $0.contact.id) < ($0.contact.power, $1.contact.id) }
    }

    private static func result<Value>(_ body: () throws(NoFigure) -> Value) -> Result<Value, NoFigure> {
        do { return .success(try body()) } catch { return .failure(error) }
    }
}
