internal import Company
internal import Formulas
internal import Messages
internal import Periods

extension Explainer {
    /// What a computed row goes down to: the calls that kept a month's days in the norm, or what was sold; nothing for other rows.
    func below(_ event: CreditedEvent, _ aggregate: Aggregate, _ unit: MetricUnit) -> [Explanation] {
        guard model.eventKinds[aggregate.event].isDerived,
            case .reference(.field(let reference))? = aggregate.value?.node,
            reference.event == aggregate.event, reference.recordField == nil
        else { return [] }
        let rows = derivedSources?.rows(below: reference.field, of: event.row, event: aggregate.event) ?? []
        var lines = rows.prefix(eventLimit).map { source in
            Explanation(
                rowLabel(source.row, of: source.event), .figure(source.value, unit),
                note: source.isBefore ? LocalizedText(en: "a year before", ru: "годом раньше") : nil)
        }
        if rows.count > eventLimit {
            let rest = rows.count - eventLimit
            lines.append(Explanation(LocalizedText(en: "and \(rest) more", ru: "и ещё \(rest)")))
        }
        return lines
    }

    /// `touch t0912, 2026-10-01 (touch.csv:17)`
    private func rowLabel(_ row: Int, of event: Int) -> LocalizedText {
        let (kind, table) = (model.eventKinds[event], model.events[event])
        let origin = table.origin(of: row).map { " (\($0.file):\($0.line))" } ?? ""
        guard case .day(let number) = table.columns[kind.dateField].value(at: row) else {
            return LocalizedText("\(kind.name) \(table.keys[row])\(origin)")
        }
        let day = CivilDay(number: number)
        return LocalizedText(
            en: "\(kind.name) \(table.keys[row]), \(day)\(origin)",
            ru: "\(kind.name) \(table.keys[row]), \(day)\(origin)")
    }
}
