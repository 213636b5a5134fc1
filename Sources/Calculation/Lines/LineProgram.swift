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

    private let model: CompanyModel
    private let event: Int
    private let facts: LineFacts

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
    struct NotCompilable: Error {}

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
        guard let range = bounds.narrow else { throw NotCompilable() }
        let value = LineValue(step: steps.count, kind: kind, mayBeEmpty: mayBeEmpty, range: range)
        steps.append(step)
        values.append(value)
        numbers[meaning] = value
        if case .column(let source) = step { sources.insert(source) }
        return value
    }

    /// The values of a formula; steps of a formula that turns out to have no program are left unused.
    mutating func compile(_ formula: Checked<LineReference>) throws(NotCompilable) -> LineValue {
        switch formula.node {
        case .number(let number): return try constant(number)
        case .day(let day): return try constant(Int64(day.number), .day)
        case .flag(let flag): return try constant(flag ? 1 : 0, .flag)
        case .text: throw NotCompilable()
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
        case .binary(let operation, let left, let right): return try combine(operation, left, right)
        case .function(let function, let arguments): return try apply(function, arguments)
        }
    }

    /// The value of a formula that gives yes or no.
    mutating func flag(_ formula: Checked<LineReference>) throws(NotCompilable) -> LineValue {
        let value = try compile(formula)
        guard value.kind == .flag, !value.mayBeEmpty else { throw NotCompilable() }
        return value
    }

    private mutating func map(
        _ operand: Checked<LineReference>, _ step: (Int) -> LineStep, _ bounds: (LineBounds) -> LineBounds
    ) throws(NotCompilable) -> LineValue {
        let value = try compile(operand)
        guard case .number = value.kind else { throw NotCompilable() }
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
        guard let narrow = Int64(exactly: units) else { throw NotCompilable() }
        return try constant(narrow, .number(scale: scale))
    }

    private mutating func constant(_ value: Int64, _ kind: LineValue.Kind) throws(NotCompilable) -> LineValue {
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
    private mutating func aligned(
        _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> (left: LineValue, right: LineValue) {
        switch (left.kind, right.kind) {
        case (.number(let first), .number(let second)):
            let scale = max(first, second)
            return (try scaled(left, to: scale), try scaled(right, to: scale))
        case (let first, let second) where first == second: return (left, right)
        default: throw NotCompilable()
        }
    }

    /// One of two values by a flag; the usual choices have steps that do less than choose.
    private mutating func choose(
        _ flag: LineValue, _ first: LineValue, _ second: LineValue
    ) throws(NotCompilable) -> LineValue {
        let (yes, no) = try aligned(first, second)
        // A flag that may be none has no number for it.
        if yes.kind == .flag, yes.mayBeEmpty || no.mayBeEmpty { throw NotCompilable() }
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

    // MARK: Operators

    private mutating func combine(
        _ operation: BinaryOperator, _ left: Checked<LineReference>, _ right: Checked<LineReference>
    ) throws(NotCompilable) -> LineValue {
        switch operation {
        case .and, .or:
            let (first, second) = (try flag(left), try flag(right))
            let step = operation == .and ? LineStep.both(first.step, second.step) : .either(first.step, second.step)
            return try add(step, .flag, .flag)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return try compare(operation, left, right)
        case .plus, .minus: return try sum(operation, compile(left), compile(right))
        case .times: return try product(compile(left), compile(right))
        case .divide: throw NotCompilable()
        }
    }

    private mutating func sum(
        _ operation: BinaryOperator, _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> LineValue {
        if left.kind == .day, right.kind == .day, operation == .minus {
            return try add(
                .difference(left.step, right.step), .number(scale: 0), mayBeEmpty: left.mayBeEmpty || right.mayBeEmpty,
                left.bounds.minus(right.bounds))
        }
        let (first, second) = try aligned(left, right)
        guard case .number = first.kind else { throw NotCompilable() }
        let step =
            operation == .plus ? LineStep.sum(first.step, second.step) : .difference(first.step, second.step)
        let bounds = operation == .plus ? first.bounds.plus(second.bounds) : first.bounds.minus(second.bounds)
        return try add(step, first.kind, mayBeEmpty: first.mayBeEmpty || second.mayBeEmpty, bounds)
    }

    /// A product keeps every decimal place, as long as a decimal has so many.
    private mutating func product(_ left: LineValue, _ right: LineValue) throws(NotCompilable) -> LineValue {
        guard case .number(let first) = left.kind, case .number(let second) = right.kind,
            first + second <= FixedDecimal.scale
        else { throw NotCompilable() }
        return try add(
            .product(left.step, right.step), .number(scale: first + second),
            mayBeEmpty: left.mayBeEmpty || right.mayBeEmpty, left.bounds.times(right.bounds))
    }

    private mutating func compare(
        _ operation: BinaryOperator, _ left: Checked<LineReference>, _ right: Checked<LineReference>
    ) throws(NotCompilable) -> LineValue {
        if case .text(let text) = right.node { return try compare(operation, compile(left), text) }
        if case .text(let text) = left.node { return try compare(operation, compile(right), text) }
        let (first, second) = try aligned(compile(left), compile(right))
        if first.kind == .flag { throw NotCompilable() }
        let mayBeEmpty = first.mayBeEmpty || second.mayBeEmpty
        var answer = try add(.comparison(operation, first.step, second.step), .flag, .flag)
        // None is neither before nor after anything; as a number it would be the lowest.
        if mayBeEmpty, operation != .equal, operation != .notEqual {
            for value in [first, second] where value.mayBeEmpty {
                let present = try add(.isEmpty(value.step, negated: true), .flag, .flag)
                answer = try add(.both(answer.step, present.step), .flag, .flag)
            }
        }
        return answer
    }

    /// A text of a field is one code, or none of its codes.
    private mutating func compare(
        _ operation: BinaryOperator, _ value: LineValue, _ text: String
    ) throws(NotCompilable) -> LineValue {
        guard case .code(let path) = value.kind, operation == .equal || operation == .notEqual else {
            throw NotCompilable()
        }
        let code = code(of: text, path).map { Int64($0) } ?? Self.noSuchCode
        let constant = try constant(code, value.kind)
        return try add(.comparison(operation, value.step, constant.step), .flag, .flag)
    }

    private static let noSuchCode: Int64 = -2

    // MARK: Functions

    private mutating func apply(
        _ function: Function, _ arguments: [Checked<LineReference>]
    ) throws(NotCompilable) -> LineValue {
        guard let first = arguments.first else { throw NotCompilable() }
        switch function {
        case .abs: return try map(first, { .magnitude($0) }, { $0.magnitude })
        case .floor: return try rounded(compile(first), to: 0, .down)
        case .ceil: return try rounded(compile(first), to: 0, .up)
        case .round: return try rounded(compile(first), to: places(arguments), .halfAwayFromZero)
        case .round_half_even: return try rounded(compile(first), to: places(arguments), .halfEven)
        case .min, .max:
            var value = try compile(first)
            for argument in arguments.dropFirst() {
                value = try extreme(function == .min, value, compile(argument))
            }
            return value
        case .clamp where arguments.count == 3:
            return try extreme(
                false, compile(arguments[1]), extreme(true, compile(arguments[2]), compile(first)))
        case .otherwise where arguments.count == 2:
            let (value, instead) = try aligned(compile(first), compile(arguments[1]))
            guard case .number = value.kind else { throw NotCompilable() }
            return try add(
                .instead(value.step, instead.step), value.kind, mayBeEmpty: instead.mayBeEmpty,
                value.bounds.union(instead.bounds))
        default: throw NotCompilable()
        }
    }

    private mutating func extreme(
        _ smaller: Bool, _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> LineValue {
        let (first, second) = try aligned(left, right)
        guard case .number = first.kind else { throw NotCompilable() }
        let step = smaller ? LineStep.smaller(first.step, second.step) : .larger(first.step, second.step)
        return try add(
            step, first.kind, mayBeEmpty: first.mayBeEmpty || second.mayBeEmpty, first.bounds.union(second.bounds))
    }

    /// The decimal places a rounding names; a constant in every formula worth compiling.
    private func places(_ arguments: [Checked<LineReference>]) throws(NotCompilable) -> Int {
        guard arguments.count > 1 else { return 0 }
        guard case .number(let number) = arguments[1].node, let places = try? number.integer(.towardsZero) else {
            throw NotCompilable()
        }
        return min(max(places, 0), FixedDecimal.scale)
    }

    private mutating func rounded(
        _ value: LineValue, to places: Int, _ mode: Rounding
    ) throws(NotCompilable) -> LineValue {
        guard case .number(let scale) = value.kind else { throw NotCompilable() }
        guard scale > places else { return value }
        var step = LineStep.rounded(value.step, places: scale - places, mode)
        if case .product(let left, let right) = steps[value.step], steps[left] == .share || steps[right] == .share {
            let amount = steps[left] == .share ? right : left
            step = .sharedOut(amount, places: scale - places, mode)
        }
        return try add(
            step, .number(scale: places), mayBeEmpty: value.mayBeEmpty,
            value.bounds.divided(by: LineKernel.powerOfTen(scale - places)))
    }

    // MARK: What names stand for

    private mutating func load(_ reference: LineReference) throws(NotCompilable) -> LineValue {
        switch reference {
        case .share: return try add(.share, .number(scale: SplitTable.scale), LineBounds(facts.shares))
        case .rate(let table): return try rate(table)
        case .field(let field): return try load(field)
        }
    }

    private mutating func load(_ reference: FieldReference) throws(NotCompilable) -> LineValue {
        let column = model.events[event].columns.bare(reference.field)
        let path = LineValue.FieldPath(
            field: reference.field, recordKind: reference.recordField?.kind, recordField: reference.recordField?.field)
        guard let recordField = reference.recordField else {
            return try load(reference.field, column, path)
        }
        let records = model.records(recordField.kind)
        guard case .record = column else { throw NotCompilable() }
        let record = try load(reference.field, .code(path))
        guard let field = recordField.field else { return record }
        guard records.columns.indices.contains(field) else { throw NotCompilable() }
        return try lookUp(records.columns[field], record, path)
    }

    private mutating func load(
        _ field: Int, _ column: EventColumn, _ path: LineValue.FieldPath
    ) throws(NotCompilable) -> LineValue {
        switch column {
        case .decimal(_, let scale): return try load(field, .number(scale: scale))
        case .day: return try load(field, .day)
        case .text, .record: return try load(field, .code(path))
        case .flag: return try load(field, .flag)
        }
    }

    private mutating func load(_ field: Int, _ kind: LineValue.Kind) throws(NotCompilable) -> LineValue {
        let facts = facts.ofFields[field]
        // A flag that may be none would need a third answer.
        guard let facts, kind != .flag || !facts.mayBeEmpty else { throw NotCompilable() }
        return try add(.column(.field(field)), kind, mayBeEmpty: facts.mayBeEmpty, LineBounds(facts.range))
    }

    /// A field of the record that each line names.
    private mutating func lookUp(
        _ column: EventColumn, _ record: LineValue, _ path: LineValue.FieldPath
    ) throws(NotCompilable) -> LineValue {
        switch column {
        case .decimal(let numbers, let scale):
            return try lookUp(numbers, record, .number(scale: scale))
        case .day(let days):
            return try lookUp(days.map { $0 == EventColumn.emptyDay ? LineColumn.empty : Int64($0) }, record, .day)
        case .text(let codes, _), .record(let codes):
            return try lookUp(codes.map { $0 < 0 ? LineColumn.empty : Int64($0) }, record, .code(path))
        case .flag: throw NotCompilable()
        }
    }

    private mutating func lookUp(
        _ values: [Int64], _ code: LineValue, _ kind: LineValue.Kind
    ) throws(NotCompilable) -> LineValue {
        try lookUp(values, otherwise: LineColumn.empty, code, kind, mayBeEmpty: true)
    }

    private mutating func lookUp(
        _ values: [Int64], otherwise: Int64, _ code: LineValue, _ kind: LineValue.Kind, mayBeEmpty: Bool
    ) throws(NotCompilable) -> LineValue {
        let entries = values + [otherwise]
        let number = tableNumbers[entries] ?? tables.count
        if number == tables.count {
            tables.append(FlatColumn(entries))
            tableNumbers[entries] = number
        }
        return try add(
            .lookup(code.step, table: number), kind, mayBeEmpty: mayBeEmpty, LineBounds(holding: entries))
    }

    /// The number of a text among the codes of a field.
    private func code(of text: String, _ path: LineValue.FieldPath) -> Int32? {
        if let kind = path.recordKind {
            let records = model.records(kind)
            guard let field = path.recordField else { return records.number(of: text) }
            return records.columns.indices.contains(field)
                ? code(of: text, records.columns[field], records.kind.fields[field].type) : nil
        }
        return code(
            of: text, model.events[event].columns.shape(of: path.field), model.eventKinds[event].fields[path.field].type
        )
    }

    private func code(of text: String, _ column: EventColumn, _ type: FieldType) -> Int32? {
        switch (column, type) {
        case (.text(_, let dictionary), _): dictionary.firstIndex(of: text).map { Int32($0) }
        case (.record, .record(let kind)): model.records(kind).number(of: text)
        default: nil
        }
    }

    // MARK: Rates

    /// A rate chosen by one field, whatever the day: a look into a table by the field's code.
    private mutating func rate(_ table: RateTable) throws(NotCompilable) -> LineValue {
        let (rates, otherwise, scale) = try narrowRates(table)
        guard let dimension = table.dimensions.first, table.dimensions.count == 1,
            table.rows.allSatisfy({ $0.days == .always })
        else { throw NotCompilable() }
        let field = try load(dimension.field)
        guard case .code(let path) = field.kind else { throw NotCompilable() }
        var any = otherwise
        for (row, rate) in zip(table.rows, rates) where row.cells == [nil] { any = rate }
        var byCode: [Int64] = []
        for (row, rate) in zip(table.rows, rates) {
            guard let cell = row.cells.first ?? nil, let code = code(of: cell, path) else { continue }
            if byCode.count <= Int(code) {
                byCode += repeatElement(any, count: Int(code) + 1 - byCode.count)
            }
            byCode[Int(code)] = rate
        }
        return try lookUp(byCode, otherwise: any, field, .number(scale: scale), mayBeEmpty: false)
    }

    /// The rates of a table with as few decimal places as all of them need.
    private func narrowRates(_ table: RateTable) throws(NotCompilable) -> ([Int64], Int64, Int) {
        let all = table.rows.map(\.rate.raw) + [(table.otherwise ?? .zero).raw]
        var scale = FixedDecimal.scale
        var unit: Int128 = 1
        while scale > 0, all.allSatisfy({ $0 % (unit * 10) == 0 }) {
            unit *= 10
            scale -= 1
        }
        let narrow = all.compactMap { Int64(exactly: $0 / unit) }
        guard let otherwise = narrow.last, narrow.count == all.count else { throw NotCompilable() }
        return (Array(narrow.dropLast()), otherwise, scale)
    }
}
