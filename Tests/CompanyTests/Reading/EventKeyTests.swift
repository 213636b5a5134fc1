import Testing

@testable import Company

@Suite("Events are found by their identifiers")
struct EventKeyTests {
    private func keys(_ texts: [String]) -> EventKeys {
        var keys = EventKeys()
        keys.parts = [(0, KeyColumn(texts))]
        return keys
    }

    @Test("whether they rise or not, from wherever one begins to look", arguments: [1, 2, 3, 10, 100, 1000])
    func everyRow(count: Int) {
        let rising = (0..<count).map { "S-\($0 * 3 + 1000)" }
        var dice = Dice(seed: UInt64(count))
        for texts in [rising, rising.shuffled(using: &dice)] {
            let index = EventKeyIndex(keys(texts))
            let asked = KeyColumn(texts + ["S-1001", "S-", "S-99999999", "", "T-1000"])
            for row in 0..<asked.count {
                let near = Int32.random(in: -5...Int32(count) + 5, using: &dice)
                #expect(index.row(named: row, in: asked, near: near) == (row < count ? Int32(row) : nil))
            }
        }
    }

    @Test("the first of two that are the same, and shorter ones in front of longer ones")
    func orders() {
        let twice = EventKeyIndex(keys(["a", "b", "b", "c"]))
        #expect(twice.row(named: 0, in: KeyColumn(["b"])) == 1)
        let lengths = EventKeyIndex(keys(["9", "10", "100", "a-long-one-of-17-b"]))
        #expect(lengths.row(named: 0, in: KeyColumn(["10"]), near: 3) == 1)
        #expect(lengths.row(named: 0, in: KeyColumn(["a-long-one-of-17-b"])) == 3)
        #expect(lengths.row(named: 0, in: KeyColumn(["a-long-one-of-17-c"])) == nil)
        #expect(EventKeyIndex(keys([])).row(named: 0, in: KeyColumn(["1"])) == nil)
    }
}
