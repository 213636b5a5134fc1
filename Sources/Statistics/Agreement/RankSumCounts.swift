/// Counts by a packed word: a table of open places, since hashing of the standard library would take most of the time.
struct RankSumCounts {
    private var keys: [UInt64]
    private var values: [UInt64]
    private var shift: UInt64
    /// How many different words there are.
    private(set) var count = 0

    /// A table that grows when half of it is taken.
    init(capacity: Int) {
        var bits: UInt64 = 4
        while (1 << Int(bits)) < 2 * capacity, bits < 24 { bits += 1 }
        shift = 64 - bits
        keys = Array(repeating: 0, count: 1 << Int(bits))
        values = Array(repeating: 0, count: 1 << Int(bits))
    }

    /// Adds a count above zero to that of a word.
    mutating func add(_ amount: UInt64, at key: UInt64) {
        let place = self.place(of: key)
        if values[place] == 0 {
            keys[place] = key
            count += 1
        }
        values[place] += amount
        if 2 * count > keys.count { grow() }
    }

    func forEach(_ body: (UInt64, UInt64) -> Void) {
        for place in keys.indices where values[place] > 0 { body(keys[place], values[place]) }
    }

    private func place(of key: UInt64) -> Int {
        // Multiplying by 2⁶⁴ ÷ golden ratio spreads words that differ in few bits (Knuth, volume 3, 6.4).
        var place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while values[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
        return place
    }

    private mutating func grow() {
        var larger = RankSumCounts(capacity: keys.count)
        forEach { larger.add($1, at: $0) }
        self = larger
    }
}
