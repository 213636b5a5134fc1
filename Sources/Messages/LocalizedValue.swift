public import Periods
public import Quantities

/// A value that each language writes in its own way.
///
/// | | en | ru |
/// |---|---|---|
/// | money | `1 200.50 RUB` | `1 200,50 RUB`, both spaces no-break |
/// | share of one | `68.3125 %` | `68,3125 %`, the space no-break |
/// | decimal | `12000.5` | `12 000,5`, the space no-break |
/// | whole number | `12000` | `12 000`, the space no-break |
/// | day | `2026-01-31` | `31.01.2026` |
/// | days | `2026-01-01 – 2026-01-31` | `01.01.2026 – 31.01.2026` |
///
/// A period keeps its label, `2026-Q1`: that is its name in plans and on command lines.
public protocol LocalizedValue {
    /// The value as a sentence of the language names it.
    func text(in language: Language) -> String
}

extension LocalizedValue where Self: BinaryInteger {
    /// The number; in Russian in groups of three from five digits on, so that a year stays whole.
    public func text(in language: Language) -> String {
        let digits = String(magnitude)
        let isGrouped = language == .ru && digits.count > 4
        return (self < 0 ? "-" : "") + (isGrouped ? digits.inThousands(by: LocalizedNumber.noBreakSpace) : digits)
    }
}

extension Int: LocalizedValue {}
extension Int32: LocalizedValue {}
extension UInt32: LocalizedValue {}
extension UInt64: LocalizedValue {}
extension Int64: LocalizedValue {}
extension Int128: LocalizedValue {}

extension FixedDecimal: LocalizedValue {
    /// The shortest exact form.
    public func text(in language: Language) -> String {
        switch language {
        case .en: description
        case .ru: text(group: isWide ? LocalizedNumber.noBreakSpace : "", point: ",")
        }
    }

    /// Whether it has five digits or more before the decimals.
    private var isWide: Bool { (try? magnitude() >= 10_000) ?? true }
}

extension Money: LocalizedValue {
    /// The amount with its minor digits and the code of its currency.
    public func text(in language: Language) -> String { LocalizedNumber.money(amount, currency, in: language) }
}

extension CivilDay: LocalizedValue {
    /// The day, in English as ISO 8601 writes it.
    public func text(in language: Language) -> String {
        switch language {
        case .en: description
        case .ru: description.split(separator: "-").reversed().joined(separator: ".")
        }
    }
}

extension DayRange: LocalizedValue {
    /// The first and the last day; an end that is not in sight is `…`.
    public func text(in language: Language) -> String {
        let last = until == .latest ? nil : until.adding(days: -1)
        let first = from == .earliest ? "…" : from.text(in: language)
        return "\(first) – \(last?.text(in: language) ?? "…")"
    }
}

extension CivilMoment: LocalizedValue {
    /// The day, and the time behind it.
    public func text(in language: Language) -> String {
        day.text(in: language) + description.dropFirst(day.description.count)
    }
}

extension Currency: LocalizedValue {
    /// The code, which is the same in every language.
    public func text(in language: Language) -> String { code }
}

extension Period: LocalizedValue {
    /// The label, which is the name of the period in plans and on command lines.
    public func text(in language: Language) -> String { description }
}
