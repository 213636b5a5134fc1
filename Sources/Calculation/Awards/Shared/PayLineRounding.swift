internal import Quantities

/// Brings units of 10^-places to minor units as a pay line is rounded: what lies within 5 × 10⁻¹¹ of a half is a half
/// (``Money/init(payLine:in:_:)`` says why and does the same for decimals of 128 bits).
struct PayLineRounding {
    /// The decimal places that a chain of quotients leaves intact.
    static let settledPlaces = 10
    static let million: Int64 = 1_000_000

    /// What settles quotients' last places; 1 where there are not so many.
    private let settling: Int64
    private let divisor: Int64
    private let factor: Int64
    private let mode: Rounding

    init(places: Int, minorDigits: Int, _ mode: Rounding) {
        let settled = min(places, Self.settledPlaces)
        settling = PowersOfTen.int64(places - settled)
        divisor = PowersOfTen.int64(max(0, settled - minorDigits))
        factor = PowersOfTen.int64(max(0, minorDigits - settled))
        self.mode = mode
    }

    /// Whether six places are dropped and halves go to the even neighbour, which is done in a loop of its own.
    var isHalfEvenOfMillionths: Bool { settling == 1 && divisor == Self.million && mode == .halfEven }

    /// The minor units, and whether they do not fit 64 bits.
    @inline(__always)
    func roundedReportingOverflow(_ worth: Int64) -> (partialValue: Int64, overflow: Bool) {
        let settled = settling == 1 ? worth : worth.divided(by: settling, rounding: .halfAwayFromZero)
        if divisor != 1 { return (settled.divided(by: divisor, rounding: mode), false) }
        return settled.multipliedReportingOverflow(by: factor)
    }

    /// The minor units of what was shown to fit.
    @inline(__always)
    func rounded(_ worth: Int64) -> Int64 { roundedReportingOverflow(worth).partialValue }
}
