extension SeededGenerator {
    /// A whole number from 0 up to and without the bound, each equally likely; 0 for a bound below 2.
    ///
    /// Written here because the standard library does not promise how it turns bits into numbers. The method is Lemire's
    /// multiplication with rejection, so no number is favoured.
    public mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let width = UInt64(bound)
        var product = next().multipliedFullWidth(by: width)
        let unfair = (0 &- width) % width
        while product.low < unfair { product = next().multipliedFullWidth(by: width) }
        return Int(product.high)
    }

    /// A whole number of the range, each equally likely.
    public mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True so many times in a thousand.
    public mutating func happens(permille: Int) -> Bool {
        below(1000) < permille
    }

    /// One of the elements, each equally likely; nil when there are none.
    public mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// The place of one of the weights, as often as the weight says; 0 when all are zero.
    public mutating func place(weights: [Int]) -> Int {
        var left = below(weights.reduce(0, +))
        for (place, weight) in weights.enumerated() {
            if left < weight { return place }
            left -= weight
        }
        return 0
    }
}
