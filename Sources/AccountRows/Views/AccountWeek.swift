public import Accounts
public import Periods
import Quantities

/// The week of one of ours with his key accounts: what he does first on Monday morning.
public struct AccountWeek: Sendable {
    /// Whose.
    public let person: Key<Person>
    /// The day from which it is seen.
    public let day: CivilDay
    /// Monday to Sunday.
    public let days: DayRange
    /// The clients that he looks after.
    public let clients: [Key<Client>]
    /// What presses most, weighed with the client's sales of a year: three at most, each of another client.
    public let first: [PlacedFinding]
    /// The other findings that are for him.
    public let others: [PlacedFinding]
    /// Calls late or due by the end of the week, the earliest first.
    public let calls: [Call]
    /// Promises that he owes, the earliest first.
    public let owed: [Promise]
    /// Promises of his whose part a colleague has to do.
    public let owedToHim: [Promise]
    /// Meetings of the week, with what their sheets lack.
    public let meetings: [Meeting]
    /// Findings that were not there a week ago.
    public let new: [PlacedFinding]
    /// Findings of a week ago that are gone.
    public let gone: [PlacedFinding]
    /// What it means for his pay, as far as rows say.
    public let pay: PayView

    /// A call of our own accord.
    public struct Call: Sendable {
        /// The client.
        public let client: Key<Client>
        /// The last day on which it is in time.
        public let due: CivilDay
        /// The last call; `nil` when there never was one.
        public let last: CivilDay?
        /// Days it is late.
        public let late: Int
        /// Whom to call: of those with power enough who were longest not touched the most powerful.
        public let contact: Key<Contact>?
    }

    /// Figures that plans may pay by, in the quarter that runs.
    public struct PayView: Sendable {
        /// The quarter.
        public let quarter: Period
        /// Days in norm and days, so far.
        public let norm: CallNorm.Tally
        /// The same at the quarter's end if nobody calls any more.
        public let normAtEnd: CallNorm.Tally
        /// Promises due in the quarter, so far.
        public let kept: KeptRate
        /// The same at the quarter's end if nothing more is done.
        public let keptAtEnd: KeptRate
        /// The fewest promises that are paid by.
        public let fewest: Int
    }
}

extension AccountBook {
    /// The week of somebody, seen from a day.
    public func week(of person: Key<Person>, on day: CivilDay) -> AccountWeek? {
        guard let days = source.year.period(.week, containing: day)?.range,
            let quarter = source.year.period(.quarter, containing: day), let weekAgo = day.adding(days: -7)
        else { return nil }
        let involved = (index.clients[person] ?? []).sorted().compactMap { records[$0] }
        let own = involved.filter {
            ($0.standing(on: day)?.status.isLookedAfter ?? false) && $0.manager(on: day) == person
        }
        let now = findings(for: person, on: day)
        let before = findings(for: person, on: weekAgo)
        let ranked = ranked(now, on: day)
        var first: [PlacedFinding] = []
        for finding in ranked where first.count < 3 {
            if !first.contains(where: { $0.finding.client == finding.finding.client }) { first.append(finding) }
        }
        let firstKeys = Set(first.map(\.finding.key))
        let promises = involved.flatMap { self.promises(of: $0, on: day) }
        let open =
            promises
            .filter { [.made, .accepted].contains($0.state) }.sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
        let (keysNow, keysBefore) = (Set(now.map(\.finding.key)), Set(before.map(\.finding.key)))
        return AccountWeek(
            person: person, day: day, days: days, clients: own.map(\.client), first: first,
            others: ranked.filter { !firstKeys.contains($0.finding.key) }, calls: calls(own, days, on: day),
            owed: open.filter { $0.owner(on: day) == person || $0.receiver == person },
            owedToHim: open.filter { $0.owner(on: day) == person && $0.receiver != nil },
            meetings: involved.flatMap { record in
                record.meetings.filter { row in
                    days.contains(row.at.day) && row.at.day >= day
                        && (row.guests.contains { $0.person == person } || record.manager(on: day) == person)
                }.compactMap { $0.meeting(on: day) }
            }.sorted { ($0.at, $0.id) < ($1.at, $1.id) },
            new: ranked.filter { !keysBefore.contains($0.finding.key) },
            gone: before.filter { !keysNow.contains($0.finding.key) },
            pay: pay(person, involved, promises.filter { $0.creditedTo == person }, quarter, on: day))
    }

    /// Findings by pressure, then by what the client bought in a year.
    private func ranked(_ findings: [PlacedFinding], on day: CivilDay) -> [PlacedFinding] {
        var values: [Key<Client>: FixedDecimal] = [:]
        for client in Set(findings.compactMap(\.finding.client)) {
            values[client] = records[client].flatMap { try? $0.sales(in: Self.window(365, endingOn: day)) }
        }
        func value(_ finding: PlacedFinding) -> FixedDecimal { finding.finding.client.flatMap { values[$0] } ?? .zero }
        return findings.sorted { left, right in
            let (first, second) = (left.finding.severity, right.finding.severity)
            if first != second { return first > second }
            let (more, less) = (value(left), value(right))
            return more == less ? left.finding.key < right.finding.key : more > less
        }
    }

    private func calls(_ own: [AccountRecord], _ week: DayRange, on day: CivilDay) -> [AccountWeek.Call] {
        own.compactMap { record -> AccountWeek.Call? in
            guard let calls = record.calls, let due = calls.due(on: day), due < week.until else { return nil }
            return AccountWeek.Call(
                client: record.client, due: due, last: calls.calls.last { $0 <= day }, late: calls.lateness(on: day),
                contact: whomToCall(record, on: day))
        }.sorted { ($0.due, $0.client) < ($1.due, $1.client) }
    }

    private func whomToCall(_ record: AccountRecord, on day: CivilDay) -> Key<Contact>? {
        let there = record.contacts.filter { $0.days.contains(day) && $0.power.value >= rules.calls.power }
        func last(_ contact: Contact) -> CivilDay {
            record.touches.last { $0.contact == contact.id && $0.at.day <= day }?.at.day ?? .earliest
        }
        return there.min { left, right in
            (last(left), right.power, left.id) < (last(right), left.power, right.id)
        }?.id
    }

    private func pay(
        _ person: Key<Person>, _ involved: [AccountRecord], _ own: [Promise], _ quarter: Period, on day: CivilDay
    ) -> AccountWeek.PayView {
        let soFar = DayRange(from: quarter.range.from, clampingUntil: day.adding(days: 1) ?? day)
        var (now, end) = (CallNorm.Tally(), CallNorm.Tally())
        for record in involved {
            guard let calls = record.calls, let known = calls.known(by: day) else { continue }
            for managed in record.managers where managed.value == person {
                if let part = managed.validity.intersection(soFar) { now.add(known.tally(in: part)) }
                if let part = managed.validity.intersection(quarter.range) { end.add(known.tally(in: part)) }
            }
        }
        let last = quarter.range.until.adding(days: -1) ?? day
        return AccountWeek.PayView(
            quarter: quarter, norm: now, normAtEnd: end,
            kept: KeptRate(own, dueIn: soFar, on: day, source.calendar),
            keptAtEnd: KeptRate(own, dueIn: quarter.range, on: last.adding(days: 1) ?? last, source.calendar),
            fewest: rules.fewestPromises)
    }
}
