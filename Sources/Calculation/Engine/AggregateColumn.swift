internal import Company
internal import Formulas
internal import Periods
internal import Quantities

/// One figure out of events, laid out in the order of a credit index.
///
/// Sums and counts are kept as running totals, so that any stretch of time of any person costs two look-ups.
struct AggregateColumn: Sendable {
    let function: Function
    /// Running totals of what is summed, one more than positions; in units of 10^-``scale``.
    let totals: [Int128]
    /// Running totals of credited shares in 10^-9, one more than positions; only for counts and averages.
    let counts: [Int64]
    /// What each position adds; empty for figures that running totals answer.
    let values: [Int128]
    /// Which positions take part; empty when all do.
    let takesPart: [Bool]
    /// Decimal places of ``totals`` and ``values``.
    let scale: Int

    /// The value of a position and its credited share, for explanations.
    func value(at position: Int) -> FixedDecimal {
        let units = totals.isEmpty ? values[position] : totals[position + 1] - totals[position]
        return FixedDecimal.scaled(units, places: scale)
    }

    /// Whether an event takes part.
    func takesPart(at position: Int) -> Bool { takesPart.isEmpty || takesPart[position] }
}

extension FixedDecimal {
    /// Units of 10^-places as a decimal; the largest when it does not fit, which callers have ruled out.
    static func scaled(_ units: Int128, places: Int) -> FixedDecimal {
        let (raw, overflow) = units.multipliedReportingOverflow(by: FieldProgram.factor(places))
        return FixedDecimal(raw: overflow ? .max : raw)
    }
}

// MARK: - Building

extension AggregateColumn {
    /// Evaluates the figure's formula over all events once and lays the result out in the index's order.
    init(_ aggregate: Aggregate, _ model: CompanyModel, _ index: CreditIndex) throws(QuantityError) {
        let program = FieldProgram(model, event: aggregate.event)
        let rows = try RowValues(aggregate, model, program)
        function = aggregate.function
        scale = rows.scale
        var takesPart: [Bool] = []
        if !rows.takesPart.isEmpty { takesPart = index.rows.map { rows.takesPart[Int($0)] } }
        self.takesPart = takesPart
        switch function {
        case .sum, .average, .count:
            let parts = try Self.credited(rows, index, splitAtMinorUnits: rows.isMoney)
            totals = function == .count ? [] : try Self.runningTotals(parts, takesPart)
            counts = function == .sum ? [] : Self.runningCounts(index, takesPart)
            values = []
        default:
            totals = []
            counts = []
            values = index.rows.map { rows.values[Int($0)] }
        }
    }

    /// The credited part of each position. Money of a split event is divided with the largest remainder, so that the parts are the whole.
    private static func credited(
        _ rows: RowValues, _ index: CreditIndex, splitAtMinorUnits: Bool
    ) throws(QuantityError) -> [Int128] {
        guard !rows.values.isEmpty else { return [] }
        var parts = index.rows.map { rows.values[Int($0)] }
        guard !index.shares.isEmpty else { return parts }
        var shared: [Int32: [Int]] = [:]
        for position in parts.indices where index.shares[position] != CreditIndex.wholeShare {
            shared[index.rows[position], default: []].append(position)
        }
        for (row, positions) in shared {
            let whole = rows.values[Int(row)]
            if splitAtMinorUnits, let amount = Int64(exactly: whole) {
                let weights = try positions.map { position throws(QuantityError) in
                    (key: position, weight: try FixedDecimal(minorUnits: index.shares[position], places: 9))
                }
                let amounts = try Split.largestRemainder(amount, weights: weights, step: rows.splitStep)
                for (position, amount) in zip(positions, amounts) { parts[position] = Int128(amount) }
            } else {
                for position in positions {
                    parts[position] = whole * Int128(index.shares[position]) / Int128(CreditIndex.wholeShare)
                }
            }
        }
        return parts
    }

    private static func runningTotals(_ parts: [Int128], _ takesPart: [Bool]) throws(QuantityError) -> [Int128] {
        var totals = [Int128](repeating: 0, count: parts.count + 1)
        var total: Int128 = 0
        for position in parts.indices {
            if takesPart.isEmpty || takesPart[position] {
                let (sum, overflow) = total.addingReportingOverflow(parts[position])
                if overflow { throw .overflow(.addition) }
                total = sum
            }
            totals[position + 1] = total
        }
        return totals
    }

