extension LineColumn {
    /// Whether every value is missing, where that may be, or lies in ``range``: what is computed of a column relies on it, so a
    /// column out of a file has to be looked through once.
    public var keepsItsRange: Bool {
        switch stored {
        case .one(let column): keepsRange(column)
        case .two(let column): keepsRange(column)
        case .four(let column): keepsRange(column)
        case .eight(let column): keepsRange(column)
        }
    }

    private func keepsRange<Narrow: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ column: FlatColumn<Narrow>
    ) -> Bool {
        var least = Narrow.max
        var most = Narrow.min
        // Without a branch: "none" is the lowest number, so it never raises the highest.
        let instead = mayBeEmpty ? Narrow.max : Narrow.min
        for position in 0..<column.count {
            let value = column.base[position]
            least = min(least, value == Narrow.min ? instead : value)
            most = max(most, value)
        }
        if column.count == 0 || (mayBeEmpty && most == Narrow.min) { return true }
        return Int128(base) + Int128(least) >= Int128(range.lowerBound)
            && Int128(base) + Int128(most) <= Int128(range.upperBound)
    }
}
