internal import Messages
import Payroll

/// A person's pay for a period as a page to read: what was awarded and why, what is held, what is paid.
struct StatementPage {
    let statement: PayStatement
    let language: Language

    private var amounts: AmountText { AmountText(currency: statement.currency) }

    var text: String {
        [heading, awards, remarks, changes, sums].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var heading: String {
        let (name, person) = (statement.name[language], statement.person)
        var lines = [
            word("Statement of pay, \(statement.period)", "Расчётный листок, \(statement.period)"),
            statement.company[language], name == person ? person : "\(name) (\(person))",
            word(
                "run \(statement.run.shortRun), \(statement.state.title.en)",
                "расчёт \(statement.run.shortRun), \(statement.state.title.ru)"),
        ]
        if !statement.approvers.isEmpty {
            lines.append(word("approved by ", "утвердили: ") + statement.approvers.joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }

    // MARK: Awards

    private var awards: String {
        var table = TextTable([word("award", "начисление"), word("amount", "сумма")], amountColumns: [1])
        for award in statement.awards {
            table.add([award.title[language], award.amount.map { amounts.readable($0)[language] } ?? "—"])
        }
        table.add([word("total", "всего"), amounts.readable(statement.awarded)[language]])
        return table.text
    }

    /// What is to be known of the awards, as it was said when they were calculated.
    private var remarks: String {
        guard statement.keepsRemarks else {
            return word(
                "Calculated by an earlier version, which kept no remarks.",
                "Рассчитано прежней версией, которая не сохраняла замечаний.")
        }
        return statement.awards.filter { !$0.remarks.isEmpty }.map { award in
            award.title[language] + ": " + LocalizedText.joining(award.remarks)[language]
        }.joined(separator: "\n")
    }

    // MARK: What else moved his pay

    /// The corrections of earlier awards, one by one.
    private var changes: String {
        if statement.corrections.isEmpty { return "" }
        var table = TextTable([word("correction of", "исправление"), word("amount", "сумма")], amountColumns: [1])
        for correction in statement.corrections {
            table.add([correction.title[language], amounts.change(correction.amount)[language]])
        }
        return table.text
    }

    private var sums: String {
        var table = TextTable(rows: [], amountColumns: [1])
        for movement in statement.movements {
            table.add([movement.title[language], amounts.readable(movement.amount)[language]])
        }
        return table.text
    }

    private func word(_ en: EnglishText, _ ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[language] }
}
