internal import Calculation
internal import Company
internal import Formulas
internal import HTML
internal import Messages
internal import Pages
internal import Periods
internal import Quantities

/// What each part of a plan pays.
extension PlanPolicy {
    /// What it pays, part by part, and what acts on all parts.
    var clauses: [PlanPart] {
        plan.components.map { component in
            .clause(
                name: "component/" + component.name, heading: component.title[language], lines: lines(of: component),
                table: table(of: component))
        } + [whole].compactMap(\.self)
    }

    func lines(of component: Company.Component) -> [String] {
        var lines: [String]
        switch component.kind {
        case .scorecard(let scorecard): lines = text(scorecard)
        case .commission(let commission): lines = text(commission)
        case .bonus(let bonus): lines = text(bonus)
        case .pool(let pool): lines = text(pool)
        case .contest(let contest): lines = text(contest)
        case .goals(let goals): lines = text(goals)
        case .spot(let spot): lines = text(spot)
        case .milestones(let milestones): lines = text(milestones)
        case .matrix(let matrix): lines = text(matrix)
        }
        if component.scalesWithTime {
            lines.append(
                word(
                    ru: "Выплата пропорциональна отработанному времени и доле ставки.",
                    en: "It is in proportion to the time worked and the share of full time."))
        }
        lines += modifiers(component.modifiers)
        lines += component.payout.map(text) ?? []
        return lines
    }

    func text(_ scorecard: Scorecard) -> [String] {
        let target = (scorecard.target ?? plan.target).map { words.text($0) }
        let first = word(
            ru: "Выполнение показателей взвешивается по таблице и определяет долю целевой выплаты"
                + (target.map { ": \($0)." } ?? "."),
            en: "The weighted attainment of the figures in the table decides which share is paid of the target pay"
                + (target.map { ": \($0)." } ?? "."))
        return [first] + [text(scorecard.payout)].compactMap(\.self)
    }

    func text(_ curve: PayoutCurve) -> String? {
        let points = curve.points.map { "\(words.percent($0.attainment)) → \(words.percent($0.payout))" }
            .joined(separator: "; ")
        return switch curve.form {
        case .proportional: nil
        case .lines:
            word(
                ru:
                    "От взвешенного выполнения к доле: \(points). Между точками по прямой, ниже первой ничего, выше последней — как в последней.",
                en:
                    "From weighted attainment to the share: \(points). Straight lines between, nothing below the first, above the last as the last."
            )
        case .steps:
            word(
                ru: "Ступени взвешенного выполнения: \(points). Граница входит в свою ступень.",
                en: "Steps of weighted attainment: \(points). A bound belongs to its own step.")
        }
    }

    func text(_ commission: Commission) -> [String] {
        let base = words.text(commission.base)
        switch commission.pricing {
        case .rate(let rate):
            return [
                word(
                    ru: "\(words.rate(rate).beginning) от показателя «\(base)».",
                    en: "\(words.rate(rate).beginning) of \(base).")
            ]
        case .rates(let table, _):
            return [
                word(
                    ru: "Комиссия с показателя «\(base)» по ставкам из таблицы",
                    en: "Commission on \(base) at the rates of the table") + otherwise(table)
            ]
        case .tiers(let tiers): return [text(tiers, base)] + text(linked: tiers.linked)
        case .events(let pricing):
            var lines = [
                word(
                    ru: "Комиссия с каждой строки показателя «\(base)» отдельно, каждая округляется сама.",
                    en: "Commission on each line of \(base) by itself, each rounded by itself.")
            ]
            if let rate = pricing.rate {
                lines.append(word(ru: "Ставка: \(words.rate(rate)).", en: "The rate: \(words.rate(rate))."))
            }
            if let rates = pricing.rates {
                lines.append(
                    word(ru: "Ставки строк — из таблицы", en: "The rates of lines are those of the table")
                        + otherwise(rates.table))
            }
            if pricing.tiers != nil {
                lines.append(
                    word(
                        ru: "Ступени — по накопленному объёму периода.",
                        en: "The steps go by the volume of the period so far."))
            }
            return lines
        }
    }

