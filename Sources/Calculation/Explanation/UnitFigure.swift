public import Company
internal import Formulas
public import Messages
public import Quantities

/// A figure in its unit, as people read it; percentages and other numbers with at most 4 decimals.
///
///     40 987.50 RUB, 68.3125 %, 12 pcs, 12 шт.
public struct UnitFigure: LocalizedValue, Hashable, Sendable, CustomStringConvertible {
    /// The figure.
    public let value: FixedDecimal
    /// Its unit.
    public let unit: MetricUnit

    /// Makes a figure.
    public init(_ value: FixedDecimal, _ unit: MetricUnit) { (self.value, self.unit) = (value, unit) }

    /// The figure as the language writes it.
    public func text(in language: Language) -> String {
        if unit.isPercent { return LocalizedNumber.percent(value, in: language) }
        if unit.unit.isMoney, let currency = unit.unit.currency {
            return LocalizedNumber.money(value, currency, in: language)
        }
        let number = LocalizedNumber.grouped((try? value.rounded(toPlaces: 4)) ?? value, in: language)
        return unit.unit.isPlain ? number : LocalizedNumber.unit(name(in: language), behind: number, in: language)
    }

    /// The figure in English.
    public var description: String { text(in: .en) }

    private func name(in language: Language) -> String {
        guard language == .ru else { return unit.unit.description }
        return switch unit.unit {
        case .days: "дн."
        case .minutes: "мин"
        case .pieces: "шт."
        default: unit.unit.text(days: "дн.", minutes: "мин", pieces: "шт.", plain: "")
        }
    }
}

extension MessageArgument.Value {
    /// A figure in the unit in which it is shown.
    static func figure(_ value: FixedDecimal, _ unit: MetricUnit) -> MessageArgument.Value {
        if let currency = unit.unit.currency, unit.unit.isMoney { return .money(value, currency) }
        return .figure(value, unit: unit.isPercent ? "percent" : unit.unit.description)
    }
}
