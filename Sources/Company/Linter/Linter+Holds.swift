internal import Formulas
internal import Messages

extension Linter {
    /// A hold that does not let go of what came back, though the award takes returns off.
    ///
    /// A return makes the award of its own period smaller. What was held of the goods that it brings back is then waited for in vain:
    /// nobody pays for them any more.
    static func holdFindings(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        guard case .hold(let hold) = component.payout, let base = component.kind.award.asked.paidOn else { return [] }
        var paid = SignedFigures(model)
        paid.visit(base, isTaken: false)
        let returns = Set(paid.taken.map { Returned(model.aggregates[$0]) })
        if returns.isEmpty { return [] }
        var freeing = SignedFigures(model)
        let counted: Set<Int>
        switch hold {
        // A share that divides by what is left has no value when nothing is.
        case .share(let formula):
            freeing.visit(formula, isTaken: false)
            counted = freeing.added.subtracting(freeing.taken)
        case .condition(let formula):
            freeing.visit(formula, isTaken: false)
            counted = freeing.added.union(freeing.taken)
        case .time, .day: return []
        }
        if counted.contains(where: { returns.contains(Returned(model.aggregates[$0])) }) { return [] }
        return [
            Diagnostic(
                .warning, code: "hold-with-returns", at: component.place,
                LocalizedText(
                    en: "'\(component.name)' takes returns off, but what came back is never freed",
                    ru: "«\(component.name)» уменьшается на возвраты, но удержанное за возвращённое не освобождается"),
                remedy: LocalizedText(
                    en: "free what came back like what was paid: 'hold: {release: (collected + came_back) / shipped}'",
                    ru: "освобождайте возвращённое так же, как оплаченное: "
                        + "«hold: {release: (collected + came_back) / shipped}»"))
        ]
    }

    /// What a figure counts, on whatever day and for whomever.
    private struct Returned: Hashable {
        let event: Int
        let text: String

        init(_ aggregate: Aggregate) {
            event = aggregate.event
            text = aggregate.text
        }
    }
}

/// The figures out of events behind a formula, by whether they are added or taken off.
private struct SignedFigures {
    private let model: CompanyModel
    private(set) var added: Set<Int> = []
    private(set) var taken: Set<Int> = []
    private var seen: Set<Visit> = []
    private var open: [(formula: Checked<Measure>, isTaken: Bool)] = []

    private struct Visit: Hashable {
        let metric: Int
        let isTaken: Bool
    }

    init(_ model: CompanyModel) { self.model = model }

    mutating func visit(_ formula: Checked<Measure>, isTaken: Bool) {
        look(at: formula, isTaken: isTaken)
        // One after the other: a high tower of metrics needs no deep stack.
        while let next = open.popLast() { look(at: next.formula, isTaken: next.isTaken) }
    }

    private mutating func look(at formula: Checked<Measure>, isTaken: Bool) {
        switch formula.node {
        case .number, .text, .day, .flag: return
        case .reference(let measure): visit(measure, isTaken: isTaken)
        case .negation(let operand): look(at: operand, isTaken: !isTaken)
        case .not(let operand), .emptiness(let operand, _): look(at: operand, isTaken: isTaken)
        case .binary:
            let chain = Checked<Measure>.Chain(formula)
            look(at: chain.first, isTaken: isTaken)
            for link in chain.links {
                look(at: link.right, isTaken: link.operation == .minus ? !isTaken : isTaken)
            }
        case .conditional(let condition, let first, let second):
            for part in [condition, first, second] { look(at: part, isTaken: isTaken) }
        case .function(_, let arguments):
            for argument in arguments { look(at: argument, isTaken: isTaken) }
        }
    }

    private mutating func visit(_ measure: Measure, isTaken: Bool) {
        switch measure {
        case .aggregate(let number): _ = isTaken ? taken.insert(number) : added.insert(number)
        case .metric(let number):
            guard case .formula(let formula) = model.metrics[number].source,
                seen.insert(Visit(metric: number, isTaken: isTaken)).inserted
            else { return }
            open.append((formula, isTaken))
        case .window(_, let inner), .subject(_, let inner): look(at: inner, isTaken: isTaken)
        case .target, .person, .parameter, .days, .workingDays, .variable: return
        }
    }
}
