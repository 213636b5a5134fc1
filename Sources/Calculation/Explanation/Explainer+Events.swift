internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension Explainer {
    /// A figure out of events, with the events that weigh most.
    func aggregate(_ number: Int, in context: EvaluationContext) -> Explanation {
        let aggregate = model.aggregates[number]
        let unit = MetricUnit(aggregate.unit)
        let value = evaluator.value(of: .aggregate(number), in: context, [:])
        let outcome: Outcome<FixedDecimal>
        switch value {
        case .value(.number(let number)): outcome = .value(number)
        case .value: outcome = .notComputable(.empty)
        case .notComputable(let reason): outcome = .notComputable(reason)
        }
        var node = Explanation(
            LocalizedText(aggregate.text), formula: aggregate.meaning.map { LocalizedText($0) }, outcome, unit)
        guard context.subject != .company else {
            node.note = LocalizedText(en: "all events of the company", ru: "все события компании")
            return node
        }
        let parts = evaluator.parts(in: context)
        let events = evaluator.source.events(number, of: parts)
        let people = Set(events.map(\.person)).count
        node.note = LocalizedText(
            en: "\(events.count) \(events.count == 1 ? "event" : "events")"
                + (people > 1 ? " of \(people) people" : ""),
            ru: "событий: \(events.count)" + (people > 1 ? ", людей: \(people)" : ""))
        node.children = listed(events, aggregate, unit)
        return node
    }

    /// The largest events by size, then how many more there are and what they come to.
    ///
    /// - Parameter formula: How the value of an event came about, where that is to be said.
    func listed(
        _ events: [CreditedEvent], _ aggregate: Aggregate, _ unit: MetricUnit,
        formula: (CreditedEvent) -> LocalizedText? = { _ in nil }
    ) -> [Explanation] {
        let byWeight = events.sorted { left, right in
            let first = (try? left.value.magnitude()) ?? left.value
            let second = (try? right.value.magnitude()) ?? right.value
            return first == second ? left.row < right.row : first > second
        }
        var lines = byWeight.prefix(eventLimit).map { event in
            Explanation(
                eventLabel(event, aggregate), formula: formula(event), .figure(event.value, unit),
                note: note(event, aggregate), children: below(event, aggregate, unit))
        }
        let rest = byWeight.dropFirst(eventLimit)
        if !rest.isEmpty, let sum = try? rest.map(\.value).total() {
            let content: Explanation.Content =
                aggregate.function == .sum || aggregate.function == .count ? .figure(sum, unit) : .none
            lines.append(
                Explanation(LocalizedText(en: "and \(rest.count) more", ru: "и ещё \(rest.count)"), content))
        }
        return lines
    }

    /// The credited share, and the amount in its own currency.
    private func note(_ event: CreditedEvent, _ aggregate: Aggregate) -> LocalizedText? {
        let share = shareNote(event)
        guard case .reference(.field(let reference))? = aggregate.value?.node,
            let before = model.conversion(aggregate.event, reference.field, row: event.row)?.text
        else { return share }
        guard let share else { return before }
        return LocalizedText(en: "\(before.en); \(share.en)", ru: "\(before.ru); \(share.ru)")
    }

    private func shareNote(_ event: CreditedEvent) -> LocalizedText? {
        guard event.share != .one else { return nil }
        let percent = Percentage(event.share)
        return LocalizedText(en: "credited share \(percent)", ru: "доля участия \(percent)")
    }

    /// `sale 4711, 2026-03-05 (sales.csv:17)`
    private func eventLabel(_ event: CreditedEvent, _ aggregate: Aggregate) -> LocalizedText {
        let name = model.eventKinds[aggregate.event].name
        let table = model.events[aggregate.event]
        let key = table.keys[event.row]
        let origin = table.origin(of: event.row).map { " (\($0.file):\($0.line))" } ?? ""
        guard case .day(let number) = table.columns[aggregate.date].value(at: event.row) else {
            return LocalizedText("\(name) \(key)\(origin)")
        }
        let day = CivilDay(number: number)
        return LocalizedText(en: "\(name) \(key), \(day)\(origin)", ru: "\(name) \(key), \(day)\(origin)")
    }
}

extension Aggregate {
    /// The unit of the figure.
    var unit: Unit {
        function == .count || function == .distinct ? .pieces : value?.unit ?? .plain
    }
}
