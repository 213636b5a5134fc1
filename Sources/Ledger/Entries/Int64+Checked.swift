package import Quantities

/// Minor units never wrap and never trap: what does not fit is an error.
extension Int64 {
    package func plus(_ other: Int64) throws(QuantityError) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        if overflow { throw .overflow(.addition) }
        return sum
    }

    package func minus(_ other: Int64) throws(QuantityError) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        if overflow { throw .overflow(.subtraction) }
        return difference
    }

    package func negated() throws(QuantityError) -> Int64 {
        guard self != .min else { throw .overflow(.negation) }
        return -self
    }
}
