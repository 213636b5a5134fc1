public import Messages

/// A figure of a run that is not what it must be.
public struct RunDeviation: Sendable, Hashable {
    /// The person's identifier.
    public var person: String
    /// What it is paid for: plan, component, period.
    public var item: String
    /// What the run says, in minor units; `nil` when it has no such line, or one without a value.
    public var stored: Int64?
    /// What it must be, in minor units; `nil` when nothing.
    public var expected: Int64?
    /// What it was compared with.
    public var against: Measure

    /// What a run is compared with.
    public enum Measure: Sendable, Hashable {
        /// The reference calculation.
        case reference
        /// The run's own lines.
        case lines
    }

    /// The difference for people; amounts are minor units as they are kept.
    public var text: LocalizedText {
        let (kept, right) = (Self.text(stored), Self.text(expected))
        return switch against {
        case .reference:
            LocalizedText(
                en: "\(person), \(item): the run says \(kept), the reference comes to \(right)",
                ru: "\(person), \(item): в расчёте \(kept), проверочный расчёт даёт \(right)")
        case .lines:
            LocalizedText(
                en: "\(person), \(item): the entries come to \(kept), the lines to \(right)",
                ru: "\(person), \(item): проводки дают \(kept), строки расчёта — \(right)")
        }
    }

    private static func text(_ amount: Int64?) -> String { amount.map(String.init) ?? "—" }
}

/// What a run was calculated from.
public enum RunBasis: Sendable, Hashable {
    /// The rows.
    case rows
    /// The company's text.
    case rules
}
