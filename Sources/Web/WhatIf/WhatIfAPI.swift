internal import Calculation
internal import Company
internal import Credentials
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// What would be paid if, for programs: the answers of `stimul what-if`. Nothing is written.
enum WhatIfAPI {
    /// The most awards and people that an answer lists; its total counts all.
    static let mostRows = 1_000

    static let ask: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let site = asked.site
        let cycle = try site.company.cycle()
        guard try cycle.hasRows() else { throw Refusal.nothingImported }
        let company = try site.company.reference()
        let question = try WhatIfQuestion(asked.body, company.calendar)
        let reach = try WhatIfReach(asked, permit.reader, company)
        let person = asked.body["person"]?.text
        if let person { try check(person, permit.reader, company, reach) }
        try await reach.check(question) { try await site.asked.companyNow(cycle).company.model }
        let (language, currency) = (asked.language, company.currency)
        let number = try site.aside.begin(.whatIf, question.period, by: permit.reader.person) {
            let comparison = try await question.comparison(
                cycle, site.asked, person: person, tellingAll: reach.isAll)
            let seen = try reach.seen(comparison, of: person)
            return String(decoding: value(seen, currency, language).bytes, as: UTF8.self)
        }
        return try await answer(number, asked)
    }

    /// Whoever one may not ask about is not there, like somebody whom nobody knows.
    private static func check(
        _ person: String, _ reader: Reader, _ company: CompanyModel, _ reach: WhatIfReach
    ) throws {
        let mayBe = reach.isAll || person == reader.person || reader.rights[.seePay] == .team
        guard mayBe, company.people.number(of: person) != nil else { throw Problem.absent }
    }

    /// The answer, if it is there in a moment; else where to ask for it.
    private static func answer(_ number: Int64, _ asked: Asked) async throws -> Answer {
        switch try await asked.site.aside.settled(number) {
        case .done(let text): return .json(try JSONReading.value(Array(text.utf8)))
        case .failed(let problem): throw problem
        case .working:
            guard let job = try asked.site.store.job(number) else { throw Problem.absent }
            return Answer.json(JobAPI.value(job, asked.language), status: 202)
                .with("Location", Addresses.of(["api", "v1", "jobs", String(number)]).text)
        }
    }

    // MARK: As programs read it

    static func value(_ comparison: PayComparison, _ currency: Currency, _ language: PageLanguage) -> JSONValue {
        let moved = comparison.moved
        let people = comparison.byPerson.filter(\.sides.differ)
        let awards = moved.prefix(mostRows).map { award -> JSONValue in
            .object(
                sides(award.sides, currency, language).merging([
                    "person": .text(award.key.person), "plan": .text(award.key.plan),
                    "component": .text(award.key.component), "period": .text(award.key.period.description),
                ]) { first, _ in first })
        }
        let totals = people.prefix(mostRows).map { total -> JSONValue in
            .object(
                sides(total.sides, currency, language).merging(["person": .text(total.person)]) { first, _ in first })
        }
        return .object([
            "awards": .list(awards), "people": .list(totals),
            "total": .object(sides(comparison.total, currency, language)),
            "left_out": .whole(Int64(max(moved.count - mostRows, people.count - mostRows, 0))),
        ])
    }

    /// A side that pays nobody there is left out.
    private static func sides(
        _ sides: PayComparison.Sides, _ currency: Currency, _ language: PageLanguage
    ) -> [String: JSONValue] {
        var members = ["difference": APIValues.money(sides.difference, currency)]
        members["now"] = sides.now.map { side($0, currency, language) }
        members["then"] = sides.then.map { side($0, currency, language) }
        return members
    }

    private static func side(
        _ pay: PayComparison.Pay, _ currency: Currency, _ language: PageLanguage
    ) -> JSONValue {
        guard let reason = pay.reasons.first, pay.minorUnits == 0 else {
            return APIValues.money(pay.minorUnits, currency)
        }
        return APIValues.missing(reason.code, reason.text[language])
    }

    // MARK: The route

    private static let row = JSONSchema.object([
        .member("kind", .text()), .optional("id", .text()), .member("fields", .named(.eventFields)),
    ])
    private static let known = JSONSchema.object([
        .member("kind", .text()), .member("id", .text()), .member("fields", .named(.eventFields)),
    ])

    /// What it takes and answers.
    static let operation = APIOperation(
        request: .object([
            .optional(
                "add", .list(row, 1...WhatIfQuestion.mostRows), Words(ru: "ещё строки", en: "one row more, each")),
            .optional(
                "change", .list(known, 1...WhatIfQuestion.mostRows),
                Words(ru: "другие значения событий", en: "other values of events")),
            .optional(
                "cancel",
                .list(
                    .object([.member("kind", .text()), .member("id", .text())]), 1...WhatIfQuestion.mostRows),
                Words(ru: "события, которых не было", en: "events that are not there")),
            .optional(
                "plan", .text(1...500_000),
                Words(
                    ru: "текст, описания которого заменяют одноимённые",
                    en: "a text whose definitions take the place of those with the same name")),
            .optional(
                "from", .text(10...10, .day),
                Words(ru: "с какого дня действуют планы текста", en: "the day from which its plans are in force")),
            .optional(
                "without", .list(.text(), 1...100), Words(ru: "без этих планов", en: "plans that are left out")),
            .optional("period", .text(1...20), Words(ru: "без него — все", en: "all when left out")),
            .optional("person", .text(), Words(ru: "только о нём", en: "about him only")),
        ]),
        answers: [APIAnswer(200, .named(.whatIf)), APIAnswer(202, .named(.job), hasLocation: true)],
        refusals: [404, 409], rate: .money)

    /// What is answered.
    static let schema = JSONSchema.object([
        .member(
            "awards",
            .list(
                .object(
                    [
                        .member("person", .text()), .member("plan", .text()), .member("component", .text()),
                        .member("period", .text()),
                    ] + sidesSchema)), Words(ru: "что меняется", en: "what moves")),
        .member("people", .list(.object([.member("person", .text())] + sidesSchema))),
        .member("total", .object(sidesSchema)),
        .member(
            "left_out", .whole(0...Int64.max),
            Words(ru: "сколько строк не перечислено", en: "how many rows are not listed")),
    ])

    private static let sidesSchema: [JSONSchema.Member] = [
        .optional("now", .named(.amount), Words(ru: "сейчас", en: "as it is")),
        .optional("then", .named(.amount), Words(ru: "станет", en: "as it would be")),
        .member("difference", .named(.money)),
    ]
}
