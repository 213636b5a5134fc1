public import Company
public import Messages
internal import Periods
public import Storage

/// How a company calls what it pays, and for which days.
public struct AwardNames: Sendable {
    private let model: CompanyModel

    /// The names by the company of a run, or of now.
    public init(_ model: CompanyModel) { self.model = model }

    /// A plan and one of its components as people call them; their identifiers where the company has neither.
    public func titles(_ plan: String, _ component: String) -> (plan: LocalizedText, component: LocalizedText) {
        guard let known = model.plans.first(where: { $0.name == plan }) else {
            return (LocalizedText(plan), LocalizedText(component))
        }
        return (known.title, known.lines.first { $0.name == component }?.title ?? LocalizedText(component))
    }

    /// A person as people call him.
    public func person(_ id: String) -> LocalizedText {
        model.people.number(of: id).map { model.people.title($0) } ?? LocalizedText(id)
    }

    /// "from 2026-01-01 until 2026-01-15" of a line that pays for a part of its period; `nil` of one that pays for all of it.
    public func days(of line: RunLine) -> LocalizedText? {
        guard let whole = model.calendar.parse(line.period)?.range,
            line.from != whole.from.description || line.until != whole.until.description
        else { return nil }
        return LocalizedText(
            en: "from \(line.from) until \(line.until)", ru: "с \(line.from) до \(line.until)")
    }
}
