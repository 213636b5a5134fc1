import Company
import Testing

@Suite("Repeated identifiers are found")
struct IdentifierCheckTests {
    private typealias Repeat = IdentifierCheck.Repeat

    @Test("each later row is paired with the first one")
    func pairs() {
        let keys = ["a", "b", "a", "", "c", "b", "a", ""]
        let expected = [Repeat(first: 0, again: 2), Repeat(first: 1, again: 5), Repeat(first: 0, again: 6)]
        #expect(IdentifierCheck.duplicates(in: KeyColumn(keys)) == expected)
        let codes = CodeColumn(codes: [0, 1, 0, -1, 2, 1, 0, -1], dictionary: ["a", "b", "c"], firstLine: [1, 2, 5])
        #expect(IdentifierCheck.duplicates(in: codes) == expected)
    }

    @Test("nothing repeats in nothing, nor in rows that all differ")
    func none() {
        #expect(IdentifierCheck.duplicates(in: KeyColumn()).isEmpty)
        #expect(IdentifierCheck.duplicates(in: KeyColumn((0..<200_000).map { "S\($0)" })).isEmpty)
    }

    @Test("one text in every row, short and long")
    func allEqual() {
        for text in ["x", "identifier-of-more-than-sixteen-bytes"] {
            let repeats = IdentifierCheck.duplicates(in: KeyColumn([String](repeating: text, count: 1000)))
            #expect(repeats == (1..<1000).map { Repeat(first: 0, again: $0) })
        }
    }

    @Test("random texts, against a dictionary", arguments: 0..<10)
    func random(seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let keys = (0..<5000).map { _ in "k" + String(Int.random(in: 0...9000, using: &dice) * 1_000_003) }
        var first: [String: Int] = [:]
        var expected: [Repeat] = []
        for (row, key) in keys.enumerated() {
            if let known = first[key] { expected.append(Repeat(first: known, again: row)) } else { first[key] = row }
        }
        #expect(IdentifierCheck.duplicates(in: KeyColumn(keys)) == expected)
    }

    @Test("numbers counted up are looked at once, and one that stands twice among them is found")
    func rising() {
        var keys = (1...1200).map { String($0) }
        #expect(IdentifierCheck.duplicates(in: KeyColumn(keys)).isEmpty)
        keys[1000] = keys[999]
        #expect(IdentifierCheck.duplicates(in: KeyColumn(keys)) == [Repeat(first: 999, again: 1000)])
        keys[1000] = "7"
        #expect(IdentifierCheck.duplicates(in: KeyColumn(keys)) == [Repeat(first: 6, again: 1000)])
        let long = ["order-2026-000001", "order-2026-000002", "order-2026-000002", "", "order-2026-000003"]
        #expect(IdentifierCheck.duplicates(in: KeyColumn(long)) == [Repeat(first: 1, again: 2)])
    }

    @Test("a row that is not there has no text")
    func outside() {
        let column = KeyColumn(["a"])
        #expect(column[0] == "a")
        #expect(column[1] == "")
        #expect(column[-1] == "")
    }
}
