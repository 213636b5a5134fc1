import Company
import Testing

@testable import Calculation

@Suite("Columns of lines: as narrow as their values, none where a cell is empty")
struct LineColumnTests {
    private static let none = EventColumn.emptyNumber

    private func column(_ values: [Int64]) -> LineColumn {
        LineColumn(packing: .decimal(values, scale: 0), threads: 1)
    }

    private func width(_ column: LineColumn) -> Int {
        switch column.stored {
        case .one: 1
        case .two: 2
        case .four: 4
        case .eight: 8
        }
    }

    @Test(
        "the width follows from the largest less the smallest; both come back as they were",
        arguments: [
            (0, 253, 1), (0, 254, 2), (1_000_000, 1_000_253, 1), (-65_533, 0, 2), (0, 65_534, 4),
            (0, 4_294_967_293, 4), (0, 4_294_967_294, 8), (Int64.min + 1, Int64.max, 8),
            (Int64.max, Int64.max, 1), (Int64.max - 1, Int64.max, 1), (Int64.min + 1, Int64.min + 1, 1),
        ] as [(Int64, Int64, Int)])
    func widths(least: Int64, most: Int64, bytes: Int) {
        let column = column([least, Self.none, most])
        #expect(width(column) == bytes)
        #expect(column[0] == least)
        #expect(column[1] == Self.none)
        #expect(column[2] == most)
        #expect(column.range == least...most)
        #expect(column.mayBeEmpty)
    }

    @Test("a stretch is loaded as single values are")
    func stretch() {
        let column = column([40, Self.none, 10, 10])
        var loaded = [Int64](repeating: 0, count: 3)
        column.load(1..<4, into: &loaded)
        #expect(loaded == [Self.none, 10, 10])
        #expect(!self.column([10, 20]).mayBeEmpty)
    }

    @Test("a column of nothing but empty cells holds nothing but none")
    func nothing() {
        let column = column([Self.none, Self.none])
        #expect(column[0] == Self.none)
        #expect(column.range == 0...0)
    }

    @Test("threads divide a long column and change nothing in it", arguments: [1, 2, 3, 7])
    func divided(threads: Int) {
        // 200 001 rows: the least is the first, the greatest and the only empty one are the last.
        let values = [-5] + (0..<199_998).map { Int64($0 % 1000) } + [70_000, Self.none]
        let column = EventColumn.decimal(values, scale: 2)
        let packed = LineColumn(packing: column, threads: threads)
        #expect(packed.range == -5...70_000)
        #expect(packed.mayBeEmpty)
        #expect(width(packed) == 4)
        #expect(packed.values(0..<values.count) == values)
        guard case .decimal(let unpacked, scale: 2) = packed.unpacked(as: .decimal([], scale: 2)) else {
            Issue.record("another kind of column")
            return
        }
        #expect(unpacked == values)
    }

    @Test(
        "values that come later may lie as far again beyond the others as one of them is from zero or from another",
        arguments: [
            // Two bytes hold 0 … 65 533 and nothing beyond; what comes later is stored wider.
            ([0, 65_533], [-66_557, 132_090], [-66_558, 132_091]),
            // 40 000 … 60 000: 120 000 is twice as far out.
            ([40_000, 60_000], [-21_024, 120_000, 121_024], [-21_025, 121_025]),
            ([-60_000, -40_000], [-121_024, 21_024], [-121_025, 21_025]),
            ([7], [-1_024, 14, 1_038], [-1_025, 1_039]),
            ([0], [-1_024, 1_024], [-1_025, 1_025]),
        ] as [([Int64], [Int64], [Int64])])
    func later(values: [Int64], fitting: [Int64], tooFar: [Int64]) {
        let column = column(values)
        let count = values.count
        for value in fitting {
            #expect(column.replacing(count..<count, with: value)?.values(0..<count + 1) == values + [value])
            #expect(column.replacing(0..<1, with: value)?.values(0..<count) == [value] + values.dropFirst())
        }
        for value in tooFar { #expect(column.replacing(0..<1, with: value)?.range == nil) }
    }

    @Test("what is never empty stays so; what may be empty takes an empty value among wide ones")
    func laterEmpty() {
        #expect(column([1, 2]).replacing(0..<1, with: Self.none)?.range == nil)
        let open = column([0, 65_533, Self.none])
        #expect(open.replacing(0..<1, with: 100_000)?.values(0..<3) == [100_000, 65_533, Self.none])
        #expect(open.replacing(0..<2, with: Self.none)?.values(0..<2) == [Self.none, Self.none])
        #expect(open.replacing(1..<2, with: nil)?.values(0..<2) == [0, Self.none])
    }
}
