package import Messages
import Periods

extension Refusal {
    static func weightByOwner(_ place: String) -> Refusal {
        Refusal(
            "weight-by-owner",
            LocalizedText(en: "\(place): weight 3 is set by the head", ru: "\(place): вес 3 ставит руководитель"),
            remedy: LocalizedText(
                en: "give 1 or 2, or let the head give 3", ru: "поставьте 1 или 2, либо 3 ставит руководитель"))
    }

    static func notHis(_ place: String, _ person: Key<Person>, _ whose: String) -> Refusal {
        notHis(place, person, LocalizedText(whose))
    }

    /// A step that somebody else takes, by name or by his part.
    package static func notHis(_ place: String, _ person: Key<Person>, _ whose: LocalizedText) -> Refusal {
        Refusal(
            "not-his",
            LocalizedText(en: "\(place): this step is not \(person)'s", ru: "\(place): этот шаг делает не \(person)"),
            remedy: LocalizedText(en: "it is taken by \(whose)", ru: "его делает \(whose)"))
    }

    static func movedTwice(_ place: String) -> Refusal {
        Refusal(
            "moved-twice",
            LocalizedText(en: "\(place) was moved once already", ru: "\(place) уже переносили"),
            remedy: LocalizedText(
                en: "keep it, or tell the client today that it will be late",
                ru: "выполните или сегодня скажите клиенту, что опоздаете"))
    }

    static func movedLate(_ place: String, notice: Int, last: CivilDay?) -> Refusal {
        let day = last.map { LocalizedText($0) } ?? LocalizedText("–")
        return Refusal(
            "moved-late",
            LocalizedText(
                en: "\(place) could be moved until \(day), \(notice) working days before it is due",
                ru:
                    "\(place): перенести можно было до \(day), за \(CountedWords.ru(notice, "рабочий день", "рабочих дня", "рабочих дней")) до срока"
            ),
            remedy: LocalizedText(
                en: "tell the client today why it is late and when it comes",
                ru: "сегодня скажите клиенту, почему опоздание и когда будет готово"))
    }

    static func notInItsPlace(_ place: String, _ other: Key<Promise>) -> Refusal {
        Refusal(
            "not-in-its-place",
            LocalizedText(
                en:
                    "\(other) does not take the place of \(place): it names no such promise, or another client or weight",
                ru: "\(other) не заменяет \(place): нет ссылки, или другой клиент или вес"),
            remedy: LocalizedText(
                en: "make it for the same client with the same weight, naming this one",
                ru: "оформите её для того же клиента, с тем же весом и ссылкой"))
    }

    static func releasedLate(_ place: String, _ due: CivilDay) -> Refusal {
        Refusal(
            "released-late",
            LocalizedText(
                en: "\(place) was due \(due) and is not released later", ru: "\(place): срок был \(due), снять поздно"),
            remedy: LocalizedText(
                en: "it stays broken, or is done late", ru: "остаётся нарушенным или выполняется с опозданием"))
    }

    static func fixed(_ place: String, _ what: LocalizedText) -> Refusal {
        Refusal(
            "fixed",
            LocalizedText(
                en: "\(place): \(what.en) was set when it was made", ru: "\(place): задано при создании — \(what.ru)"),
            remedy: LocalizedText(en: "make another promise", ru: "дайте новое обещание"))
    }
}
