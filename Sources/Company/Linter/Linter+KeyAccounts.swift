internal import Formulas
internal import Messages
internal import Quantities

/// What is gamed as soon as it is paid: how often somebody was busy, what he says of himself, clients he should not look
/// for, and one client for all.
extension Linter {
    static func keyAccountFindings(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        guard model.accounts != nil else { return [] }
        let asked = component.kind.award.asked
        var figures = PaidFigures(model)
        for formula in asked.formulas { figures.visit(formula) }
        for metric in asked.metrics { figures.visit(metric: metric) }
        return activityFindings(figures, component, model) + judgedFindings(figures, component, model)
            + newClientFindings(figures, component, plan, model) + oneAccountFindings(component, plan, model)
    }

    /// A number of touches or promises can be made by making more of them.
    private static func activityFindings(
        _ figures: PaidFigures, _ component: Component, _ model: CompanyModel
    ) -> [Diagnostic] {
        figures.whole.filter { number in
            let figure = model.aggregates[number]
            return busy.contains(model.eventKinds[figure.event].name)
                && (figure.function == .count || figure.function == .distinct)
        }.map { number in
            let figure = model.aggregates[number].text
            return Diagnostic(
                .warning, code: "activity-paid", at: component.place,
                LocalizedText(
                    en: "'\(component.name)' pays by how many there are of '\(figure)': more can be made at will",
                    ru: "«\(component.name)» платит за количество «\(figure)»: его легко нарастить"),
                remedy: LocalizedText(
                    en: "pay by what they lead to: days in norm, the share of promises kept, power covered",
                    ru: "платите за то, к чему они ведут: дни в норме, долю сдержанных обещаний, охват влияния"))
        }
    }

    /// Kinds whose rows are work and not its result.
    private static let busy: Set<String> = [
        "touch", "commitment", "meeting", "attendance", "review", "plan_action", "suggestion", "fact", "relation",
    ]

    /// What somebody assesses himself rises when it is paid.
    private static func judgedFindings(
        _ figures: PaidFigures, _ component: Component, _ model: CompanyModel
    ) -> [Diagnostic] {
        let judged: Set<String> = ["relation", "rung", "factor_score", "assessment"]
        let kinds = Set(figures.all.map { model.eventKinds[model.aggregates[$0].event].name }).intersection(judged)
        return kinds.sorted().map { kind in
            Diagnostic(
                .warning, code: "self-judged", at: component.place,
                LocalizedText(
                    en: "'\(component.name)' pays by '\(kind)', which whoever is paid assesses himself",
                    ru: "«\(component.name)» платит по «\(kind)», а это оценивает тот, кому платят"),
                remedy: LocalizedText(
                    en:
                        "pay by what is computed or examined by others: 'rung_step', 'account_month', promises confirmed",
                    ru:
                        "платите по тому, что вычислено или проверено другими: «rung_step», «account_month», подтверждённые обещания"
                ))
        }
    }

    /// Who keeps relationships has no time left for those who are no clients yet.
    private static func newClientFindings(
        _ figures: PaidFigures, _ component: Component, _ plan: Plan, _ model: CompanyModel
    ) -> [Diagnostic] {
        guard plan.goal == .relationships else { return [] }
        let metrics = figures.metrics.filter { model.metrics[$0].libraryCode == newClients }.sorted()
        return metrics.map { metric in
            Diagnostic(
                .warning, code: "new-logos", at: component.place,
                LocalizedText(
                    en: "the goal is relationships, but '\(model.metrics[metric].name)' counts new clients",
                    ru: "цель — отношения, а «\(model.metrics[metric].name)» считает новых клиентов"),
                remedy: LocalizedText(
                    en: "let others win new clients; pay account managers for keeping and growing theirs",
                    ru: "новых клиентов пусть ищут другие; менеджеру платите за удержание и рост своих"))
        }
    }

    /// The card of the library that counts them.
    private static let newClients = "K27"

    /// More than two fifths of a scorecard on one client's sales: whoever loses it loses his pay with it.
    private static func oneAccountFindings(
        _ component: Component, _ plan: Plan, _ model: CompanyModel
    ) -> [Diagnostic] {
        guard let scorecard = component.kind.award as? Scorecard, plan.goal == .relationships,
            let most = try? FixedDecimal(minorUnits: 40, places: 2)
        else { return [] }
        return scorecard.items.filter { item in
            var figures = PaidFigures(model)
            figures.visit(metric: item.metric)
            return item.weight > most && figures.all.contains { model.aggregates[$0].isOfOneClient(model) }
        }.map { item in
            let name = model.metrics[item.metric].name
            return Diagnostic(
                .warning, code: "one-account", at: item.place,
                LocalizedText(
                    en: "'\(name)' is one client's and weighs \(item.weight.percentText)",
                    ru: "«\(name)» — по одному клиенту, а вес \(item.weight.percentText)"),
                remedy: LocalizedText(
                    en: "let no client weigh more than 40 %", ru: "пусть ни один клиент не весит больше 40 %"))
        }
    }
}

extension Aggregate {
    /// Whether its filter names a client by its identifier.
    fileprivate func isOfOneClient(_ model: CompanyModel) -> Bool {
        filter?.references.contains { reference in
            let field = model.eventKinds[reference.event].fields[reference.field].type
            guard field == .record(BuiltInKind.client) else { return false }
            return reference.recordField.map { $0.field == nil } ?? true
        } ?? false
    }
}

/// The figures out of events that an award rests on, through metrics.
private struct PaidFigures {
    private let model: CompanyModel
    /// Every figure, by number.
    private(set) var all: Set<Int> = []
    /// Figures that are paid by as they are: the award or its metric is nothing else.
    private(set) var whole: Set<Int> = []
    /// Every metric, by number.
    private(set) var metrics: Set<Int> = []

    init(_ model: CompanyModel) {
        self.model = model
    }

    mutating func visit(metric: Int) {
        var open = [(metric: metric, isWhole: true)]
        while let (metric, isWhole) = open.popLast() {
            guard metrics.insert(metric).inserted, case .formula(let formula) = model.metrics[metric].source else {
                continue
            }
            visit(formula, isWhole: isWhole, &open)
        }
    }

    mutating func visit(_ formula: Checked<Measure>) {
        var open: [(metric: Int, isWhole: Bool)] = []
        visit(formula, isWhole: true, &open)
        for (metric, _) in open { visit(metric: metric) }
    }

    private mutating func visit(
        _ formula: Checked<Measure>, isWhole: Bool, _ open: inout [(metric: Int, isWhole: Bool)]
    ) {
        let isAlone = if case .reference = formula.node { isWhole } else { false }
        for reference in formula.references {
            switch reference {
            case .aggregate(let number):
                all.insert(number)
                if isAlone { whole.insert(number) }
            case .metric(let number): open.append((number, isAlone))
            case .window(_, let inner), .subject(_, let inner): visit(inner, isWhole: isAlone, &open)
            case .target, .person, .parameter, .days, .workingDays, .variable: continue
            }
        }
    }
}
