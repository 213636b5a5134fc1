internal import Formulas
internal import Periods

extension KPILibrary {
    static let activity = [effectiveCalls, callDuration, activityCount]

    private static let effectiveCalls = KPICard(
        "K13", .activity,
        title: .init(en: "Share of effective calls", ru: "Доля результативных звонков"),
        meaning: .init(
            en:
                "Calls that reached their aim out of all calls. Of several sellers: sum over sum, never a mean of shares.",
            ru: "Звонки, достигшие цели, среди всех. По нескольким продавцам — сумма к сумме, а не среднее долей."),
        .formula("(Nр / Nобщ) × 100%"), in: .percent,
        inputs: [
            .init("Nр", .pieces, en: "calls that reached their aim", ru: "результативных звонков"),
            .init("Nобщ", .pieces, en: "all calls", ru: "всех звонков"),
        ],
        assessed: .init(en: "sales manager", ru: "менеджер по продажам"),
        periods: [.day, .week, .month],
        usedFor: .init(en: "training, bonus", ru: "обучение, премия"))

    private static let callDuration = KPICard(
        "K14", .activity,
        title: .init(en: "Mean duration of a call", ru: "Средняя продолжительность звонков"),
        meaning: .init(
            en: "Minutes for each call; both a long and a short mean need an explanation.",
            ru: "Минут на один звонок; объяснения требует и долгий, и короткий разговор."),
        .formula("T / Nз"), in: .minutes, better: .target,
        inputs: [
            .init("T", .minutes, en: "duration of all calls", ru: "общая продолжительность звонков"),
            .init("Nз", .pieces, en: "number of calls", ru: "число звонков"),
        ],
        assessed: .init(en: "sales manager", ru: "менеджер по продажам"),
        periods: [.day, .week, .month],
        usedFor: .init(en: "training, workload", ru: "обучение, нагрузка"))

    private static let activityCount = KPICard(
        "K30", .activity,
        title: .init(en: "Activity", ru: "Активность"),
        meaning: .init(
            en: "Calls, meetings and negotiations together. Watch their quality (K13) beside their number.",
            ru: "Звонки, встречи и переговоры вместе. Рядом с числом смотрят на качество (K13)."),
        .formula("Nз + Nвстр + Nпер"), in: .pieces,
        inputs: [
            .init("Nз", .pieces, en: "calls", ru: "звонков"),
            .init("Nвстр", .pieces, en: "meetings", ru: "встреч"),
            .init("Nпер", .pieces, en: "negotiations", ru: "переговоров"),
        ],
        assessed: .init(en: "manager", ru: "менеджер"),
        periods: [.day, .week, .month],
        usedFor: .init(en: "control of the first months, training", ru: "контроль первых месяцев, обучение"))
}
