public import Quantities

/// Amounts of minor units written out in major units.
///
/// Any width of integer will do, since the sum of a column may be more than an `Int64` holds.
public enum MoneyText {
    /// The amount with all minor digits of its currency and a point: 105 kopecks are `1.05`, −105 are `-1.05`.
    ///
    /// - Parameters:
    ///   - minorUnits: the amount in minor units, for instance kopecks.
    ///   - currency: says how many digits the minor units have; its code is not written.
    ///   - group: what stands between thousands.
    ///   - point: what stands before the minor digits.
    public static func text(
        _ minorUnits: some BinaryInteger, in currency: Currency, group: String = "", point: String = "."
    ) -> String {
        let digits = String(minorUnits.magnitude)
        let shown = currency.minorDigits
        let padded = String(repeating: "0", count: max(0, shown + 1 - digits.count)) + digits
        let sign = minorUnits < 0 ? "-" : ""
        return sign + padded.dropLast(shown).inThousands(by: group) + (shown == 0 ? "" : point + padded.suffix(shown))
    }

    /// How many digits the amount has in minor units.
    static func digits(_ minorUnits: some BinaryInteger) -> Int {
        String(minorUnits.magnitude).count
    }
}
