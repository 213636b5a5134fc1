internal import Formulas
public import Messages
public import Periods

/// A KPI of the bundled library as the card any employee can read: what it means, how it is counted, whom it assesses.
///
/// The formula is written as the Russian books print it, so that a page of a book and the card can be laid side by side:
///
///     KPILibrary.card("K1")?.formula  // "(SVфакт / SVплан) × 100%"
///
/// Names of inputs open with Latin letters where the books do (SV, MR, K, N, B) and are Russian abbreviations otherwise
/// (В, ДЗ, ОП). A company says what each of them stands for.
///
/// ## Topics
/// - ``KPILibrary``
/// - ``Calculation``
/// - ``Input``
/// - ``Dimension``
/// - ``Example``
public struct KPICard: Hashable, Sendable {
    /// The number in the list, such as `K1`; a letter after it marks a variant: `K2d` is K2 as a deviation.
    public var code: String
    /// The family it belongs to.
    public var family: Family
    /// The name people call it by.
    public var title: LocalizedText
    /// What it says about the work, with the base it is counted on.
    public var meaning: LocalizedText
    /// How its value comes about.
    public var calculation: Calculation
    /// What the value counts.
    public var dimension: Dimension
    /// Which way is good.
    public var better: Metric.Direction
    /// The names in the formula.
    public var inputs: [Input]
    /// The positions it assesses.
    public var assessed: LocalizedText
    /// Over which periods it makes sense, the shortest first.
    public var periods: [PeriodKind]
    /// What it is good for.
    public var usedFor: LocalizedText
    /// Figures that can be checked on paper.
    public var examples: [Example]

    init(
        _ code: String, _ family: Family, title: LocalizedText, meaning: LocalizedText, _ calculation: Calculation,
        in dimension: Dimension, better: Metric.Direction, inputs: [Input], assessed: LocalizedText,
        periods: [PeriodKind], usedFor: LocalizedText, examples: [Example]
    ) {
        self.code = code
        self.family = family
        self.title = title
        self.meaning = meaning
        self.calculation = calculation
        self.dimension = dimension
        self.better = better
        self.inputs = inputs
        self.assessed = assessed
        self.periods = periods
        self.usedFor = usedFor
        self.examples = examples
    }

    /// The formula, if the KPI has one.
    public var formula: String? {
        if case .formula(let text) = calculation { text } else { nil }
    }

    /// Why there is no formula; `nil` when there is one.
    public var whyNoFormula: LocalizedText? {
        switch calculation {
        case .formula: nil
        case .entered(let reason), .draft(let reason), .rejected(let reason): reason
        }
    }
}
