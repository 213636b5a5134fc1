import Periods

/// A promise to a client, and what became of it.
struct AlfaPromise {
    var id = ""
    let made: CivilDay
    let due: CivilDay
    let client: String
    let contact: String
    let owner: String
    var receiver = ""
    var kind = "promise"
    var weight = 1
    var weighedBy = ""
    let text: String
    var state = "made"
    var accepted: CivilDay?
    var done: CivilDay?
    var confirmed: CivilDay?
    var confirmedBy = ""
    var enteredBy = ""
    var evidence = ""
    var ended: CivilDay?
    var denied: CivilDay?
    var replaces = ""
}

extension AlfaPromise {
    private static let texts = [
        "Расчёт доставки по складам", "Прайс с новой фасовкой", "Образцы бытовой химии", "Сверка взаиморасчётов",
        "График поставок на месяц", "Замена повреждённых паллет", "Ответ по отсрочке", "Макет полки",
        "Обучение продавцов", "Письмо о качестве партии",
    ]

    /// The promises of the year in the order of their days; those with a number are planted.
    static func all(_ accounts: [AlfaAccount], _ generator: SeededGenerator) -> [AlfaPromise] {
        var promises = planted
        for account in accounts {
            var generator = generator.stream("promises \(account.id)")
            for quarter in 0..<4 {
                for _ in 0..<generator.within(2...4) { promises += one(account, quarter, &generator) }
            }
        }
        let order = promises.indices.sorted { (promises[$0].made, $0) < (promises[$1].made, $1) }
        var number = 100
        return order.map { place in
            var promise = promises[place]
            if promise.id.isEmpty {
                number += 1
                promise.id = identifier("p", number, width: 4)
            }
            return promise
        }
    }

    /// Most are kept in time; a few late, moved, or released.
    private static func one(
        _ account: AlfaAccount, _ quarter: Int, _ generator: inout SeededGenerator
    ) -> [AlfaPromise] {
        let days =
            SampleYear.months[3 * quarter] + SampleYear.months[3 * quarter + 1] + SampleYear.months[3 * quarter + 2]
        let made = days[generator.below(days.count)]
        let due = SampleYear.working(made, plus: generator.within(6...25))
        let fate = generator.below(100)
        let early = generator.within(0...3)
        let text = generator.pick(texts) ?? ""
        let isHeavy = generator.happens(permille: 150)
        let contact = generator.pick(account.people)?.id ?? account.top.id
        let late = generator.within(1...6)
        // Of what is left unknown little is promised; who leaves in September promises nothing from August on.
        let owner = account.manager(on: made)
        if account.id == AlfaPlanted.blind, quarter > 1 { return [] }
        if owner == "gromov", made >= SampleYear.day(8, 10) { return [] }
        var promise = AlfaPromise(
            made: made, due: due, client: account.id, contact: contact, owner: owner, weight: isHeavy ? 2 : 1,
            text: text)
        switch fate {
        case 0..<3:
            (promise.state, promise.evidence) = ("void", "письмо клиента")
            promise.ended = SampleYear.after(made, workingDays: 1)
            return [promise]
        case 3..<13: promise.done = SampleYear.working(due, plus: late)
        default: promise.done = SampleYear.after(due, workingDays: -min(early, 2))
        }
        guard let done = promise.done, done > made else {
            promise.done = due
            return [confirmed(promise, due)]
        }
        return [confirmed(promise, done)]
    }

    private static func confirmed(_ promise: AlfaPromise, _ done: CivilDay) -> AlfaPromise {
        var promise = promise
        (promise.state, promise.done) = ("kept", done)
        promise.confirmed = SampleYear.after(done, workingDays: 1)
        (promise.confirmedBy, promise.evidence) = (promise.contact, "письмо")
        promise.enteredBy = "rybakova"
        // What would be known only next year is open at the end of this one.
        guard let confirmed = promise.confirmed, confirmed < SampleYear.end else {
            promise.confirmed = nil
            (promise.confirmedBy, promise.evidence, promise.enteredBy) = ("", "", "")
            promise.state = done < SampleYear.end ? "done" : "made"
            if done >= SampleYear.end { promise.done = nil }
            return promise
        }
        return promise
    }

    /// R1–R4, R28, R36, and one that was moved with the client's consent.
    private static var planted: [AlfaPromise] {
        func day(_ month: Int, _ day: Int) -> CivilDay { SampleYear.day(month, day) }
        return [
            AlfaPromise(
                id: "p0071", made: day(8, 12), due: day(8, 28), client: "c063", contact: "k0630", owner: "safina",
                weight: 2, text: "Новый график поставок", state: "renegotiated", evidence: "письмо клиента",
                ended: day(8, 20)),
            AlfaPromise(
                id: "p0072", made: day(8, 20), due: day(9, 30), client: "c063", contact: "k0630", owner: "safina",
                weight: 2, text: "Новый график поставок", replaces: "p0071"),
            AlfaPromise(
                id: "p0077", made: day(10, 6), due: day(10, 20), client: AlfaPlanted.emerald, contact: "k0341",
                owner: "sokolova", receiver: "rybakova", weight: 2, text: "Расчёт доставки по трём складам",
                state: "accepted", accepted: day(10, 7)),
            AlfaPromise(
                id: "p0078", made: day(10, 12), due: day(10, 30), client: "c061", contact: "k0610", owner: "galeev",
                receiver: "rybakova", text: "Сверка за третий квартал"),
            AlfaPromise(
                id: "p0079", made: day(10, 9), due: day(10, 30), client: "c029", contact: "k0290", owner: "sokolova",
                kind: "answer", text: "Возможна ли отгрузка по субботам"),
            AlfaPromise(
                id: "p0081", made: day(8, 31), due: day(9, 14), client: "c090", contact: "k0900", owner: "lebedeva",
                text: "Образцы новой линейки"),
            AlfaPromise(
                id: "p0082", made: day(6, 29), due: day(7, 15), client: "c095", contact: "k0950", owner: "voronin",
                text: "Замена повреждённых паллет"),
            AlfaPromise(
                id: "p0083", made: day(8, 10), due: day(8, 20), client: "c065", contact: "k0650", owner: "safina",
                text: "Обучение продавцов", state: "broken", done: day(8, 19), confirmed: day(8, 20),
                confirmedBy: "лист обучения", enteredBy: "khasanova", evidence: "звонок закупщику 8 октября",
                denied: day(10, 8)),
            AlfaPromise(
                id: "p0084", made: day(9, 10), due: day(11, 10), client: "c031", contact: "k0310", owner: "gromov",
                text: "Условия на новогодний ассортимент"),
            AlfaPromise(
                id: "p0085", made: day(9, 14), due: day(11, 20), client: "c033", contact: "k0330", owner: "gromov",
                text: "Макет полки для двух залов"),
        ]
    }
}
