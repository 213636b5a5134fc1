internal import Company
internal import Formulas
internal import Periods
internal import Quantities

/// What is computed of every line, compiled from formulas to steps over blocks of lines.
///
/// Equal parts of different formulas become one step, so that everything asked of a table's lines is computed in one pass.
/// A program computes exactly what ``FieldProgram`` computes, or is not made at all: a formula with a division, or that
/// compares texts of two fields, has no program. From the smallest and the largest number of every column follows between
/// which numbers each step's lie, so that overflow is ruled out before the first line is computed.
struct LineProgram: Sendable {
    private(set) var steps: [LineStep] = []
    /// What each step gives.
    private(set) var values: [LineValue] = []
    /// The tables of ``LineStep/lookup(_:table:)``; the last entry is for every other code.
    private(set) var tables: [FlatColumn<Int64>] = []
    /// The columns that the steps read.
    private(set) var sources: Set<LineTable.Source> = []
    private var numbers: [Meaning: LineValue] = [:]
    private var tableNumbers: [[Int64]: Int] = [:]

    let model: CompanyModel
    let event: Int
    let facts: LineFacts

    /// A step with what its numbers stand for: the 5 of 5 roubles and that of 0.5 are one number and two values, and so are
    /// equal codes of two fields.
    private struct Meaning: Hashable {
        let step: LineStep
        let kind: LineValue.Kind
    }

    init(_ model: CompanyModel, event: Int, _ facts: LineFacts) {
        self.model = model
        self.event = event
        self.facts = facts
    }

    /// Why a formula has no program: another way of computing it has to be taken.
    struct NotCompilable: Error {
        let why: PassObstacle

        init(_ why: PassObstacle) { self.why = why }
    }

    /// The step of the credited share.
    var shareStep: Int? { steps.firstIndex(of: .share) }

    /// The steps that some steps are made of, and these, in the order in which they are computed.
    func steps(for wanted: [Int]) -> [Int] {
        var isNeeded = [Bool](repeating: false, count: steps.count)
        for step in wanted { isNeeded[step] = true }
        for step in steps.indices.reversed() where isNeeded[step] {
            for operand in steps[step].operands { isNeeded[operand] = true }
        }
        return steps.indices.filter { isNeeded[$0] }
    }

    // MARK: Steps

    /// Adds a step, or finds the equal one.
    ///
    /// - Parameter bounds: Between which numbers the step's numbers lie, whatever the line.
    mutating func add(
        _ step: LineStep, _ kind: LineValue.Kind, mayBeEmpty: Bool = false, _ bounds: LineBounds
    ) throws(NotCompilable) -> LineValue {
        let meaning = Meaning(step: step, kind: kind)
        if let known = numbers[meaning] { return known }
        guard let range = bounds.narrow else { throw NotCompilable(.range) }
        let value = LineValue(step: steps.count, kind: kind, mayBeEmpty: mayBeEmpty, range: range)
        steps.append(step)
        values.append(value)
        numbers[meaning] = value
        if case .column(let source) = step { sources.insert(source) }
        return value
    }

    /// Adds a table of a look-up, or finds the equal one.
    mutating func table(of entries: [Int64]) -> Int {
        if let known = tableNumbers[entries] { return known }
        tableNumbers[entries] = tables.count
        tables.append(FlatColumn(entries))
        return tables.count - 1
    }

    /// The values of a formula; steps of a formula that turns out to have no program are left unused.
    mutating func compile(_ formula: Checked<LineReference>) throws(NotCompilable) -> LineValue {
        switch formula.node {
        case .number(let number): return try constant(number)
        case .day(let day): return try constant(Int64(day.number), .day)
        case .flag(let flag): return try constant(flag ? 1 : 0, .flag)
        case .text: throw NotCompilable(.texts)
        case .reference(let reference): return try load(reference)
        case .negation(let operand): return try map(operand, { .negated($0) }, { $0.negated })
        case .not(let operand):
            let flag = try self.flag(operand)
            return try add(.not(flag.step), .flag, .flag)
        case .emptiness(let operand, let negated):
            let value = try compile(operand)
            return try add(.isEmpty(value.step, negated: negated), .flag, .flag)
        case .conditional(let condition, let first, let second):
            let flag = try self.flag(condition)
            return try choose(flag, compile(first), compile(second))
        case .binary: return try chain(Checked<LineReference>.Chain(formula))
        case .function(let function, let arguments): return try apply(function, arguments)
        }
    }

