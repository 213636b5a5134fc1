internal import Formulas
internal import Periods
internal import Quantities

extension CompanyReader {
    /// The table of rates and the word of `reads` for it.
    static let exchangeRatesTable = "exchange_rates"

    // MARK: Rates

    func readExchangeRates() {
        var rates: [ExchangeRate] = []
        var places: [ExchangeRateKey: Place] = [:]
        for (file, spec) in files(for: Self.exchangeRatesTable, kind: Self.exchangeRatesTable) {
            let table = read(
                file, spec,
                [
                    TableSchema.Column("currency", .code), TableSchema.Column("from", .day),
                    TableSchema.Column("rate", .decimal), TableSchema.Column("units", .decimal, isOptional: true),
                ])
            for row in 0..<table.rowCount {
                let place = place(file, line: table.lineNumbers[row])
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
        exchangeRates = ExchangeRates(rates)
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
        guard let currency = Currency(validating: code) else {
            reportUnknownCurrency(code, place)
            return nil
        }
        if currency == names.currency {
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
                    en: "write how much \(names.currency) are paid for 1 \(code), or for as many as 'units' says",
                    ru: "пишите, сколько \(names.currency) дают за 1 \(code) или за столько, сколько стоит в «units»"))
            return nil
        }
        return ExchangeRate(currency: currency, from: from, rate: rate, units: units)
    }

    private func reportRepeated(_ rate: ExchangeRate, _ place: Place, _ first: Place) {
        findings.report(
            "duplicate-value", at: place,
            LocalizedText(
                en: "\(rate.currency) has a rate from \(rate.from) already, at \(first.address)",
                ru: "курс \(rate.currency) с \(rate.from) уже есть: \(first.address)"),
            remedy: LocalizedText(en: "keep one of them", ru: "оставьте один"))
    }

    private func reportUnknownCurrency(_ code: String, _ place: Place) {
        findings.report(
            "unknown-currency", at: place,
            LocalizedText(
                en: "'\(code)' is not a currency code of ISO 4217", ru: "«\(code)» — не код валюты ISO 4217"),
            remedy: LocalizedText(en: "for instance RUB, USD, EUR", ru: "например, RUB, USD, EUR"))
    }

    // MARK: Declarations

    /// `money(currency)` needs a text field of that name beside it.
    func checkCurrencyFields(_ fields: [Field]) {
        for field in fields {
            guard let name = field.currencyField else { continue }
            if let currency = fields.first(where: { $0.name == name }), currency.type == .text { continue }
            let texts = fields.filter { $0.type == .text }.map(\.name)
            findings.report(
                "unknown-name", at: fieldPlaces[field.name + ":money"],
                LocalizedText(
                    en: "there is no text field '\(name)' here that could hold the currency",
                    ru: "здесь нет текстового поля «\(name)», где стояла бы валюта"),
                remedy: Suggestion.remedy(for: name, among: texts)
                    ?? LocalizedText(en: "add '\(name): text'", ru: "добавьте «\(name): text»"))
        }
    }

    /// Records have no day of their own, so there is no day whose rate could hold.
    func refuseCurrencyFields(_ fields: [Field]) {
        for field in fields where field.currencyField != nil {
            findings.report(
                "currency-of-record", at: fieldPlaces[field.name + ":money"],
                LocalizedText(
                    en: "only events have a day, so only their money can be in another currency",
                    ru: "день есть только у событий, поэтому другая валюта бывает только у их денег"),
                remedy: LocalizedText(
                    en: "write 'money', in \(names.currency)", ru: "пишите «money», в \(names.currency)"))
        }
    }

    // MARK: Converting

    /// Turns the amounts of a table that are in other currencies into the company's, and keeps what they were.
    func convert(_ table: inout ColumnTable, _ event: Int, _ file: SourceFile, into target: inout EventTable) {
        let kind = names.eventKinds[event]
        for (index, field) in kind.ownFields.enumerated() {
            guard let name = field.currencyField, case .decimal(let amounts)? = table.columns[field.name],
                case .code(let codes)? = table.columns[name],
                case .day(let days)? = table.columns[kind.fields[kind.dateField].name]
            else { continue }
            let cells = ForeignAmounts(
                amounts: amounts, codes: codes, days: days, field: field.name, currencyField: name, file: file,
                lines: table.lineNumbers)
            var conversions = target.conversions[index] ?? Conversions()
            if let converted = converted(cells, firstRow: Int32(target.rowCount), &conversions) {
                table.columns[field.name] = .decimal(converted)
            }
            target.conversions[index] = conversions
        }
    }

