internal import Company
internal import Periods

/// From which day to which something is recorded, by each day field that places events.
struct RecordedDays: Sendable {
    /// From the first event to the last, each on the day of its own date; `nil` when none has a day.
    let own: ClosedRange<Int32>?
    /// By figure out of events, from the first to the last day that places an event in it.
    private let figures: [ClosedRange<Int32>?]

    init(_ model: CompanyModel) {
        struct Field: Hashable {
            let event: Int
            let field: Int
        }
        var known: [Field: ClosedRange<Int32>?] = [:]
        func days(_ event: Int, _ field: Int) -> ClosedRange<Int32>? {
            let place = Field(event: event, field: field)
            if let days = known[place] { return days }
            let days = model.events[event].columns.days(of: field)
            known[place] = .some(days)
            return days
        }
        own = model.eventKinds.indices.compactMap { days($0, model.eventKinds[$0].dateField) }.reduce(nil, Self.joined)
        figures = model.aggregates.map { days($0.event, $0.date) }
    }

    /// From the first to the last day that places an event in a figure.
    func days(_ aggregate: Int) -> ClosedRange<Int32>? { figures[aggregate] }

    /// The day from which a figure has data; before it there are none, which is not the same as zero.
    ///
    /// That is the company's first event on its own date, or an earlier one that the figure places by another date: who counts deals
    /// by the day on which they were begun has data from the day on which the first was.
    func first(_ aggregate: Int) -> CivilDay? {
        Self.joined(own, figures[aggregate]).map { CivilDay(number: $0.lowerBound) }
    }

    private static func joined(_ first: ClosedRange<Int32>?, _ second: ClosedRange<Int32>?) -> ClosedRange<Int32>? {
        guard let first, let second else { return first ?? second }
        return min(first.lowerBound, second.lowerBound)...max(first.upperBound, second.upperBound)
    }

    private static func joined(_ first: ClosedRange<Int32>?, _ second: ClosedRange<Int32>) -> ClosedRange<Int32>? {
        joined(first, .some(second))
    }
}
