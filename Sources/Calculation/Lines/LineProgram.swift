internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// What is computed of every line, compiled from formulas to steps over blocks of lines.
///
/// Equal parts of different formulas become one step, so that everything asked of a table's lines is computed in one pass.
/// From the smallest and the largest number of every column follows between which numbers each step's lie: where 64 bits are
/// shown to hold them, a step is narrow and overflow is ruled out before the first line is computed; where they are not, or
/// an operation has no narrow form (a division), it is wide. A value that has wide steps below it says why
/// (``LineValue/obstacle``); passes over all lines leave it to ``RowFormulas``.
struct LineProgram: Sendable {
    private(set) var steps: [LineStep] = []
    /// What each step gives.
    private(set) var values: [LineValue] = []
    /// The tables of ``LineStep/lookup(_:table:)``; the last entry is for every other code.
    private(set) var tables: [FlatColumn<Int64>] = []
    /// The columns that the steps read.
    private(set) var sources: Set<LineTable.Source> = []
    /// The texts of ``LineValue/CodeSpace/texts(_:)``.
    private(set) var texts: [[String]] = []
    private var numbers: [Meaning: LineValue] = [:]
    private var tableNumbers: [[Int64]: Int] = [:]

    let model: CompanyModel
    let event: Int
    let facts: LineFacts
    /// The rate tables of which a row is chosen for each line beforehand.
    let chosenRates: [RateTable]

    /// A step with what its numbers stand for: the 5 of 5 roubles and that of 0.5 are one number and two values, and so are
    /// equal codes of two fields.
    private struct Meaning: Hashable {
        let step: LineStep
        let kind: LineValue.Kind
    }

    init(_ model: CompanyModel, event: Int, _ facts: LineFacts, chosenRates: [RateTable] = []) {
        self.model = model
        self.event = event
        self.facts = facts
        self.chosenRates = chosenRates
    }

