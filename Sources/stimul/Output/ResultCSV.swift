import Calculation
import Company
import Formulas
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
        var bytes = Array("period,from,until,person,plan,component,amount,currency,reason,remarks".utf8)
        bytes.reserveCapacity(lines.count * 80)
        for line in lines { append(line, &cells, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(_ line: AwardLine, _ cells: inout Cells, to bytes: inout [UInt8]) {
        let comma = UInt8(ascii: ",")
        bytes.append(UInt8(ascii: "\n"))
        bytes += cells.period(line.stint.period)
        bytes.append(comma)
        // Days without a beginning or an end have none to name.
        if line.stint.days.from != .earliest { bytes += cells.day(line.stint.days.from) }
        bytes.append(comma)
        if line.stint.days.until != .latest { bytes += cells.day(line.stint.days.until) }
        bytes.append(comma)
        bytes += cells.people[Int(line.stint.person)]
        bytes.append(comma)
        bytes += cells.components[line.plan][line.component]
        bytes.append(comma)
        if let money = line.amount.value { bytes += money.amount.text(places: money.currency.minorDigits).utf8 }
        bytes.append(comma)
        bytes += model.currency.code.utf8
        bytes.append(comma)
        if let reason = line.amount.reason { bytes += CSVCell.quoted(reason.text[language]) }
        bytes.append(comma)
        if !line.remarks.isEmpty {
            bytes += CSVCell.quoted(line.remarks.map { $0.text[language] }.joined(separator: "; "))
        }
    }

    /// The cells that many rows have in common.
    private struct Cells {
        let people: [[UInt8]]
        /// `plan,component`
        let components: [[[UInt8]]]
        private var periods: [Period: [UInt8]] = [:]
        private var days: [CivilDay: [UInt8]] = [:]

        init(_ model: CompanyModel) {
            people = model.people.ids.map { CSVCell.quoted($0) }
            components = model.plans.map { plan in
                plan.components.map { CSVCell.quoted(plan.name) + [UInt8(ascii: ",")] + CSVCell.quoted($0.name) }
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