    func otherwise(_ table: RateTable) -> String {
        table.otherwise.map {
            word(ru: "; остальное — \(words.percent($0)).", en: "; everything else at \(words.percent($0)).")
        } ?? word(ru: "; остальное без комиссии.", en: "; everything else earns nothing.")
    }

    func text(_ tiers: TierPricing, _ base: String) -> String {
        let over = tiers.over.map {
            word(
                ru: " Ступени считаются по нарастающему итогу за \($0.russianAccusative).",
                en: " The steps go by the total of the \($0.rawValue) so far.")
        }
        let meaning: String
        switch tiers.table.mode {
        case .marginal:
            meaning = word(
                ru: "Комиссия с показателя «\(base)»: каждая часть объёма — по ставке своей ступени.",
                en: "Commission on \(base): each part of the volume at the rate of its own step.")
        case .whole:
            meaning = word(
                ru: "Комиссия с показателя «\(base)»: достигнутая ступень определяет ставку всего объёма.",
                en: "Commission on \(base): the step reached prices the whole volume.")
        case .overage:
            meaning = word(
                ru:
                    "Комиссия с показателя «\(base)»: до плана — первая ставка, всё сверх плана — по ставке достигнутой ступени.",
                en:
                    "Commission on \(base): the first rate up to the target, all above it at the rate of the step reached."
            )
        }
        let target = tiers.target.map {
            word(ru: " Границы — доли от: \(words.text($0)).", en: " The bounds are shares of \(words.text($0)).")
        }
        return meaning + (target ?? "") + (over ?? "")
    }

    func text(linked: LinkedQuota?) -> [String] {
        guard let linked else { return [] }
        return [
            word(
                ru: "Верхние ступени считаются, только если \(words.text(linked.condition)).",
                en: "The upper steps count only if \(words.text(linked.condition)).")
        ]
    }

    func text(_ bonus: Bonus) -> [String] {
        let amount = words.text(bonus.amount)
        guard let per = bonus.per else { return [word(ru: "Премия: \(amount).", en: "A bonus: \(amount).")] }
        return [
            word(
                ru: "За каждую единицу показателя «\(words.text(per))»: \(amount).",
                en: "For each of \(words.text(per)): \(amount).")
        ]
    }

    func text(_ group: AwardGroup) -> String {
        switch group {
        case .unit: word(ru: "участники плана в одном подразделении", en: "the members of the plan in a unit")
        case .plan: word(ru: "все участники плана", en: "all members of the plan")
        }
    }

    func text(_ pool: Pool) -> [String] {
        [
            word(
                ru:
                    "Общий фонд: \(words.text(pool.fund)). Его делят \(text(pool.group)) пропорционально: \(words.text(pool.weight)).",
                en:
                    "A shared fund: \(words.text(pool.fund)). It is divided among \(text(pool.group)) by \(words.text(pool.weight))."
            ),
            pool.carriesOver
                ? word(
                    ru: "Если делить не на кого, фонд переходит в следующий период.",
                    en: "With nobody to share it, the fund waits for the next period.")
                : word(ru: "Если делить не на кого, фонд пропадает.", en: "With nobody to share it, the fund lapses."),
        ]
    }

