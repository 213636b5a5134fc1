internal import Company
public import Periods

extension Run {
    /// From the first to the last day on which anything is recorded that plans count.
    public var recordedDays: DayRange? { recordedSpan(RecordedDays(model)) }

    /// From the first to the last day on which anything is recorded that plans, and a report, may count.
    ///
    /// An event stands on its own date, and on every other day by which a figure of a plan places it: a sale of December that is
    /// counted when it is paid pays in January. Entered values stand in their periods, and the rows that awards are paid by where
    /// their tables say.
    func recordedSpan(_ recorded: RecordedDays, _ report: Report? = nil) -> DayRange? {
        var first = Int32.max
        var last = Int32.min
        func take(_ days: ClosedRange<Int32>) {
            first = min(first, days.lowerBound)
            last = max(last, days.upperBound)
        }
        recorded.own.map(take)
        for figure in figures(report) { recorded.days(figure).map(take) }
        for period in model.entered.forEach({ _, _, _, _ in }) { period.recordedDays.map(take) }
        for table in AwardTable.allCases { for days in table.recordedDays(model) { take(days) } }
        return first <= last ? DayRange(from: CivilDay(number: first), through: CivilDay(number: last)) : nil
    }

    /// When something was recorded, where the first of it lies decades before the last: nobody wants two thousand years
    /// calculated for one slip of the pen.
    func stretches(in span: DayRange, _ report: Report? = nil) -> RecordedStretches? {
        if RecordedStretches.isShort(span.from.number, span.until.number) { return nil }
        var dates = Set(model.eventKinds.indices.map { [$0, model.eventKinds[$0].dateField] })
        for figure in figures(report) { dates.insert([model.aggregates[figure].event, model.aggregates[figure].date]) }
        let events = dates.map { place in
            let table = model.events[place[0]]
            return CreditIndex.days(table.columns[place[1]], count: table.rowCount)
        }
        let periods = model.entered.forEach({ _, _, _, _ in })
        let ends = periods.compactMap(\.recordedDays).flatMap { [$0.lowerBound, $0.upperBound] }
        return RecordedStretches(events + [ends] + AwardTable.allCases.map { $0.namedDays(model) })
    }

    /// The figures out of events that plans, or the columns of a report, use.
    private func figures(_ report: Report?) -> Set<Int> {
        var figures: Set<Int> = []
        for (number, plan) in model.plans.enumerated() {
            let reach = FormulaReach(plan, report?.plan == number ? report : nil, model)
            for use in reach.uses { if case .events(let figure) = use.figure { figures.insert(figure) } }
        }
        return figures
    }
}

extension Period {
    /// Its days; `nil` for all time.
    var recordedDays: ClosedRange<Int32>? {
        range == .always ? nil : range.from.number...range.until.number - 1
    }
}
