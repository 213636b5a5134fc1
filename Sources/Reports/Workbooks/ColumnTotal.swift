internal import Quantities

/// The sum of a money column, exact whatever the amounts are.
struct ColumnTotal {
    /// The sum in minor units; a million amounts of an `Int64` always fit.
    let minorUnits: Int128
    /// The sum as the workbook keeps it.
    let value: FigureValue
    /// The formula that shows the same; nil where a spreadsheet might come to another sum.
    let formula: String?

    init(of sheet: Sheet, at column: Int, in currency: Currency) {
        var sum: Int128 = 0
        var magnitudes: Int128 = 0
        for row in sheet.rows {
            guard case .money(let units) = row[column] else { continue }
            sum += Int128(units)
            magnitudes += Int128(units.magnitude)
        }
        minorUnits = sum
        value = FigureValue(sum, in: currency)
        let isExact = Self.isExact(count: sheet.rows.count, magnitudes: magnitudes)
        let letters = Self.letters(column)
        formula = isExact && !sheet.rows.isEmpty ? "=SUM(\(letters)2:\(letters)\(sheet.rows.count + 1))" : nil
    }

    /// Whether a sum of doubles shows every minor unit right.
    ///
    /// No amount may be a text, which a formula leaves out. Adding n doubles errs by n × 2^-53 of their magnitudes at
    /// most, which must stay below half a minor unit.
    private static func isExact(count: Int, magnitudes: Int128) -> Bool {
        MoneyText.digits(magnitudes) <= WorkbookLimits.digits && magnitudes * Int128(count) < 1 << 52
    }

    /// The letters of a column counted from 0: `A` to `Z`, then `AA`.
    static func letters(_ column: Int) -> String {
        var rest = column
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}
