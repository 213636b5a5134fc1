internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Reads what foreign money is worth, in `exchange_rates.csv`.
struct ExchangeRatesReader {
    /// The table of rates and the word of `reads` for it.
    static let table = "exchange_rates"

    /// The company's currency.
    let currency: Currency
    let tables: TableSource
    let findings: Findings

    func read() -> ExchangeRates {
        var rates: [ExchangeRate] = []
        var places: [ExchangeRateKey: Place] = [:]
        for (file, spec) in tables.files(for: Self.table, kind: Self.table) {
            let table = tables.read(
                file, spec,
                [
                    TableSchema.Column("currency", .code), TableSchema.Column("from", .day),
                    TableSchema.Column("rate", .decimal), TableSchema.Column("units", .decimal, isOptional: true),
                ])
            for row in 0..<table.rowCount {
                let place = tables.place(file, line: table.lineNumbers[row])
                guard let rate = exchangeRate(table, row, place) else { continue }
                let key = ExchangeRateKey(code: rate.currency.code, from: rate.from)
                if let first = places[key] {
                    reportRepeated(rate, place, first)
                } else {
                    places[key] = place
                    rates.append(rate)
                }
            }
        }
        return ExchangeRates(rates)
    }

    private struct ExchangeRateKey: Hashable {
        let code: String
        let from: CivilDay
    }

    private func exchangeRate(_ table: ColumnTable, _ row: Int, _ place: Place) -> ExchangeRate? {
        guard let code = table.text("currency", row), let from = table.day("from", row),
            let rate = table.number("rate", row)
        else { return nil }
        let units = table.number("units", row) ?? .one
        guard let foreign = Currency(validating: code) else {
            findings.reportUnknownCurrency(code, place)
            return nil
        }
        if foreign == currency {
            findings.report(
                "bad-exchange-rate", at: place,
                LocalizedText(
                    en: "\(code) is the company's own currency and has no rate",
                    ru: "\(code) — валюта самой компании, курса у неё нет"),
                remedy: LocalizedText(en: "remove the row", ru: "уберите строку"))
            return nil
        }
        guard rate > .zero, units > .zero else {
            findings.report(
                "bad-exchange-rate", at: place,
                LocalizedText(
                    en: "the rate of \(code) and its units must be above zero",
                    ru: "курс \(code) и число единиц должны быть больше нуля"),
                remedy: LocalizedText(
                    en: "write how much \(currency) are paid for 1 \(code), or for as many as 'units' says",
                    ru: "пишите, сколько \(currency) дают за 1 \(code) или за столько, сколько стоит в «units»"))
            return nil
        }
        return ExchangeRate(currency: foreign, from: from, rate: rate, units: units)
    }

    private func reportRepeated(_ rate: ExchangeRate, _ place: Place, _ first: Place) {
        findings.report(
            "duplicate-value", at: place,
            LocalizedText(
                en: "\(rate.currency) has a rate from \(rate.from) already, at \(first.address)",
                ru: "курс \(rate.currency) с \(rate.from) уже есть: \(first.address)"),
            remedy: LocalizedText(en: "keep one of them", ru: "оставьте один"))
    }
}

extension Findings {
    /// Reports a code that no currency has.
    func reportUnknownCurrency(_ code: String, _ place: Place) {
        report(
            "unknown-currency", at: place,
            LocalizedText(
                en: "'\(code)' is not a currency code of ISO 4217", ru: "«\(code)» — не код валюты ISO 4217"),
            remedy: LocalizedText(en: "for instance RUB, USD, EUR", ru: "например, RUB, USD, EUR"))
    }
}
