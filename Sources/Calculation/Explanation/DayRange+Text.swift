internal import Formulas
internal import Messages
internal import Periods

extension DayRange {
    /// The days behind a word, for a sentence; nothing when no days are asked for.
    func suffix(_ word: String) -> LocalizedText {
        self == .always ? LocalizedText("") : LocalizedText { language in word + text(in: language) }
    }
}
