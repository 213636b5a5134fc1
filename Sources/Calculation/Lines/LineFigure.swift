internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// A figure out of events as a pass over lines computes it.
struct LineFigure: Sendable {
    /// What is kept of the lines.
    enum Kind: Hashable, Sendable {
        /// The sum of a step's numbers, in units of 10^-scale.
        case sum(step: Int, scale: Int)
        /// The sum of the credited shares, in 10^-9.
        case count
        /// How many different codes a step gives.
        case distinct(step: Int)
    }

    let kind: Kind
    /// The step that says which lines take part; `nil` when all do.
    let filter: Int?
    /// The step that gives the day by which the figure is placed; `nil` for the day that orders the lines.
    let day: Int?

    /// The steps of a program that it reads.
    func steps(_ program: LineProgram) -> [Int] {
        let own: Int?
        switch kind {
        case .sum(let step, _), .distinct(let step): own = step
        case .count: own = program.shareStep
        }
        return [own, filter, day].compactMap { $0 }
    }

    /// The decimal places of what its cells hold.
    var scale: Int {
        switch kind {
        case .sum(_, let scale): scale
        case .count: SplitTable.scale
        case .distinct: 0
        }
    }
}

extension LineProgram {
    /// Compiles a figure; throws when it has to be computed in another way.
    mutating func figure(
        _ aggregate: Aggregate, _ table: LineTable
    ) throws(NotCompilable) -> LineFigure {
        let filter: Int?
        if let condition = aggregate.filter { filter = try narrow(isYes(condition.asLine)).step } else { filter = nil }
        let day = try self.day(aggregate, table)
        let kind: LineFigure.Kind
        switch aggregate.function {
        case .count:
            guard LineBounds(table.facts.shares).fitsSum(of: table.expectedCount) else { throw NotCompilable(.range) }
            kind = .count
        case .sum: kind = try sum(aggregate, table)
        case .distinct: kind = try distinct(aggregate, day)
        case .average, .min, .max, .last, .median: throw NotCompilable(.order)
        }
        return LineFigure(kind: kind, filter: filter, day: day)
    }

    /// What a pass over lines computes.
    func narrow(_ value: LineValue) throws(NotCompilable) -> LineValue {
        if let why = value.obstacle { throw NotCompilable(why) }
        return value
    }

    private mutating func day(_ aggregate: Aggregate, _ table: LineTable) throws(NotCompilable) -> Int? {
        guard aggregate.date != table.key.date else { return nil }
        let date = FieldReference(event: aggregate.event, field: aggregate.date)
        return try narrow(compile(Checked(.reference(.field(date)), .day, .nowhere))).step
    }

    private mutating func sum(_ aggregate: Aggregate, _ table: LineTable) throws(NotCompilable) -> LineFigure.Kind {
        guard let formula = aggregate.value else { throw NotCompilable(.share) }
        var value = try credited(formula, table)
        if let rates = aggregate.rates {
            value = try calculate(
                .times, value, compile(Checked(.reference(.rate(rates)), .number(.plain), .nowhere)))
        }
        guard case .number(let scale) = try narrow(value).kind, value.bounds.fitsSum(of: table.expectedCount) else {
            throw NotCompilable(.range)
        }
        return .sum(step: value.step, scale: scale)
    }

    /// What a line gets of the value of its event.
    private mutating func credited(
        _ formula: Checked<LineReference>, _ table: LineTable
    ) throws(NotCompilable) -> LineValue {
        if formula.usesShare || table.shares == nil { return try compile(formula) }
        if let field = formula.moneyField {
            guard let column = table.dividedAmounts[field] else { throw NotCompilable(.share) }
            return try add(
                .part(field), .number(scale: column.scale), mayBeEmpty: column.values.mayBeEmpty,
                LineBounds(column.values.range))
        }
        // What has no smallest amount is divided exactly, as long as a decimal has the places.
        guard formula.type.unit?.isMoney == false else { throw NotCompilable(.share) }
        return try product(compile(formula), compile(Checked(.reference(.share), .number(.plain), .nowhere)))
    }

    /// Whether some steps are made of what lines get of shared events.
    func readsParts(_ wanted: [Int]) -> Bool {
        steps(for: wanted).contains { if case .part = steps[$0] { true } else { false } }
    }

    private mutating func distinct(_ aggregate: Aggregate, _ day: Int?) throws(NotCompilable) -> LineFigure.Kind {
        // What was seen before can be told only in the order of the days.
        guard day == nil, let formula = aggregate.value else { throw NotCompilable(.otherDay) }
        let value = try narrow(compile(formula))
        guard case .code = value.kind, value.range.upperBound < 1 << 26 else { throw NotCompilable(.manyTexts) }
        return .distinct(step: value.step)
    }
}

extension Checked where Reference == LineReference {
    /// The field when the formula is nothing but a money field of the event.
    var moneyField: Int? {
        guard case .reference(.field(let reference)) = node, reference.recordField == nil, type.unit?.isMoney == true
        else { return nil }
        return reference.field
    }
}

extension TextSpan {
    /// The place of what stands in no text.
    static let nowhere = TextSpan(0, 0)
}
