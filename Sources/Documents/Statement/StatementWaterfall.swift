internal import Calculation
public import Charts
public import HTML
internal import Messages
public import Payroll
internal import Quantities

/// How a statement's sum comes together: from what is paid exactly on target, or from nothing where nobody has said what that is, over
/// awards, corrections and what is held to what is payable.
public enum StatementWaterfall {
    private typealias Step = (title: LocalizedText, amount: Int128)

    /// The chart; `nil` where too few steps lead to the sum, or more than can be seen.
    ///
    /// - Parameter reasons: How the awards came about, where that is known: it says what they come to on target.
    public static func chart(
        _ statement: PayStatement, reasons: AwardSteps? = nil, in language: HTML.Language
    ) -> Waterfall? {
        let words = FigureWords(currency: statement.currency, language: language)
        let targets = targets(statement, reasons)
        let target = targets.values.reduce(Int128(0), +)
        let steps = steps(statement, targets).filter { $0.amount != 0 }
        guard steps.count > (targets.isEmpty ? 1 : 0), let end = words.figure(statement.pay.payable),
            let start = words.figure(target)
        else { return nil }
        var changes: [Waterfall.Step] = []
        for step in steps {
            guard let figure = words.figure(step.amount) else { return nil }
            changes.append(.init(step.title[language.ofTexts].beginning, figure))
        }
        let first = targets.isEmpty ? DocumentWords.start : DocumentWords.targetPay
        return try? Waterfall(
            title: DocumentWords.what[language.ofTexts], amountTitle: DocumentWords.amount[language.ofTexts],
            start: .init(first[language.ofTexts], start), changes: changes,
            end: .init(DocumentWords.payable[language.ofTexts], end))
    }

    /// What awards come to on target, by their names in the statement, in minor units; none where they are not those of the run.
    private static func targets(_ statement: PayStatement, _ reasons: AwardSteps?) -> [String: Int128] {
        guard let reasons, reasons.sum == statement.awarded, statement.awarded == Int128(statement.pay.awards) else {
            return [:]
        }
        let pairs = reasons.steps.compactMap { step in
            step.explanation.targetPay.flatMap { try? Money(rounding: $0, in: statement.currency) }
                .map { (step.node, Int128($0.minorUnits)) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The steps, in the order in which money goes its way; with the targets they add up to what is payable.
    private static func steps(_ statement: PayStatement, _ targets: [String: Int128]) -> [Step] {
        let pay = statement.pay
        var steps: [Step]
        // What was posted of a period that was opened again is another sum than the awards of its last run.
        if statement.awarded == Int128(pay.awards) {
            steps = statement.awards.map { ($0.component, Int128($0.amount ?? 0) - (targets[$0.node] ?? 0)) }
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
