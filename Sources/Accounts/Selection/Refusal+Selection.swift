internal import Messages
import Periods

extension Refusal {
    static func tooFewDepartments(_ place: String, _ count: Int) -> Refusal {
        Refusal(
            "too-few-departments",
            LocalizedText(
                en: "\(place): \(count) departments score", ru: "\(place): оценивающих подразделений \(count)"),
            remedy: LocalizedText(en: "name at least two", ru: "назовите не меньше двух"))
    }

    /// A name that is there already.
    package static func usedTwice(_ name: String, _ place: String) -> Refusal {
        Refusal(
            "used-twice",
            LocalizedText(en: "\(place): \(name) is there twice", ru: "\(place): «\(name)» встречается дважды"),
            remedy: LocalizedText(en: "give one of them another name", ru: "дайте одному другое имя"))
    }

    /// A name that is not among those known.
    package static func unknown(_ name: String, _ place: String) -> Refusal {
        Refusal(
            "unknown",
            LocalizedText(en: "\(place) does not know \(name)", ru: "\(place): имя «\(name)» неизвестно"),
            remedy: LocalizedText(en: "use a name that it lists", ru: "возьмите имя из списка"))
    }

    static func rulesWhileOpen(_ place: String, _ state: RoundState) -> Refusal {
        Refusal(
            "rules-while-open",
            LocalizedText(
                en: "\(place) is \(state.words.en): criteria and weights stay",
                ru: "\(place): \(state.words.ru), критерии и веса не меняются"),
            remedy: LocalizedText(
                en: "void it and open another with the new rules",
                ru: "отмените раунд и откройте новый с новыми правилами"))
    }

    static func rulesNotValid(_ place: String, _ model: SelectionModel, _ day: CivilDay) -> Refusal {
        Refusal(
            "rules-not-valid",
            LocalizedText(
                en: "\(place): the rules \(model.id) are not valid on \(day)",
                ru: "\(place): правила «\(model.id)» не действуют \(day)"),
            remedy: LocalizedText(
                en: "open it within \(model.valid)", ru: "откройте в срок действия \(model.valid)"))
    }

    static func noCandidates(_ place: String) -> Refusal {
        Refusal(
            "no-candidates", LocalizedText(en: "\(place) has no candidates", ru: "\(place): нет кандидатов"),
            remedy: LocalizedText(en: "add clients first", ru: "сначала добавьте клиентов"))
    }

    static func candidateAfterClosing(_ place: String, _ client: Key<Client>, _ state: RoundState) -> Refusal {
        Refusal(
            "candidate-after-closing",
            LocalizedText(
                en: "\(place) is \(state.words.en): \(client) cannot join",
                ru: "\(place): \(state.words.ru), клиента \(client) не добавить"),
            remedy: LocalizedText(en: "score him in the next round", ru: "оцените его в следующем раунде"))
    }

    static func notScoring(_ place: String, _ state: RoundState, closes: CivilDay) -> Refusal {
        Refusal(
            "not-scoring",
            LocalizedText(
                en: "\(place) is \(state.words.en) and takes scores before \(closes) while open",
                ru: "\(place): \(state.words.ru); оценки принимаются в открытом раунде до \(closes)"),
            remedy: LocalizedText(
                en: "a score of a closed round changes by minutes", ru: "оценка закрытого раунда меняется протоколом"))
    }

    static func ownClient(_ rater: Key<Person>, _ client: Key<Client>) -> Refusal {
        Refusal(
            "own-client",
            LocalizedText(
                en: "\(rater) manages \(client) and does not score it",
                ru: "\(rater) ведёт \(client) и его не оценивает"),
            remedy: LocalizedText(
                en: "let somebody else of the department score", ru: "пусть оценит другой человек из подразделения"))
    }

    static func secondRater(_ department: Key<Department>, _ rater: Key<Person>) -> Refusal {
        Refusal(
            "second-rater",
            LocalizedText(en: "\(rater) scores for \(department)", ru: "за \(department) оценивает \(rater)"),
            remedy: LocalizedText(en: "one rater a department", ru: "от подразделения оценивает один человек"))
    }

    static func stillMissing(_ place: String, _ count: Int, closes: CivilDay) -> Refusal {
        let english = CountedWords.en(count, "score is", "scores are")
        let russian = CountedWords.ru(count, "оценки", "оценок", "оценок")
        return Refusal(
            "still-missing",
            LocalizedText(en: "\(place): \(english) missing", ru: "\(place): не хватает \(russian)"),
            remedy: LocalizedText(
                en: "wait for them, or close from \(closes) on", ru: "дождитесь их или закройте начиная с \(closes)"))
    }

    static func staleMinutes(_ id: Key<Minutes>, _ place: ScorePlace, standing: Score?) -> Refusal {
        let score = standing.map { String($0.value) } ?? "–"
        return Refusal(
            "stale-minutes",
            LocalizedText(
                en: "minutes \(id): the score of \(place) is \(score)",
                ru: "протокол \(id): оценка \(place) сейчас \(score)"),
            remedy: LocalizedText(en: "start from the score that stands", ru: "исходите из действующей оценки"))
    }

    static func sessionsOpen(_ place: String, _ clients: [Key<Client>]) -> Refusal {
        let names = clients.map(\.text).joined(separator: ", ")
        return Refusal(
            "sessions-open",
            LocalizedText(
                en: "\(place): no minutes signed by all for \(names)",
                ru: "\(place): нет протокола, подписанного всеми, по \(names)"),
            remedy: LocalizedText(en: "hold the sessions and sign", ru: "проведите согласование и подпишите"))
    }

    static func agreementTooLow(_ place: String, _ bound: Double) -> Refusal {
        Refusal(
            "agreement-too-low",
            LocalizedText(
                en: "\(place): departments agree less than W \(String(bound)), or it cannot be told",
                ru: "\(place): согласованность W ниже \(String(bound).replacing(".", with: ",")) или не определена"),
            remedy: LocalizedText(
                en: "hold sessions, or write why you decide all the same",
                ru: "проведите согласование или запишите, почему решаете так"))
    }
}
