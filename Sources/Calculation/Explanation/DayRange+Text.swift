internal import Periods

extension DayRange {
    /// The range as people write it, with its last day: `2026-02-01 – 2026-02-28`; an open end is left open.
    var text: String {
        let last = until == .latest ? nil : until.adding(days: -1)
        let first = from == .earliest ? "…" : from.description
        return "\(first) – \(last?.description ?? "…")"
    }
}

extension DayRange {
    /// The days behind a word, for a sentence; nothing when no days are asked for.
    func suffix(_ word: String) -> String { self == .always ? "" : word + text }
}
