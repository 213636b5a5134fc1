internal import Formulas
internal import Messages
internal import Periods

extension TableSource {
    /// A period by its label; what is none is reported.
    func period(_ label: String, _ place: Place) -> Period? {
        if let period = calendar.parse(label) { return period }
        findings.report(
            "bad-period", at: place,
            LocalizedText(en: "there is no period '\(label)'", ru: "периода «\(label)» не бывает"),
            remedy: entryRemedy(at: place)
                ?? LocalizedText(
                    en: "write 2026-01, 2026-Q1, 2026-H1, 2026, 2026-W05 or 2026-01-31",
                    ru: "пишите 2026-01, 2026-Q1, 2026-H1, 2026, 2026-W05 или 2026-01-31"), cell: label)
        return nil
    }
}
