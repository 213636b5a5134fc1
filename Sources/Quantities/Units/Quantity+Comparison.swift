extension Quantity {
    /// How one quantity stands to another.
    public enum Ordering: Hashable, Sendable {
        /// Below the other.
        case less
        /// The same.
        case equal
        /// Above the other.
        case greater
    }

    /// How this quantity stands to another of the same unit.
    ///
    /// A function that can fail rather than `Comparable`, because five days are neither more nor less than a rouble.
    ///
    /// - Throws: ``QuantityError/unitMismatch(_:_:)``, or ``QuantityError/currencyMismatch(_:_:)`` when only the
    ///   currencies differ.
    public func compare(_ other: Quantity) throws(QuantityError) -> Ordering {
        try requireSameUnit(as: other)
        if value == other.value { return .equal }
        return value < other.value ? .less : .greater
    }
}
