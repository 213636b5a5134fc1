internal import Quantities

/// Between which numbers something lies; wide enough to see that it does not fit 64 bits.
struct LineBounds: Hashable, Sendable {
    var least: Int128
    var most: Int128

    init(_ range: ClosedRange<Int64>) {
        self.init(Int128(range.lowerBound), Int128(range.upperBound))
    }

    private init(_ least: Int128, _ most: Int128) {
        self.least = least
        self.most = most
    }

    /// Between the entries of a table that are not none.
    init(holding entries: [Int64]) {
        let present = entries.filter { $0 != LineColumn.empty }
        self.init((present.min() ?? 0)...(present.max() ?? 0))
    }

    static let flag = LineBounds(0, 1)

    /// The same in 64 bits; `nil` when it does not fit. The lowest number stands for "none" and for nothing else.
    var narrow: ClosedRange<Int64>? {
        guard let least = Int64(exactly: least), let most = Int64(exactly: most), least > LineColumn.empty else {
            return nil
        }
        return least...most
    }

    var negated: LineBounds { LineBounds(-most, -least) }

    var magnitude: LineBounds {
        least >= 0 ? self : most <= 0 ? negated : LineBounds(0, max(-least, most))
    }

    func plus(_ other: LineBounds) -> LineBounds { LineBounds(least + other.least, most + other.most) }

    func minus(_ other: LineBounds) -> LineBounds { LineBounds(least - other.most, most - other.least) }

    /// Both are at most 64 bits wide, so that no product leaves 128.
    func times(_ other: LineBounds) -> LineBounds {
        let corners = [least * other.least, least * other.most, most * other.least, most * other.most]
        return LineBounds(corners.min() ?? 0, corners.max() ?? 0)
    }

    /// After a division by a positive number, rounded either way.
    func divided(by divisor: Int64) -> LineBounds {
        LineBounds(least / Int128(divisor) - 1, most / Int128(divisor) + 1)
    }

    func union(_ other: LineBounds) -> LineBounds { LineBounds(min(least, other.least), max(most, other.most)) }

    /// Whether so many of them can be added up in 64 bits, in any order.
    func fitsSum(of count: Int) -> Bool {
        let largest = max(least.magnitude, most.magnitude)
        let (bound, overflow) = largest.multipliedReportingOverflow(by: UInt128(max(1, count)))
        return !overflow && bound < UInt128(Int64.max)
    }
}

/// What is known of the columns of a table before anything is computed of them.
struct LineFacts: Sendable {
    /// Between which numbers a column lies, and whether some of its values are missing.
    struct Column: Hashable, Sendable {
        var range: ClosedRange<Int64>
        var mayBeEmpty: Bool
    }

    /// By the index of the field.
    var ofFields: [Int: Column]
    /// Between which numbers shares lie, in 10^-9.
    var shares: ClosedRange<Int64>
}
