public import HTML

/// One measure against its target and thresholds (Few, Bullet Graph Design Specification, 2013).
public struct Bullet: Sendable {
    let name: String
    let value: Figure?
    let target: Figure?
    let thresholds: [Figure]
    let state: String
    let suffix: String?
    let units: CommonUnits

    /// The most thresholds: five bands lie between and around four.
    public static let mostThresholds = 4

    /// A measure.
    ///
    /// - Parameters:
    ///   - value: What is measured; nil when it is missing.
    ///   - thresholds: Where something changes, in any order.
    ///   - state: What the figures mean, in words: "above the threshold".
    ///   - suffix: What follows every figure: "%".
    /// - Throws: A ``ChartFailure`` for more than four thresholds.
    public init(
        name: String, value: Figure?, target: Figure?, thresholds: [Figure] = [], state: String, suffix: String? = nil
    ) throws(ChartFailure) {
        try ChartFailure.checkCount("thresholds", thresholds.count, limit: Self.mostThresholds)
        let units = try CommonUnits(of: thresholds + [value, target].compactMap(\.self))
        self.units = units
        self.name = name
        self.value = value
        self.target = target
        self.thresholds = thresholds.sorted { units.units($0) < units.units($1) }
        self.state = state
        self.suffix = suffix
    }
}

extension Bullet: Chart {
    /// The measure, its target and thresholds in figures.
    public func table(name: String, caption: String, in language: Language) -> DataTable {
        let missing = Amount.absent(reason: Phrase.noValue.text(in: language), address: nil)
        func row(_ phrase: Phrase, _ figure: Figure?) -> TableRow {
            TableRow(.text(phrase.text(in: language)), [.amount(figure.map(Amount.figure) ?? missing)])
        }
        return DataTable(
            name: name, caption: caption,
            columns: [Column(state), Column(self.name + (suffix.map { ", " + $0 } ?? ""), figures: true)],
            rows: [row(.actual, value)] + (target == nil ? [] : [row(.target, target)])
                + thresholds.map { row(.threshold, $0) },
            language: language)
    }
}
