public import HTML

/// The words of pay periods.
public enum PeriodWords {
    /// The table of all.
    public static let table = Words(ru: "Периоды выплат", en: "Pay periods")
    /// Columns.
    public static let period = Words(ru: "Период", en: "Period")
    /// How far it has come.
    public static let state = Words(ru: "Состояние", en: "State")
    /// The run.
    public static let run = Words(ru: "Расчёт", en: "Run")
    /// Who approved.
    public static let approvers = Words(ru: "Утвердили", en: "Approved by")
    /// What becomes payable.
    public static let payable = Words(ru: "К выплате", en: "Payable")
    /// What was paid.
    public static let paid = Words(ru: "Выплачено", en: "Paid")
    /// Open disputes.
    public static let disputes = Words(ru: "Открытые возражения", en: "Open disputes")
    /// Nothing yet.
    public static let none = Words(ru: "Ещё ничего не рассчитано", en: "Nothing is calculated yet")
    /// What to do then.
    public static let noneText = Words(
        ru: "Выберите период и рассчитайте его.", en: "Choose a period and calculate it.")
    /// The people of a run.
    public static let people = Words(ru: "Люди", en: "People")
    /// A person.
    public static let person = Words(ru: "Сотрудник", en: "Person")
    /// Awards.
    public static let awards = Words(ru: "Начислено", en: "Awards")
    /// Corrections and adjustments.
    public static let changes = Words(ru: "Исправления и корректировки", en: "Corrections and adjustments")
    /// What is held back or released.
    public static let withheld = Words(ru: "Удержано (−), освобождено (+)", en: "Held (−), released (+)")
    /// Draws and debts.
    public static let advances = Words(ru: "Авансы и долги", en: "Draws and debts")
    /// Everybody.
    public static let total = Words(ru: "Итого", en: "Total")
    /// What was done.
    public static let history = Words(ru: "Кто, что и когда", en: "Who did what, when")
    /// When.
    public static let when = Words(ru: "Время (UTC)", en: "Time (UTC)")
    /// Who.
    public static let who = Words(ru: "Кто", en: "Who")
    /// What.
    public static let what = Words(ru: "Что", en: "What")
    /// Why.
    public static let reason = Words(ru: "Причина", en: "Reason")
    /// What can be done now.
    public static let steps = Words(ru: "Что дальше", en: "What comes next")
    /// What is to be known of the run.
    public static let remarks = Words(ru: "На что обратить внимание", en: "What to look at")
    /// What a step takes.
    public static let notNow = Words(ru: "Сейчас нельзя", en: "Not now")
    /// A calculation that goes on.
    public static let calculating = Words(ru: "Идёт расчёт", en: "Calculating")
    /// Who began it.
    public static func since(_ time: String, _ actor: String) -> Words {
        Words(
            ru: "Начат в \(time), начал(а) \(actor). Страница обновится сама.",
            en: "Since \(time), by \(actor). This page reloads itself.")
    }
    /// A calculation that failed.
    public static let failed = Words(ru: "Расчёт не удался", en: "The calculation failed")
    /// Choosing a period to calculate.
    public static let another = Words(ru: "Рассчитать другой период", en: "Calculate another period")
    /// How a period is written.
    public static let periodHint = Words(ru: "Например, 2026-01", en: "For instance 2026-01")
    /// The sentence of a state.
    public static let nothingBlocks = Words(ru: "Ничто не мешает.", en: "Nothing stands in the way.")
    /// People in a sentence.
    public static let forPeople = CountWords(ru: "человека", "человек", "человек", en: "person", "people")
    /// What the check page asks.
    public static let check = Words(ru: "Проверьте", en: "Check")
    /// What follows.
    public static let follows = Words(ru: "Что произойдёт", en: "What follows")
    /// The confirmation.
    public static let done = Words(ru: "Сделано", en: "Done")
    /// A reason for opening again.
    public static let reasonHint = Words(
        ru: "Причина останется в истории.", en: "The reason stays in the history.")
    /// The sheet that those who approve sign.
    public static let approvalSheet = Words(ru: "Лист утверждения (PDF)", en: "Approval sheet (PDF)")
    /// The payroll as a workbook.
    public static let payroll = Words(ru: "Ведомость (XLSX)", en: "Payroll (XLSX)")
}

/// A step of a period, as pages name it.
public enum StepWords: String, Sendable, CaseIterable {
    /// In the order of a period's life.
    case calculate, review, approve, pay, close, reopen

    /// The name of the step.
    public var title: Words {
        switch self {
        case .calculate: Words(ru: "Рассчитать", en: "Calculate")
        case .review: Words(ru: "Показать людям", en: "Show people their statements")
        case .approve: Words(ru: "Утвердить", en: "Approve")
        case .pay: Words(ru: "Выплатить", en: "Pay")
        case .close: Words(ru: "Закрыть", en: "Close")
        case .reopen: Words(ru: "Открыть снова", en: "Open again")
        }
    }

    /// What follows from it.
    public var follows: Words {
        switch self {
        case .calculate:
            Words(
                ru:
                    "Период будет рассчитан по правилам и данным на сейчас. Прежние утверждения этого расчёта пропадут.",
                en: "The period is calculated by the rules and rows of now. Approvals of an earlier run are void.")
        case .review:
            Words(
                ru: "Люди увидят свои расчётные листки и смогут их оспорить.",
                en: "People see their statements and may dispute them.")
        case .approve:
            Words(
                ru:
                    "После второго утверждения суммы будут проведены по книге. Утверждают двое, кому этот расчёт не платит.",
                en: "With the second approval the amounts are posted. Two people approve whom this run does not pay.")
        case .pay:
            Words(
                ru: "Всё, что к выплате, будет передано в ведомость.",
                en: "Everything payable is handed to payroll.")
        case .close:
            Words(
                ru: "Период закончится: всё, что придёт позже, пойдёт в следующий.",
                en: "The period ends; what comes later is posted in a later one.")
        case .reopen:
            Words(
                ru: "Расчёт будет отозван. Проведённое останется, разница пройдёт рядом.",
                en: "The calculation is withdrawn. What was posted stays, the difference is posted beside it.")
        }
    }

    /// The button: it names the act, and the sum where there is one.
    public func button(_ sum: String?, _ people: String?, _ language: Language) -> String {
        let parts = [title[language], sum].compactMap(\.self).joined(separator: " ")
        guard let people else { return parts }
        return parts + (language == .ru ? " для " : " for ") + people
    }

    /// What is said once it is done.
    public var done: Words {
        switch self {
        case .calculate: Words(ru: "Период рассчитан.", en: "The period is calculated.")
        case .review: Words(ru: "Листки показаны людям.", en: "People see their statements now.")
        case .approve: Words(ru: "Ваше утверждение записано.", en: "Your approval is recorded.")
        case .pay: Words(ru: "Суммы переданы к выплате.", en: "The amounts are handed to payroll.")
        case .close: Words(ru: "Период закрыт.", en: "The period is closed.")
        case .reopen: Words(ru: "Период открыт снова.", en: "The period is open again.")
        }
    }
}
