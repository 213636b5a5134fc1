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

    /// Learning is for oneself and one's head; whoever sees all accounts sees nobody's.
    private var people: Set<Key<Person>> {
        pages.sight.reach == .own ? [pages.sight.person] : pages.book.line(of: pages.sight.person, on: pages.day)
    }

    var page: SectionPage {
        let view = pages.book.learning(of: people, on: pages.day)
        var page = SectionPage(title: word(KeyAccountWords.learning))
        let gaps = view.marks.compactMap { mark -> Entry? in
            guard let need = mark.need, need > mark.level else { return nil }
            return Entry(
                word(LearningWords.competency(mark.competency)).beginning,
                tag: StateTag(word(LearningWords.gap(mark.level, need)), need - mark.level >= 2 ? .warn : .neutral),
                side: desk.day(mark.day), notes: [desk.person(mark.person)])
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

    private func entry(_ place: LearningView.Place) -> Entry {
        let own = place.place
        let title = place.competencies.split { " ,;".contains($0) }.map { word(LearningWords.competency(String($0))) }
            .joined(separator: ", ")
        var entry = Entry(
            title.isEmpty ? place.kind : title.beginning,
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

    private func marks(_ marks: [LearningView.Mark]) -> DataTable {
        DataTable(
            name: "marks", caption: word(LearningWords.marks),
            columns: [
                Column(word(LearningWords.competency)), Column(word(LearningWords.level), figures: true),
                Column(word(LearningWords.need), figures: true), Column(word(LearningWords.person)),
                Column(word(LearningWords.by)), Column(word(LearningWords.day)),
            ],
            rows: marks.map { mark in
                TableRow(
                    .text(word(LearningWords.competency(mark.competency)).beginning),
                    [
                        .amount(.words("\(mark.level)")), .amount(.words(mark.need.map { "\($0)" } ?? "—")),
                        .name(desk.person(mark.person), nil), .text(word(LearningWords.marker(mark.by))),
                        .text(desk.day(mark.day)),
                    ])
            }, language: language)
    }
}
