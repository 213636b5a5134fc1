public import HTML

/// Bars from zero, one for each name and series: what is larger.
public struct BarChart: Sendable {
    let title: String
    let names: [String]
    let series: [Series]
    let suffix: String?
    let units: CommonUnits

    /// Values of one kind, in the order of the names.
    public struct Series: Sendable {
        let name: String
        let values: [Figure?]

        /// Values; nil where one is missing.
        public init(_ name: String, _ values: [Figure?]) {
            self.name = name
            self.values = values
        }
    }

    /// The most series that are told apart.
    public static let mostSeries = 3
    /// The most names.
    public static let mostNames = 60

    /// Bars.
    ///
    /// - Parameters:
    ///   - title: What the names are, for the table: "Unit".
    ///   - suffix: What follows every figure: "%". A currency stands in the caption instead.
    /// - Throws: A ``ChartFailure`` for more than three series, more than sixty names, or series of other length.
    public init(title: String, names: [String], series: [Series], suffix: String? = nil) throws(ChartFailure) {
        try ChartFailure.checkCount("series", series.count, limit: Self.mostSeries)
        try ChartFailure.checkCount("names", names.count, limit: Self.mostNames)
        for one in series where one.values.count != names.count {
            throw ChartFailure(cause: .uneven(series: one.name, values: one.values.count, names: names.count))
        }
        units = try CommonUnits(of: series.flatMap { $0.values.compactMap(\.self) })
        self.title = title
        self.names = names
        self.series = series
        self.suffix = suffix
    }

    static let colours: [ColourToken] = [.series1, .series2, .series3]
}

extension BarChart: Chart {
    /// The bars in figures.
    public func table(name: String, caption: String, in language: Language) -> DataTable {
        let reason = Phrase.noValue.text(in: language)
        return DataTable(
            name: name, caption: caption,
            columns: [Column(title)] + series.map { Column($0.name, figures: true) },
            rows: names.indices.map { row in
                TableRow(
                    .name(names[row], nil),
                    series.map { .amount($0.values[row].map(Amount.figure) ?? .absent(reason: reason, address: nil)) })
            },
            language: language)
    }
}
