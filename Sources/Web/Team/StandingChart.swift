internal import Calculation
internal import Charts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Quantities

/// How far somebody has come with a component, as a bullet.
struct StandingChart {
    let standing: Standing
    /// What the component is called.
    let title: String
    let language: PageLanguage

    /// The drawing; nil where its figures are beyond any.
    ///
    /// - Parameter name: What tells it from others of the page.
    func figure(_ name: String) -> ChartFigure? {
        let target = standing.isShare ? FixedDecimal.one : standing.target
        let state = TeamCompareWords.steps(standing.step, standing.bounds.count)[language]
        guard
            let chart = try? Bullet(
                name: title, value: figure(standing.reached), target: target.flatMap(figure),
                thresholds: bounds.compactMap(figure), state: state, suffix: standing.isShare ? "%" : nil)
        else { return nil }
        return ChartFigure(
            name: "bullet/" + name, finding: state, description: TeamCompareWords.bulletAbout[language],
            caption: title + (standing.isShare ? "" : ", " + standing.unit.unit.text(in: language.ofTexts)),
            chart: chart, in: language)
    }

    /// The last bound that is reached, and those that come next.
    private var bounds: ArraySlice<FixedDecimal> {
        let first = max(0, min(standing.step - 1, standing.bounds.count - Bullet.mostThresholds))
        return standing.bounds.dropFirst(first).prefix(Bullet.mostThresholds)
    }

    private func figure(_ value: FixedDecimal) -> Figure? { Self.figure(value, isShare: standing.isShare) }

    /// A value for a drawing, to two places; shares as per cent.
    static func figure(_ value: FixedDecimal, isShare: Bool) -> Figure? {
        guard let shown = try? value.multiplied(by: isShare ? 100 : 1).rounded(toPlaces: 2) else { return nil }
        return Figure(units: shown.raw / 100_000_000_000_000, places: 2)
    }
}
