import HTML

/// A scale of round figures: steps of 1, 2 or 5 times a power of ten, in exact units.
struct Axis: Sendable, Equatable {
    let places: Int
    let step: Int128
    let low: Int128
    let high: Int128

    /// The scale that covers values in units of so many places.
    ///
    /// - Parameters:
    ///   - fromZero: Whether zero is on it in any case; bars begin there.
    ///   - intervals: How many steps it has at most, but for one that rounding adds.
    init(covering values: [Int128], places: Int, fromZero: Bool, intervals: Int) {
        var lowest = values.min() ?? 0
        var highest = values.max() ?? 0
        if fromZero || lowest == highest {
            lowest = min(lowest, 0)
            highest = max(highest, 0)
        }
        if lowest == highest { highest = PowersOfTen.power(places) }
        step = Self.step(for: highest - lowest, intervals: Int128(max(1, intervals)))
        low = Self.floor(lowest, to: step)
        high = -Self.floor(-highest, to: step)
        self.places = places
    }

    /// The marks of the scale.
    var ticks: [Int128] {
        var ticks: [Int128] = []
        var tick = low
        while tick <= high {
            ticks.append(tick)
            tick += step
        }
        return ticks
    }

    private static func step(for range: Int128, intervals: Int128) -> Int128 {
        let least = (range + intervals - 1) / intervals
        var power: Int128 = 1
        while true {
            for factor: Int128 in [1, 2, 5] where factor * power >= least { return factor * power }
            power *= 10
        }
    }

    private static func floor(_ value: Int128, to step: Int128) -> Int128 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: step)
        return (rest < 0 ? quotient - 1 : quotient) * step
    }
}
