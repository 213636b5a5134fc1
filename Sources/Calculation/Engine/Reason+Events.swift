internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension Reason {
    static let overflow = Reason(QuantityError.overflow(.addition))

    static let noEvents = Reason(
        "no-data", LocalizedText(en: "nothing is recorded at all", ru: "ничего не записано"))

    static let noEventsHere = Reason(
        "no-events", LocalizedText(en: "there are no such events in this time", ru: "таких событий за это время нет"))

    static func noDataYet(_ first: CivilDay) -> Reason {
        Reason(
            "no-data", ["first": .name(first.description)],
            LocalizedText(en: "the data begin on \(first)", ru: "данные начинаются с \(first)"))
    }

    static let creditedToNobody = Reason(
        "credited-to-nobody",
        LocalizedText(
            en: "it is credited to nobody; only company(…) has a value",
            ru: "показатель никому не засчитывается; значение есть только у company(…)"))

    static func noTarget(_ metric: String, _ subject: String, _ period: String) -> Reason {
        Reason(
            "no-target", ["metric": .name(metric), "subject": .name(subject), "period": .name(period)],
            LocalizedText(
                en: "no target for \(metric), \(subject), \(period)", ru: "нет плана: \(metric), \(subject), \(period)")
        )
    }

    static func targetNotPositive(_ target: FixedDecimal) -> Reason {
        Reason(
            "target-not-positive", ["target": .name(target.description)],
            LocalizedText(en: "the target is \(target), not above zero", ru: "план \(target), а не больше нуля"))
    }

    static func notEntered(_ metric: String, _ subject: String, _ period: String) -> Reason {
        Reason(
            "not-entered", ["metric": .name(metric), "subject": .name(subject), "period": .name(period)],
            LocalizedText(
                en: "nobody entered \(metric) for \(subject), \(period)",
                ru: "никто не ввёл \(metric): \(subject), \(period)"))
    }

    static let endless = Reason(
        "endless",
        LocalizedText(
            en: "everything recorded has no first or no last day, so its days cannot be counted",
            ru: "у всего записанного нет первого или последнего дня, дни не сосчитать"))

    static let noPersonHere = Reason(
        "no-person", LocalizedText(en: "a group has no personal fields", ru: "у группы нет личных полей"))

    static let noUnit = Reason(
        "no-unit",
        LocalizedText(
            en: "the person belongs to no unit in this time", ru: "человек в это время ни в каком подразделении"))

    static func notGiven(_ figure: String) -> Reason {
        Reason(
            "not-given", ["figure": .name(figure)],
            LocalizedText(en: "the test gives no value for \(figure)", ru: "тест не даёт значения для \(figure)"))
    }
}
