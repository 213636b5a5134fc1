internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// The sheet of a meeting.
enum MeetingHandler {
    static let show: @Sendable (Asked, Permit<ClientAccount>) async throws -> Answer = { asked, permit in
        let sight = permit.subject.sight
        let id: Key<Meeting> = Key(asked.part("meeting"))
        guard let sheet = sight.book.sheet(ofMeeting: id, on: sight.day) else { throw Problem.absent }
        return asked.page(MeetingPage(pages: AccountPages(asked, sight), sheet: sheet).page)
    }
}

/// Makes the page.
struct MeetingPage {
    let pages: AccountPages
    let sheet: MeetingSheet

    private var desk: AccountDesk { pages.desk }
    private var language: PageLanguage { pages.language }
    private var meeting: Meeting { sheet.meeting }
    private var isAhead: Bool { sheet.state == .planned || sheet.state == .prepared }

    private func word(_ words: Words) -> String { pages.word(words) }

    var page: SectionPage {
        let client = desk.client(meeting.client)
        var page = SectionPage(
            title: word(MeetingWords.title(client, meeting.at.text(in: desk.language))),
            state: StateTag(sheet.state.words[language], isAhead ? .info : .neutral))
        if let address = pages.client(meeting.client) { page.path = [NavigationItem(client, address)] }
        page.sections = pages.seenOn
        let steps = pages.steps(with: .meeting, meeting.id.text)
        if !steps.isEmpty { page.sections.append(.links(steps)) }
        page.sections += isAhead ? before : after
        return page
    }

    private var before: [PageSection] {
        let lacks = meeting.sheetFaults.map { pages.fault($0) }
        let lacking: PageSection =
            lacks.isEmpty
            ? .notice(word(MeetingWords.complete), .gain)
            : .entries(
                EntryList(
                    name: "lacks", heading: word(MeetingWords.lacks),
                    entries: lacks.map { Entry($0.beginning, tag: StateTag(word(WeekWords.lacks), .warn)) }))
        return [lacking, .cards([about, ours]), theirs, .cards(surprises + [promises, facts])]
    }

    private var after: [PageSection] {
        [.cards([about, made]), .cards([ours, reviews]), theirs, .cards([promises, facts])]
    }

    private var about: PageSection {
        var rows = [
            SummaryRow(word(MeetingWords.when), .text(meeting.at.text(in: desk.language))),
            SummaryRow(
                word(MeetingWords.agenda), .text(meeting.agenda.isEmpty ? word(MeetingWords.noAgenda) : meeting.agenda)),
        ]
        if let purpose = sheet.purpose {
            rows.insert(SummaryRow(word(MeetingWords.purpose), .text(word(MeetingWords.purpose(purpose)))), at: 1)
        }
        let (own, client) =
            isAhead ? (meeting.own.count, meeting.plannedClient) : (meeting.ownCame, meeting.clientCame)
        rows.append(SummaryRow(word(MeetingWords.ratio), .text(word(MeetingWords.numbers(own, client)))))
        return .summary(name: "about", heading: word(MeetingWords.about), rows)
    }

    private var ours: PageSection {
        .entries(
            EntryList(
                name: "ours", heading: word(MeetingWords.ours),
                entries: meeting.own.map { guest in
                    var entry = Entry(desk.person(guest.person))
                    entry.lines = [guest.reason.isEmpty ? word(MeetingWords.noReason) : guest.reason]
                    if !isAhead {
                        let came = sheet.ownThere.contains(guest.person)
                        entry.tag = StateTag(
                            word(came ? MeetingWords.came : MeetingWords.stayedAway), came ? .gain : .neutral)
                    }
                    return entry
                }, nothing: word(MeetingWords.oursNone)))
    }

