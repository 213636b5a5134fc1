public import Messages
public import Quantities

/// What a part of a formula gives.
public enum FormulaType: Hashable, Sendable {
    /// A number in a unit.
    case number(Unit)
    /// Yes or no.
    case flag
    /// A text or a code.
    case text
    /// A civil day.
    case day
    /// A record of a kind: a client, a product.
    case record(String)
    /// Not known because of a fault already reported; fits everywhere.
    case unknown

    /// The type as a message names it.
    public var described: LocalizedText {
        switch self {
        case .number(let unit):
            unit.isPlain
                ? LocalizedText(en: "a plain number", ru: "просто число")
                : LocalizedText(en: "a number in \(unit)", ru: "число (\(unit))")
        case .flag: LocalizedText(en: "yes or no", ru: "да или нет")
        case .text: LocalizedText(en: "a text", ru: "текст")
        case .day: LocalizedText(en: "a day", ru: "дата")
        case .record(let kind): LocalizedText(en: "a \(kind)", ru: "запись «\(kind)»")
        case .unknown: LocalizedText(en: "something unknown", ru: "неизвестное")
        }
    }

    /// The unit of a number.
    public var unit: Unit? {
        if case .number(let unit) = self { unit } else { nil }
    }
}
