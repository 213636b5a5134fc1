internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// What the reader and his people learn.
enum LearningHandler {
    static let show: @Sendable (Asked, Permit<AccountSight>) async throws -> Answer = { asked, permit in
        asked.page(LearningPage(pages: AccountPages(asked, permit.subject)).page)
    }
}

/// Makes the page.
struct LearningPage {
    let pages: AccountPages

    private var language: PageLanguage { pages.language }
    private var desk: AccountDesk { pages.desk }

    private func word(_ words: Words) -> String { pages.word(words) }

    /// As the company's text calls it, else in usual words.
    private func competency(_ key: Key<Competency>) -> String {
        pages.book.rules.jobs.competency(key)?.title[desk.language] ?? word(LearningWords.competency(key.text))
    }

    /// Learning is for oneself and one's head; whoever sees all accounts sees nobody's.
    private var people: Set<Key<Person>> {
        pages.sight.reach == .own ? [pages.sight.person] : pages.book.line(of: pages.sight.person, on: pages.day)
    }

    var page: SectionPage {
        let view = pages.book.learning(of: people, on: pages.day)
        var page = SectionPage(title: word(KeyAccountWords.learning))
        let gaps = view.marks.compactMap { mark -> Entry? in
            let (own, level) = (mark.assessment, mark.assessment.level)
            guard let need = mark.need, need > level else { return nil }
            return Entry(
                competency(own.competency).beginning,
                tag: StateTag(word(LearningWords.gap(level, need)), need - level >= 2 ? .warn : .neutral),
                side: desk.day(own.day), notes: [desk.person(own.person)])
        }
        page.sections =
            [pages.ways] + pages.seenOn + [
                .cards([
                    .entries(
                        EntryList(
                            name: "places", heading: word(LearningWords.places), entries: view.places.map(entry),
                            nothing: word(LearningWords.placesNone))),
                    .entries(
                        EntryList(
                            name: "gaps", heading: word(LearningWords.gaps), entries: gaps,
                            nothing: word(LearningWords.gapsNone))),
                ])
            ]
        if !view.marks.isEmpty { page.sections.append(.table(marks(view.marks))) }
        return page
    }

    private func entry(_ seat: LearningCard.Seat) -> Entry {
        let own = seat.place
        let title = (seat.training?.competencies ?? []).map { competency($0) }.joined(separator: ", ")
        var entry = Entry(
            title.isEmpty ? seat.training?.kind ?? own.training.text : title.beginning,
            tag: StateTag(
                own.state.words[language], own.state == .done ? .warn : own.state == .planned ? .info : .gain),
            side: desk.person(own.person))
        let days = [
            own.state == .planned ? word(LearningWords.planned(desk.day(own.plannedOn))) : nil,
            own.doneOn.map { word(LearningWords.done(desk.day($0))) },
            own.practisedOn.map { word(LearningWords.practised(desk.day($0))) },
            own.state == .done ? word(LearningWords.notPractised) : nil,
        ]
        entry.notes = [days.compactMap(\.self).joined(separator: " · ")]
        return pages.with(pages.steps(with: .training, own.id.text), entry)
    }

    private func marks(_ marks: [AssessedLevel]) -> DataTable {
        DataTable(
            name: "marks", caption: word(LearningWords.marks),
            columns: [
                Column(word(LearningWords.competency)), Column(word(LearningWords.level), figures: true),
                Column(word(LearningWords.need), figures: true), Column(word(LearningWords.person)),
                Column(word(LearningWords.by)), Column(word(LearningWords.day)),
            ],
            rows: marks.map { mark in
                let own = mark.assessment
                return TableRow(
                    .text(competency(own.competency).beginning),
                    [
                        .amount(.words("\(own.level)")), .amount(.words(mark.need.map { "\($0)" } ?? "—")),
                        .name(desk.person(own.person), nil), .text(own.by.words[language]),
                        .text(desk.day(own.day)),
                    ])
            }, language: language)
    }
}
