internal import Calculation
internal import Company
internal import Payroll
internal import Periods

/// Somebody's figures of a KPI over twelve periods, and his place where its card shows one.
struct OwnKPIFigures {
    let points: [KPIFigures.Point]
    /// Whether they are those of everybody below him too.
    let withReports: Bool
    let rank: (place: Int, of: Int)?

    /// How many periods are shown.
    private static let periods = 12

    /// - Returns: `nil` for whoever has no assignment in these periods, and while there are no rows.
    init?(
        _ metric: Metric, of person: String, _ company: CompanyModel, _ cycle: PayCycle, _ site: Site
    ) async throws {
        guard try cycle.hasRows(), let last = site.currentPeriod(company) else { return nil }
        let known = try await site.asked.companyNow(cycle)
        let model = known.company.model
        guard let number = model.metric(named: metric.name), let own = model.people.number(of: person) else {
            return nil
        }
        let periods = (0..<Self.periods).reversed().compactMap { model.calendar.period(after: last, by: -$0) }
        guard let first = periods.first, let span = DayRange(from: first.range.from, until: last.range.until),
            !model.organisation.assignments(of: own, in: span).isEmpty
        else { return nil }
        withReports = !ReportingLine(model: model).below(person, in: last.range).isEmpty
        let figures = KPIFigures(model: model, source: known.source)
        points = figures.points(number, of: own, periods, withReports: withReports)
        rank = metric.card.showsRank && !withReports ? figures.rank(number, of: own, in: last) : nil
    }
}
