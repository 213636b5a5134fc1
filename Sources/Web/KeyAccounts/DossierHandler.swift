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

/// One key account on one page.
enum DossierHandler {
    static let show: @Sendable (Asked, Permit<ClientAccount>) async throws -> Answer = { asked, permit in
        let (sight, client) = (permit.subject.sight, permit.subject.client)
        guard let dossier = sight.book.dossier(of: client, on: sight.day) else { throw Problem.absent }
        return asked.page(DossierPage(pages: AccountPages(asked, sight), dossier: dossier).page)
    }
}

/// Makes the page.
struct DossierPage {
    let pages: AccountPages
    let dossier: AccountDossier

    var desk: AccountDesk { pages.desk }
    var language: PageLanguage { pages.language }
    var line: AccountLine { dossier.line }

    func word(_ words: Words) -> String { pages.word(words) }

    var page: SectionPage {
        var page = SectionPage(
            title: desk.client(line.client), state: state,
            path: [NavigationItem(word(KeyAccountWords.accounts), pages.address(["accounts"]))])
        page.lead = [
            line.client.text, "\(word(KeyAccountWords.tier)) \(line.standing.tier ?? "—")", line.rung?.title[language],
            line.manager.map { desk.person($0) } ?? word(KeyAccountWords.nobody), desk.day(pages.day),
        ].compactMap(\.self).joined(separator: " · ")
        page.sections = pages.seenOn
        if !begin.isEmpty { page.sections.append(.links(begin)) }
        page.sections += [
            .cards([
                .stack([radar, promises] + plans + [meetings]),
                .stack([figures, ladder] + rivals + [claims, facts] + ended),
            ]),
            people, .table(log), team,
        ]
        return page
    }

    private var radar: PageSection {
        .entries(
            EntryList(
                name: "radar", heading: word(DossierWords.radar),
                entries: dossier.findings.filter { $0.isSeen(by: pages.sight.person) }
                    .sorted { ($1.finding.severity, $0.finding.key) < ($0.finding.severity, $1.finding.key) }
                    .map { pages.entry($0, isOfClient: true) }, nothing: word(DossierWords.radarNone)))
    }

    /// What can be written down about the client, and what can be done with it.
    private var begin: [NavigationItem] {
        let objects: [AccountObject] = [
            .touch, .promise, .meeting, .fact, .contact, .relation, .risk, .plan, .rung, .suggestion, .wallet,
        ]
        return pages.beginnings(objects).map { step in
            NavigationItem(
                step.title[language], pages.address(of: step, "", [(name: "client", value: line.client.text)]))
        } + pages.steps(with: .account, line.client.text)
    }

    private var state: StateTag {
        let status = line.standing.status
        return StateTag(status.words[language], status == .watch ? .warn : .neutral)
    }

    // MARK: People

    private var people: PageSection {
        let lever = (try? dossier.influence.get())?.lever
        return .table(
            DataTable(
                name: "people", caption: word(DossierWords.people),
                columns: [
                    Column(word(DossierWords.person)), Column(word(DossierWords.powerRelation)),
                    Column(word(DossierWords.last)), Column(word(DossierWords.function)),
                    Column(word(DossierWords.role)),
                ] + (reach.isEmpty ? [] : [Column(word(DossierWords.reach))]),
                rows: dossier.people.map { person in
                    let contact = person.contact
                    let relation = person.relation.map { "\($0.value)" } ?? "?"
                    let isLever = contact.id == lever ? " · " + word(DossierWords.isLever) : ""
                    return TableRow(
                        .name(desk.contact(contact.id), nil),
                        [
                            .text("\(contact.power.value) · \(relation)\(isLever)"),
                            .text(person.last.map { desk.day($0) } ?? word(DossierWords.never)),
                            .text(contact.function.map { word(ContactWords.function($0.text)) } ?? "—"),
                            .text(word(ContactWords.role(contact.role.rawValue))),
                        ] + (reach.isEmpty ? [] : [.text(reach[contact.id] ?? "—")]))
                }, language: language))
    }

    /// Mail and telephone of people, for those who look after the client themselves.
    private var reach: [Key<Contact>: String] {
        guard pages.sight.isInTeam(of: line.client) else { return [:] }
        var reach: [Key<Contact>: String] = [:]
        for person in dossier.people {
            let known = ["email", "phone"].compactMap { pages.book.text("contact", person.contact.id.text, $0) }
            if !known.isEmpty { reach[person.contact.id] = known.joined(separator: " · ") }
        }
        return reach
    }

    // MARK: What was promised, planned, said

    private var promises: PageSection {
        .entries(
            EntryList(
                name: "promises", heading: word(DossierWords.promises),
                entries: dossier.open.map { pages.entry($0, isOfClient: true) },
                nothing: word(DossierWords.promisesNone)))
    }

    private var ended: [PageSection] {
        guard !dossier.ended.isEmpty else { return [] }
        return [
            .entries(
                EntryList(
                    name: "ended", heading: word(DossierWords.ended),
                    entries: dossier.ended.prefix(8).map { pages.entry($0, isOfClient: true) }))
        ]
    }

