internal import AccountRows
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// The week of one of ours with his key accounts.
enum WeekHandler {
    static let show: @Sendable (Asked, Permit<AccountSight>) async throws -> Answer = { asked, permit in
        let person: Key<Person> = Key(asked.query["of"] ?? permit.subject.person.text)
        guard permit.subject.mayLook(at: person), permit.subject.book.source.people.contains(person) else {
            throw Problem.absent
        }
        return asked.page(try WeekPage(asked, permit.subject, of: person).page)
    }
}

/// Makes the page.
struct WeekPage {
    let pages: AccountPages
    let week: AccountWeek

    init(_ asked: Asked, _ sight: AccountSight, of person: Key<Person>) throws {
        pages = AccountPages(asked, sight)
        guard let week = sight.book.week(of: person, on: sight.day) else { throw Problem.absent }
        self.week = week
    }

    private var isOwn: Bool { week.person == pages.sight.person }
    private var desk: AccountDesk { pages.desk }

    var page: SectionPage {
        let last = week.days.until.adding(days: -1) ?? week.days.until
        let whose = isOwn ? pages.word(KeyAccountWords.week) : desk.person(week.person)
        var page = SectionPage(title: "\(whose), \(desk.day(week.days.from)) – \(desk.day(last))")
        page.sections = [pages.ways] + pages.seenOn
        guard !isEmpty else {
            page.sections.append(
                .panel(
                    StatePanel(
                        .empty, heading: pages.word(WeekWords.nothing), text: pages.word(WeekWords.nothingText))))
            page.sections += people
            return page
        }
        page.lead = pages.word(
            WeekWords.lead(calls: week.calls.count, promises: week.owed.count, meetings: week.meetings.count))
        if isOwn { page.sections += QuickEntry(pages: pages).sections }
        page.sections += [
            list("first", WeekWords.first, week.first.filter(isSeen).map { pages.entry($0) }, WeekWords.firstNone),
            .cards([
                .stack([
                    list("calls", WeekWords.calls, week.calls.map { pages.entry($0) }, WeekWords.callsNone),
                    list("meetings", WeekWords.meetings, week.meetings.map { pages.entry($0) }, WeekWords.meetingsNone),
                    pay,
                ]),
                .stack([
                    list("owed", WeekWords.owed, owed.map { pages.entry($0) }, WeekWords.owedNone),
                    list(
                        "colleagues", WeekWords.owedToMe, week.owedToHim.map { pages.entry($0) },
                        WeekWords.owedToMeNone),
                ]),
            ]),
        ]
        page.sections.append(list("changes", WeekWords.changes, changes, WeekWords.changesNone))
        let others = others
        if !others.isEmpty { page.sections.append(list("others", WeekWords.others, others, WeekWords.others)) }
        page.sections += people
        return page
    }

    /// So many things stand in a list; the others are on the radar.
    private static let most = 12

    private var isEmpty: Bool {
        week.clients.isEmpty && week.owed.isEmpty && week.meetings.isEmpty && week.first.isEmpty
            && week.others.isEmpty
    }

    /// What is about somebody's own habits is on his own page alone.
    private func isSeen(_ placed: PlacedFinding) -> Bool { placed.isSeen(by: pages.sight.person) }

    private var owed: [Promise] {
        week.owed.filter { !(week.owedToHim.contains($0)) || $0.owner(on: week.day) == week.person }
    }

    private func list(_ name: String, _ heading: Words, _ entries: [Entry], _ nothing: Words) -> PageSection {
        let more =
            entries.count > Self.most ? [NavigationItem(pages.word(WeekWords.more), pages.address(["radar"]))] : []
        return .entries(
            EntryList(
                name: name, heading: pages.word(heading), entries: Array(entries.prefix(Self.most)),
                nothing: pages.word(nothing), links: more))
    }

    private var changes: [Entry] {
        let shown = Set(week.first.map(\.finding.key))
        let new = week.new.filter { !shown.contains($0.finding.key) && isSeen($0) }
        return new.map { pages.entry($0, tag: StateTag(pages.word(WeekWords.new), .warn)) }
            + week.gone.filter(isSeen).map { placed in
                var entry = pages.entry(placed, tag: StateTag(pages.word(WeekWords.gone), .gain))
                (entry.lines, entry.evidence) = ([], [])
                return entry
            }
    }

    private var others: [Entry] {
        let new = Set(week.new.map(\.finding.key))
        return week.others.filter { !new.contains($0.finding.key) && isSeen($0) }.map { pages.entry($0) }
    }

    private var pay: PageSection {
        let pay = week.pay
        return .summary(
            name: "pay", heading: pages.word(WeekWords.pay(pay.quarter.description)),
            [
                SummaryRow(
                    pages.word(WeekWords.norm), .text(tally(pay.norm)),
                    note: pages.word(WeekWords.ifNobodyCalls(tally(pay.normAtEnd)))),
                SummaryRow(
                    pages.word(WeekWords.kept), .text(kept(pay.kept)),
                    note: pages.word(WeekWords.ifNothingIsDone(kept(pay.keptAtEnd)))),
            ])
    }

    private func tally(_ tally: CallNorm.Tally) -> String {
        pages.word(WeekWords.of(tally.inNorm, tally.days, desk.share(try? tally.share())))
    }

    private func kept(_ rate: KeptRate) -> String {
        let share: String
        do throws(NoFigure) {
            share = desk.share(try rate.paid(atLeast: week.pay.fewest))
        } catch {
            share = error.text[pages.language]
        }
        return pages.word(WeekWords.of(rate.inTime.count, rate.due.count, share))
    }

    /// The weeks of those who report to the reader and have clients.
    private var people: [PageSection] {
        let people = pages.sight.people
        guard isOwn, !people.isEmpty else { return [] }
        let shown = people.prefix(50).map { NavigationItem(desk.person($0), pages.week(of: $0)) }
        return [
            .entries(
                EntryList(
                    name: "people", heading: pages.word(WeekWords.ofPeople),
                    entries: shown.map { Entry($0.title, $0.address) }))
        ]
    }
}
