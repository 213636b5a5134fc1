import HTML

/// Figures in units of the finest of their places, so that they can be compared and added exactly.
struct CommonUnits: Sendable, Equatable {
    let places: Int

    /// The largest magnitude: sums of all steps of a chart stay far inside 128 bits.
    static let limit: UInt128 = 1_000_000_000_000_000_000_000_000_000_000

    init(of figures: [Figure]) throws(ChartFailure) {
        places = figures.map(\.places).max() ?? 0
        for figure in figures where units(figure).magnitude > Self.limit { throw ChartFailure(cause: .tooLarge) }
    }

    func units(_ figure: Figure) -> Int128 {
        figure.units * PowersOfTen.power(places - figure.places)
    }
}
