internal import Company
internal import Formulas
internal import Quantities

/// The rate of each row of an event table, chosen by a field of the row.
struct RowRates: Sendable {
    private let codes: [Int32]
    private let byCode: [FixedDecimal]
    private let other: FixedDecimal

    init(_ table: RateTable, _ program: FieldProgram) throws(QuantityError) {
        let (codes, dictionary) = try program.codes(Checked(.reference(table.field), .text, TextSpan(0, 0)))
        let other = table.otherwise ?? .zero
        self.codes = codes
        self.other = other
        byCode = dictionary.map { table.rates[$0] ?? other }
    }

    /// Multiplies the credited part of each position, one place further on, with the rate of its row.
    ///
    /// - Parameters:
    ///   - parts: Units of 10^-places before, of 10^-16 afterwards.
    ///   - rows: The row of each position.
    func multiply(_ parts: inout [Int128], _ rows: [Int32], places: Int) throws(QuantityError) {
        let unit = FixedDecimal.one.raw / FieldProgram.factor(places)
        // Rates with few decimals multiply exactly, which needs neither a division nor a rounding.
        let isExact = (byCode + [other]).allSatisfy { $0.raw % unit == 0 }
        for (position, row) in rows.enumerated() {
            let rate = codes[Int(row)] < 0 ? other : byCode[Int(codes[Int(row)])]
            if isExact {
                let (product, overflow) = parts[position + 1].multipliedReportingOverflow(by: rate.raw / unit)
                if overflow { throw .overflow(.multiplication) }
                parts[position + 1] = product
            } else {
                parts[position + 1] = try FixedDecimal.scaled(parts[position + 1], places: places)
                    .multiplied(by: rate).raw
            }
        }
    }
}
