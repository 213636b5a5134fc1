import Periods
import Testing

/// The day written as `2026-01-31`; a test that misspells one fails there.
func day(_ text: String, at place: SourceLocation = #_sourceLocation) throws -> CivilDay {
    try #require(CivilDay(parsing: text), "no such day: \(text)", sourceLocation: place)
}

/// The days written as `2026-01-01..<2026-02-01`.
func days(_ text: String, at place: SourceLocation = #_sourceLocation) throws -> DayRange {
    let from = try day(String(text.prefix(10)), at: place)
    let until = try day(String(text.suffix(10)), at: place)
    return try #require(DayRange(from: from, until: until), "no such days: \(text)", sourceLocation: place)
}

extension YearCalendar {
    /// The period of that label, which the test takes for granted.
    func named(_ label: String, at place: SourceLocation = #_sourceLocation) throws -> Period {
        try #require(parse(label), "no such period: \(label)", sourceLocation: place)
    }
}