    /// Why a formula has no steps, or no narrow ones: another way of computing it has to be taken.
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
        let value = LineValue(
            step: steps.count, kind: kind, mayBeEmpty: mayBeEmpty, range: range, obstacle: obstacle(of: step))
        add(step, meaning, value)
        if case .column(let source) = step { sources.insert(source) }
        return value
    }

    /// Adds a number of 128 bits, or finds the equal one.
    ///
    /// - Parameter why: What keeps it from being narrow; `nil` when its operands say so.
    mutating func addWide(_ step: WideStep, mayBeEmpty: Bool, _ why: PassObstacle? = nil) -> LineValue {
        let meaning = Meaning(step: .wide(step), kind: .number(scale: FixedDecimal.scale))
        if let known = numbers[meaning] { return known }
        let value = LineValue(
            step: steps.count, kind: meaning.kind, mayBeEmpty: mayBeEmpty, range: 0...0, isWide: true,
            obstacle: obstacle(of: .wide(step)) ?? why)
        add(.wide(step), meaning, value)
        return value
    }

    private mutating func add(_ step: LineStep, _ meaning: Meaning, _ value: LineValue) {
        steps.append(step)
        values.append(value)
        numbers[meaning] = value
    }

    private func obstacle(of step: LineStep) -> PassObstacle? {
        step.operands.lazy.compactMap { values[$0].obstacle }.first
    }

    /// Says of a value why no pass computes it.
    mutating func hinder(_ value: LineValue, _ why: PassObstacle) -> LineValue {
        var hindered = value
        hindered.obstacle = value.obstacle ?? why
        values[value.step].obstacle = hindered.obstacle
        return hindered
    }

    /// Adds texts that codes are numbers of, or finds the equal ones.
    mutating func space(of texts: [String]) -> LineValue.CodeSpace {
        if let known = self.texts.firstIndex(of: texts) { return .texts(known) }
        self.texts.append(texts)
        return .texts(self.texts.count - 1)
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
        case .text(let text): return try constant(0, .code(space(of: [text])))
        case .reference(let reference): return try load(reference)
        case .negation(let operand):
            let value = try compile(operand)
            return try number([value], { .negated($0[0]) }) { program throws(NotCompilable) in
                try program.map(value, { .negated($0) }, { $0.negated })
            }
        case .not(let operand):
            let flag = try self.flag(operand)
            return try add(.not(flag.step), .flag, mayBeEmpty: flag.mayBeEmpty, .flag)
        case .emptiness(let operand, let negated):
            let value = try compile(operand)
            return try add(
                value.isWide ? .wideIsEmpty(value.step, negated: negated) : .isEmpty(value.step, negated: negated),
                .flag, .flag)
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
        guard value.kind == .flag else { throw NotCompilable(.kinds) }
        return value
    }

    /// The answer "yes", where a value gives it: of no answer "no".
    mutating func isYes(_ formula: Checked<LineReference>) throws(NotCompilable) -> LineValue {
        let flag = try self.flag(formula)
        guard flag.mayBeEmpty else { return flag }
        return try add(.comparison(.equal, flag.step, constant(1, .flag).step), .flag, .flag)
    }

    // MARK: Narrow or wide

    /// A number out of numbers: narrow where that is shown to do, else in 128 bits.
    mutating func number(
        _ operands: [LineValue], mayBeEmpty: Bool? = nil, _ wide: ([Int]) -> WideStep,
        narrow: (inout LineProgram) throws(NotCompilable) -> LineValue
    ) throws(NotCompilable) -> LineValue {
        let why: PassObstacle
        do throws(NotCompilable) {
            guard !operands.contains(where: \.isWide) else { throw NotCompilable(.range) }
            return try narrow(&self)
        } catch {
            why = error.why
        }
        var steps: [Int] = []
        for operand in operands { steps.append(try widened(operand).step) }
        return addWide(wide(steps), mayBeEmpty: mayBeEmpty ?? operands.contains(where: \.mayBeEmpty), why)
    }

    /// The same number in 128 bits.
    mutating func widened(_ value: LineValue) throws(NotCompilable) -> LineValue {
        guard case .number(let scale) = value.kind else { throw NotCompilable(.kinds) }
        if value.isWide { return value }
        let unit = PowersOfTen.rawUnits(places: scale)
        if case .constant(let units) = steps[value.step] {
            return addWide(.constant(Int128(units) * unit), mayBeEmpty: false)
        }
        return addWide(.widened(value.step, by: unit), mayBeEmpty: value.mayBeEmpty)
    }

    mutating func map(
        _ value: LineValue, _ step: (Int) -> LineStep, _ bounds: (LineBounds) -> LineBounds
    ) throws(NotCompilable) -> LineValue {
        guard case .number = value.kind else { throw NotCompilable(.kinds) }
        return try add(step(value.step), value.kind, mayBeEmpty: value.mayBeEmpty, bounds(value.bounds))
    }

    // MARK: Numbers

    /// A number with as few decimal places as it needs.
    mutating func constant(_ number: FixedDecimal) throws(NotCompilable) -> LineValue {
        let (units, scale) = number.shortest
        guard let narrow = Int64(exactly: units), narrow > LineColumn.empty else {
            return addWide(.constant(number.raw), mayBeEmpty: false, .range)
        }
        return try constant(narrow, .number(scale: scale))
    }

    mutating func constant(_ value: Int64, _ kind: LineValue.Kind) throws(NotCompilable) -> LineValue {
        try add(.constant(value), kind, LineBounds(value...value))
    }

    /// The number with so many decimal places, no fewer than it has.
    mutating func scaled(_ value: LineValue, to scale: Int) throws(NotCompilable) -> LineValue {
        guard case .number(let own) = value.kind, own < scale else { return value }
        let factor = PowersOfTen.int64(scale - own)
        return try add(
            .scaled(value.step, by: factor), .number(scale: scale), mayBeEmpty: value.mayBeEmpty,
            value.bounds.times(LineBounds(factor...factor)))
    }

    /// Two numbers with as many decimal places.
    mutating func aligned(
        _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> (left: LineValue, right: LineValue) {
        guard case .number(let first) = left.kind, case .number(let second) = right.kind else {
            throw NotCompilable(.kinds)
        }
        let scale = max(first, second)
        return (try scaled(left, to: scale), try scaled(right, to: scale))
    }

    // MARK: Choosing

    /// One of two values by a flag.
    private mutating func choose(
        _ flag: LineValue, _ first: LineValue, _ second: LineValue
    ) throws(NotCompilable) -> LineValue {
        switch (first.kind, second.kind) {
        case (.number, .number):
            let mayBeEmpty = flag.mayBeEmpty || first.mayBeEmpty || second.mayBeEmpty
            return try number(
                [first, second], mayBeEmpty: mayBeEmpty, { .choice(flag.step, then: $0[0], otherwise: $0[1]) }
            ) { program throws(NotCompilable) in
                let (yes, no) = try program.aligned(first, second)
                return try program.narrowChoice(flag, yes, no)
            }
        case (.code, .code):
            let (yes, no) = try inOneSpace(first, second)
            return try narrowChoice(flag, yes, no)
        case (let one, let other) where one == other: return try narrowChoice(flag, first, second)
        case (.number, _), (.day, _), (.flag, _), (.code, _): throw NotCompilable(.kinds)
        }
    }

    /// The usual choices have steps that do less than choose.
    private mutating func narrowChoice(
        _ flag: LineValue, _ yes: LineValue, _ no: LineValue
    ) throws(NotCompilable) -> LineValue {
        if steps[yes.step] == .constant(1), steps[no.step] == .constant(0) {
            return LineValue(
                step: flag.step, kind: yes.kind, mayBeEmpty: flag.mayBeEmpty, range: 0...1, obstacle: flag.obstacle)
        }
        let bounds = yes.bounds.union(no.bounds)
        if steps[yes.step] == .negated(no.step), !flag.mayBeEmpty {
            return try add(.negatedWhere(flag.step, no.step), yes.kind, mayBeEmpty: no.mayBeEmpty, bounds)
        }
        return try add(
            .choice(flag.step, then: yes.step, otherwise: no.step), yes.kind,
            mayBeEmpty: flag.mayBeEmpty || yes.mayBeEmpty || no.mayBeEmpty, bounds)
    }
}
