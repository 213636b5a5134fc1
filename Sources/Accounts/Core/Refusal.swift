public import Messages
package import Periods

/// Why something is not accepted, in which place, and what can be done instead.
///
/// Rules of one subject make their refusals in `Refusal+Subject.swift`; the code is stable, the text is for people.
public struct Refusal: Error, Hashable, Sendable {
    /// A stable name of the kind of refusal, never translated.
    public let code: String
    /// What was refused and why.
    public let text: LocalizedText
    /// What to do instead.
    public let remedy: LocalizedText
    /// For a step of a life that is not possible now: the states that are, by their raw names.
    public let next: [String]
    /// The field that was given wrongly or not at all, where it is about one.
    public let field: String?

    /// A refusal.
    package init(
        _ code: String, _ text: LocalizedText, remedy: LocalizedText, next: [String] = [], field: String? = nil
    ) {
        (self.code, self.text, self.remedy, self.next, self.field) = (code, text, remedy, next, field)
    }
}

extension Refusal: CustomStringConvertible {
    /// The reason and the remedy in English.
    public var description: String { "\(text.en): \(remedy.en)" }
}

extension Refusal {
    static func outsideScale(_ title: LocalizedText, _ value: Int, _ bounds: ClosedRange<Int>) -> Refusal {
        let range = "\(bounds.lowerBound)–\(bounds.upperBound)"
        return Refusal(
            "outside-scale",
            LocalizedText(en: "\(title.en): \(value) is outside \(range)", ru: "\(title.ru): \(value) вне \(range)"),
            remedy: LocalizedText(en: "give a whole number of \(range)", ru: "дайте целое число \(range)"))
    }

    /// A step that the state does not allow, with those that it does.
    package static func step<State: LifeState>(_ place: String, from state: State, to asked: State, next: [State])
        -> Refusal
    {
        let english = next.map(\.words.en).joined(separator: ", ")
        let russian = next.map(\.words.ru).joined(separator: ", ")
        return Refusal(
            "step",
            LocalizedText(
                en: "\(place) is \(state.words.en) and cannot become \(asked.words.en)",
                ru: "\(place): состояние «\(state.words.ru)», перейти в «\(asked.words.ru)» нельзя"),
            remedy: next.isEmpty
                ? LocalizedText(en: "nothing follows this state", ru: "из этого состояния нет пути дальше")
                : LocalizedText(en: "possible now: \(english)", ru: "сейчас можно: \(russian)"),
            next: next.map(\.rawValue))
    }

    /// Nobody confirms, accepts or examines what is his own.
    package static func ownWork(_ place: String, _ person: Key<Person>, _ who: LocalizedText) -> Refusal {
        Refusal(
            "own-work",
            LocalizedText(
                en: "\(person) cannot confirm, accept or examine \(place): it is his own",
                ru: "\(person) не может подтверждать, принимать или проверять \(place): это своё"),
            remedy: LocalizedText(en: "let \(who.en) do it", ru: "это делает \(who.ru)"))
    }

    /// Something is to be written that is not.
    package static func wording(_ place: String, needs what: LocalizedText, atLeast count: Int = 1) -> Refusal {
        Refusal(
            "wording",
            LocalizedText(en: "\(place) has no \(what.en)", ru: "\(place): нет сведений — \(what.ru)"),
            remedy: count > 1
                ? LocalizedText(
                    en: "write at least \(count) characters",
                    ru: "напишите не меньше \(CountedWords.ru(count, "знака", "знаков", "знаков"))")
                : LocalizedText(en: "write it down", ru: "запишите это"))
    }

    /// A day that comes before one that it has to follow.
    package static func order(_ place: String, _ later: CivilDayText, before earlier: CivilDayText) -> Refusal {
        Refusal(
            "order-of-days",
            LocalizedText(
                en: "\(place): \(later.name.en) \(later.day) comes before \(earlier.name.en) \(earlier.day)",
                ru: "\(place): \(later.name.ru) \(later.day) раньше, чем \(earlier.name.ru) \(earlier.day)"),
            remedy: LocalizedText(en: "correct one of the days", ru: "исправьте одну из дат"))
    }

    static func weights(_ place: String, total: LocalizedText) -> Refusal {
        Refusal(
            "weights",
            LocalizedText(en: "\(place): weights total \(total)", ru: "\(place): сумма весов \(total)"),
            remedy: LocalizedText(en: "make them total 100 %, each above 0", ru: "сумма весов — 100 %, каждый больше 0")
        )
    }
}

/// A day with the name that it has in a sentence.
package struct CivilDayText {
    let name: LocalizedText
    let day: CivilDay

    /// A day by its name.
    package init(name: LocalizedText, day: CivilDay) {
        (self.name, self.day) = (name, day)
    }
}
