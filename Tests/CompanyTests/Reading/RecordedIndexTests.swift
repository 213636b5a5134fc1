import Formulas
import Messages
import Periods
import Quantities
import Samples
import Testing

@testable import Company

/// Values in columns are found by their row; a dictionary of all of them says the same.
@Suite("Values found in columns")
struct RecordedIndexTests {
    private static let calendar = YearCalendar.civil

    private static func subject(_ random: inout SeededGenerator) -> RecordedSubject {
        switch random.below(4) {
        case 0: .everybody
        case 1: .unit(Int32(random.below(5)))
        default: .person(Int32(random.below(200)))
        }
    }

    private static func key(_ random: inout SeededGenerator) throws -> RecordedValues.Key {
        let label = ["2026-01", "2026-02", "2026-Q1", "2026"][random.below(4)]
        return RecordedValues.Key(
            metric: random.below(3), subject: subject(&random), period: try #require(calendar.parse(label)))
    }

    @Test("every value there, and none that is not", arguments: [0, 1, 7, 500, 2_000])
    func sameAsDictionary(count: Int) throws {
        var random = SeededGenerator(seed: UInt64(count))
        var written = RecordedValues()
        for line in 0..<count {
            written.values[try Self.key(&random)] = RecordedValue(
                value: FixedDecimal(raw: Int128(line) * 10), author: "a\(line % 3)", evidence: "",
                place: Place(file: "targets.csv", line: line + 2))
        }
        let stored = try #require(RecordedValues(RecordedColumns(written), Self.calendar))
        for (key, value) in written.values {
            let found = try #require(stored.own(key.metric, key.subject, key.period))
            #expect(found.value == value.value)
            #expect(found.author == value.author)
            #expect(found.place == value.place)
        }
        for _ in 0..<500 {
            let key = try Self.key(&random)
            let isThere = written.values[key] != nil
            #expect(stored.holds(key.metric, key.subject, key.period) == isThere)
            #expect((stored.own(key.metric, key.subject, key.period) != nil) == isThere)
        }
        #expect(stored.own(-1, .everybody, .all) == nil)
        #expect(stored.own(Int.max, .everybody, .all) == nil)
    }

    @Test("of two rows for the same the later one is found, as a dictionary would have it: 7, not 5")
    func laterRow() throws {
        let columns = try #require(
            RecordedColumns(
                metrics: [0, 0], subjects: [3, 3], periods: [0, 0], periodLabels: ["2026-01"], units: [5, 7],
                notes: [0, 0, 0, 0, 0, 0], lines: [2, 3], texts: [""]))
        let period = try #require(Self.calendar.parse("2026-01"))
        let stored = try #require(RecordedValues(columns, Self.calendar))
        #expect(stored.own(0, .person(3), period)?.value == FixedDecimal(raw: 7))
        #expect(stored.values[.init(metric: 0, subject: .person(3), period: period)]?.value == FixedDecimal(raw: 7))
    }
}
