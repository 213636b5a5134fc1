internal import Company
internal import Formulas
internal import Quantities

/// What each row of an event table adds to a figure, before it is credited.
struct RowValues {
    var values: [Int128] = []
    var takesPart: [Bool] = []
    /// Decimal places of ``values``.
    var scale = 0
    /// The smallest amount that a split hands out, in units of ``scale``; `nil` when the figure is not money.
    var splitStep: Int64?
    /// The rate of each row; empty when there are none.
    var rates: [FixedDecimal] = []

    init(_ aggregate: Aggregate, _ model: CompanyModel, _ program: FieldProgram) throws(QuantityError) {
        if let filter = aggregate.filter { takesPart = try program.mask(filter) }
        if let table = aggregate.rates { rates = try program.rates(table) }
        guard let formula = aggregate.value else { return }
        if aggregate.function == .distinct {
            let codes = try program.codes(formula).codes
            values = codes.map { Int128($0) }
            leaveOut { $0 == EventColumn.emptyCode || $0 == EventColumn.emptyDay }
            return
        }
        try load(formula, aggregate, model, program)
    }

    private mutating func load(
        _ formula: Checked<FieldReference>, _ aggregate: Aggregate, _ model: CompanyModel, _ program: FieldProgram
    ) throws(QuantityError) {
        let isMoney = formula.type.unit?.isMoney ?? false
        let digits = model.currency.minorDigits
        if case .reference(let reference) = formula.node, reference.recordField == nil,
            case .decimal(let numbers, let places) = model.events[aggregate.event].columns[reference.field]
        {
            // Money that may be split needs at least the currency's own decimal places.
            scale = isMoney ? max(places, digits) : places
            let factor = Self.power(scale - places)
            values = numbers.map { $0 == EventColumn.emptyNumber ? Block.emptyNumber : Int128($0) * Int128(factor) }
        } else {
            values = try program.numbers(formula)
            scale = FixedDecimal.scale
        }
        if isMoney { splitStep = Self.power(scale - digits) }
        leaveOut { $0 == Block.emptyNumber }
    }

    private static func power(_ exponent: Int) -> Int64 {
        (0..<max(0, exponent)).reduce(1) { product, _ in product * 10 }
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

extension FieldProgram {
    /// The rate that a field of each row chooses.
    func rates(_ table: RateTable) throws(QuantityError) -> [FixedDecimal] {
        let (codes, dictionary) = try codes(Checked(.reference(table.field), .text, TextSpan(0, 0)))
        let other = table.otherwise ?? .zero
        let byCode = dictionary.map { table.rates[$0] ?? other }
        return codes.map { $0 < 0 ? other : byCode[Int($0)] }
    }
}
