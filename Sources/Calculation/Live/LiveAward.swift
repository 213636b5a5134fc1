internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// What an award is made of in a ``PersonProgram``, before what acts on it afterwards.
struct AwardSteps {
    /// What lines were priced at by a pass, for a period of its own.
    struct Priced {
        let results: LineAwardCells
        let period: Int
    }

    /// The step of the amount.
    var amount: Int?
    /// The step that must not be zero, else nothing was sold.
    var volume: Int?
    /// The amounts, where a pass has given them.
    var priced: Priced?
}

/// How a component that depends on each person alone is computed by a ``PersonProgram``: the same awards as
/// ``PlanBlocks/awards(_:_:)`` gives, of whom nothing more is said than an amount.
struct LiveAward {
    private let priced: AwardSteps.Priced?
    /// The step of the amount; of priced lines that of what multiplies it, if anything does.
    private let amount: Int?
    /// The step that must not be zero, else nothing was sold.
    private let volume: Int?
    /// The steps that must answer "yes".
    private let required: [Int]
    private let currency: Currency
    private let rounding: Rounding

    /// Compiles a component; `nil` when the evaluator of blocks has to compute it.
    init?(_ component: Component, _ plan: PlanBlocks, _ members: PlanBlocks.Members, _ program: PersonProgram) {
        let modifiers = component.modifiers
        guard modifiers.longerCaps.isEmpty, !members.contexts.isEmpty else { return nil }
        guard case .personal(let rule) = component.kind.rule,
            let steps = rule.steps(component, members, in: plan, program)
        else { return nil }
        let priced = steps.priced
        var amount = steps.amount
        if let multiplier = modifiers.multiplier {
            // What a multiplier makes of lines' prices is left to the blocks.
            guard priced == nil else { return nil }
            amount = program.product(amount, program.compile(multiplier))
        }
        guard priced != nil ? modifiers.isEmpty : amount != nil else { return nil }
        self.priced = priced
        self.amount = amount
        volume = steps.volume
        required = Self.required(modifiers, amount, program)
        currency = plan.model.currency
        rounding = plan.plan.rounding
    }

    /// Whoever a condition, a gate, a floor or a cap acts on is left to the evaluator of single people.
    private static func required(_ modifiers: Modifiers, _ amount: Int?, _ program: PersonProgram) -> [Int] {
        var required = [modifiers.condition, modifiers.gate?.condition].compactMap { $0.flatMap(program.compile) }
        guard let amount else { return required }
        if let floor = modifiers.floor.flatMap(program.compile) {
            required.append(program.add(.compare(.greaterOrEqual, amount, floor)))
        }
        if let cap = modifiers.cap.flatMap(program.compile) {
            required.append(program.add(.compare(.lessOrEqual, amount, cap)))
        }
        return required
    }

    /// The award of the member the program has turned to; `nil` when more is to be said of it than an amount.
    func award(_ person: Int32, _ program: PersonProgram) -> (amount: Int64, remark: PlainRemark)? {
        if let priced {
            let (amount, state) = priced.results.award(Int(person), priced.period)
            switch state {
            case .unknown: return nil
            case .noLines: return (amount, .nothingSold)
            case .belowFirstTier: return (amount, .belowFirstTier)
            case .priced: return (amount, .none)
            }
        }
        guard let amount, required.allSatisfy({ program.value($0).isTrue }) else { return nil }
        let value = program.value(amount)
        guard !value.isMissing, let line = value.payLine(currency, rounding) else { return nil }
        return (line, volume.map { program.value($0).isZero } ?? false ? .nothingSold : .none)
    }
}

extension PersonProgram {
    func product(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right else { return nil }
        return add(.combine(.times, left, right))
    }
}