    func text(_ contest: Contest) -> [String] {
        var lines = [
            word(
                ru: "Конкурс, соревнуются \(text(contest.group)), сравнивается: \(words.text(contest.score)).",
                en: "A contest among \(text(contest.group)) by \(words.text(contest.score)).")
        ]
        switch contest.form {
        case .ranking(let prizes):
            let list = prizes.enumerated().map { "\($0.offset + 1) — \(words.text($0.element))" }.joined(
                separator: "; ")
            lines.append(
                word(
                    ru: "Призы по местам: \(list). Равные делят сумму своих призов.",
                    en: "Prizes by place: \(list). Those who are equal share the sum of their prizes."))
        case .steps(let steps):
            let list = steps.map { "\(words.figure($0.from, unit(contest.score))) → \(words.text($0.prize))" }
            lines.append(
                word(
                    ru: "Каждому — приз высшей достигнутой ступени: ",
                    en: "Everyone wins the prize of the highest step: ")
                    + list.joined(separator: "; ") + ".")
        case .pot(let pot):
            lines.append(
                word(
                    ru: "Сумма \(words.text(pot)) делится пропорционально результатам.",
                    en: "\(words.text(pot)) are divided in proportion to the results."))
        case .goal(let prize, let goal):
            lines.append(
                word(
                    ru: "Приз \(words.text(prize)) — каждому, кто достиг: \(words.text(goal)).",
                    en: "\(words.text(prize)) for everyone who reaches \(words.text(goal))."))
        }
        if let minimum = contest.minimum {
            lines.append(
                word(ru: "Участвуют при условии: \(words.text(minimum)).", en: "To take part: \(words.text(minimum))."))
        }
        if case .units(let divided) = contest.contenders {
            let way = divided.map { words.text($0) }
            lines.append(
                word(
                    ru: "Соревнуются подразделения; приз делится между участниками "
                        + (way.map { "пропорционально: \($0)." } ?? "поровну."),
                    en: "Units compete; a prize is divided among the members " + (way.map { "by \($0)." } ?? "equally.")
                ))
        }
        return lines
    }

    func unit(_ formula: Checked<Measure>) -> MetricUnit {
        if case .reference(.metric(let metric)) = formula.node { return model.metrics[metric].unit }
        return MetricUnit(formula.unit)
    }

    func text(_ goals: GoalPay) -> [String] {
        let bounds = [
            goals.threshold.map {
                word(ru: "порог цели \(words.percent($0))", en: "threshold of a goal \(words.percent($0))")
            },
            goals.cap.map { word(ru: "потолок цели \(words.percent($0))", en: "cap of a goal \(words.percent($0))") },
        ].compactMap(\.self)
        let line = word(
            ru: "За личные цели: \(words.text(goals.amount)) при полном выполнении, по весам целей.",
            en: "For personal goals: \(words.text(goals.amount)) when all are reached in full, by their weights.")
        let bound = bounds.isEmpty ? nil : bounds.joined(separator: "; ").beginning + "."
        return [line] + [bound, text(goals.payout)].compactMap(\.self)
    }

    func text(_ spot: SpotBudget) -> [String] {
        [
            word(
                ru: "Разовые награды из бюджета: \(words.text(spot.budget)), его делят \(text(spot.group)).",
                en: "Rewards out of a budget of \(words.text(spot.budget)), shared by \(text(spot.group)).")
        ]
    }

    func text(_ milestones: Milestones) -> [String] {
        [
            word(
                ru:
                    "Разовые суммы за рубежи по нарастающему итогу (\(words.period(milestones.over))): \(words.text(milestones.figure)). Каждый рубеж платится один раз.",
                en:
                    "Amounts for bounds passed by the total of \(words.text(milestones.figure)) (over: \(words.period(milestones.over))). Each is paid once."
            )
        ]
    }

    func text(_ matrix: PayMatrix) -> [String] {
        let share: String
        switch matrix.cells {
        case .amounts: share = word(ru: "В клетках суммы.", en: "The cells are amounts.")
        case .shares(let target):
            let amount = (target ?? plan.target).map { words.text($0) } ?? "—"
            share = word(ru: "В клетках доли от: \(amount).", en: "The cells are shares of \(amount).")
        }
        let form: String
        switch matrix.table.form {
        case .steps: form = word(ru: "Платится достигнутая клетка.", en: "The cell reached is paid.")
        case .lines:
            form = word(ru: "Между границами — по прямой.", en: "Between the bounds straight lines hold.")
        }
        return [
            word(
                ru:
                    "По двум результатам: строки — \(words.text(matrix.rowFigure)), столбцы — \(words.text(matrix.columnFigure)).",
                en:
                    "By two results: rows are \(words.text(matrix.rowFigure)), columns \(words.text(matrix.columnFigure))."
            )
                + " " + share + " " + form
        ]
    }
}
