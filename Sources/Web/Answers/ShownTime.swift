internal import Credentials
internal import Messages
internal import Pages
internal import Periods

extension Asked {
    /// A time to the minute as the reader's language writes it: `2026-11-28 14:05 UTC`.
    func shown(_ instant: Instant) -> String { shown(instant.description) }

    /// A time kept as ISO 8601; what is no time stands as it is.
    func shown(_ kept: String) -> String {
        guard let moment = CivilMoment(parsing: kept.prefix(16).replacing("T", with: " ")) else { return kept }
        return moment.text(in: language.ofTexts) + "\u{00A0}UTC"
    }
}
