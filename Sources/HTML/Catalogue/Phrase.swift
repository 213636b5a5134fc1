/// The few words that components say themselves; all else comes with the values they are made of.
public enum Phrase: CaseIterable, Sendable {
    /// The first link of a page; the ways to other pages; the button that unfolds them on a telephone.
    case skip, navigation, menu
    /// What stands before an error, in the title of a page and at a field; the heading above all errors.
    case error, errors
    /// What is added to the name of a field that may stay empty.
    case optional
    /// The ways to other pages of a list: to its start and on.
    case pages, first, next
    /// The same as a chart, in figures.
    case chartTable
    /// How a column is sorted by its link.
    case sortAscending, sortDescending
    /// What has no figure.
    case noValue
    /// Marks of a chart.
    case actual, target, threshold
    /// Thousands, millions and thousands of millions at an axis.
    case thousand, million, billion
    /// The totals of a table.
    case total

    /// The words in a language.
    public func text(in language: Language) -> String {
        language == .ru ? words.ru : words.en
    }

    private var words: (ru: String, en: String) {
        switch self {
        case .skip: ("К содержанию", "Skip to content")
        case .navigation: ("Разделы", "Main")
        case .menu: ("Меню", "Menu")
        case .error: ("Ошибка: ", "Error: ")
        case .errors: ("Нужно исправить", "There is a problem")
        case .optional: ("необязательно", "optional")
        case .pages: ("Страницы списка", "Pages of the list")
        case .first: ("К началу", "First page")
        case .next: ("Дальше", "Next")
        case .chartTable: ("Таблица этой диаграммы", "Table of this chart")
        case .sortAscending: ("сначала меньшие", "smallest first")
        case .sortDescending: ("сначала большие", "largest first")
        case .noValue: ("нет значения", "no value")
        case .actual: ("Факт", "Actual")
        case .target: ("Цель", "Target")
        case .threshold: ("Порог", "Threshold")
        case .thousand: ("тыс.", "k")
        case .million: ("млн", "M")
        case .billion: ("млрд", "bn")
        case .total: ("Итого", "Total")
        }
    }
}
