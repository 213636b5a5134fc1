import Periods
import Testing

@Suite("Days in a row")
struct DayRangeTests {
    @Test func `January has its first day and not the first of February`() throws {
        let january = try days("2026-01-01..<2026-02-01")
        #expect(january.count == 31)
        #expect(january.contains(try day("2026-01-01")))
        #expect(january.contains(try day("2026-01-31")))
        #expect(!january.contains(try day("2026-02-01")))
        #expect(january.description == "2026-01-01..<2026-02-01")
        #expect(try DayRange(from: day("2026-01-01"), through: day("2026-01-31")) == january)
    }

    @Test func `an end before the start is refused, or gives an empty range`() throws {
        let (first, second) = (try day("2026-01-01"), try day("2026-01-02"))
        #expect(DayRange(from: second, until: first) == nil)
        #expect(DayRange(from: second, through: first) == nil)
        #expect(DayRange(from: second, clampingUntil: first).isEmpty)
        #expect(DayRange(from: first, until: first)?.count == 0)
    }

    @Test(arguments: [
        ("2026-01-01..<2026-02-01", "2026-01-20..<2026-03-01", "2026-01-20..<2026-02-01"),
        ("2026-01-01..<2026-02-01", "2026-01-10..<2026-01-11", "2026-01-10..<2026-01-11"),
        ("2026-01-01..<2026-02-01", "2026-02-01..<2026-03-01", nil),
        ("2026-01-01..<2026-02-01", "2026-01-10..<2026-01-10", nil),
        ("2026-01-01..<2026-02-01", "2027-01-01..<2027-02-01", nil),
    ])
    func `two ranges share the days that are in both`(left: String, right: String, both: String?) throws {
        let (left, right) = (try days(left), try days(right))
        #expect(left.intersection(right)?.description == both)
        #expect(right.intersection(left)?.description == both)
        #expect(left.overlaps(right) == (both != nil))
    }

    @Test func `a range holds the ranges inside it, and an empty one is inside any`() throws {
        let january = try days("2026-01-01..<2026-02-01")
        #expect(january.contains(january))
        #expect(january.contains(try days("2026-01-31..<2026-02-01")))
        #expect(!january.contains(try days("2026-01-31..<2026-02-02")))
        #expect(january.contains(try days("2030-01-01..<2030-01-01")))
    }

    @Test func `always has every day but the one that stands for never`() {
        #expect(DayRange.always.contains(.earliest))
        #expect(!DayRange.always.contains(.latest))
        #expect(DayRange(from: .earliest, through: .latest) == nil)
    }
}
