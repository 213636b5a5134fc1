/// Finds the amount from which one more deal is paid by another share of it: a tier, a threshold, a cap.
///
/// Only the company itself is asked, so whatever pays is counted. Up to the step what is brought is in proportion to the amount, but for
/// what is rounded; where that holds up to the largest deal, there is no step.
struct StepAhead {
    /// A whole unit of the currency.
    let unit: Int64
    /// The usual deal; looked at are deals up to five of it.
    let usual: Int64
    /// The largest deal of which can be told what it brings, if not all up to five of the usual one; none beyond it is
    /// looked at.
    var largest: Int64?

    /// A step: how far away it is, and what a deal that reaches it brings.
    struct Found: Equatable {
        let amount: Int64
        let gain: Int128
    }

    /// Rounding of the parts of pay moves a sum by so many minor units at most.
    private static let rounding: Int128 = 4
    /// Between two looks the range is cut into so many parts.
    private static let parts: Int64 = 8

    /// The step; `nil` when there is none, or when what a deal brings cannot be told.
    ///
    /// - Parameter brings: What deals of some amounts would bring, each by itself.
    func found(brings: ([Int64]) async -> [Int128]?) async -> Found? {
        let five = usual.multipliedReportingOverflow(by: 5)
        let most = min(five.partialValue, largest ?? five.partialValue)
        guard unit > 0, !five.overflow, most / unit > 2 else { return nil }
        // In whole units of the currency from here on.
        var low: Int64 = 1
        var high = most / unit
        guard let ends = await brings([unit, high * unit]), ends.count == 2 else { return nil }
        // What the smallest deal brings is rounded too, so a share is measured on a larger one.
        guard let base = await base(below: high, brings) else { return nil }
        func isStraight(_ amount: Int64, _ gain: Int128) -> Bool {
            (gain * Int128(base.amount) - base.gain * Int128(amount)).magnitude
                <= (Self.rounding * (Int128(base.amount) + Int128(amount))).magnitude
        }
        if isStraight(high, ends[1]) { return nil }
        low = base.amount
        var reached = ends[1]
        while high - low > 1 {
            let width = max(1, (high - low) / Self.parts)
            let inner = Array(stride(from: low + width, to: high, by: Int64.Stride(width)))
            guard let gains = await brings(inner.map { $0 * unit }) else { return nil }
            let bent = zip(inner, gains).first { !isStraight($0, $1) }
            let straight = inner.last { amount in amount < (bent?.0 ?? high) } ?? low
            (low, high, reached) = (straight, bent?.0 ?? high, bent?.1 ?? reached)
        }
        let straight = base.gain * Int128(high) / Int128(base.amount)
        // A leap is seen at the very unit; a bend only once what is brought differs by more than rounding does.
        if (reached - straight).magnitude > 16 * Self.rounding.magnitude {
            return Found(amount: high * unit, gain: reached)
        }
        return await bend(near: high, below: most / unit, base, brings)
    }

    /// Where two lines meet, to the next ten units: rounded amounts say it no closer.
    private func bend(
        near seen: Int64, below most: Int64, _ base: (amount: Int64, gain: Int128),
        _ brings: ([Int64]) async -> [Int128]?
    ) async -> Found? {
        let width = max(1, (most - seen) / 8)
        guard let gains = await brings([(seen + width) * unit, (seen + 2 * width) * unit]), gains.count == 2 else {
            return nil
        }
        let rise = gains[1] - gains[0]
        let divisor = base.gain * Int128(width) - rise * Int128(base.amount)
        guard divisor != 0 else { return nil }
        let meets =
            Int128(base.amount) * (gains[0] * Int128(width) - rise * Int128(seen + width)) / divisor
        // Where what lies behind bends again, the lines meet elsewhere; then what was seen is told.
        let amount = (0...200).contains(Int128(seen) - meets) ? Int64(meets) : seen
        let round = max(10, (amount + 7) / 10 * 10)
        guard let gain = await brings([round * unit])?.first else { return nil }
        return Found(amount: round * unit, gain: gain)
    }

    /// An amount up to which what is brought is in proportion, and what it brings: the largest of those that halve the range.
    private func base(
        below high: Int64, _ brings: ([Int64]) async -> [Int128]?
    ) async -> (amount: Int64, gain: Int128)? {
        var halves: [Int64] = []
        var amount = high
        while amount > 1 {
            amount /= 2
            halves.append(amount)
        }
        guard let gains = await brings(halves.map { $0 * unit }) else { return nil }
        for place in halves.indices.dropLast() {
            // Half of it brings half, and so does half of that: nothing bends below.
            let isProportional = (place + 1..<halves.count).allSatisfy { smaller in
                (gains[smaller] * Int128(halves[place]) - gains[place] * Int128(halves[smaller])).magnitude
                    <= (Self.rounding * (Int128(halves[place]) + Int128(halves[smaller]))).magnitude
            }
            if isProportional { return (halves[place], gains[place]) }
        }
        return halves.last.map { ($0, gains[halves.count - 1]) }
    }
}