    private var plans: [PageSection] {
        guard !dossier.plans.isEmpty else {
            return [
                .entries(
                    EntryList(
                        name: "plan", heading: word(DossierWords.planHeading), entries: [],
                        nothing: word(DossierWords.noPlan)))
            ]
        }
        return dossier.plans.prefix(2).map(plan)
    }

    private func plan(_ plan: AccountPlan) -> PageSection {
        let goals = plan.goals.map { goal in
            word(
                DossierWords.goal(
                    pages.book.text("plan_goal", goal.id, "title") ?? goal.id, desk.share(goal.weight),
                    desk.share(try? plan.reached(goal.id, on: pages.day))))
        }
        return .entries(
            EntryList(
                name: "plan-\(plan.id.text)", heading: word(DossierWords.plan(plan.id.text)),
                text: (plan.clientGoals.isEmpty ? [] : [word(DossierWords.goals(plan.clientGoals))]) + goals,
                entries: plan.actions.sorted { $0.dueOn < $1.dueOn }.map(action),
                nothing: word(DossierWords.noActions), links: pages.steps(with: .plan, plan.id.text)))
    }

    private func action(_ action: PlanAction) -> Entry {
        let late = action.dueOn.days(until: pages.day)
        let isLate = late > 0 && (action.state == .open || action.state == .rejected)
        let tone: Tone =
            switch action.state {
            case .accepted: .gain
            case .done: .info
            case .rejected: .loss
            case .open, .cancelled: .neutral
            }
        let entry = Entry(
            pages.book.text("plan_action", action.id.text, "text") ?? action.id.text,
            tag: isLate
                ? StateTag(word(WeekWords.overdue(pages.days(late))), .loss)
                : StateTag(action.state.words[language], tone),
            side: desk.day(action.dueOn),
            notes: ["\(desk.person(action.owner)) · \(word(DossierWords.weight(desk.share(action.weight))))"])
        return pages.with(pages.steps(with: .action, action.id.text), entry)
    }

    private var meetings: PageSection {
        .entries(
            EntryList(
                name: "meetings", heading: word(DossierWords.meetings),
                entries: dossier.meetings.prefix(6).map { pages.entry($0, isOfClient: true) },
                nothing: word(DossierWords.meetingsNone)))
    }

    private var claims: PageSection {
        .entries(
            EntryList(
                name: "claims", heading: word(DossierWords.claims),
                entries: dossier.claims.map { claim in
                    Entry(
                        claim.id.text, tag: StateTag(pages.days(claim.openedOn.days(until: pages.day)), .warn),
                        side: desk.day(claim.openedOn),
                        notes: [word(claim.rootCause.map { DossierWords.cause($0) } ?? DossierWords.noCause)])
                }, nothing: word(DossierWords.claimsNone)))
    }

    private var facts: PageSection {
        let facts = dossier.facts.map { fact in
            pages.with(
                pages.steps(with: .fact, fact.id),
                Entry(
                    pages.book.text("fact", fact.id, "statement") ?? fact.id,
                    tag: StateTag(fact.state.words[language], fact.state == .contradicted ? .warn : .neutral),
                    side: desk.day(fact.since)))
        }
        let risks = dossier.risks.map { risk in
            Entry(
                word(DossierWords.risk(risk.kind.rawValue)).beginning, tag: StateTag(word(DossierWords.risks), .warn),
                side: desk.day(risk.seenOn),
                notes: [risk.owner.map { desk.person($0) } ?? word(DossierWords.noOwner)])
        }
        return .entries(
            EntryList(
                name: "facts", heading: word(DossierWords.facts), entries: risks + facts,
                nothing: word(DossierWords.factsNone)))
    }

    private var log: DataTable {
        DataTable(
            name: "log", caption: word(DossierWords.log),
            columns: [
                Column(word(DossierWords.when)), Column(word(DossierWords.what)), Column(word(DossierWords.whom)),
                Column(word(DossierWords.who)),
            ],
            rows: dossier.log.map { touch in
                let what = [
                    word(ContactWords.kind(touch.kind.rawValue)),
                    touch.direction == .in ? word(ContactWords.incoming) : nil,
                    touch.purpose == .proactive ? word(ContactWords.purpose(touch.purpose.rawValue)) : nil,
                    touch.message.map { word(ContactWords.message($0.rawValue)) },
                    touch.minutes.map { ContactWords.minutes.text($0, in: language) },
                ]
                return TableRow(
                    .text(touch.at.text(in: desk.language)),
                    [
                        .text(what.compactMap(\.self).joined(separator: " · ")),
                        .name(touch.contact.map { desk.contact($0) } ?? "—", nil),
                        .name(desk.person(touch.person), nil),
                    ])
            }, language: language)
    }

    private var team: PageSection {
        .summary(
            name: "team", heading: word(DossierWords.team),
            dossier.team.map { role, person in
                SummaryRow(word(ContactWords.teamRole(role)).beginning, .name(desk.person(person), nil))
            })
    }
}
