/// The words of pay and statements.
public enum PayWords {
    /// The section.
    public static let mine = Words(ru: "Мои выплаты", en: "My pay")
    static let earned = Words(ru: "Заработано", en: "Earned")
    static let statement = Words(ru: "Расчётный листок", en: "Statement")
    /// Objecting.
    public static let dispute = Words(ru: "Оспорить", en: "Dispute")
    static let steps = Words(ru: "До следующей ступени", en: "On the way to the next step")
    /// What is left to a step, and what it brings.
    public static func step(_ left: String, _ bound: String, _ gain: String?) -> Words {
        Words(
            ru: "Ещё \(left) до ступени \(bound)" + (gain.map { ": \($0)" } ?? "") + ".",
            en: "\(left) more to the step of \(bound)" + (gain.map { ": \($0)" } ?? "") + ".")
    }
    static let madeOf = Words(ru: "Из чего складывается", en: "What it is made of")
    static let why = Words(ru: "Почему", en: "Why")
    static let stands = Words(ru: "Где эти деньги", en: "Where it stands")
    static let changes = Words(ru: "Исправления прежних периодов", en: "Corrections of earlier periods")
    static let byPeriod = Words(ru: "По периодам", en: "Period by period")
    static let trend = Words(ru: "Заработано по периодам", en: "Earned by period")
    static let trendAbout = Words(
        ru: "Столбики: сколько заработано в каждом периоде.", en: "Bars: what was earned in each period.")
    static let period = Words(ru: "Период", en: "Period")
    static let others = Words(ru: "Другие периоды", en: "Other periods")
    static let payable = Words(ru: "К выплате", en: "Payable")
    static let unfold = Words(ru: "Раскрыть всё", en: "Unfold everything")
    static let fold = Words(ru: "Свернуть", en: "Fold")
    static let forPaper = Words(ru: "Для печати", en: "For paper")
    static let signed = Words(ru: "Подписанный файл", en: "Signed file")
    static let document = Words(ru: "PDF", en: "PDF")
    static let documentOfAll = Words(ru: "PDF со всеми событиями", en: "PDF with all events")
    static let workbook = Words(ru: "Таблица Excel", en: "Workbook")
    static let composition = Words(ru: "Как складывается сумма", en: "How the sum comes together")
    static let waterfall = Words(ru: "Путь к сумме к выплате", en: "The way to what is payable")
    static let waterfallAbout = Words(
        ru:
            "От целевой выплаты, а если её нет — от нуля, до суммы к выплате: ступень на каждое начисление, исправление и удержание.",
        en:
            "From pay on target, or from nothing where there is none, to what is payable: a step for each award, correction and hold."
    )
    static let amount = Words(ru: "Сумма", en: "Amount")
    /// What a period grants.
    public static let awarded = Words(ru: "Начислено", en: "Awarded")
    static let movements = Words(ru: "Что стало с деньгами", en: "What became of it")
    static let what = Words(ru: "Что", en: "What")
    static let facts = Words(ru: "На чём основано", en: "What it rests on")
    static let whyNot = Words(ru: "Почему сделка не моя?", en: "Why not me?")
    static let whyNotText = Words(
        ru: "Укажите событие: листок скажет, кому оно засчитано и по какому правилу.",
        en: "Name an event: you are told to whom it is credited and by which rule.")
    static let eventKind = Words(ru: "Вид события", en: "Kind of event")
    static let eventID = Words(ru: "Номер", en: "Number")
    static let ask = Words(ru: "Показать", en: "Show")
    static let eventSays = Words(ru: "Что записано", en: "What it says")
    static let eventCounts = Words(ru: "Где учтено", en: "Where it counts")
    static let figure = Words(ru: "Показатель", en: "Figure")
    static let counts = Words(ru: "Учтено", en: "Counts")
    static let because = Words(ru: "По какому правилу", en: "By which rule")
}
