internal import Formulas
public import Messages

extension LiveRun {
    /// Why a change of an event is not followed; nothing has changed then.
    public enum CannotFollow: Error, Hashable {
        /// It does not fit the columns as they were laid out, such as an amount far larger than any before.
        case needsNewLayout
        /// An event is cancelled, but another one of a kind, in a row, names it.
        case isNamed(kind: String, row: Int, by: String, naming: Int)
        /// An event names one in a row in which there is none.
        case unknownEvent(kind: String, row: Int)

        /// What is wrong and what to do.
        public var text: LocalizedText {
            switch self {
            case .needsNewLayout:
                LocalizedText(
                    en: "this change cannot be followed; calculate the company anew with the event",
                    ru: "за этим изменением не проследить; пересчитайте компанию с новым событием")
            case .isNamed(let kind, let row, let other, let naming):
                LocalizedText(
                    en: "\(kind) in row \(row) is named by \(other) in row \(naming); cancel or change that one first",
                    ru: "событие \(kind) в строке \(row) названо в событии \(other) в строке \(naming);"
                        + " сначала отмените или измените то событие")
            case .unknownEvent(let kind, let row):
                LocalizedText(
                    en: "there is no \(kind) in row \(row) to name; add it first or name another",
                    ru: "в строке \(row) нет события \(kind); сначала добавьте его или назовите другое")
            }
        }
    }
}