    /// The value of a formula that gives yes or no.
    mutating func flag(_ formula: Checked<LineReference>) throws(NotCompilable) -> LineValue {
        try flag(compile(formula))
    }

    /// A value that gives yes or no.
    func flag(_ value: LineValue) throws(NotCompilable) -> LineValue {
        guard value.kind == .flag, !value.mayBeEmpty else { throw NotCompilable(.emptyFlag) }
        return value
    }

    mutating func map(
        _ operand: Checked<LineReference>, _ step: (Int) -> LineStep, _ bounds: (LineBounds) -> LineBounds
    ) throws(NotCompilable) -> LineValue {
        let value = try compile(operand)
        guard case .number = value.kind else { throw NotCompilable(.kinds) }
        return try add(step(value.step), value.kind, mayBeEmpty: value.mayBeEmpty, bounds(value.bounds))
    }

    // MARK: Numbers

    /// A number with as few decimal places as it needs.
    private mutating func constant(_ number: FixedDecimal) throws(NotCompilable) -> LineValue {
        var units = number.raw
        var scale = FixedDecimal.scale
        while scale > 0, units % 10 == 0 {
            units /= 10
            scale -= 1
        }
        guard let narrow = Int64(exactly: units) else { throw NotCompilable(.range) }
        return try constant(narrow, .number(scale: scale))
    }

    mutating func constant(_ value: Int64, _ kind: LineValue.Kind) throws(NotCompilable) -> LineValue {
        try add(.constant(value), kind, LineBounds(value...value))
    }

    /// The number with so many decimal places, no fewer than it has.
    mutating func scaled(_ value: LineValue, to scale: Int) throws(NotCompilable) -> LineValue {
        guard case .number(let own) = value.kind, own < scale else { return value }
        let factor = LineKernel.powerOfTen(scale - own)
        return try add(
            .scaled(value.step, by: factor), .number(scale: scale), mayBeEmpty: value.mayBeEmpty,
            value.bounds.times(LineBounds(factor...factor)))
    }

    /// Two values of one kind, numbers with as many decimal places.
    mutating func aligned(
        _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> (left: LineValue, right: LineValue) {
        switch (left.kind, right.kind) {
        case (.number(let first), .number(let second)):
            let scale = max(first, second)
            return (try scaled(left, to: scale), try scaled(right, to: scale))
        case (let first, let second) where first == second: return (left, right)
        default: throw NotCompilable(.texts)
        }
    }

    /// One of two values by a flag; the usual choices have steps that do less than choose.
    private mutating func choose(
        _ flag: LineValue, _ first: LineValue, _ second: LineValue
    ) throws(NotCompilable) -> LineValue {
        let (yes, no) = try aligned(first, second)
        // A flag that may be none has no number for it.
        if yes.kind == .flag, yes.mayBeEmpty || no.mayBeEmpty { throw NotCompilable(.emptyFlag) }
        let bounds = yes.bounds.union(no.bounds)
        if steps[yes.step] == .constant(1), steps[no.step] == .constant(0) {
            return LineValue(step: flag.step, kind: yes.kind, mayBeEmpty: false, range: 0...1)
        }
        if steps[yes.step] == .negated(no.step) {
            return try add(.negatedWhere(flag.step, no.step), yes.kind, mayBeEmpty: no.mayBeEmpty, bounds)
        }
        return try add(
            .choice(flag.step, then: yes.step, otherwise: no.step), yes.kind,
            mayBeEmpty: yes.mayBeEmpty || no.mayBeEmpty, bounds)
    }
}
