import Accounts
import Periods
import Quantities

/// A day written as `2026-10-15`; a test with a wrong date fails at 1 January of the year 1.
func day(_ text: String) -> CivilDay { CivilDay(parsing: text) ?? .earliest }

/// A moment written as `2026-10-15 11:40`.
func moment(_ text: String) throws -> CivilMoment {
    guard let moment = CivilMoment(parsing: text) else { throw NoMoment(text: text) }
    return moment
}

struct NoMoment: Error { let text: String }

/// An exact decimal written as `7.75`.
func decimal(_ text: String) throws -> FixedDecimal { try FixedDecimal(parsing: text) }

extension FixedDecimal {
    /// A share of one as percent with one decimal, such as `77.8 %`.
    var asPercent: String {
        get throws { try multiplied(by: 100).text(places: 1) + " %" }
    }
}

/// Monday to Friday without the Russian holidays of 2026 that the examples meet; 11 May stands in for Saturday 9 May.
let russia = WorkingCalendar(
    weekend: [.saturday, .sunday],
    holidays: [day("2026-05-01"), day("2026-05-11"), day("2026-06-12"), day("2026-11-04")])

/// The code of what is refused, or nil when nothing is.
func refusal(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch {
        return (error as? Refusal)?.code ?? "\(error)"
    }
}
