public import Periods

extension CallNorm {
    /// A day with a call, and how many days of a period it keeps in the norm.
    public struct Covering: Hashable, Sendable {
        /// The day of the call.
        public let call: CivilDay
        /// The days that are in the norm by it, until the next call or its due day.
        public let days: Int
    }

    /// The calls that keep days of a period in the norm, in order; together their days are the days in norm of ``tally(in:)``.
    public func covering(_ period: DayRange) -> [Covering] {
        var counts: [CivilDay: Int] = [:]
        for span in days {
            guard let part = span.intersection(period) else { continue }
            for day in part.eachDay where isInNorm(on: day) == true {
                if let call = lastCall(on: day) { counts[call, default: 0] += 1 }
            }
        }
        return counts.sorted { $0.key < $1.key }.map { Covering(call: $0.key, days: $0.value) }
    }
}
