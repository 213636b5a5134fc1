internal import Calculation
internal import Company
internal import Credentials
internal import Identity
internal import Ledger
internal import Live
internal import Messages
internal import Payroll
internal import Periods
internal import Quantities
internal import Reports
internal import Storage

/// Money and missing values as programs read them.
enum APIValues {
    /// `{"amount":"57400.00","currency":"RUB"}`
    static func money(_ minorUnits: some BinaryInteger, _ currency: Currency) -> JSONValue {
        .object(["amount": .text(MoneyText.text(minorUnits, in: currency)), "currency": .text(currency.code)])
    }

    /// `{"missing":{"reason":"no-target","text":"…"}}`, never null or 0.
    static func missing(_ code: String, _ text: String) -> JSONValue {
        .object(["missing": .object(["reason": .text(code), "text": .text(text)])])
    }

    /// An answer with the tag of its version.
    static func answer(_ value: JSONValue) -> Answer {
        let answer = Answer.json(value)
        return answer.with("ETag", EntityTag.of(answer.bytes))
    }
}

/// Pay for programs: the digits of the pages.
enum PayAPI {
    static let me: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let roles = try asked.site.grants.roles(of: permit.reader.user, on: asked.site.today)
        return APIValues.answer(
            .object([
                "person": .text(permit.reader.person),
                "roles": .list(roles.map(\.rawValue).sorted().map(JSONValue.text)),
                "rights": .object(
                    Dictionary(
                        uniqueKeysWithValues: Right.allCases.compactMap { right in
                            permit.reader.rights[right].map { (right.rawValue, JSONValue.text("\($0)")) }
                        })),
            ]))
    }

    static let pay: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        let subject = permit.subject
        guard
            let period = try subject.period ?? asked.query["period"].map({ try named($0, subject.company) })
                ?? asked.site.currentPeriod(subject.company)
        else { throw Problem.absent }
        let version = try asked.site.company.version()
        let name = "\(subject.person) \(period) \(asked.language)"
        if let known = asked.site.answers.answer(name, version) { return known }
        let reading = try PayReading(asked, subject)
        if let own = try reading.cycle.recordedPay(of: subject.person, period: period.description), own.isSeen {
            let answer = APIValues.answer(recorded(own, reading))
            asked.site.answers.note(answer, name, version)
            return answer
        }
        guard let now = try reading.now(in: period) else { throw Problem.starting }
        let answer = APIValues.answer(try PayAPI.now(now.lines, now.shown, period, reading))
        // What is being calculated anew is another in a moment, without another record.
        if !now.shown.isOld { asked.site.answers.note(answer, name, version) }
        return answer
    }

    private static func named(_ name: String, _ company: CompanyModel) throws -> Period {
        guard let period = company.calendar.parse(name), period.description == name,
            period.kind == company.ledgerRules.period
        else { throw Problem.absent }
        return period
    }

    private static func recorded(_ own: RecordedPay, _ reading: PayReading) -> JSONValue {
        let currency = reading.pay.company.currency
        let lines = own.run.lines.map { line -> JSONValue in
            let amount =
                line.amount.map { APIValues.money($0, currency) }
                ?? APIValues.missing(line.reason?.code ?? "", line.reason?.text[reading.language] ?? "")
            return .object([
                "plan": .text(line.plan), "component": .text(line.component), "period": .text(line.period),
                "from": .text(line.from), "until": .text(line.until), "pay": amount,
            ])
        }
        let pay = own.pay
        return .object([
            "person": .text(reading.pay.person), "period": .text(own.run.period), "state": .text(own.state.rawValue),
            "run": .text(own.run.id), "lines": .list(lines), "earned": APIValues.money(pay.granted, currency),
            "payable": APIValues.money(pay.payable, currency), "paid": APIValues.money(pay.paid, currency),
            "held": APIValues.money(-(Int128(pay.held) + Int128(pay.released)), currency),
            "deferred": APIValues.money(-Int128(pay.deferred), currency),
        ])
    }

    private static func now(
        _ own: [AwardLine], _ shown: LiveFigures.Shown, _ period: Period, _ reading: PayReading
    ) throws -> JSONValue {
        let currency = reading.pay.company.currency
        let model = shown.board.model
        let sum = own.reduce(Int128(0)) { $0 + Int128($1.amount.value?.minorUnits ?? 0) }
        let lines = own.map { line -> JSONValue in
            let plan = model.plans[line.plan]
            let amount =
                line.amount.value.map { APIValues.money($0.minorUnits, currency) }
                ?? APIValues.missing(
                    line.amount.reason?.code ?? "", line.amount.reason?.text[reading.language] ?? "")
            return .object([
                "plan": .text(plan.name), "component": .text(plan.line(line.component).name),
                "period": .text(line.participation.period.description),
                "from": .text(line.participation.days.from.description),
                "until": .text(line.participation.days.until.description), "pay": amount,
            ])
        }
        return .object([
            "person": .text(reading.pay.person), "period": .text(period.description), "state": .text("open"),
            "as_of": .text(shown.at.description), "lines": .list(lines),
            "earned": APIValues.money(sum, currency),
        ])
    }
}
