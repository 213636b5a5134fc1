import Periods
import Testing

/// Calendars that companies really use, by name.
enum Calendars: String, CaseIterable {
    case civil
    /// Sunday to Saturday, 4-5-4, to the Saturday nearest the end of January, named by its start.
    case retail
    /// Sunday to Saturday, to the last Saturday of September, named by its end.
    case lastSaturdayOfSeptember
    /// Monday to Sunday, 5-4-4, to the Sunday nearest the end of December.
    case nearestSundayToDecember

    func calendar() throws -> YearCalendar {
        let cut: FourFourFive? =
            switch self {
            case .civil: nil
            case .retail:
                FourFourFive(
                    weeksStartOn: .sunday, pattern: .fourFiveFour, yearEnds: .nearest, toEndOf: 1, named: .byStart)
            case .lastSaturdayOfSeptember:
                FourFourFive(weeksStartOn: .sunday, pattern: .fourFourFive, yearEnds: .last, toEndOf: 9)
            case .nearestSundayToDecember:
                FourFourFive(weeksStartOn: .monday, pattern: .fiveFourFour, yearEnds: .nearest, toEndOf: 12)
            }
        return self == .civil ? .civil : .fourFourFive(try #require(cut))
    }
}

/// Working days in Russia around New Year 2026 and in November 2025, by the official production calendar.
enum Russia {
    static func workingDays() throws -> WorkingCalendar {
        // 1 to 8 January are holidays; the 3rd, a Saturday, is given back on Friday the 9th.
        let january = try (1...9).map { try day("2026-01-0\($0)") }
        // 3 November is off and Saturday the 1st is worked for it; the 4th is Unity Day.
        let november = try [day("2025-11-03"), day("2025-11-04")]
        return WorkingCalendar(
            weekend: [.saturday, .sunday], holidays: Set(january + november),
            extraWorkingDays: [try day("2025-11-01")])
    }
}
