internal import Messages

/// The words of statements and approval sheets on paper and in workbooks.
enum DocumentWords {
    static let statement = LocalizedText(en: "Statement of pay", ru: "Расчётный листок")
    static let company = LocalizedText(en: "Company", ru: "Компания")
    static let person = LocalizedText(en: "Person", ru: "Сотрудник")
    static let period = LocalizedText(en: "Period", ru: "Период")
    static let state = LocalizedText(en: "State of the period", ru: "Состояние периода")
    static let run = LocalizedText(en: "Run", ru: "Расчёт")
    static let rules = LocalizedText(en: "Rules", ru: "Правила")
    static let approvers = LocalizedText(en: "Approved by", ru: "Утвердили")
    static let asOf = LocalizedText(en: "As of", ru: "По состоянию на")
    static let chain = LocalizedText(en: "Chain of records", ru: "Цепочка записей")
    static let payable = LocalizedText(en: "Payable", ru: "К выплате")
    static let awards = LocalizedText(en: "Awards", ru: "Начислено")
    static let award = LocalizedText(en: "Award", ru: "Начисление")
    static let amount = LocalizedText(en: "Amount", ru: "Сумма")
    static let total = LocalizedText(en: "Total", ru: "Всего")
    static let corrections = LocalizedText(
        en: "Corrections of earlier periods", ru: "Исправления прежних периодов")
    static let correction = LocalizedText(en: "Correction of", ru: "Исправление")
    static let movements = LocalizedText(en: "What became of it", ru: "Что стало с деньгами")
    static let what = LocalizedText(en: "What", ru: "Что")
    static let composition = LocalizedText(en: "How the sum comes together", ru: "Как складывается сумма")
    static let composed = LocalizedText(
        en: "The way to what is payable; what takes away is hatched",
        ru: "Путь к сумме к выплате; что уменьшает, заштриховано")
    static let reasons = LocalizedText(en: "Why", ru: "Почему")
    static let step = LocalizedText(en: "Award, figure, event", ru: "Начисление, показатель, событие")
    static let figure = LocalizedText(en: "Figure", ru: "Значение")
    static let targetPay = LocalizedText(en: "Pay on target", ru: "Целевая выплата")
    static let start = LocalizedText(en: "Start", ru: "Начало")
    static let draft = LocalizedText(
        en: "A draft: it may still change before the period is approved.",
        ru: "Черновик: до утверждения периода он ещё может измениться.")
    static let otherVersion = LocalizedText(
        en: "The explanation is made by this version of the program and differs from the run. The run's sums hold.",
        ru: "Объяснение составлено этой версией программы и отличается от расчёта. Верны суммы расчёта.")
    static let withoutRemarks = LocalizedText(
        en: "Calculated by an earlier version, which kept no remarks.",
        ru: "Рассчитано прежней версией, которая не сохраняла замечаний.")
    static let nothing = LocalizedText(en: "Nothing was awarded.", ru: "Ничего не начислено.")

    // MARK: Workbook

    static let plan = LocalizedText(en: "Plan", ru: "План")
    static let component = LocalizedText(en: "Component", ru: "Часть")
    static let from = LocalizedText(en: "From", ru: "С")
    static let last = LocalizedText(en: "To", ru: "По")
    static let remarks = LocalizedText(en: "Remarks", ru: "Замечания")
    static let level = LocalizedText(en: "Level", ru: "Уровень")
    static let unit = LocalizedText(en: "Unit", ru: "Единица")
    static let formula = LocalizedText(en: "Formula", ru: "Формула")
    static let basis = LocalizedText(en: "What it rests on", ru: "На чём основано")
    static let value = LocalizedText(en: "Value", ru: "Значение")
}
