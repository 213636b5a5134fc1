internal import Company
internal import Formulas
internal import Messages

extension CompanyModel {
    /// Every formula of the company's metrics, plans and reports.
    var allFormulas: [Checked<Measure>] {
        let ofMetrics = metrics.compactMap { metric -> Checked<Measure>? in
            if case .formula(let formula) = metric.source { formula } else { nil }
        }
        return ofMetrics + plans.flatMap(\.formulas) + reports.flatMap(\.formulas)
    }
}

extension Plan {
    var formulas: [Checked<Measure>] {
        [target, cap, modifiers.multiplier, modifiers.gate?.condition].compactMap { $0 } + (draw?.formulas ?? [])
            + modifiers.longerCaps.map(\.amount) + [guarantee?.amount].compactMap { $0 }
            + components.flatMap { $0.kind.award.asked.formulas + $0.modifiers.formulas + ($0.payout?.formulas ?? []) }
    }
}

extension Report {
    var formulas: [Checked<Measure>] {
        columns.compactMap { if case .formula(let formula) = $0.source { formula } else { nil } }
    }
}

extension Modifiers {
    var formulas: [Checked<Measure>] {
        [condition, multiplier, gate?.condition, floor, cap].compactMap { $0 } + longerCaps.map(\.amount)
    }
}

extension Draw {
    var formulas: [Checked<Measure>] { [amount, limit, recovery].compactMap { $0 } }
}

extension Payout {
    var formulas: [Checked<Measure>] {
        switch self {
        case .hold(.share(let formula)), .hold(.condition(let formula)): [formula]
        case .hold: []
        case .deferral(let deferral): deferral.tranches.flatMap { [$0.condition, $0.pays].compactMap { $0 } }
        }
    }
}

extension Component {
    /// Whether its fund or its conditions are asked for the whole company.
    var sharesWholePlan: Bool { sharedBy == .plan }
}

extension Checked where Reference == Measure {
    /// Adds the figures out of events that the formula asks for the whole company.
    ///
    /// - Parameter metrics: The metrics that were looked at already.
    func collectAggregates(
        _ model: CompanyModel, inCompany: Bool, into asked: inout Set<Int>, metrics: inout Set<Int>
    ) {
        for reference in references {
            switch reference {
            case .aggregate(let number):
                if inCompany { asked.insert(number) }
            case .metric(let metric):
                guard inCompany, metrics.insert(metric).inserted,
                    case .formula(let formula) = model.metrics[metric].source
                else { continue }
                formula.collectAggregates(model, inCompany: true, into: &asked, metrics: &metrics)
            case .window(_, let inner):
                inner.collectAggregates(model, inCompany: inCompany, into: &asked, metrics: &metrics)
            case .subject(let scope, let inner):
                inner.collectAggregates(
                    model, inCompany: inCompany || scope == .company, into: &asked, metrics: &metrics)
            case .target, .person, .parameter, .days, .workingDays, .variable: break
            }
        }
    }
}
