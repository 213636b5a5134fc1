internal import Periods

extension DayRange {
    /// The range as people write it, with its last day: `2026-02-01 – 2026-02-28`; an open end is left open.
    var text: String {
        let last = until == .latest ? nil : until.adding(days: -1)
        let first = from == .earliest ? "…" : from.description
        return "\(first) – \(last?.description ?? "…")"
    }
}
