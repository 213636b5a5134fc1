internal import Quantities

/// Amounts of minor units written out in major units.
enum MoneyText {
    /// The amount with all minor digits, a point and no groups: 105 kopecks are `1.05`.
    ///
    /// Takes an `Int128`, since the sum of a column may be more than an `Int64` holds.
    static func plain(_ minorUnits: some BinaryInteger, in currency: Currency) -> String {
        let digits = String(minorUnits.magnitude)
        let shown = currency.minorDigits
        let padded = String(repeating: "0", count: max(0, shown + 1 - digits.count)) + digits
        let sign = minorUnits < 0 ? "-" : ""
        return sign + padded.dropLast(shown) + (shown == 0 ? "" : "." + padded.suffix(shown))
    }

    /// How many digits the amount has in minor units.
    static func digits(_ minorUnits: some BinaryInteger) -> Int {
        String(minorUnits.magnitude).count
    }
}
