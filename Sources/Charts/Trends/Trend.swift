public import HTML

/// A measure from period to period, with its targets.
public struct Trend: Sendable {
    let title: String
    let points: [Period]
    let suffix: String?
    let units: CommonUnits

    /// A period: its name, its value and its target, nil where there is none.
    public struct Period: Sendable, Equatable {
        let name: String
        let value: Figure?
        let target: Figure?

        /// A period.
        public init(_ name: String, value: Figure?, target: Figure? = nil) {
            self.name = name
            self.value = value
            self.target = target
        }
    }

    /// The most periods.
    public static let mostPeriods = 400

    /// A measure over time.
    ///
    /// - Parameters:
    ///   - title: What the periods are, for the table: "Month".
    ///   - periods: One after another, without leaving any out: a gap is a period without a value.
    /// - Throws: A ``ChartFailure`` for more than four hundred periods.
    public init(title: String, periods: [Period], suffix: String? = nil) throws(ChartFailure) {
        try ChartFailure.checkCount("periods", periods.count, limit: Self.mostPeriods)
        units = try CommonUnits(of: periods.flatMap { [$0.value, $0.target].compactMap(\.self) })
        self.title = title
        points = periods
        self.suffix = suffix
    }

    var hasTargets: Bool { points.contains { $0.target != nil } }
}

extension Trend: Chart {
    /// The periods in figures.
    public func table(name: String, caption: String, in language: Language) -> DataTable {
        let missing = Amount.absent(reason: Phrase.noValue.text(in: language), address: nil)
        let unit = suffix.map { ", " + $0 } ?? ""
        let columns = [Column(title), Column(Phrase.actual.text(in: language) + unit, figures: true)]
        let target = Column(Phrase.target.text(in: language) + unit, figures: true)
        return DataTable(
            name: name, caption: caption, columns: columns + (hasTargets ? [target] : []),
            rows: points.map { point in
                let figures = hasTargets ? [point.value, point.target] : [point.value]
                return TableRow(.text(point.name), figures.map { .amount($0.map(Amount.figure) ?? missing) })
            },
            language: language)
    }
}
