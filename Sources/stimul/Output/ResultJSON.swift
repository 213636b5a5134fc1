import Calculation
import Company
import Foundation
internal import Messages
import Periods
import Quantities

/// Award lines as JSON: amounts are exact decimal texts, keys in order.
enum ResultJSON {
    private struct Line: Encodable {
        let period: String
        let from: String?
        let until: String?
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
            let days = line.participation.days
            return Line(
                period: line.participation.period.description,
                from: days.from == .earliest ? nil : days.from.description,
                until: days.until == .latest ? nil : days.until.description,
                person: model.people.id(line.participation.person),
                plan: plan.name,
                component: plan.line(line.component).name,
                amount: line.amount.value.map { $0.amount.text(places: $0.currency.minorDigits) },
                currency: model.currency.code, reason: line.amount.reason?.text[language],
                remarks: line.remarks.map { $0.text[language] })
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return VisibleText.json(String(decoding: try encoder.encode(rows), as: UTF8.self))
    }
}