    private static func runningCounts(_ index: CreditIndex, _ takesPart: [Bool]) -> [Int64] {
        var counts = [Int64](repeating: 0, count: index.rows.count + 1)
        var count: Int64 = 0
        for position in index.rows.indices {
            if takesPart.isEmpty || takesPart[position] { count += index.share(at: position) }
            counts[position + 1] = count
        }
        return counts
    }
}

/// What each row of an event table adds to a figure, before it is credited.
private struct RowValues {
    var values: [Int128] = []
    var takesPart: [Bool] = []
    var scale = 0
    var isMoney = false
    /// The smallest amount that a split hands out, in units of ``scale``.
    var splitStep: Int64 = 1

    init(_ aggregate: Aggregate, _ model: CompanyModel, _ program: FieldProgram) throws(QuantityError) {
        if let filter = aggregate.filter { takesPart = try program.mask(filter) }
        guard let formula = aggregate.value else { return }
        if aggregate.function == .distinct {
            let codes = try program.codes(formula).codes
            values = codes.map { Int128($0) }
            leaveOut { $0 == EventColumn.emptyCode || $0 == EventColumn.emptyDay }
            return
        }
        isMoney = formula.type.unit?.isMoney ?? false
        try load(formula, aggregate, model, program)
    }

    private mutating func load(
        _ formula: Checked<FieldReference>, _ aggregate: Aggregate, _ model: CompanyModel, _ program: FieldProgram
    ) throws(QuantityError) {
        let digits = model.currency.minorDigits
        if let rates = aggregate.rates {
            values = try RateProgram(rates, program).priced(try program.numbers(formula), isCount: false)
            scale = FixedDecimal.scale
            leaveOut { $0 == Block.emptyNumber }
            isMoney = false
        } else if case .reference(let reference) = formula.node, reference.recordField == nil,
            case .decimal(let numbers, let places) = model.events[aggregate.event].columns[reference.field]
        {
            // Money that may be split needs at least the currency's own decimal places.
            scale = isMoney ? max(places, digits) : places
            let factor = Int128((0..<(scale - places)).reduce(1) { product, _ in product * 10 })
            values = numbers.map { $0 == EventColumn.emptyNumber ? Block.emptyNumber : Int128($0) * factor }
            splitStep = (0..<max(0, scale - digits)).reduce(1) { product, _ in product * 10 }
            leaveOut { $0 == Block.emptyNumber }
        } else {
            values = try program.numbers(formula)
            scale = FixedDecimal.scale
            isMoney = false
            leaveOut { $0 == Block.emptyNumber }
        }
    }

    /// Rows without a value take no part.
    private mutating func leaveOut(_ isEmpty: (Int128) -> Bool) {
        guard values.contains(where: isEmpty) else { return }
        if takesPart.isEmpty { takesPart = [Bool](repeating: true, count: values.count) }
        for row in values.indices where isEmpty(values[row]) {
            takesPart[row] = false
            values[row] = 0
        }
    }
}

/// Multiplies each row's value with the rate that a field of the row chooses.
struct RateProgram {
    private let rates: RateTable
    private let program: FieldProgram

    init(_ rates: RateTable, _ program: FieldProgram) {
        self.rates = rates
        self.program = program
    }

    func priced(_ values: [Int128], isCount: Bool) throws(QuantityError) -> [Int128] {
        let field = Checked<FieldReference>(.reference(rates.field), .text, TextSpan(0, 0))
        let (codes, dictionary) = try program.codes(field)
        let byCode = dictionary.map { rates.rates[$0] ?? rates.otherwise ?? .zero }
        let other = rates.otherwise ?? .zero
        var priced: [Int128] = []
        priced.reserveCapacity(codes.count)
        for (row, code) in codes.enumerated() {
            let rate = code < 0 ? other : byCode[Int(code)]
            let value = isCount ? FixedDecimal.one.raw : values[row]
            priced.append(
                value == Block.emptyNumber ? value : try FixedDecimal(raw: value).multiplied(by: rate).raw)
        }
        return priced
    }
}
