/// The words for the people of a client and for contacts with them.
public enum ContactWords {
    /// A part of the client's organisation; one that a company names otherwise keeps its name.
    public static func function(_ name: String) -> Words {
        switch name {
        case "purchasing": Words(ru: "закупки", en: "purchasing")
        case "category": Words(ru: "категория", en: "category")
        case "logistics": Words(ru: "логистика", en: "logistics")
        case "finance": Words(ru: "финансы", en: "finance")
        case "owner": Words(ru: "собственник", en: "owner")
        default: Words(ru: name, en: name)
        }
    }

    /// The part somebody has in decisions.
    public static func role(_ name: String) -> Words {
        switch name {
        case "decides": Words(ru: "решает", en: "decides")
        case "signs": Words(ru: "подписывает", en: "signs")
        case "evaluates": Words(ru: "сравнивает", en: "evaluates")
        case "uses": Words(ru: "пользуется", en: "uses")
        case "influences": Words(ru: "влияет", en: "influences")
        case "gatekeeper": Words(ru: "пропускает или нет", en: "lets others through or not")
        case "sponsor": Words(ru: "говорит за нас", en: "speaks for us")
        default: Words(ru: name, en: name)
        }
    }

    /// A kind of contact.
    public static func kind(_ name: String) -> Words {
        switch name {
        case "call": Words(ru: "звонок", en: "call")
        case "video": Words(ru: "видеозвонок", en: "video call")
        case "meeting": Words(ru: "встреча", en: "meeting")
        case "visit": Words(ru: "приезд", en: "visit")
        case "mail": Words(ru: "письмо", en: "mail")
        case "message": Words(ru: "сообщение", en: "message")
        case "field_visit": Words(ru: "выезд к клиенту", en: "field visit")
        case "listening": Words(ru: "слушали клиента", en: "listening")
        case "shadowing": Words(ru: "день рядом с клиентом", en: "shadowing")
        default: Words(ru: name, en: name)
        }
    }

    /// What a contact was for.
    public static func purpose(_ name: String) -> Words {
        switch name {
        case "proactive": Words(ru: "по своей инициативе", en: "of our own accord")
        case "reply": Words(ru: "ответ", en: "reply")
        case "deal": Words(ru: "сделка", en: "deal")
        case "claim": Words(ru: "претензия", en: "claim")
        case "social": Words(ru: "внимание", en: "social")
        default: Words(ru: name, en: name)
        }
    }

    /// What we had to say.
    public static func message(_ name: String) -> Words {
        switch name {
        case "success": Words(ru: "успех", en: "success")
        case "problem": Words(ru: "проблема", en: "problem")
        case "opportunity": Words(ru: "возможность", en: "opportunity")
        case "news": Words(ru: "новость", en: "news")
        default: Words(ru: name, en: name)
        }
    }

    /// A role of ours with a client.
    public static func teamRole(_ name: String) -> Words {
        switch name {
        case "kam": Words(ru: "менеджер", en: "account manager")
        case "deputy": Words(ru: "заместитель", en: "deputy")
        case "sponsor": Words(ru: "куратор", en: "sponsor")
        case "service": Words(ru: "сервис", en: "service")
        case "finance": Words(ru: "финансы", en: "finance")
        default: Words(ru: name, en: name)
        }
    }

    /// From whom it came.
    public static let incoming = Words(ru: "от клиента", en: "from the client")
    /// Minutes.
    public static let minutes = CountWords(ru: "минута", "минуты", "минут", en: "minute", "minutes")
    /// Nobody knows.
    public static let unknown = Words(ru: "неизвестно", en: "not known")
}
