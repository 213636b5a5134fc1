/// The words of the pages of figures.
public enum KPIWords {
    /// There are none.
    public static let none = Words(ru: "Показателей нет", en: "No figures")
    /// What follows.
    public static let noneText = Words(
        ru: "Показатели описываются в тексте компании; ниже библиотека готовых.",
        en: "Figures are defined in the company's text; the library below has them ready made.")
    /// The company's.
    public static let own = Words(ru: "Показатели компании", en: "The company's figures")
    /// Which way is good.
    public static let better = Words(ru: "Лучше", en: "Better")
    /// The bundled ones.
    public static let library = Words(ru: "Библиотека показателей", en: "Library of KPIs")
    /// What it is.
    public static let libraryText = Words(
        ru: "Готовые карточки, которые компания может взять по коду.",
        en: "Cards ready made, which a company takes by their code.")
    /// The field.
    public static let position = Words(ru: "Должность или название", en: "Position or name")
    /// What helps.
    public static let positionHint = Words(ru: "Например, менеджер.", en: "For instance manager.")
    /// The button.
    public static let show = Words(ru: "Показать", en: "Show")
    /// Nothing found.
    public static let noCard = Words(ru: "В библиотеке такого нет.", en: "The library has none like that.")
    /// A column.
    public static let code = Words(ru: "Код библиотеки", en: "Code of the library")
    /// A column.
    public static let assessed = Words(ru: "Кого оценивают", en: "Who is assessed")
    /// A column.
    public static let formula = Words(ru: "Формула", en: "Formula")
    /// The card.
    public static let card = Words(ru: "Карточка показателя", en: "The card")
    /// The formula of the text.
    public static let asWritten = Words(ru: "Запись в тексте", en: "As the text writes it")
    /// Where it comes from.
    public static let source = Words(ru: "Откуда данные", en: "Source")
    /// Entered by hand.
    public static let entered = Words(ru: "вводит человек, с подтверждением", en: "entered by a person, with evidence")
    /// A row.
    public static let ifRises = Words(ru: "Если растёт", en: "If it rises")
    /// A row.
    public static let ifFalls = Words(ru: "Если падает", en: "If it falls")
    /// A row.
    public static let usedFor = Words(ru: "Для чего", en: "Used for")
    /// A row.
    public static let periods = Words(ru: "За какие периоды", en: "Periods")
    /// A row.
    public static let owner = Words(ru: "Кто отвечает", en: "Owner")
    /// A row.
    public static let controllability = Words(ru: "Насколько зависит от сотрудника", en: "How far one controls it")
    /// A row.
    public static let maxAge = Words(ru: "Данные не старше", en: "Data no older than")
    /// The reader's figures.
    public static let mine = Words(ru: "Мои значения", en: "My figures")
    /// What it is.
    public static let actual = Words(ru: "Факт", en: "Actual")
    /// What it should be.
    public static let target = Words(ru: "План", en: "Target")
    /// Of a head.
    public static let withReports = Words(ru: "вместе с подчинёнными", en: "with those who report to you")
    /// The place.
    public static let rank = Words(ru: "Место", en: "Rank")
    /// Which.
    public static func place(_ place: Int, _ count: Int) -> Words {
        Words(ru: "\(place) из \(count)", en: "\(place) of \(count)")
    }
    /// Among whom.
    public static let rankText = Words(
        ru: "Среди людей на том же плане и должности.", en: "Among those on the same plan and position.")
    /// The drawing.
    public static let trend = Words(ru: "Двенадцать периодов", en: "Twelve periods")
    /// For those who do not see it.
    public static let trendAbout = Words(
        ru: "Линия значений по периодам, планы отмечены отдельно.",
        en: "A line of the figures by period, with targets marked beside it.")
}
