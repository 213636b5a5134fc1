public import Quantities

extension Unit: LocalizedValue {
    /// The unit in words: `days`, `RUB/pcs`, `plain number`; `дни`, `RUB/шт`, `просто число`.
    public func text(in language: Language) -> String {
        switch language {
        case .en: description
        case .ru: text(days: "дни", minutes: "минуты", pieces: "шт", plain: "просто число")
        }
    }
}
