internal import Formulas
internal import Periods

extension KPILibrary {
    static let people = [strategyFit, staffTurnover, teamSpirit]

    private static let strategyFit = KPICard(
        "K15", .people,
        title: .init(en: "Fit of the project to strategy", ru: "Соответствие проекта стратегии"),
        meaning: .init(
            en: "How well the finished project serves the strategy, rated by the acceptance committee.",
            ru: "Насколько готовый проект служит стратегии, по оценке приёмной комиссии."),
        .entered(
            .init(
                en: "it is the rating of the acceptance committee; enter it with the minutes as evidence",
                ru: "это оценка приёмной комиссии; вводится с протоколом в качестве основания")),
        in: .percent,
        assessed: .init(en: "project manager", ru: "руководитель проекта"),
        periods: [.quarter, .half, .year],
        usedFor: .init(en: "bonus for the project", ru: "премия за проект"))

    private static let staffTurnover = KPICard(
        "K21", .people,
        title: .init(en: "Staff turnover", ru: "Текучесть кадров"),
        meaning: .init(
            en: "Leavers out of the average headcount of the period.",
            ru: "Уволившиеся относительно средней численности за период."),
        .formula("(Nув / Nср) × 100%"), in: .percent, better: .lower,
        inputs: [
            .init("Nув", .pieces, en: "people who left", ru: "уволившихся"),
            .init("Nср", .pieces, en: "average headcount", ru: "средняя численность"),
        ],
        assessed: .init(en: "HR director, heads of units", ru: "директор по персоналу, руководители подразделений"),
        periods: [.quarter, .half, .year],
        usedFor: .init(en: "diagnosis of management", ru: "диагностика управления"))

    private static let teamSpirit = KPICard(
        "K41", .people,
        title: .init(en: "Loyalty and team spirit", ru: "Лояльность и командный дух"),
        meaning: .init(
            en: "The result of a short anonymous survey of the unit.",
            ru: "Итог короткого анонимного опроса подразделения."),
        .entered(
            .init(
                en: "it is the result of a survey; enter it for the unit, never for a person",
                ru: "это итог опроса; вводится по подразделению, а не по человеку")),
        in: .percent,
        assessed: .init(en: "unit, its head", ru: "подразделение, его руководитель"),
        periods: [.quarter, .half, .year],
        usedFor: .init(en: "care for the team", ru: "забота о команде"))
}
