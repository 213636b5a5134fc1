/// The words of suggestions.
public enum SuggestionWords {
    /// Waiting for me.
    public static let mine = Words(ru: "Ждут моего ответа", en: "Waiting for my reply")
    /// None.
    public static let mineNone = Words(ru: "Отвечать не на что.", en: "Nothing waits for your reply.")
    /// Given by me.
    public static let own = Words(ru: "Мои предложения", en: "What I suggested")
    /// None.
    public static let ownNone = Words(ru: "Вы ещё ничего не предлагали.", en: "You have not suggested anything yet.")
    /// Others.
    public static let others = Words(
        ru: "Предложения моих людей и по моим клиентам", en: "Of my people and about my accounts")
    /// An obstacle.
    public static let obstacle = Words(ru: "препятствие", en: "obstacle")
    /// An idea.
    public static let idea = Words(ru: "идея", en: "idea")
    /// Who answers.
    public static func answers(_ person: String, _ day: String) -> Words {
        Words(ru: "отвечает \(person) до \(day)", en: "\(person) replies by \(day)")
    }
    /// From whom.
    public static func from(_ person: String, _ day: String) -> Words {
        Words(ru: "\(person), \(day)", en: "\(person), \(day)")
    }
    /// Late.
    public static func late(_ days: String) -> Words {
        Words(ru: "ответ опаздывает на \(days)", en: "reply \(days) late")
    }
    /// Refused because.
    public static func reason(_ text: String) -> Words { Words(ru: "причина: \(text)", en: "reason: \(text)") }
    /// What it brought.
    public static func effect(_ amount: String) -> Words { Words(ru: "эффект \(amount)", en: "effect \(amount)") }
}

/// The words of learning.
public enum LearningWords {
    /// Own.
    public static let places = Words(ru: "Обучение", en: "Trainings")
    /// None.
    public static let placesNone = Words(ru: "Обучения в таблицах нет.", en: "No training is recorded.")
    /// Gaps.
    public static let gaps = Words(ru: "Чего не хватает", en: "What is lacking")
    /// None.
    public static let gapsNone = Words(ru: "Оценки не показывают пробелов.", en: "No mark shows a gap.")
    /// Marks.
    public static let marks = Words(ru: "Оценки умений", en: "Marks of competencies")
    /// A column.
    public static let person = Words(ru: "Сотрудник", en: "Person")
    /// A column.
    public static let competency = Words(ru: "Умение", en: "Competency")
    /// A column.
    public static let level = Words(ru: "Уровень", en: "Level")
    /// A column.
    public static let need = Words(ru: "Нужно", en: "Needed")
    /// A column.
    public static let by = Words(ru: "Кто оценил", en: "Marked by")
    /// A column.
    public static let day = Words(ru: "Когда", en: "When")
    /// Planned.
    public static func planned(_ day: String) -> Words { Words(ru: "назначено на \(day)", en: "planned for \(day)") }
    /// Done.
    public static func done(_ day: String) -> Words { Words(ru: "пройдено \(day)", en: "done \(day)") }
    /// Used.
    public static func practised(_ day: String) -> Words { Words(ru: "применено \(day)", en: "used \(day)") }
    /// Not used.
    public static let notPractised = Words(ru: "ещё не применено у клиента", en: "not used at a client's yet")
    /// Level and need.
    public static func gap(_ level: Int, _ need: Int) -> Words {
        Words(ru: "уровень \(level) из \(need)", en: "level \(level) of \(need)")
    }

    /// A competency of which a company's text says nothing; one that is not usual keeps its name.
    public static func competency(_ name: String) -> Words {
        switch name {
        case "listening": Words(ru: "умение слушать", en: "listening")
        case "planning": Words(ru: "планирование", en: "planning")
        case "negotiation": Words(ru: "переговоры", en: "negotiation")
        case "analysis": Words(ru: "анализ", en: "analysis")
        default: Words(ru: name, en: name)
        }
    }
}
