/// How the sales are spread over the people: few have very many.
struct LoadWeights {
    /// What each person's sales weigh, and the running sums of it.
    let weights: [Int]
    private let sums: [Int]

    init(people: Int, _ generator: SeededGenerator) {
        var generator = generator.stream("weights")
        var ranks = Array(0..<people)
        for place in stride(from: people - 1, to: 0, by: -1) { ranks.swapAt(place, generator.below(place + 1)) }
        // 1 / (rank + 30) to the power of three quarters, in whole numbers.
        weights = ranks.map { rank in
            let base = rank + 30
            return 1_000_000_000_000 / Self.root(base * Self.root(base * 1_000_000))
        }
        var sum = 0
        sums = weights.map { weight in
            sum += weight
            return sum
        }
    }

    var total: Int { sums.last ?? 0 }

    /// A person, as often as the weight says.
    func person(_ generator: inout SeededGenerator) -> Int {
        let sought = generator.below(total)
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > sought { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The whole part of a square root, by Newton's method.
    static func root(_ value: Int) -> Int {
        guard value > 1 else { return max(value, 0) }
        var guess = 1 << ((Int.bitWidth - value.leadingZeroBitCount + 1) / 2)
        while true {
            let better = (guess + value / guess) / 2
            if better >= guess { return guess }
            guess = better
        }
    }
}
