import Calculation
import Company
internal import Messages
import Periods
import Quantities

/// Award lines as a table for the screen, with each person's total.
struct ResultTable {
    private let model: CompanyModel
    private let language: Language

    /// How many characters a line may have; `nil` for any number.
    private let width: Int?

    init(_ model: CompanyModel, _ language: Language, width: Int?) {
        self.model = model
        self.language = language
        self.width = width
    }

    func text(_ lines: [AwardLine], totalsOnly: Bool) -> String {
        var rows = totalsOnly ? [] : lines.map(row)
        if !totalsOnly { rows.insert(header, at: 0) }
        let totals = totals(lines)
        return ([rows.isEmpty ? nil : columns(rows), columns([totalHeader] + totals, amountColumn: 2)])
            .compactMap { $0 }.joined(separator: "\n\n")
    }

    private var header: [String] {
        language == .ru
            ? ["период", "сотрудник", "план", "составляющая", "сумма", "замечания"]
            : ["period", "person", "plan", "component", "amount", "remarks"]
    }

    private var totalHeader: [String] {
        language == .ru ? ["сотрудник", "имя", "всего", ""] : ["person", "name", "total", ""]
    }

    private func row(_ line: AwardLine) -> [String] {
        let plan = model.plans[line.plan]
        let remarks = line.remarks.map { $0.text[language] }
        let reason = line.amount.reason.map { $0.text[language] }
        return [
            line.participation.period.description, model.people.id(line.participation.person), plan.name,
            plan.line(line.component).name, amount(line.amount),
            (remarks + [reason].compactMap { $0 }).joined(separator: "; "),
        ]
    }

    private func amount(_ amount: Outcome<Money>) -> String {
        guard case .value(let money) = amount else { return "—" }
        return money.text(in: language)
    }

    /// One row a person, in the order of ids; lines without a value are counted, not left out in silence.
    private func totals(_ lines: [AwardLine]) -> [[String]] {
        var sums: [Int32: FixedDecimal] = [:]
        var missing: [Int32: Int] = [:]
        for line in lines {
            let person = line.participation.person
            if let money = line.amount.value {
                sums[person] = (try? (sums[person] ?? .zero).adding(money.amount)) ?? .zero
            } else {
                sums[person] = sums[person] ?? .zero
                missing[person, default: 0] += 1
            }
        }
        return sums.keys.sorted { model.people.id($0) < model.people.id($1) }.map { person in
            let note = missing[person].map {
                language == .ru ? "не вычислено строк: \($0)" : "lines not computable: \($0)"
            }
            return [
                model.people.id(person), model.people.title(person)[language],
                ExactMoney(sums[person] ?? .zero, model.currency).text(in: language), note ?? "",
            ]
        }
    }

    private func columns(_ rows: [[String]], amountColumn: Int = 4) -> String {
        TextTable(rows: rows, amountColumns: [amountColumn]).text(width: width)
    }
}
