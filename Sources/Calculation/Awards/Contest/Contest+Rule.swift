internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension Contest: SharedAward {
    func awards(_ component: Component, _ plan: Plan, _ members: AwardMembers, in context: AwardContext) -> [RawAward] {
        guard let period = members.participations.first?.period else { return [] }
        return context.contest(self, plan, members, EvaluationContext(members.subject, period))
    }

    var takesPartOnce: Bool { true }
    var isDecidedOnce: Bool { true }
    var division: FundDivision? { nil }
}

extension AwardContext {
    /// What each participation of a contest's members wins. A person competes once, with all his days of the period.
    fileprivate func contest(
        _ contest: Contest, _ plan: Plan, _ members: AwardMembers, _ context: EvaluationContext
    ) -> [RawAward] {
        var awards = members.participations.map { _ in RawAward(.value(.zero), [.rankedLater]) }
        var field = Field()
        for contender in contenders(contest, plan, members) {
            for member in contender.members { awards[member.participation] = RawAward(.value(.zero)) }
            switch admit(contender, contest) {
            case .entrant(let entrant): field.entrants.append(entrant)
            case .refused(let award):
                field.outside.append(contender)
                for member in contender.members { awards[member.participation] = award }
            case .open(let open):
                field.open.append(open)
                for member in contender.members { awards[member.participation] = RawAward(.notComputable(open.reason)) }
            }
        }
        do throws(NoPrize) {
            let won = try winnings(contest, field.entrants, plan, context)
            if let trace { explain(contest, field, won, in: context, trace) }
            for (entrant, win) in zip(field.entrants, won) {
                let rivals = contest.form.rivals(of: entrant, field.open)
                let parts = try divide(win, entrant, contest, plan)
                for (member, var award) in zip(entrant.contender.members, parts) {
                    if !rivals.isEmpty { award.remarks.append(.placeOpen(rivals)) }
                    awards[member.participation] = award
                }
            }
            return field.entrants.isEmpty ? awards.map { nobodyEntered($0, contest) } : awards
        } catch {
            return members.participations.map { _ in RawAward(.notComputable(error.reason)) }
        }
    }

    /// One who competes: a person, or a unit with its members.
    struct Contender {
        /// The identifier, which also breaks ties.
        let key: RecordKey
        /// Whose score counts, on which days.
        let context: EvaluationContext
        /// Those who are paid.
        let members: [AwardMember]
    }

    /// A contender who is admitted, with his score.
    struct Entrant {
        let contender: Contender
        let score: FixedDecimal
    }

    /// A contender of whom it is not known whether he takes part, or with which score.
    struct OpenContender {
        let contender: Contender
        /// The score, where only the minimum has no value.
        let score: FixedDecimal?
        /// Why it is not known.
        let reason: Reason
    }

    /// Everybody who competes, or might.
    struct Field {
        var entrants: [Entrant] = []
        /// Those who miss the minimum.
        var outside: [Contender] = []
        var open: [OpenContender] = []
    }

    /// Why no prize of the contest can be told.
    struct NoPrize: Error {
        let reason: Reason
    }

    // MARK: Who competes

    private func contenders(_ contest: Contest, _ plan: Plan, _ members: AwardMembers) -> [Contender] {
        let people = calculator.people(plan, members.participations)
        guard case .units = contest.contenders else {
            return people.map { Contender(key: $0.key, context: $0.context, members: [$0]) }
        }
        guard let period = members.participations.first?.period else { return [] }
        // A plan's test knows one person and no organisation.
        guard evaluator.given == nil else {
            return [
                Contender(key: RecordKey("test"), context: EvaluationContext(members.subject, period), members: people)
            ]
        }
        let byUnit = Dictionary(grouping: people) {
            calculator.unit(of: members.participations[$0.participation], plan)
        }
        return byUnit.compactMap { unit, people in
            unit.map {
                Contender(key: model.units.key($0), context: EvaluationContext(.unit($0), period), members: people)
            }
        }.sorted { $0.key < $1.key }
    }

    /// Whether a contender takes part.
    private enum Admission {
        case entrant(Entrant)
        case refused(RawAward)
        case open(OpenContender)
    }

    private func admit(_ contender: Contender, _ contest: Contest) -> Admission {
        let isAdmitted = contest.minimum.map { evaluator.flag($0, in: contender.context) } ?? .value(true)
        if isAdmitted == .value(false), let minimum = contest.minimum {
            return .refused(RawAward(.value(.zero), [.notAdmitted(model.text(of: minimum))]))
        }
        let score = evaluator.number(contest.score, in: contender.context)
        if let reason = isAdmitted.reason ?? score.reason {
            return .open(OpenContender(contender: contender, score: score.value, reason: reason))
        }
        return .entrant(Entrant(contender: contender, score: score.value ?? .zero))
    }

