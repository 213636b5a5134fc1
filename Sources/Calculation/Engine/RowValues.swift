internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// What each row of an event table adds to a figure, before it is credited.
///
/// A value that knows its credited share is not one of the row: ``laidOut(_:_:_:)`` makes it one of each position.
struct RowValues: Sendable {
    /// The values by row, as narrow as they come.
    enum Numbers: Sendable {
        /// The figure has no values: it counts.
        case none
        /// Units of 10^-``RowValues/scale`` that fit 64 bits, as they lie in the table.
        case narrow([Int64])
        /// Units of 10^-``RowValues/scale``.
        case wide([Int128])
        /// Numbers of records or texts, or days: what can only be told apart.
        case codes([Int32])
    }

    private(set) var numbers = Numbers.none
    /// Whether there is a value for each position of an index instead of one for each row.
    private(set) var isByPosition = false
    /// Which rows take part; empty when all do.
    private(set) var takesPart: [Bool] = []
    /// Decimal places of ``numbers``.
    private(set) var scale = 0
    /// The smallest amount that a split hands out, in units of ``scale``; `nil` when the figure is not money.
    private(set) var splitStep: Int64?
    /// The rate that each row's credited part is multiplied with; `nil` when there are none.
    private(set) var rates: RowRates?

    /// Decimal places of sums: those of ``numbers``, or all when rates multiply them.
    var sumScale: Int { rates == nil ? scale : FixedDecimal.scale }

    init(_ aggregate: Aggregate, _ formulas: RowFormulas) throws(QuantityError) {
        if let filter = aggregate.filter { takesPart = try formulas.mask(filter) }
        if let table = aggregate.rates { rates = try RowRates(table, formulas, date: aggregate.date) }
        guard let formula = aggregate.value, !formula.usesShare else { return }
        try load(formula, formulas, aggregate)
    }

    private mutating func load(
        _ formula: Checked<LineReference>, _ formulas: RowFormulas, _ aggregate: Aggregate
    ) throws(QuantityError) {
        let currency = formulas.model.currency
        if aggregate.function == .distinct {
            let codes = try formulas.codes(formula).codes
            leaveOut(codes) { $0 == EventColumn.emptyCode || $0 == EventColumn.emptyDay }
            numbers = .codes(codes)
        } else {
            let isMoney = formula.type.unit?.isMoney ?? false
            switch try formulas.numbers(formula) {
            case .narrow(let values, let places):
                load(values, places, wanted: Self.places(aggregate, places, isMoney, currency))
            case .wide(let values): load(values)
            }
            if isMoney { splitStep = PowersOfTen.int64(max(0, scale - currency.minorDigits)) }
        }
    }

    /// Money that may be split needs at least the currency's own decimal places, other numbers those of a share.
    private static func places(_ aggregate: Aggregate, _ places: Int, _ isMoney: Bool, _ currency: Currency) -> Int {
        guard case .split = aggregate.credit else { return places }
        return isMoney ? max(places, currency.minorDigits) : min(FixedDecimal.scale, places + SplitTable.scale)
    }

    private mutating func load(_ values: [Int128]) {
        scale = FixedDecimal.scale
        leaveOut(values) { $0 == WideStep.none }
        numbers = .wide(values)
    }

    /// Numbers as they come; only those that need more places than they have are copied.
    private mutating func load(_ column: [Int64], _ places: Int, wanted: Int) {
        scale = wanted
        leaveOut(column) { $0 == EventColumn.emptyNumber }
        if scale == places {
            numbers = .narrow(column)
        } else {
            let factor = Int128(PowersOfTen.int64(scale - places))
            numbers = .wide(column.map { $0 == EventColumn.emptyNumber ? 0 : Int128($0) * factor })
        }
    }

    /// Rows without a value take no part.
    private mutating func leaveOut<Value>(_ values: [Value], _ isEmpty: (Value) -> Bool) {
        guard values.contains(where: isEmpty) else { return }
        if takesPart.isEmpty { takesPart = [Bool](repeating: true, count: values.count) }
        for row in values.indices where isEmpty(values[row]) { takesPart[row] = false }
    }

    /// Where the value of a position is kept: under its row, or under itself.
    private func slot(_ position: Int, _ index: CreditIndex) -> Int {
        isByPosition ? position : Int(index.rows[position])
    }

    /// Whether a position takes part.
    func takesPart(at position: Int, _ index: CreditIndex) -> Bool {
        takesPart.isEmpty || takesPart[slot(position, index)]
    }

    /// Whether a row takes part; only where there is a value for each row.
    func takesPart(row: Int32) -> Bool { takesPart.isEmpty || takesPart[Int(row)] }

    /// A position's value before it is credited, whatever its width.
    func value(at position: Int, _ index: CreditIndex) -> Int128 {
        let slot = slot(position, index)
        return switch numbers {
        case .none: 0
        case .narrow(let values): Int128(values[slot])
        case .wide(let values): values[slot]
        case .codes(let codes): Int128(codes[slot])
        }
    }

    /// The same figure for an index: where a value knows its share, a value for each position.
    func laidOut(
        _ index: CreditIndex, _ aggregate: Aggregate, _ formulas: RowFormulas
    ) throws(QuantityError) -> RowValues {
        guard let formula = aggregate.value, formula.usesShare else { return self }
        var laidOut = self
        laidOut.isByPosition = true
        if !takesPart.isEmpty { laidOut.takesPart = index.rows.map { takesPart[Int($0)] } }
        switch try formulas.numbers(formula, linesOf: index) {
        case .narrow(let values, let places): laidOut.load(values, places, wanted: places)
        case .wide(let values): laidOut.load(values)
        }
        return laidOut
    }

    /// Whether a sum over so many positions, in any order, stays within 64 bits.
    func fitsNarrowSums(_ positions: Int) -> Bool {
        guard case .narrow(let values) = numbers else { return false }
        var largest: UInt64 = 0
        for value in values where value != EventColumn.emptyNumber { largest = max(largest, value.magnitude) }
        let (bound, overflow) = largest.multipliedReportingOverflow(by: UInt64(positions))
        return !overflow && bound < UInt64(Int64.max)
    }

    /// The same rows when their numbers have been added up and only explanations ask for the rest.
    var withoutNumbers: RowValues {
        var values = self
        values.numbers = .none
        return values
    }

    /// The values as wide as sums of them may become.
    var wide: [Int128] {
        switch numbers {
        case .none: []
        case .narrow(let values): values.map { Int128($0) }
        case .wide(let values): values
        case .codes(let codes): codes.map { Int128($0) }
        }
    }
}
