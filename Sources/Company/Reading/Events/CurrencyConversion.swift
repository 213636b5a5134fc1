internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Turns amounts of events that are in other currencies into the company's.
struct CurrencyConversion {
    let rates: ExchangeRates
    let tables: TableSource
    let findings: Findings

    /// The company's currency.
    private var currency: Currency { tables.names.currency }

    /// Turns the amounts of a table that are in other currencies into the company's, and keeps what they were.
    func convert(
        _ table: inout ColumnTable, _ kind: EventKind, _ file: SourceFile, into target: inout EventTable
    ) {
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
        let minorDigits = currency.minorDigits
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
                let worth = rate.minorUnits(of: amount, places: cells.amounts.scale, in: currency)
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
            if code == currency.code { return .own }
            if Currency(validating: code) != nil { return .foreign }
            findings.reportUnknownCurrency(code, tables.place(cells.file, line: cells.codes.firstLine[index]))
            return .unknown
        }
    }

    /// The rate of the event's own day.
    private func rate(_ cells: ForeignAmounts, _ row: Int) -> ExchangeRate? {
        let code = cells.codes.dictionary[Int(cells.codes.codes[row])]
        let place = tables.place(cells.file, line: cells.lines[row])
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
        if let rate = rates.rate(of: code, on: day) { return rate }
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
            "no-currency", at: tables.place(cells.file, line: cells.lines[row]),
            LocalizedText(
                en: "'\(cells.field)' has an amount, but '\(cells.currencyField)' is empty",
                ru: "в «\(cells.field)» есть сумма, а поле «\(cells.currencyField)» пусто"),
            remedy: LocalizedText(
                en: "write the currency, also when it is \(currency)",
                ru: "впишите валюту, даже если это \(currency)"))
    }

    private func scaled(_ number: Int64?, _ factor: Int64, _ cells: ForeignAmounts, _ row: Int) -> Int64 {
        if let number {
            let (product, overflow) = number.multipliedReportingOverflow(by: factor)
            if !overflow, product != DecimalColumn.empty { return product }
        }
        findings.report(
            "number-range", at: tables.place(cells.file, line: cells.lines[row]),
            LocalizedText(
                en: "'\(cells.field)' has too many digits in \(currency) (18 in all)",
                ru: "у «\(cells.field)» слишком много цифр в \(currency) (всего 18)"),
            remedy: LocalizedText(en: "check the amount and its rate", ru: "проверьте сумму и курс"))
        return 0
    }

    private static func power(_ exponent: Int) -> Int64 {
        (0..<max(0, exponent)).reduce(1) { product, _ in product * 10 }
    }
}
