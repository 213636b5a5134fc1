import Calculation
import Company
import Formulas
import Foundation
import Periods
import Quantities

/// Award lines as CSV (RFC 4180): one row a line, amounts as plain decimals.
struct ResultCSV {
    private let model: CompanyModel
    private let language: Language

    init(_ model: CompanyModel, _ language: Language) {
        self.model = model
        self.language = language
    }

    func text(_ lines: [AwardLine]) -> String {
        var rows = ["period,from,until,person,plan,component,amount,currency,reason,remarks"]
        rows.reserveCapacity(lines.count + 1)
        for line in lines { rows.append(row(line)) }
        return rows.joined(separator: "\n")
    }

    private func row(_ line: AwardLine) -> String {
        let plan = model.plans[line.plan]
        let days =
            line.stint.days == .always
            ? ("", "") : (line.stint.days.from.description, line.stint.days.until.description)
        let amount = line.amount.value.map { $0.amount.text(places: $0.currency.minorDigits) } ?? ""
        return [
            line.stint.period.description, days.0, days.1, model.people.id(line.stint.person), plan.name,
            plan.components[line.component].name, amount, model.currency.code,
            line.amount.reason?.text[language] ?? "", line.remarks.map { $0.text[language] }.joined(separator: "; "),
        ].map(Self.quoted).joined(separator: ",")
    }

    /// Quotes a cell that needs it; a cell a spreadsheet would take for a formula gets an apostrophe in front.
    private static func quoted(_ cell: String) -> String {
        var cell = cell
        if let first = cell.first, "=@\t\r".contains(first) || ("+-".contains(first) && Double(cell) == nil) {
            cell = "'" + cell
        }
        guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
        return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}

/// Award lines as JSON: amounts are exact decimal texts, keys in order.
enum ResultJSON {
    private struct Line: Encodable {
        let period: String
        let person: String
        let plan: String
        let component: String
        let amount: String?
        let currency: String
        let reason: String?
        let remarks: [String]
    }

    static func text(_ lines: [AwardLine], _ model: CompanyModel, _ language: Language) throws -> String {
        let rows = lines.map { line in
            let plan = model.plans[line.plan]
            return Line(
                period: line.stint.period.description, person: model.people.id(line.stint.person), plan: plan.name,
                component: plan.components[line.component].name,
                amount: line.amount.value.map { $0.amount.text(places: $0.currency.minorDigits) },
                currency: model.currency.code, reason: line.amount.reason?.text[language],
                remarks: line.remarks.map { $0.text[language] })
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(rows), as: UTF8.self)
    }
}
