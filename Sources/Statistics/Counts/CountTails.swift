/// Both tails of a distribution of counts at one count.
public struct CountTails: Hashable, Sendable {
    /// P(X ≤ k).
    public let atMost: Double
    /// P(X ≥ k).
    public let atLeast: Double

    /// Both tails as they were found.
    public init(atMost: Double, atLeast: Double) { (self.atMost, self.atLeast) = (atMost, atLeast) }

    /// The tail that does not hold the most likely count is summed, the other is what it leaves of 1.
    init(count: Int, in range: ClosedRange<Int>, mode: Int, probability: (Int) -> Double) {
        guard range.contains(count) else {
            (atMost, atLeast) = count < range.lowerBound ? (0, 1) : (1, 0)
            return
        }
        let own = probability(count)
        let step = count <= mode ? -1 : 1
        let beyond = Self.sum(from: count + step, step: step, in: range, probability)
        let (small, large) = (min(own + beyond, 1), max(1 - beyond, 0))
        (atMost, atLeast) = step < 0 ? (small, large) : (large, small)
    }

    /// Terms that only fall, as far as they matter, added up from the smallest.
    private static func sum(
        from start: Int, step: Int, in range: ClosedRange<Int>, _ probability: (Int) -> Double
    ) -> Double {
        var terms: [Double] = []
        var total = 0.0
        var place = start
        while range.contains(place) {
            let term = probability(place)
            terms.append(term)
            total += term
            if term <= total * 1e-20 { break }
            place += step
        }
        return terms.reversed().reduce(0, +)
    }
}

/// Exact distributions of counts: what is more than chance. Relative error below 10⁻¹², by Loader's method.
public enum Counts {
    /// Hits of `trials` that succeed with chance p each: P(X ≤ k) and P(X ≥ k).
    ///
    ///     try Counts.binomial(15, of: 250, p: 0.032).atLeast   // .016
    public static func binomial(_ hits: Int, of trials: Int, p: Double) throws(Undefined) -> CountTails {
        guard (0...100_000_000).contains(trials) else { throw .outsideRange(.count) }
        guard p >= 0, p <= 1 else { throw .outsideRange(.probability) }
        let n = Double(trials)
        return CountTails(count: hits, in: 0...trials, mode: Int(n * p)) {
            Stirling.binomial(Double($0), of: n, p: p, q: 1 - p)
        }
    }

    /// Events where `mean` are expected: P(X ≤ k) and P(X ≥ k).
    ///
    ///     try Counts.poisson(2, mean: 8).atMost   // .0138
    public static func poisson(_ events: Int, mean: Double) throws(Undefined) -> CountTails {
        guard mean >= 0, mean <= 1e8 else { throw .outsideRange(.positive) }
        let end = 1_000_000_000
        return CountTails(count: min(events, end), in: 0...end, mode: Int(mean)) {
            Stirling.poisson(Double($0), mean: mean)
        }
    }

    /// Hits in a sample of `drawn` from `all` of which `marked` are hits, without putting back (Fisher).
    ///
    /// 6 of 20 here and 9 of 180 there: `hypergeometric(6, drawn: 20, marked: 15, all: 200).atLeast` is .0013.
    public static func hypergeometric(
        _ hits: Int, drawn: Int, marked: Int, all: Int
    ) throws(Undefined) -> CountTails {
        guard (0...100_000_000).contains(all), (0...all).contains(drawn), (0...all).contains(marked) else {
            throw .outsideRange(.count)
        }
        let range = max(0, drawn + marked - all)...min(drawn, marked)
        let mode = all == 0 ? 0 : Int(Double(drawn + 1) * Double(marked + 1) / Double(all + 2))
        return CountTails(count: hits, in: range, mode: mode) {
            hypergeometricTerm($0, drawn: drawn, marked: marked, all: all)
        }
    }

    /// Three binomial probabilities whose own chance cancels (Loader).
    static func hypergeometricTerm(_ hits: Int, drawn: Int, marked: Int, all: Int) -> Double {
        if all == 0 { return 1 }
        let p = Double(drawn) / Double(all)
        let q = Double(all - drawn) / Double(all)
        let inMarked = Stirling.binomial(Double(hits), of: Double(marked), p: p, q: q)
        let inOthers = Stirling.binomial(Double(drawn - hits), of: Double(all - marked), p: p, q: q)
        return inMarked * inOthers / Stirling.binomial(Double(drawn), of: Double(all), p: p, q: q)
    }
}
