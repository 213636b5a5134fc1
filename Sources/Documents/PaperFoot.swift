internal import Messages
internal import Storage

/// The lines at the foot of every page: whose it is, what it rests on, and the end of the chain by then.
enum PaperFoot {
    static func lines(
        whose: String, period: String, run: String, seal: PeriodSeal?, in language: Language
    ) -> [String] {
        let run = DocumentWords.run[language].lowercased() + " " + run.prefix(12)
        let first = [whose, PeriodTitle.of(period)[language], run].joined(separator: " · ")
        guard let seal else { return [first] }
        return [first, DocumentWords.chain[language] + " " + seal.head.description]
    }

    /// `2026-02-03 09:30 UTC` of an instant as ISO 8601 writes it.
    static func time(_ instant: String) -> String {
        instant.prefix(16).replacing("T", with: " ") + " UTC"
    }
}
