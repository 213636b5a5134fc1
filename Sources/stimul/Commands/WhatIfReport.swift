import Calculation
import Company
import Foundation
internal import Messages
import Periods
import Quantities
import Reports

/// What both sides of a what-if pay, in the forms in which it is shown.
struct WhatIfReport {
    let comparison: PayComparison
    /// Whether awards are shown, not people and plans.
    let byAward: Bool
    let language: Language
    let amounts: AmountText
    /// How many characters a line of a table may have; `nil` for any number.
    var width = Screen.width
    /// How much of what is paid then waits, by award.
    var held: [PayComparison.Key: Int128] = [:]
    private let now: CompanyModel
    private let then: CompanyModel

    init(
        _ comparison: PayComparison, _ now: CompanyModel, _ then: CompanyModel, byAward: Bool, _ language: Language
    ) {
        self.comparison = comparison
        self.now = now
        self.then = then
        self.byAward = byAward
        self.language = language
        amounts = AmountText(currency: now.currency)
    }

    func text(_ form: OutputForm) throws -> String {
        switch form {
        case .table: table
        case .csv, .workbook, .pdf: csv
        case .json: try json
        }
    }

    func word(_ en: EnglishText, _ ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[language] }

    /// A person's name for people.
    func name(_ person: String) -> String {
        for model in [now, then] {
            if let number = model.people.number(of: person) { return model.people.title(number)[language] }
        }
        return ""
    }

    /// Why lines of one side have no amount.
    func reasons(_ pay: PayComparison.Pay?) -> String {
        (pay?.reasons ?? []).map { $0.text[language] }.joined(separator: "; ")
    }

    // MARK: CSV

    /// One row for each award that moves, or each person and plan that differ; amounts as plain decimals.
    private var csv: String {
        let head = byAward ? ["period", "person", "plan", "component"] : ["person", "plan"]
        let header =
            head + ["now", "then", "difference", "currency", "reason_now", "reason_then"]
            + (byAward ? ["held_then"] : [])
        var rows = CSVRows()
        for name in header { rows.text(name) }
        rows.endRow()
        if byAward {
            for award in comparison.moved { append(award, to: &rows) }
        } else {
            for total in comparison.byPlan where total.sides.differ {
                rows.text(total.person)
                rows.text(total.plan ?? "")
                append(total.sides, to: &rows)
                rows.endRow()
            }
        }
        return rows.lines
    }

    private func append(_ award: PayComparison.Award, to rows: inout CSVRows) {
        let key = award.key
        for text in [key.period.description, key.person, key.plan, key.component] { rows.text(text) }
        append(award.sides, to: &rows)
        rows.figure(held[key].map { amounts.plain($0) } ?? "")
        rows.endRow()
    }

    private func append(_ sides: PayComparison.Sides, to rows: inout CSVRows) {
        for figure in [plain(sides.now) ?? "", plain(sides.then) ?? "", amounts.plain(sides.difference)] {
            rows.figure(figure)
        }
        rows.figure(now.currency.code)
        rows.text(reasons(sides.now))
        rows.text(reasons(sides.then))
    }

    /// The amount of a side as a plain decimal.
    private func plain(_ pay: PayComparison.Pay?) -> String? { amount(pay).map { amounts.plain($0) } }

    /// The amount of a side; `nil` when it has no line, or for an award without one.
    func amount(_ pay: PayComparison.Pay?) -> Int128? {
        pay.flatMap { byAward && $0.missing > 0 && $0.minorUnits == 0 ? nil : $0.minorUnits }
    }

    // MARK: JSON

    private struct Document: Encodable {
        let currency: String
        let rows: [Row]
        let people: [Row]
        let total: Row
    }

    private struct Row: Encodable {
        var period: String?
        var person: String?
        var plan: String?
        var component: String?
        let now: String?
        let then: String?
        let difference: String
        let reasonsNow: [String]?
        let reasonsThen: [String]?
        var heldThen: String?
    }

    /// What CSV has, and the totals of the people and of everybody; amounts are exact decimal texts.
    private var json: String {
        get throws {
            let rows =
                byAward
                ? comparison.moved.map { award in
                    var row = row(award.sides)
                    row.period = award.key.period.description
                    row.person = award.key.person
                    row.plan = award.key.plan
                    row.component = award.key.component
                    row.heldThen = held[award.key].map { amounts.plain($0) }
                    return row
                } : comparison.byPlan.filter(\.sides.differ).map(row)
            let document = Document(
                currency: now.currency.code, rows: rows,
                people: comparison.byPerson.filter(\.sides.differ).map(row), total: row(comparison.total))
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            encoder.keyEncodingStrategy = .convertToSnakeCase
            return VisibleText.json(String(decoding: try encoder.encode(document), as: UTF8.self))
        }
    }

    private func row(_ total: PayComparison.Total) -> Row {
        var row = row(total.sides)
        row.person = total.person
        row.plan = total.plan
        return row
    }

    private func row(_ sides: PayComparison.Sides) -> Row {
        Row(
            now: plain(sides.now), then: plain(sides.then), difference: amounts.plain(sides.difference),
            reasonsNow: texts(sides.now), reasonsThen: texts(sides.then))
    }

    private func texts(_ pay: PayComparison.Pay?) -> [String]? {
        pay.flatMap { $0.reasons.isEmpty ? nil : $0.reasons.map { $0.text[language] } }
    }
}
