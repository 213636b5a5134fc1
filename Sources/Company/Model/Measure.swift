public import Formulas
internal import Messages

/// What a name or a function stands for in a metric's or a plan's formula.
public indirect enum Measure: Hashable, Sendable {
    /// A metric, by its number.
    case metric(Int)
    /// A figure out of events, by its number in ``CompanyModel/aggregates``.
    case aggregate(Int)
    /// The target set for a metric.
    case target(Int)
    /// A figure over another stretch of time.
    case window(Window, Checked<Measure>)
    /// A figure of another subject.
    case subject(SubjectScope, Checked<Measure>)
    /// A field of the person's record or assignment.
    case person(PersonField)
    /// A named constant, by its number.
    case parameter(Int)
    /// Days of the period.
    case days
    /// Working days of the period.
    case workingDays
    /// A name that a scorecard gives to an attainment formula.
    case variable(Variable)
}

/// Another stretch of time, seen from a period.
public enum Window: Hashable, Sendable {
    /// From the year's start to the period's end.
    case yearToDate
    /// The last n periods with this one.
    case trailing(Int)
    /// The n-th period before this one.
    case previous(Int)
    /// The same period last year.
    case yearAgo
    /// The period less the same period last year.
    case growth
    /// Everything up to the period's end.
    case toDate
    /// Standard deviation of the sample ÷ mean of the last n periods.
    case variation(Int)
}

/// Another subject, seen from a person.
public enum SubjectScope: String, Hashable, Sendable {
    /// The person and all who report to him, as the organisation stood on each day.
    case rollup
    /// The person's unit with its subunits.
    case unit
    /// The whole company.
    case company
}

/// A field of a person that a formula may use.
public enum PersonField: Hashable, Sendable {
    /// A field of the assignment in force.
    case assignment(Int)
    /// A field of the person's record.
    case record(Int)
    /// The share of full time.
    case share
    /// How many of the plan's periods his unbroken run on the plan has lasted: 1 in the first.
    case tenure
}

/// The names of an attainment formula.
public enum Variable: String, Hashable, Sendable, CaseIterable {
    case actual
    case target
    case base
    case tolerance
}

/// A figure that grows with the number of events: a function over a field of an event kind, filtered and credited.
public struct Aggregate: Hashable, Sendable {
    /// `sum`, `count`, `distinct`, `average`, `min`, `max`, `last` or `median`.
    public var function: EventFunction
    /// The number of the event kind.
    public var event: Int
    /// What is summed; `nil` for `count`.
    public var value: Checked<LineReference>?
    /// Which events take part.
    public var filter: Checked<FieldReference>?
    /// Whose an event is.
    public var credit: CreditRule
    /// The index of the day field that places an event.
    public var date: Int
    /// A rate for each event that its value is multiplied with, chosen by its fields and its day.
    public var rates: RateTable?
    /// The figure as it is written in a formula.
    public var text: String
    /// The same with the formulas of computed values in place of their names; `nil` when it names none.
    public var meaning: String?
}

extension Checked where Reference == Measure {
    /// The numbers of the metrics that a formula asks for, also inside windows and groups.
    public var metricsUsed: [Int] {
        references.flatMap { reference -> [Int] in
            switch reference {
            case .metric(let metric): [metric]
            case .window(_, let inner), .subject(_, let inner): inner.metricsUsed
            case .aggregate, .target, .person, .parameter, .days, .workingDays, .variable: []
            }
        }
    }
}
