/// The words of a meeting's sheet.
public enum MeetingWords {
    /// A reason that is too short.
    public static func shortReason(_ person: String) -> Words {
        Words(
            ru: "\(person): зачем — от 40 знаков, одно-два предложения",
            en: "\(person): the reason has 40 characters or more, in one or two sentences")
    }
    /// A reason that is another's.
    public static func copied(_ person: String, _ other: String) -> Words {
        Words(ru: "\(person): причина та же, что у \(other)", en: "\(person): the reason is \(other)'s")
    }
    /// The heading.
    public static func title(_ client: String, _ at: String) -> Words {
        Words(ru: "Встреча: \(client), \(at)", en: "Meeting: \(client), \(at)")
    }
    /// What it is about.
    public static let about = Words(ru: "О чём", en: "What it is about")
    /// What for.
    public static let purpose = Words(ru: "Зачем", en: "Purpose")
    /// The agenda.
    public static let agenda = Words(ru: "Повестка", en: "Agenda")
    /// None.
    public static let noAgenda = Words(ru: "не написана", en: "not written")
    /// When.
    public static let when = Words(ru: "Когда", en: "When")
    /// State.
    public static let state = Words(ru: "Состояние", en: "State")
    /// How many of each.
    public static let ratio = Words(ru: "Наших и от клиента", en: "Ours and the client's")
    /// In figures.
    public static func numbers(_ own: Int, _ client: Int) -> Words {
        Words(ru: "\(own) и \(client)", en: "\(own) and \(client)")
    }
    /// What is missing.
    public static let lacks = Words(ru: "Чего не хватает", en: "What the sheet lacks")
    /// Nothing.
    public static let complete = Words(ru: "Лист заполнен.", en: "The sheet is complete.")
    /// Ours.
    public static let ours = Words(ru: "Наши люди и зачем каждый", en: "Our people, each with the reason")
    /// None.
    public static let oursNone = Words(ru: "Никого ещё не позвали.", en: "Nobody is invited yet.")
    /// No reason.
    public static let noReason = Words(ru: "зачем — не сказано", en: "no reason given")
    /// The client's.
    public static let theirs = Words(ru: "Люди клиента", en: "The client's people")
    /// None.
    public static let theirsNone = Words(ru: "Людей клиента в таблице нет.", en: "Nobody of the client is known.")
    /// Invited.
    public static let invited = Words(ru: "в списке", en: "on the list")
    /// Came.
    public static let came = Words(ru: "пришёл(ла)", en: "came")
    /// Did not.
    public static let stayedAway = Words(ru: "не было", en: "did not come")
    /// Came unexpected.
    public static let surprise = Words(ru: "пришёл(ла) неожиданно", en: "came unexpected")
    /// Likely guests.
    public static let surprises = Words(ru: "Могут прийти без приглашения", en: "May come unasked")
    /// What that means.
    public static let surprisesText = Words(
        ru: "Решают многое, в списке их нет. Подготовьте ответ на последний вопрос каждого.",
        en: "They decide much and are on no list. Be ready for the last question of each.")
    /// Facts.
    public static let facts = Words(ru: "Проверить на встрече", en: "Facts to confirm")
    /// None.
    public static let factsNone = Words(ru: "Непроверенных фактов нет.", en: "No fact waits for another source.")
    /// Promises.
    public static let promises = Words(ru: "Открытые обещания клиенту", en: "Promises to the client that are open")
    /// None.
    public static let promisesNone = Words(ru: "Открытых обещаний нет.", en: "No promise is open.")
    /// What came of it.
    public static let made = Words(ru: "Обещано на этой встрече", en: "Promised at this meeting")
    /// None.
    public static let madeNone = Words(ru: "Обещаний ещё не записали.", en: "No promise is written down yet.")
    /// Looking back.
    public static let reviews = Words(ru: "Самоанализ", en: "Looking back")
    /// None.
    public static let reviewsNone = Words(
        ru: "Ещё не написан; ждём в течение суток после встречи.",
        en: "Not written yet; it is owed within a day after the meeting.")
    /// Not shown.
    public static let reviewHidden = Words(
        ru: "написан; виден автору и его руководителю", en: "written; seen by its author and his head")
    /// What went well.
    public static func kept(_ text: String) -> Words { Words(ru: "Оставить: \(text)", en: "Keep: \(text)") }
    /// What did not.
    public static func missed(_ text: String) -> Words { Words(ru: "Упустили: \(text)", en: "Missed: \(text)") }
    /// What next.
    public static func next(_ text: String) -> Words { Words(ru: "В следующий раз: \(text)", en: "Next time: \(text)") }
    /// Power and relation.
    public static func power(_ power: Int, _ relation: String) -> Words {
        Words(ru: "влияние \(power), отношение \(relation)", en: "power \(power), relation \(relation)")
    }
    /// The last contact.
    public static func seen(_ day: String) -> Words { Words(ru: "виделись \(day)", en: "last seen \(day)") }
    /// Never.
    public static let neverSeen = Words(ru: "ещё не виделись", en: "never seen")

    /// What a meeting is for.
    public static func purpose(_ name: String) -> Words {
        switch name {
        case "win": Words(ru: "получить новое", en: "win something new")
        case "protect": Words(ru: "сохранить", en: "protect what there is")
        case "review": Words(ru: "подвести итоги", en: "review")
        case "other": Words(ru: "другое", en: "other")
        default: Words(ru: name, en: name)
        }
    }
}
