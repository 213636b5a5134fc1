/// The words of selection rounds.
public enum RoundWords {
    /// None.
    public static let none = Words(ru: "Раундов отбора ещё не было", en: "There was no selection round yet")
    /// What follows.
    public static let noneText = Words(
        ru: "Раунд открывает директор: службы оценивают клиентов вслепую, потом договариваются.",
        en: "The director opens a round: departments score accounts blind, then come to terms.")
    /// A round in a list.
    public static func days(_ opened: String, _ closes: String) -> Words {
        Words(ru: "открыт \(opened), закрывается \(closes)", en: "opened \(opened), closes \(closes)")
    }
    /// How many candidates.
    public static let candidates = CountWords(ru: "кандидат", "кандидата", "кандидатов", en: "candidate", "candidates")
    /// Blind.
    public static let blind = Words(
        ru: "Раунд открыт. До закрытия каждая служба видит только свои оценки.",
        en: "The round is open. Until it closes each department sees its own scores only.")
    /// What is missing.
    public static let missing = Words(ru: "Чего не хватает", en: "What is missing")
    /// Nothing.
    public static let missingNone = Words(ru: "Все оценки даны.", en: "Every score is given.")
    /// By department.
    public static func missing(_ count: Int, _ all: Int) -> Words {
        Words(ru: "не дано \(count) из \(all)", en: "\(count) of \(all) not given")
    }
    /// Own scores.
    public static func own(_ department: String) -> Words {
        Words(ru: "Оценки службы: \(department)", en: "Scores of the department: \(department)")
    }
    /// What a mark is.
    public static let scale = Words(
        ru: "От 1 до 10. Пустая клетка — оценки ещё нет; другие службы увидят их после закрытия.",
        en: "From 1 to 10. An empty cell is no score yet; other departments see them once the round is closed.")
    /// The button.
    public static let save = Words(ru: "Сохранить оценки", en: "Save the scores")
    /// Saved.
    public static let saved = Words(ru: "Оценки сохранены.", en: "The scores are saved.")
    /// No mark.
    public static func noMark(_ value: String) -> Words {
        Words(
            ru: "«\(value)» — не оценка: введите целое число от 1 до 10.",
            en: "‘\(value)’ is no mark: enter a whole number from 1 to 10.")
    }
    /// Not a rater.
    public static let noDepartment = Words(
        ru: "Вы не оцениваете от службы, поэтому оценок до закрытия не видно.",
        en: "You score for no department, so you see no scores before it closes.")
    /// A column.
    public static let client = Words(ru: "Клиент", en: "Account")
    /// The matrix.
    public static let matrix = Words(ru: "Места кандидатов", en: "Places of the candidates")
    /// A column.
    public static let attractiveness = Words(ru: "Привлекательность", en: "Attractiveness")
    /// A column.
    public static let strength = Words(ru: "Сила к конкуренту", en: "Strength against the rival")
    /// A column.
    public static let quadrant = Words(ru: "Что делать", en: "What to do")
    /// A column.
    public static let tier = Words(ru: "Класс", en: "Tier")
    /// A column.
    public static let place = Words(ru: "Место", en: "Place")
    /// No value.
    public static let noValue = Words(ru: "Без значения", en: "Without a value")
    /// The places.
    public static func place(_ name: String) -> Words {
        switch name {
        case "key": Words(ru: "ключевой", en: "key")
        case "tied": Words(ru: "наравне с другими: выбирает директор", en: "tied: the director chooses")
        case "beyond": Words(ru: "сверх числа мест", en: "beyond the number of places")
        case "below": Words(ru: "ниже порога", en: "below the bound")
        default: Words(ru: name, en: name)
        }
    }
    /// Agreement.
    public static let agreement = Words(ru: "Согласие служб", en: "How far departments agree")
    /// W.
    public static func concordance(_ w: String, _ p: String) -> Words {
        Words(ru: "W = \(w), вероятность случайно \(p)", en: "W = \(w), by chance \(p)")
    }
    /// How the chance was found.
    public static func way(_ name: String) -> Words {
        switch name {
        case "exact": Words(ru: "точно, по всем перестановкам", en: "exact, over all orders")
        case "shuffled": Words(ru: "по случайным перестановкам", en: "by shuffles")
        default: Words(ru: "приближённо, по χ²", en: "approximate, by χ²")
        }
    }
    /// Who is left out.
    public static func absent(_ names: String) -> Words { Words(ru: "без служб: \(names)", en: "without: \(names)") }
    /// The bound.
    public static func bound(_ w: String) -> Words {
        Words(
            ru: "Ниже W = \(w) директор пишет, почему решает всё же.",
            en: "Below W = \(w) the director says why he decides all the same.")
    }
    /// The map.
    public static let apart = Words(ru: "Где службы расходятся", en: "Where departments lie apart")
    /// A column.
    public static let about = Words(ru: "О чём", en: "About what")
    /// A column.
    public static let spread = Words(ru: "Разброс", en: "Spread")
    /// A column.
    public static let highest = Words(ru: "Выше всех", en: "Highest")
    /// A column.
    public static let lowest = Words(ru: "Ниже всех", en: "Lowest")
    /// None.
    public static let apartNone = Words(ru: "Службы не расходятся.", en: "Departments do not lie apart.")
    /// A session is due.
    public static let needsSession = Words(ru: "нужно согласование", en: "session needed")
    /// Sessions.
    public static let sessions = Words(ru: "Согласования", en: "Sessions")
    /// None.
    public static let sessionsNone = Words(ru: "Согласований ещё не было.", en: "No session was held yet.")
    /// Held on.
    public static func held(_ day: String) -> Words { Words(ru: "проведено \(day)", en: "held \(day)") }
    /// Signed by.
    public static func signed(_ names: String) -> Words { Words(ru: "подписали: \(names)", en: "signed by: \(names)") }
    /// Not signed.
    public static func unsigned(_ names: String) -> Words {
        Words(ru: "ждём подписи: \(names)", en: "not signed by: \(names)")
    }
    /// All signed.
    public static let isSigned = Words(ru: "подписано всеми", en: "signed by all")
    /// One change.
    public static func change(_ department: String, _ criterion: String, _ before: String, _ after: String) -> Words {
        Words(
            ru: "\(department), \(criterion): \(before) → \(after)",
            en: "\(department), \(criterion): \(before) → \(after)")
    }
    /// A dissent.
    public static func dissent(_ text: String) -> Words { Words(ru: "особое мнение: \(text)", en: "dissent: \(text)") }
    /// Still due.
    public static let due = Words(ru: "Ждут согласования", en: "Sessions due")
    /// The decision.
    public static let decision = Words(ru: "Решение", en: "Decision")
    /// By whom.
    public static func decided(_ person: String, _ day: String) -> Words {
        Words(ru: "\(person), \(day)", en: "\(person), \(day)")
    }
    /// Not yet.
    public static let undecided = Words(ru: "Решения ещё нет.", en: "Nothing is decided yet.")

    /// An axis.
    public static func axis(_ name: String) -> Words { name == "strength" ? strength : attractiveness }

    /// A department; one that a company names otherwise keeps its name.
    public static func department(_ name: String) -> Words {
        switch name {
        case "marketing": Words(ru: "маркетинг", en: "marketing")
        case "supply": Words(ru: "снабжение", en: "supply")
        case "sales": Words(ru: "продажи", en: "sales")
        case "finance": Words(ru: "финансы", en: "finance")
        case "branches": Words(ru: "филиалы", en: "branches")
        default: Words(ru: name, en: name)
        }
    }
}