    private func nobodyEntered(_ award: RawAward, _ contest: Contest) -> RawAward {
        guard case .pot = contest.form, case .value = award.amount else { return award }
        return RawAward(award.amount, award.remarks + [.potNotDivided])
    }

    // MARK: A unit's prize

    /// What the members of an entrant get of his prize: a person all of it, a unit's people by their weights.
    private func divide(
        _ win: Win, _ entrant: Entrant, _ contest: Contest, _ plan: Plan
    ) throws(NoPrize) -> [RawAward] {
        let members = entrant.contender.members
        guard case .units(let divided) = contest.contenders else {
            return try members.map { _ throws(NoPrize) in try award(win.prize, [win.remark]) }
        }
        let unit = Remark.ofUnit(entrant.contender.key.id, win.remark)
        guard case .value(let prize) = win.prize, prize != 0 else {
            return try members.map { _ throws(NoPrize) in try award(win.prize, [unit]) }
        }
        var weights: [(key: RecordKey, weight: FixedDecimal)] = []
        for member in members {
            switch divided.map({ evaluator.number($0, in: member.context) }) ?? .value(.one) {
            case .value(let weight): weights.append((member.key, max(weight, .zero)))
            case .notComputable(let reason): return members.map { _ in RawAward(.notComputable(reason), [unit]) }
            }
        }
        guard weights.contains(where: { $0.weight > .zero }) else {
            return members.map { _ in RawAward(.value(.zero), [unit, .prizeNotDivided]) }
        }
        let parts = try attempt { () throws(QuantityError) in try Split.largestRemainder(prize, weights: weights) }
        if let trace { explain(parts, entrant, divided, weights.map(\.weight), trace) }
        return try parts.map { part throws(NoPrize) in
            try award(.value(part), [unit, .part(Money(minorUnits: prize, currency: model.currency))])
        }
    }

    private func award(_ prize: Outcome<Int64>, _ remarks: [Remark]) throws(NoPrize) -> RawAward {
        let places = model.currency.minorDigits
        return RawAward(
            prize.then { prize throws(QuantityError) in try FixedDecimal(minorUnits: prize, places: places) }, remarks)
    }

    func attempt<Value>(_ step: () throws(QuantityError) -> Value) throws(NoPrize) -> Value {
        do throws(QuantityError) {
            return try step()
        } catch {
            throw NoPrize(reason: Reason(error))
        }
    }
}

extension Contest.Form {
    /// Those whose minimum or score has no value, and who could change what an entrant wins: by rank whoever may come to stand
    /// before or beside him, of a pot whoever may have a share in it.
    fileprivate func rivals(
        of entrant: AwardContext.Entrant, _ open: [AwardContext.OpenContender]
    ) -> [AwardContext.OpenContender] {
        switch self {
        case .ranking: open.filter { $0.score.map { $0 >= entrant.score } ?? true }
        case .pot: entrant.score > .zero ? open.filter { $0.score.map { $0 > .zero } ?? true } : []
        case .steps, .goal: []
        }
    }
}

extension Remark {
    /// What an entrant wins may change when those of whom something is not known yet are.
    fileprivate static func placeOpen(_ rivals: [AwardContext.OpenContender]) -> Remark {
        let named = rivals.sorted { $0.contender.key < $1.contender.key }.prefix(5)
        func list(_ language: Language) -> String {
            named.map { "\($0.contender.key.id) (\($0.reason.text[language]))" }.joined(separator: ", ")
                + (rivals.count > named.count ? ", …" : "")
        }
        return Remark(
            "place-open", en: "may change, without a value: \(list(.en))",
            ru: "может измениться, нет значения: \(list(.ru))")
    }

    fileprivate static let rankedLater = Remark(
        "ranked-later", en: "ranked together with his later days of the period",
        ru: "участвует вместе с более поздними днями периода")

    fileprivate static func notAdmitted(_ minimum: String) -> Remark {
        Remark(
            "not-admitted", ["minimum": .name(minimum)], en: "does not take part: \(minimum)",
            ru: "не участвует: \(minimum)")
    }

    fileprivate static let prizeNotDivided = Remark(
        "prize-not-divided", en: "nobody in the unit has a share in its prize", ru: "приз подразделения делить не с кем"
    )

    /// What is said of a unit, said to one of its people.
    fileprivate static func ofUnit(_ unit: String, _ remark: Remark) -> Remark {
        var ofUnit = Remark(remark.code, en: "\(unit): \(remark.text.en)", ru: "\(unit): \(remark.text.ru)")
        ofUnit.arguments = [MessageArgument("unit", .name(unit))] + remark.arguments
        return ofUnit
    }

    fileprivate static func part(_ prize: Money) -> Remark {
        let amount = ExactMoney(prize.amount, prize.currency)
        return Remark(
            "part-of-prize", ["prize": .money(prize.amount, prize.currency)], en: "a part of the unit's \(amount)",
            ru: "часть приза подразделения \(amount)")
    }
}