    private var theirs: PageSection {
        let invited = Dictionary(sheet.guests.map { ($0.contact, $0) }, uniquingKeysWith: { first, _ in first })
        let people = sheet.people.sorted { left, right in
            (invited[left.contact.id] == nil ? 1 : 0, right.contact.power) < (
                invited[right.contact.id] == nil ? 1 : 0, left.contact.power
            )
        }
        return .entries(
            EntryList(
                name: "theirs", heading: word(MeetingWords.theirs),
                entries: people.map { entry($0, guest: invited[$0.contact.id]) },
                nothing: word(MeetingWords.theirsNone)))
    }

    private func entry(_ person: AccountDossier.Person, guest: MeetingSheet.ClientGuest?) -> Entry {
        let contact = person.contact
        var entry = Entry(pages.contact(contact.id), side: word(ContactWords.role(contact.role.rawValue)))
        if let guest {
            if guest.isSurprise, guest.came == true {
                entry.tag = StateTag(word(MeetingWords.surprise), .warn)
            } else if let came = guest.came, !isAhead {
                entry.tag = StateTag(
                    word(came ? MeetingWords.came : MeetingWords.stayedAway), came ? .gain : .neutral)
            } else {
                entry.tag = StateTag(word(MeetingWords.invited), .info)
            }
        }
        let own = sheet.promises.filter { $0.contact == contact.id }
        entry.lines = own.map { "\(desk.day($0.dueOn)): \($0.text)" }
        entry.notes = [facts(of: person)]
        return entry
    }

    private func facts(of person: AccountDossier.Person) -> String {
        [
            word(
                MeetingWords.power(
                    person.contact.power.value, person.relation.map { "\($0.value)" } ?? word(ContactWords.unknown))),
            word(person.last.map { MeetingWords.seen(desk.day($0)) } ?? MeetingWords.neverSeen),
        ].joined(separator: " · ")
    }

    private var surprises: [PageSection] {
        guard !sheet.surprises.isEmpty else { return [] }
        return [
            .entries(
                EntryList(
                    name: "surprises", heading: word(MeetingWords.surprises), text: [word(MeetingWords.surprisesText)],
                    entries: sheet.surprises.map { person in
                        Entry(pages.contact(person.contact.id), notes: [facts(of: person)])
                    }))
        ]
    }

    private var promises: PageSection {
        .entries(
            EntryList(
                name: "promises", heading: word(MeetingWords.promises),
                entries: sheet.promises.map { pages.entry($0, isOfClient: true) },
                nothing: word(MeetingWords.promisesNone)))
    }

    private var made: PageSection {
        .entries(
            EntryList(
                name: "made", heading: word(MeetingWords.made),
                entries: sheet.made.map { pages.entry($0, isOfClient: true) }, nothing: word(MeetingWords.madeNone)))
    }

    private var facts: PageSection {
        .entries(
            EntryList(
                name: "facts", heading: word(MeetingWords.facts),
                entries: sheet.facts.map { fact in
                    Entry(
                        pages.book.text("fact", fact.id, "statement") ?? fact.id,
                        tag: StateTag(fact.state.words[language], .warn), side: desk.day(fact.since))
                }, nothing: word(MeetingWords.factsNone)))
    }

    /// What somebody wrote is for him and those above him.
    private var reviews: PageSection {
        .entries(
            EntryList(
                name: "reviews", heading: word(MeetingWords.reviews),
                entries: sheet.reviews.map { review in
                    var entry = Entry(desk.person(review.person), side: review.at.text(in: desk.language))
                    guard pages.book.isInLine(review.person, of: pages.sight.person, on: pages.day) else {
                        entry.notes = [word(MeetingWords.reviewHidden)]
                        return entry
                    }
                    func part(_ field: String, _ words: (String) -> Words) -> String? {
                        pages.book.text("review", review.id, field).map { word(words($0)) }
                    }
                    entry.lines = [
                        part("kept", MeetingWords.kept), part("missed", MeetingWords.missed),
                        part("next", MeetingWords.next),
                    ].compactMap(\.self)
                    return entry
                }, nothing: word(MeetingWords.reviewsNone)))
    }
}
