import Periods
import Testing

@Suite("Values with days they hold on")
struct TimelineTests {
    /// A rate of 3 % until March, of 5 % from May; nothing in April.
    func rates() throws -> Timeline<Int> {
        try Timeline([
            Dated(5, days("2026-05-01..<9999-12-31")), Dated(3, days("2026-01-01..<2026-04-01")),
        ])
    }

    @Test(arguments: [
        ("2025-12-31", nil), ("2026-01-01", 3), ("2026-03-31", 3), ("2026-04-01", nil), ("2026-05-01", 5),
        ("2030-01-01", 5),
    ])
    func `a day has the value that holds on it, or none`(date: String, rate: Int?) throws {
        #expect(try rates().value(on: day(date)) == rate)
    }

    @Test(arguments: [
        ("2026-01-01..<2027-01-01", ["3 2026-01-01..<2026-04-01", "5 2026-05-01..<2027-01-01"]),
        ("2026-03-10..<2026-05-20", ["3 2026-03-10..<2026-04-01", "5 2026-05-01..<2026-05-20"]),
        ("2026-02-01..<2026-03-01", ["3 2026-02-01..<2026-03-01"]),
        ("2026-04-01..<2026-05-01", []),
        ("2025-01-01..<2026-01-01", []),
        ("2026-02-01..<2026-02-01", []),
    ])
    func `a range is cut into the pieces that each value holds on`(range: String, pieces: [String]) throws {
        #expect(try rates().pieces(in: days(range)).map { "\($0.value) \($0.validity)" } == pieces)
    }

    @Test func `two values on the same day are refused, and both are named`() throws {
        let first = Dated("A", try days("2026-01-01..<2026-04-02"))
        let second = Dated("B", try days("2026-04-01..<2026-07-01"))
        let error = #expect(throws: TimelineOverlap<String>.self) { try Timeline([second, first]) }
        #expect(error?.earlier == first)
        #expect(error?.later == second)
        #expect(error?.days.description == "2026-04-01..<2026-04-02")
    }

    @Test func `neighbours do not overlap, and a value that holds on no day is left out`() throws {
        let timeline = try Timeline([
            Dated("A", days("2026-01-01..<2026-04-01")), Dated("B", days("2026-04-01..<2026-07-01")),
            Dated("never", days("2026-02-01..<2026-02-01")),
        ])
        #expect(timeline.entries.map(\.value) == ["A", "B"])
        #expect(timeline.value(on: try day("2026-04-01")) == "B")
    }

    @Test func `an empty timeline has no value on any day`() throws {
        let timeline = try Timeline<Int>([])
        #expect(timeline.value(on: try day("2026-01-01")) == nil)
        #expect(timeline.pieces(in: .always) == [])
    }
}
