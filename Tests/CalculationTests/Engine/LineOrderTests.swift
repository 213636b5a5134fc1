import Company
import Samples
import Testing

@testable import Calculation

@Suite("Lines are put in order by person, then by day, then as they were read")
struct LineOrderTests {
    private static let none = EventColumn.emptyDay

    /// A line as it is written in a test: row, day, share in 10^-9.
    private struct Line: Hashable {
        var person: Int
        var row: Int32
        var day: Int32
        var share: Int32
    }

    private func lines(_ ordered: OrderedLines) -> [Line] {
        (0..<ordered.offsets.count - 1).flatMap { person in
            (ordered.offsets[person]..<ordered.offsets[person + 1]).map { place in
                Line(
                    person: person, row: ordered.rows[place], day: ordered.days[place],
                    share: ordered.shares?[place] ?? 1_000_000_000)
            }
        }
    }

    @Test("by hand: five sales of two people, one of them shared, one without a day, one of nobody")
    func byHand() throws {
        let split = try #require(
            SplitTable(offsets: [0, 0, 0, 2, 2, 2], persons: [1, 0], shares: [600_000_000, 400_000_000]))
        let crediting = Crediting(people: [1, 0, 1, 1, -1], split: split)
        let order = LineOrder(crediting, [20, 20, 10, Self.none, 5], people: 3)
        #expect(
            lines(order.lines(threads: 1)) == [
                Line(person: 0, row: 2, day: 10, share: 400_000_000),
                Line(person: 0, row: 1, day: 20, share: 1_000_000_000),
                Line(person: 1, row: 3, day: Self.none, share: 1_000_000_000),
                Line(person: 1, row: 2, day: 10, share: 600_000_000),
                Line(person: 1, row: 0, day: 20, share: 1_000_000_000),
            ])
    }

    @Test("nobody, and nothing")
    func empty() {
        let nothing = LineOrder(Crediting(people: [], split: nil), [], people: 2).lines(threads: 2)
        #expect(nothing.offsets == [0, 0, 0] && nothing.rows.count == 0 && nothing.shares == nil)
        let nobody = LineOrder(Crediting(people: [-1, -1], split: nil), [1, 2], people: 0).lines(threads: 2)
        #expect(nobody.offsets == [0] && nobody.days.count == 0)
    }

    /// Whose, when and how many days apart: many lines on few days are counted, few on many days compared.
    @Test(
        "as a sort that compares every line with every other puts them, on any number of threads",
        arguments: [(50_000, 3, 30), (50_000, 900, 4000), (300_000, 7, 400), (300_000, 40_000, 10)])
    func compared(rows: Int, people: Int, span: Int) throws {
        var random = SplitMix64(seed: UInt64(rows + people + span))
        let days = (0..<rows).map { _ in
            random.integer(0...40) == 0 ? Self.none : Int32(random.integer(0...span) - 5)
        }
        let credited = (0..<rows).map { _ in Int32(random.integer(-1...people - 1)) }
        var (offsets, persons, shares): ([Int32], [Int32], [Int64]) = ([0], [], [])
        for row in 0..<rows {
            for _ in 0..<(row % 11 == 0 ? random.integer(1...3) : 0) {
                persons.append(Int32(random.integer(0...people - 1)))
                shares.append(Int64(random.integer(1...999_999_999)))
            }
            offsets.append(Int32(persons.count))
        }
        let split = try #require(SplitTable(offsets: offsets, persons: persons, shares: shares))
        let crediting = Crediting(people: credited, split: split)
        var expected: [Line] = []
        for row in 0..<rows {
            crediting.forEach(row) { person, share in
                expected.append(Line(person: Int(person), row: Int32(row), day: days[row], share: Int32(share)))
            }
        }
        let places = expected.indices.sorted {
            let (left, right) = (expected[$0], expected[$1])
            return (left.person, left.day, $0) < (right.person, right.day, $1)
        }
        let order = LineOrder(crediting, days, people: people)
        // Amounts of one, two, four and eight bytes, some of them missing.
        let amounts = [100, 30_000, 2_000_000_000, 5_000_000_000].map { most in
            (0..<rows).map { _ in random.integer(0...50) == 0 ? LineColumn.empty : Int64(random.integer(0...most)) }
        }
        for threads in [1, 2, 5] {
            let ordered = order.lines(threads: threads)
            #expect(lines(ordered) == places.map { expected[$0] }, "\(threads) threads")
            for amounts in amounts {
                let column = ordered.ordered(
                    LineColumn(packing: .decimal(amounts, scale: 2), threads: threads), threads: threads)
                let isSame = (0..<column.count).allSatisfy { column[$0] == amounts[Int(ordered.rows[$0])] }
                #expect(isSame && column.count == places.count, "\(threads) threads")
            }
        }
    }
}
