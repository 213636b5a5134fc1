import Company
import Ledger
internal import Messages
import Payroll
import Periods
import Quantities
import Storage

/// A person's pay for a period as a page to read: what was awarded and why, what is held, what is paid.
struct StatementPage {
    let model: CompanyModel
    let person: String
    let recorded: RecordedPay
    let language: Language

    private var run: StoredRun { recorded.run }
    private var amounts: AmountText { AmountText(currency: model.currency) }

    var text: String {
        [heading, awards, remarks, changes, sums].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var heading: String {
        let name = model.people.number(of: person).map { model.people.title($0)[language] } ?? person
        let whom = name == person ? person : "\(name) (\(person))"
        var lines = [
            word("Statement of pay, \(run.period)", "Расчётный листок, \(run.period)"), model.name[language], whom,
            word(
                "run \(run.id.shortRun), \(recorded.state.title.en)",
                "расчёт \(run.id.shortRun), \(recorded.state.title.ru)"),
        ]
        if !recorded.approvers.isEmpty {
            lines.append(word("approved by ", "утвердили: ") + recorded.approvers.joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }

    // MARK: Awards

    private var awards: String {
        var table = TextTable([word("award", "начисление"), word("amount", "сумма")], amountColumns: [1])
        for line in run.lines { table.add([title(line), line.amount.map { amounts.readable($0)[language] } ?? "—"]) }
        table.add([
            word("total", "всего"),
            amounts.readable(run.lines.reduce(Int128(0)) { $0 + Int128($1.amount ?? 0) })[language],
        ])
        return table.text
    }

    /// What is to be known of the awards, as it was said when they were calculated.
    private var remarks: String {
        guard run.keepsRemarks else {
            return word(
                "Calculated by an earlier version, which kept no remarks.",
                "Рассчитано прежней версией, которая не сохраняла замечаний.")
        }
        return run.lines.compactMap { line in
            let texts = (line.reason.map { [$0] } ?? []) + (line.remarks ?? [])
            return texts.isEmpty ? nil : title(line) + ": " + LocalizedText.joining(texts.map(\.text))[language]
        }.joined(separator: "\n")
    }

    private func title(_ line: RunLine) -> String {
        award(line.plan, line.component, line.period, days: (line.from, line.until))
    }

    /// `2026-01 · Sales manager · Commission`, with the days when there are fewer than those of the period.
    private func award(
        _ plan: String, _ component: String, _ period: String, days: (from: String, until: String)? = nil
    ) -> String {
        let known = model.plans.first { $0.name == plan }
        let planTitle = known?.title[language] ?? plan
        let title = known?.lines.first { $0.name == component }?.title[language] ?? component
        var part = ""
        if let days, let whole = model.calendar.parse(period)?.range,
            days.from != whole.from.description || days.until != whole.until.description
        {
            part = " (" + word("from \(days.from) until \(days.until)", "с \(days.from) до \(days.until)") + ")"
        }
        return "\(period)\(part) · \(planTitle) · \(title)"
    }

    // MARK: What else moved his pay

    /// The corrections of earlier awards, one by one.
    private var changes: String {
        let corrections = run.entries.filter { $0.cause == .correction }
        if corrections.isEmpty { return "" }
        var table = TextTable([word("correction of", "исправление"), word("amount", "сумма")], amountColumns: [1])
        for entry in corrections {
            guard case .award(let plan, let component, let period) = entry.obligation.matter else { continue }
            let amount = entry.to == .earned ? -entry.amount : entry.amount
            table.add([award(plan, component, period), amounts.change(amount)[language]])
        }
        return table.text
    }

    private var sums: String {
        var table = TextTable(rows: [], amountColumns: [1])
        for movement in recorded.movements {
            table.add([movement.title[language], amounts.readable(movement.amount)[language]])
        }
        return table.text
    }

    private func word(_ en: EnglishText, _ ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[language] }
}
