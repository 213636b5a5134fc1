import Calculation
import Company
internal import Messages
import Periods
import Quantities
import Reports

/// Award lines as CSV (RFC 4180): one row a line, amounts as plain decimals.
///
/// Texts that come back in many rows are made once, and rows are put together from bytes: a large company has a million.
struct ResultCSV {
    private let model: CompanyModel
    private let language: Language

    init(_ model: CompanyModel, _ language: Language) {
        self.model = model
        self.language = language
    }

    func text(_ lines: [AwardLine]) -> String {
        var cells = Cells(model)
        var rows = CSVRows(capacity: lines.count * 80)
        rows.cell(Array("period,from,until,person,plan,component,amount,currency,reason,remarks".utf8))
        rows.endRow()
        for line in lines { append(line, &cells, to: &rows) }
        return rows.lines
    }

    private func append(_ line: AwardLine, _ cells: inout Cells, to rows: inout CSVRows) {
        rows.cell(cells.period(line.participation.period))
        // Days without a beginning or an end have none to name.
        rows.cell(line.participation.days.from == .earliest ? [] : cells.day(line.participation.days.from))
        rows.cell(line.participation.days.until == .latest ? [] : cells.day(line.participation.days.until))
        rows.cell(cells.people[Int(line.participation.person)])
        rows.cell(cells.lines[line.plan][line.component])
        if let money = line.amount.value {
            rows.figure(money.amount.text(places: money.currency.minorDigits))
        } else {
            rows.empty()
        }
        rows.figure(model.currency.code)
        rows.text(line.amount.reason?.text[language] ?? "")
        rows.text(line.remarks.map { $0.text[language] }.joined(separator: "; "))
        rows.endRow()
    }

    /// The cells that many rows have in common.
    private struct Cells {
        let people: [[UInt8]]
        /// `plan,component`
        let lines: [[[UInt8]]]
        private var periods: [Period: [UInt8]] = [:]
        private var days: [CivilDay: [UInt8]] = [:]

        init(_ model: CompanyModel) {
            people = model.people.ids.map { CSVCell.quoted($0) }
            lines = model.plans.map { plan in
                plan.lines.map { CSVCell.quoted(plan.name) + [UInt8(ascii: ",")] + CSVCell.quoted($0.name) }
            }
        }

        mutating func period(_ period: Period) -> [UInt8] {
            if let known = periods[period] { return known }
            let text = Array(period.description.utf8)
            periods[period] = text
            return text
        }

        mutating func day(_ day: CivilDay) -> [UInt8] {
            if let known = days[day] { return known }
            let text = Array(day.description.utf8)
            days[day] = text
            return text
        }
    }
}