    /// The cells that a conversion looks at, row by row.
    private struct ForeignAmounts {
        let amounts: DecimalColumn
        let codes: CodeColumn
        let days: [Int32]
        let field: String
        let currencyField: String
        let file: SourceFile
        let lines: [Int32]
    }

    /// The amounts in the company's currency; `nil` when all are in it already.
    private func converted(
        _ cells: ForeignAmounts, firstRow: Int32, _ conversions: inout Conversions
    ) -> DecimalColumn? {
        let own = currencies(cells)
        let minorDigits = names.currency.minorDigits
        var result = DecimalColumn(values: cells.amounts.values, scale: max(cells.amounts.scale, minorDigits))
        let ownFactor = Self.power(result.scale - cells.amounts.scale)
        let foreignFactor = Self.power(result.scale - minorDigits)
        var isChanged = false
        for (row, amount) in cells.amounts.values.enumerated() where amount != DecimalColumn.empty {
            let code = cells.codes.codes[row]
            if code < 0 {
                reportNoCurrency(cells, row)
            } else if own[Int(code)] == .own {
                result.values[row] = scaled(amount, ownFactor, cells, row)
            } else if own[Int(code)] == .foreign, let rate = rate(cells, row) {
                isChanged = true
                let worth = rate.minorUnits(of: amount, places: cells.amounts.scale, in: names.currency)
                result.values[row] = scaled(worth, foreignFactor, cells, row)
                guard let original = try? FixedDecimal(minorUnits: amount, places: cells.amounts.scale) else {
                    continue
                }
                conversions.append(row: firstRow + Int32(row), original, rate)
            }
        }
        return isChanged ? result : nil
    }

    private enum CurrencyOfCell {
        case own
        case foreign
        case unknown
    }

    /// What each code of the column is; one that is no currency is reported where it stands first.
    private func currencies(_ cells: ForeignAmounts) -> [CurrencyOfCell] {
        cells.codes.dictionary.enumerated().map { index, code in
            if code == names.currency.code { return .own }
            if Currency(validating: code) != nil { return .foreign }
            reportUnknownCurrency(code, place(cells.file, line: cells.codes.firstLine[index]))
            return .unknown
        }
    }

    /// The rate of the event's own day.
    private func rate(_ cells: ForeignAmounts, _ row: Int) -> ExchangeRate? {
        let code = cells.codes.dictionary[Int(cells.codes.codes[row])]
        let place = place(cells.file, line: cells.lines[row])
        guard cells.days[row] != EventColumn.emptyDay else {
            findings.report(
                "no-exchange-day", at: place,
                LocalizedText(
                    en: "'\(cells.field)' is in \(code), but there is no day whose rate could hold",
                    ru: "«\(cells.field)» в \(code), но нет даты, по курсу которой считать"),
                remedy: LocalizedText(en: "fill in the day", ru: "впишите дату"))
            return nil
        }
        let day = CivilDay(number: cells.days[row])
        if let rate = exchangeRates.rate(of: code, on: day) { return rate }
        findings.report(
            "no-exchange-rate", at: place,
            LocalizedText(en: "\(code) has no rate on \(day)", ru: "на \(day) нет курса \(code)"),
            remedy: LocalizedText(
                en: "add a row for \(code) to exchange_rates.csv, from \(day) or earlier",
                ru: "добавьте в exchange_rates.csv строку для \(code) с \(day) или раньше"))
        return nil
    }

    private func reportNoCurrency(_ cells: ForeignAmounts, _ row: Int) {
        findings.report(
            "no-currency", at: place(cells.file, line: cells.lines[row]),
            LocalizedText(
                en: "'\(cells.field)' has an amount, but '\(cells.currencyField)' is empty",
                ru: "в «\(cells.field)» есть сумма, а поле «\(cells.currencyField)» пусто"),
            remedy: LocalizedText(
                en: "write the currency, also when it is \(names.currency)",
                ru: "впишите валюту, даже если это \(names.currency)"))
    }

    private func scaled(_ number: Int64?, _ factor: Int64, _ cells: ForeignAmounts, _ row: Int) -> Int64 {
        if let number {
            let (product, overflow) = number.multipliedReportingOverflow(by: factor)
            if !overflow, product != DecimalColumn.empty { return product }
        }
        findings.report(
            "number-range", at: place(cells.file, line: cells.lines[row]),
            LocalizedText(
                en: "'\(cells.field)' has too many digits in \(names.currency) (18 in all)",
                ru: "у «\(cells.field)» слишком много цифр в \(names.currency) (всего 18)"),
            remedy: LocalizedText(en: "check the amount and its rate", ru: "проверьте сумму и курс"))
        return 0
    }

    private static func power(_ exponent: Int) -> Int64 {
        (0..<max(0, exponent)).reduce(1) { product, _ in product * 10 }
    }
}
