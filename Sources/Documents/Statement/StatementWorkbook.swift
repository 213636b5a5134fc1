internal import Calculation
internal import Company
public import Messages
public import Payroll
internal import Periods
internal import Quantities
public import Reports
internal import Storage

/// A statement as a workbook: amounts are numbers that can be added up, texts are texts whatever they begin with.
public struct StatementWorkbook {
    let statement: PayStatement
    let reasons: AwardSteps?
    let language: Language

    /// A statement with its way down.
    public init(_ statement: PayStatement, reasons: AwardSteps?, language: Language) {
        self.statement = statement
        self.reasons = reasons
        self.language = language
    }

    /// The sheets, in the order of their tabs.
    ///
    /// - Throws: ``SheetFailure``, where a row would not fit its columns.
    public var sheets: [Sheet] {
        get throws(SheetFailure) {
            var sheets = [try awards, try movements]
            if !statement.corrections.isEmpty { sheets.append(try corrections) }
            if let reasons, !reasons.steps.isEmpty { sheets.append(try way(reasons)) }
            sheets.append(try basis)
            return sheets
        }
    }

    private func say(_ text: LocalizedText) -> String { text[language] }
    private var money: Sheet.Kind { .money(statement.currency) }

    private func column(_ title: LocalizedText, _ kind: Sheet.Kind = .text) -> Sheet.Column {
        Sheet.Column(title: say(title), kind: kind)
    }

    private var awards: Sheet {
        get throws(SheetFailure) {
            try Sheet(
                name: say(DocumentWords.statement) + " " + statement.period,
                columns: [
                    column(DocumentWords.period), column(DocumentWords.plan), column(DocumentWords.component),
                    column(DocumentWords.from, .day), column(DocumentWords.last, .day),
                    column(DocumentWords.amount, money), column(DocumentWords.remarks),
                ],
                rows: statement.awards.map { award in
                    [
                        .text(award.period), .text(say(award.plan)), .text(say(award.component)), Self.day(award.from),
                        Self.day(award.until, by: -1), award.amount.map { .money($0) } ?? .empty,
                        .text(award.remarks.map(say).joined(separator: "; ")),
                    ]
                }, total: true)
        }
    }

    private static func day(_ text: String, by days: Int = 0) -> Sheet.Cell {
        guard let day = CivilDay(parsing: text)?.adding(days: days) else { return .text(text) }
        return .day(day)
    }

    private var movements: Sheet {
        get throws(SheetFailure) {
            try Sheet(
                name: say(DocumentWords.movements),
                columns: [column(DocumentWords.what), column(DocumentWords.amount, money)],
                rows: statement.movements.map { movement in
                    [.text(say(movement.title).beginning), Self.money(movement.amount, statement.currency)]
                })
        }
    }

    /// An amount beyond 64 bits is told in digits.
    private static func money(_ amount: Int128, _ currency: Currency) -> Sheet.Cell {
        Int64(exactly: amount).map { .money($0) } ?? .text(MoneyText.text(amount, in: currency))
    }

    private var corrections: Sheet {
        get throws(SheetFailure) {
            try Sheet(
                name: say(DocumentWords.corrections),
                columns: [
                    column(DocumentWords.period), column(DocumentWords.plan), column(DocumentWords.component),
                    column(DocumentWords.amount, money),
                ],
                rows: statement.corrections.map { correction in
                    [
                        .text(correction.period), .text(say(correction.plan)), .text(say(correction.component)),
                        .money(correction.amount),
                    ]
                }, total: true)
        }
    }

    // MARK: The way down

    private func way(_ reasons: AwardSteps) throws(SheetFailure) -> Sheet {
        var rows: [[Sheet.Cell]] = []
        for step in reasons.steps { add(step.explanation, label: step.title, level: 1, to: &rows) }
        return try Sheet(
            name: say(DocumentWords.reasons),
            columns: [
                column(DocumentWords.level, .number), column(DocumentWords.step), column(DocumentWords.amount, money),
                column(DocumentWords.figure, .number), column(DocumentWords.unit), column(DocumentWords.formula),
                column(DocumentWords.remarks),
            ], rows: rows)
    }

    private func add(
        _ explanation: Calculation.Explanation, label: LocalizedText? = nil, level: Int, to rows: inout [[Sheet.Cell]]
    ) {
        let formula = explanation.formula == explanation.label ? nil : explanation.formula
        rows.append(
            [.number(FixedDecimal(level)), .text(say(label ?? explanation.label))] + cells(explanation.content)
                + [formula.map { .text(say($0)) } ?? .empty, explanation.note.map { .text(say($0)) } ?? .empty])
        for child in explanation.children { add(child, level: level + 1, to: &rows) }
    }

    /// Amount, figure and unit.
    private func cells(_ content: Calculation.Explanation.Content) -> [Sheet.Cell] {
        switch content {
        case .figure(let value, let unit):
            if unit.isPercent {
                return [.empty, .number((try? value.multiplied(by: 100)) ?? value), .text("%")]
            }
            if unit.unit.isMoney, unit.unit.currency == statement.currency, let minor = minorUnits(value) {
                return [.money(minor), .empty, .text(statement.currency.code)]
            }
            return [.empty, .number(value), .text(FigureWords.name(of: unit.unit, in: language.ofPages))]
        case .answer(let answer):
            return [.empty, .text(say(LocalizedText(en: answer ? "yes" : "no", ru: answer ? "да" : "нет"))), .empty]
        case .missing(let reason): return [.empty, .text(say(reason.text)), .empty]
        case .none: return [.empty, .empty, .empty]
        }
    }

    /// Whole minor units; `nil` for a figure with more decimals than the currency has.
    private func minorUnits(_ value: FixedDecimal) -> Int64? {
        guard let shifted = try? value.multiplied(by: FixedDecimal(powerOfTen)),
            let whole = try? shifted.rounded(toPlaces: 0), whole == shifted
        else { return nil }
        return Int64(exactly: whole.raw / FixedDecimal.one.raw)
    }

    private var powerOfTen: Int { (0..<statement.currency.minorDigits).reduce(1) { power, _ in power * 10 } }

    private var basis: Sheet {
        get throws(SheetFailure) {
            var facts = [
                (name: say(DocumentWords.company), value: statement.company[language]),
                (name: say(DocumentWords.person), value: statement.person),
                (name: say(LocalizedText(en: "Name", ru: "Имя")), value: statement.name[language]),
                (name: say(DocumentWords.period), value: statement.period),
            ]
            facts += StatementFacts(statement, language).rows
            if let seal = statement.seal { facts.append((say(DocumentWords.chain), seal.head.description)) }
            return try Sheet(
                name: say(DocumentWords.basis), columns: [column(DocumentWords.what), column(DocumentWords.value)],
                rows: facts.map { [.text($0.name), .text($0.value)] })
        }
    }
}
