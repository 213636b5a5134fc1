internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// Suggestions: what waits for the reader's reply, what he gave, and those of his people.
enum SuggestionHandler {
    static let show: @Sendable (Asked, Permit<AccountSight>) async throws -> Answer = { asked, permit in
        asked.page(SuggestionPage(pages: AccountPages(asked, permit.subject)).page)
    }
}

/// Makes the page.
struct SuggestionPage {
    let pages: AccountPages

    private var sight: AccountSight { pages.sight }
    private var language: PageLanguage { pages.language }

    private func word(_ words: Words) -> String { pages.word(words) }

    var page: SectionPage {
        let all = pages.book.suggestions(on: pages.day)
        let me = sight.person
        let waiting = all.filter { $0.answeredBy == me && [.submitted, .acceptedForStudy].contains($0.state) }
        let own = all.filter { $0.author == me }
        let others = all.filter { entry in
            entry.author != me && !waiting.contains { $0.id == entry.id } && isSeen(entry)
        }
        var page = SectionPage(title: word(KeyAccountWords.suggestions))
        let begin = pages.beginnings([.suggestion]).map { NavigationItem($0.title[language], pages.address(of: $0)) }
        page.sections =
            [pages.ways] + pages.seenOn + (begin.isEmpty ? [] : [.links(begin)]) + [
                list("waiting", SuggestionWords.mine, waiting, SuggestionWords.mineNone),
                list("own", SuggestionWords.own, own, SuggestionWords.ownNone),
            ]
        if !others.isEmpty {
            page.sections.append(list("others", SuggestionWords.others, others, SuggestionWords.mineNone))
        }
        return page
    }

    /// What one's people suggest, what one answers, and what is about a client that one sees.
    private func isSeen(_ entry: SuggestionEntry) -> Bool {
        entry.answeredBy == sight.person || sight.mayLook(at: entry.author) || entry.client.map(sight.sees) ?? false
    }

    private func list(_ name: String, _ heading: Words, _ entries: [SuggestionEntry], _ nothing: Words) -> PageSection {
        .entries(
            EntryList(
                name: name, heading: word(heading), entries: entries.prefix(100).map(entry), nothing: word(nothing)))
    }

    private func entry(_ suggestion: SuggestionEntry) -> Entry {
        let desk = pages.desk
        let late = suggestion.lateness(on: pages.day)
        let tone: Tone =
            switch suggestion.state {
            case .submitted, .acceptedForStudy: .info
            case .approved, .implemented, .measured, .rewarded: .gain
            case .refused: .neutral
            }
        var entry = Entry(
            suggestion.text,
            tag: late > 0
                ? StateTag(word(SuggestionWords.late(pages.days(late))), .loss)
                : StateTag(suggestion.state.words[language], tone),
            side: word(suggestion.isObstacle ? SuggestionWords.obstacle : SuggestionWords.idea))
        let isOwed = suggestion.state == .submitted || suggestion.state == .acceptedForStudy
        entry.notes = [
            [
                suggestion.client.map { desk.client($0) },
                word(SuggestionWords.from(desk.person(suggestion.author), desk.day(suggestion.givenOn))),
                isOwed
                    ? word(SuggestionWords.answers(desk.person(suggestion.answeredBy), desk.day(suggestion.replyDue)))
                    : nil,
                suggestion.reason.map { word(SuggestionWords.reason($0)) },
                suggestion.effect.map { word(SuggestionWords.effect(desk.amount($0))) },
            ].compactMap(\.self).joined(separator: " · ")
        ]
        return pages.with(pages.steps(with: .suggestion, suggestion.id), entry)
    }
}
