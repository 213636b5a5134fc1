internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The sum that a commission is paid on, and the rates of its events.
struct RatedSum {
    var sum: Aggregate
    var table: RateTable

    /// The sum of what every event earns.
    var priced: Aggregate {
        var aggregate = sum
        aggregate.rates = table
        return aggregate
    }
}

/// The rates of a commission: in the plan by one field, or in a table of their own.
extension PlanReader {
    /// `{by: sale.product.group, table: {bikes: 3%}, otherwise: 1%}`, `sale_rates` or `{table: sale_rates, otherwise: 1%}`.
    func rates(_ entry: YAMLEntry, _ base: Checked<Measure>, _ baseEntry: YAMLEntry) -> RatedSum? {
        if entry.text != nil { return named(entry, otherwise: nil, base, baseEntry) }
        guard let fields = Fields(entry, findings) else { return nil }
        let by = fields.take("by")
        let rows = fields.require("table")
        let rest = fields.take("otherwise")
        let otherwise = rest.flatMap { rateConstant($0, on: base.unit) }
        let written = [rest] + (rows?.pairs ?? []).map(\.value)
        if base.unit.isMoney { lookAtPercentages(written, as: .rate) }
        if let rows, by == nil, rows.text != nil {
            fields.finish()
            if rest != nil, otherwise == nil { return nil }
            return named(rows, otherwise: otherwise, base, baseEntry)
        }
        if by == nil { _ = fields.require("by") }
        fields.finish()
        guard let by, let rows, let field = rateField(by) else { return nil }
        return inline(by, field, rows, otherwise: otherwise, base, baseEntry)
    }

    private func inline(
        _ by: YAMLEntry, _ field: FieldReference, _ rows: YAMLEntry, otherwise: FixedRate?, _ base: Checked<Measure>,
        _ baseEntry: YAMLEntry
    ) -> RatedSum? {
        var table = RateTable(
            name: nil, event: field.event, dimensions: [RateTable.Dimension(name: by.text ?? "", field: field)],
            rows: [], otherwise: otherwise)
        guard let sum = summed(base, of: table, baseEntry) else { return nil }
        guard let pairs = rows.pairs else {
            findings.expected(
                LocalizedText(en: "rates such as {bikes: 3%}", ru: "ставки вида {bikes: 3%}"), at: rows)
            return nil
        }
        for (key, value) in pairs {
            guard let name = findings.text(key), let rate = rateConstant(value, on: base.unit) else { continue }
            table.rows.append(RateTable.Row(cells: [name], days: .always, rate: rate, place: nil))
        }
        return RatedSum(sum: sum, table: table)
    }

    private func named(
        _ entry: YAMLEntry, otherwise: FixedRate?, _ base: Checked<Measure>, _ baseEntry: YAMLEntry
    ) -> RatedSum? {
        guard let name = findings.text(entry) else { return nil }
        guard let found = names.rateTables[name] else {
            if !documents[.rateTables].contains(where: { $0.name == name }) { reportUnknownTable(name, entry) }
            return nil
        }
        guard base.unit.isMoney != found.isMoney else {
            findings.report(
                "wrong-unit", at: entry.place,
                LocalizedText(
                    en: "expected \(rateType(on: base.unit).en), but '\(name)' has \(found.described.en)",
                    ru: "ожидается \(rateType(on: base.unit).ru), а в «\(name)» стоит \(found.described.ru)"),
                remedy: LocalizedText(
                    en: "write 'rate: \(found.isMoney ? "percent" : "money")' at '\(name)', or name another table",
                    ru:
                        "напишите у «\(name)» «rate: \(found.isMoney ? "percent" : "money")» или назовите другую таблицу"
                ))
            return nil
        }
        var table = found.table
        table.otherwise = otherwise ?? table.otherwise
        return summed(base, of: table, baseEntry).map { RatedSum(sum: $0, table: table) }
    }

    private func reportUnknownTable(_ name: String, _ entry: YAMLEntry) {
        findings.report(
            "unknown-name", at: entry.place,
            LocalizedText(en: "there is no rate table '\(name)'", ru: "таблицы ставок «\(name)» нет"),
            remedy: Suggestion.remedy(for: name, among: Array(names.rateTables.keys))
                ?? LocalizedText(en: "declare it under 'rate_tables'", ru: "опишите её в «rate_tables»"))
    }

    /// The sum that a commission is paid on, when it is one over the events that the rates are for.
    private func summed(_ base: Checked<Measure>, of table: RateTable, _ baseEntry: YAMLEntry) -> Aggregate? {
        if let aggregate = summed(base), aggregate.event == table.event { return aggregate }
        findings.report(
            "rates-base", at: baseEntry.place,
            LocalizedText(
                en: "rates by a field need a commission on one sum of the events that have the field",
                ru: "ставкам по полю нужна комиссия с одной суммы по событиям, у которых есть это поле"),
            remedy: LocalizedText(
                en: "name a metric whose value is sum(event.field)",
                ru: "назовите показатель со значением sum(событие.поле)"))
        return nil
    }
}
