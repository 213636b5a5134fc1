public import HTML

/// How one sum becomes another: from the target to the pay, step by step.
public struct Waterfall: Sendable {
    let title: String
    let amountTitle: String
    let start: Step
    let changes: [Step]
    let end: Step
    let units: CommonUnits

    /// A named sum or change.
    public struct Step: Sendable, Equatable {
        let name: String
        let amount: Figure

        /// A step.
        public init(_ name: String, _ amount: Figure) {
            self.name = name
            self.amount = amount
        }
    }

    /// The most changes.
    public static let mostChanges = 40

    /// A chain of sums.
    ///
    /// - Parameters:
    ///   - title: What the steps are, for the table: "Step"; `amountTitle` what they hold.
    ///   - changes: In the order in which they are applied.
    /// - Throws: A ``ChartFailure`` unless the start and all changes add up to the end exactly.
    public init(
        title: String, amountTitle: String, start: Step, changes: [Step], end: Step
    ) throws(ChartFailure) {
        try ChartFailure.checkCount("steps", changes.count, limit: Self.mostChanges)
        units = try CommonUnits(of: [start.amount, end.amount] + changes.map(\.amount))
        var sum = units.units(start.amount)
        for change in changes { sum += units.units(change.amount) }
        guard sum == units.units(end.amount) else {
            guard let shown = Figure(units: sum, places: units.places) else { throw ChartFailure(cause: .tooLarge) }
            throw ChartFailure(cause: .sum(expected: end.amount, shown: shown))
        }
        self.title = title
        self.amountTitle = amountTitle
        self.start = start
        self.changes = changes
        self.end = end
    }

    /// The sums before the first change and after each, in units of the finest places.
    var sums: [Int128] {
        var sums = [units.units(start.amount)]
        for change in changes { sums.append(sums[sums.count - 1] + units.units(change.amount)) }
        return sums
    }
}

extension Waterfall: Chart {
    /// The steps in figures, changes with their signs.
    public func table(name: String, caption: String, in language: Language) -> DataTable {
        DataTable(
            name: name, caption: caption, columns: [Column(title), Column(amountTitle, figures: true)],
            rows: [TableRow(.name(start.name, nil), [.amount(.figure(start.amount))])]
                + changes.map { TableRow(.name($0.name, nil), [.amount(.change($0.amount))]) },
            totals: [TableRow(.name(end.name, nil), [.amount(.figure(end.amount))])], language: language)
    }
}
