internal import Company
internal import HTML
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// Changes of pay by hand for programs: proposed by one, decided by another.
enum AdjustmentAPI {
    static let list: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let gate = Gate(asked: asked)
        let period = asked.query["period"]
        let seen = try cycle.adjustments().filter { adjustment in
            try (period == nil || adjustment.period == period)
                && gate.may(
                    .seePay, of: adjustment.person, in: company.calendar.parse(adjustment.period), permit.reader,
                    company)
        }
        let cursor = APICursor(asked, list: "adjustments", filter: ["period"])
        let after = try cursor.position.flatMap { Int64($0) } ?? 0
        let rest = seen.filter { $0.number > after }
        let shown = rest.prefix(cursor.limit)
        return APIValues.answer(
            cursor.page(
                "adjustments", shown.map { value($0, company.currency) },
                next: rest.count > shown.count ? shown.last.map { String($0.number) } : nil))
    }

    static let propose: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let number: Int64
        if let earlier = asked.recorded("adjustment") {
            number = earlier
        } else {
            let new = try proposal(asked.body)
            number = try cycle.adjust(new, by: asked.principal(permit.reader, in: new.period)).number
        }
        return try answer(number, cycle, status: 201)
            .with("Location", Addresses.of(["api", "v1", "adjustments", String(number)]).text)
    }

    private static func proposal(_ body: JSONValue) throws -> NewAdjustment {
        guard let amount = try? FixedDecimal(parsing: body["amount"]?.text ?? "") else {
            throw Problem.invalid(
                [
                    BodyFault(
                        pointer: "/amount", text: Words(ru: "Число слишком длинное.", en: "The number is too long."))
                ], code: "bad-body")
        }
        return NewAdjustment(
            person: body["person"]?.text ?? "", period: body["period"]?.text ?? "", amount: amount,
            kind: body["kind"]?.text.flatMap(Adjustment.Kind.init(rawValue:)) ?? .adjustment,
            order: body["order"]?.text ?? "", reason: body["reason"]?.text ?? "")
    }

    static let show: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        return try answer(try seen(asked, permit.reader, cycle).number, cycle)
    }

    static let decide: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let adjustment = try seen(asked, permit.reader, cycle)
        let verdict: Adjustment.Decision.Verdict = asked.body["verdict"]?.text == "approved" ? .approved : .rejected
        if asked.earlier?.isEmpty ?? true {
            try cycle.decide(
                adjustment.number, verdict, reason: asked.body["reason"]?.text ?? "",
                by: asked.principal(permit.reader, in: adjustment.period))
        }
        return try answer(adjustment.number, cycle)
    }

    static let withdraw: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let adjustment = try seen(asked, permit.reader, cycle)
        if asked.earlier?.isEmpty ?? true {
            try cycle.withdraw(
                adjustment.number, reason: asked.body["reason"]?.text ?? "",
                by: asked.principal(permit.reader, in: adjustment.period))
        }
        return try answer(adjustment.number, cycle)
    }

    /// One that is there for this reader: he may see the pay that it changes.
    private static func seen(_ asked: Asked, _ reader: Reader, _ cycle: PayCycle) throws -> Adjustment {
        let company = try cycle.reference()
        guard let number = Int64(asked.part("number")), number > 0,
            let adjustment = try cycle.workspace.read({ try $0.adjustment(number) }),
            try Gate(asked: asked).may(
                .seePay, of: adjustment.person, in: company.calendar.parse(adjustment.period), reader, company)
        else { throw Problem.absent }
        return adjustment
    }

    private static func answer(_ number: Int64, _ cycle: PayCycle, status: Int = 200) throws -> Answer {
        guard let adjustment = try cycle.workspace.read({ try $0.adjustment(number) }) else { throw Problem.absent }
        var answer = APIValues.answer(value(adjustment, try cycle.reference().currency))
        answer.status = status
        return answer
    }

    private static func value(_ adjustment: Adjustment, _ currency: Currency) -> JSONValue {
        var members: [String: JSONValue] = [
            "number": .whole(adjustment.number), "period": .text(adjustment.period),
            "person": .text(adjustment.person), "amount": APIValues.money(adjustment.amount, currency),
            "kind": .text(adjustment.kind.rawValue), "order": .text(adjustment.order),
            "reason": .text(adjustment.reason), "author": .text(adjustment.author),
            "in_force": .flag(adjustment.isInForce),
        ]
        if let decision = adjustment.decision { members["decision"] = value(decision) }
        if let withdrawal = adjustment.withdrawal {
            var own: [String: JSONValue] = ["author": .text(withdrawal.author), "reason": .text(withdrawal.reason)]
            if let decision = withdrawal.decision { own["decision"] = value(decision) }
            members["withdrawal"] = .object(own)
        }
        return .object(members)
    }

    private static func value(_ decision: Adjustment.Decision) -> JSONValue {
        .object([
            "verdict": .text(decision.verdict.rawValue), "actor": .text(decision.actor),
            "reason": .text(decision.reason),
        ])
    }
}
