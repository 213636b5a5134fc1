/// What every statistic asks of its values before it looks at them.
enum Check {
    static func finite(_ values: [Double]) throws(Undefined) {
        for (position, value) in values.enumerated() where !value.isFinite {
            throw .notFinite(position: position)
        }
    }

    static func atLeast(_ needed: Int, _ count: Int) throws(Undefined) {
        guard count >= needed else { throw .tooFew(count: count, needed: needed) }
    }

    static func sameLength(_ first: Int, _ second: Int) throws(Undefined) {
        guard first == second else { throw .unequalLengths(first, second) }
    }

    static func probability(_ p: Double) throws(Undefined) {
        guard p > 0, p < 1 else { throw .outsideRange(.probability) }
    }

    /// Draws of a resampling or a shuffle: at least one, and no more than anybody waits for.
    static func draws(_ count: Int) throws(Undefined) {
        guard (1...1_000_000).contains(count) else { throw .outsideRange(.count) }
    }
}
