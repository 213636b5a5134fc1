public import Charts
public import HTML
internal import Messages
public import Payroll

/// How a statement's sum comes together: from nothing over awards, corrections and what is held to what is payable.
public enum StatementWaterfall {
    /// The chart; `nil` where fewer than two steps lead to the sum, or more than can be seen.
    public static func chart(_ statement: PayStatement, in language: HTML.Language) -> Waterfall? {
        let words = FigureWords(currency: statement.currency, language: language)
        let steps = steps(statement).filter { $0.amount != 0 }
        guard steps.count > 1, let end = words.figure(statement.pay.payable) else { return nil }
        var changes: [Waterfall.Step] = []
        for step in steps {
            guard let figure = words.figure(step.amount) else { return nil }
            changes.append(.init(step.title[language.ofTexts].beginning, figure))
        }
        return try? Waterfall(
            title: DocumentWords.what[language.ofTexts], amountTitle: DocumentWords.amount[language.ofTexts],
            start: .init(DocumentWords.start[language.ofTexts], Figure(hundredths: 0)), changes: changes,
            end: .init(DocumentWords.payable[language.ofTexts], end))
    }

    /// The steps, in the order in which money goes its way; they add up to what is payable.
    private static func steps(_ statement: PayStatement) -> [(title: LocalizedText, amount: Int128)] {
        let pay = statement.pay
        var steps: [(title: LocalizedText, amount: Int128)]
        // What was posted of a period that was opened again is another sum than the awards of its last run.
        if statement.awarded == Int128(pay.awards) {
            steps = statement.awards.map { ($0.component, Int128($0.amount ?? 0)) }
        } else {
            steps = [(DocumentWords.awards, Int128(pay.awards))]
        }
        steps.append((DocumentWords.corrections, Int128(pay.corrections)))
        steps.append((LocalizedText(en: "Adjustments", ru: "Корректировки"), Int128(pay.adjustments)))
        steps.append((LocalizedText(en: "Released", ru: "Освобождено"), Int128(pay.released)))
        steps.append((LocalizedText(en: "Held until a condition", ru: "Удержано до условия"), Int128(pay.held)))
        steps.append((LocalizedText(en: "Deferred or lost", ru: "Отложено или утрачено"), Int128(pay.deferred)))
        steps.append((LocalizedText(en: "Draw", ru: "Аванс"), Int128(pay.draw)))
        steps.append((LocalizedText(en: "Carried or recovered", ru: "Долг и его погашение"), Int128(pay.debts)))
        return steps
    }
}

extension String {
    /// The same where it begins a line: with a capital.
    var beginning: String { prefix(1).uppercased() + dropFirst() }
}
