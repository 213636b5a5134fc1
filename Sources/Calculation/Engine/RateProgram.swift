internal import Company
internal import Formulas
internal import Quantities

/// Multiplies each row's value with the rate that a field of the row chooses.
struct RateProgram {
    private let rates: RateTable
    private let program: FieldProgram

    init(_ rates: RateTable, _ program: FieldProgram) {
        self.rates = rates
        self.program = program
    }

    /// What each row earns in units of 10^-16; ``Block/emptyNumber`` where it has no value.
    func priced(_ formula: Checked<FieldReference>) throws(QuantityError) -> [Int128] {
        let field = Checked<FieldReference>(.reference(rates.field), .text, TextSpan(0, 0))
        let (codes, dictionary) = try program.codes(field)
        let other = rates.otherwise ?? .zero
        let byCode = dictionary.map { rates.rates[$0] ?? other }
        if let (numbers, places) = program.plainColumn(formula),
            let factors = Self.factors(byCode, places), let otherFactor = Self.factors([other], places)?.first
        {
            return try Self.multiplied(numbers, codes, factors, otherFactor)
        }
        var priced = try program.numbers(formula)
        for row in priced.indices where priced[row] != Block.emptyNumber {
            let rate = codes[row] < 0 ? other : byCode[Int(codes[row])]
            priced[row] = try FixedDecimal(raw: priced[row]).multiplied(by: rate).raw
        }
        return priced
    }

    /// What a unit of the column earns at each rate, in units of 10^-16; `nil` when one would have to be rounded.
    private static func factors(_ rates: [FixedDecimal], _ places: Int) -> [Int128]? {
        let unit = FixedDecimal.one.raw / FieldProgram.factor(places)
        guard rates.allSatisfy({ $0.raw % unit == 0 }) else { return nil }
        return rates.map { $0.raw / unit }
    }

    /// Exact, so that a product needs neither a division nor a rounding.
    private static func multiplied(
        _ numbers: [Int64], _ codes: [Int32], _ factors: [Int128], _ other: Int128
    ) throws(QuantityError) -> [Int128] {
        var products: [Int128] = []
        products.reserveCapacity(numbers.count)
        for row in numbers.indices {
            guard numbers[row] != EventColumn.emptyNumber else {
                products.append(Block.emptyNumber)
                continue
            }
            let factor = codes[row] < 0 ? other : factors[Int(codes[row])]
            let (product, overflow) = Int128(numbers[row]).multipliedReportingOverflow(by: factor)
            if overflow { throw .overflow(.multiplication) }
            products.append(product)
        }
        return products
    }
}
