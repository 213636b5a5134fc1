internal import Company
internal import Periods

/// When events happened, without the years in which none did.
///
/// One slip of the pen (0026 for 2026) must neither widen what is kept for every person and month to two thousand years, nor
/// have all of them calculated. Days less than ten years apart belong together; what is further from everything else is a
/// stretch of its own.
struct RecordedStretches {
    /// A stretch of days with as many events as happened in it.
    struct Stretch: Hashable {
        var first: Int32
        var last: Int32
        var events: Int
    }

    /// In their order.
    private(set) var stretches: [Stretch] = []

    /// How long nothing may happen inside one stretch.
    private static let longestGap: Int32 = 3_653

    /// The stretches of some columns of days; empty days belong to none.
    init(_ columns: [[Int32]]) {
        var years: [Int32: Stretch] = [:]
        for days in columns {
            for day in days where day != EventColumn.emptyDay {
                // Years of 365 days are near enough to find gaps by; the days at their ends are kept exactly.
                let year = day / 365
                guard let known = years[year] else {
                    years[year] = Stretch(first: day, last: day, events: 1)
                    continue
                }
                years[year] = Stretch(
                    first: min(known.first, day), last: max(known.last, day), events: known.events + 1)
            }
        }
        for year in years.values.sorted(by: { $0.first < $1.first }) {
            guard let last = stretches.last, year.first - last.last <= Self.longestGap else {
                stretches.append(year)
                continue
            }
            stretches[stretches.count - 1] = Stretch(
                first: last.first, last: max(last.last, year.last), events: last.events + year.events)
        }
    }

    /// The stretch in which most happened; of equal ones the latest.
    var busiest: Stretch? { stretches.max { ($0.events, $0.last) < ($1.events, $1.last) } }

    /// Days over which nobody minds that everything between the first and the last is kept and calculated.
    static func isShort(_ first: Int32, _ last: Int32) -> Bool { Int(last) - Int(first) < 20 * 366 }

    /// Whether some of the days belong to a stretch.
    func touch(_ days: DayRange) -> Bool {
        stretches.contains { $0.first < days.until.number && days.from.number <= $0.last }
    }
}
