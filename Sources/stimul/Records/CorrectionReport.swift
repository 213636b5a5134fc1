import Company
import Ledger
internal import Messages
import Payroll
import Quantities
import Storage

/// What a run gives one person: his awards with what is to be known of them, and what it corrects, with the causes.
struct CorrectionReport {
    let model: CompanyModel
    let person: String
    let run: StoredRun
    /// Why earlier awards are corrected; `nil` when none is.
    let difference: RunDifference?
    let language: Language

    private var amounts: AmountText { AmountText(currency: model.currency) }

    var text: String {
        ([awards] + (difference.map { [corrections($0)] } ?? [])).joined(separator: "\n\n")
    }

    private var awards: String {
        var table = TextTable(
            [word("award", "начисление"), word("amount", "сумма"), word("remarks", "замечания")], amountColumns: [1])
        for line in run.lines where line.person == person {
            let texts = (line.reason.map { [$0] } ?? []) + (line.remarks ?? [])
            table.add([
                "\(line.plan) · \(line.component) · \(line.period)",
                line.amount.map { amounts.readable($0)[language] } ?? "—",
                LocalizedText.joining(texts.map(\.text))[language],
            ])
        }
        return table.text
    }

    /// Each corrected award with what it was and is, and below it what caused that.
    private func corrections(_ difference: RunDifference) -> String {
        let report = DifferenceReport(difference, person: person, language: language)
        var rows = [
            [
                word("corrected award", "исправленное начисление"), word("was", "было"), word("is", "стало"),
                word("change", "изменение"),
            ]
        ]
        for item in corrected(difference) {
            let (before, after) = (difference.before[item] ?? 0, difference.after[item] ?? 0)
            rows.append([
                "\(item.plan) · \(item.component) · \(item.period)", amounts.readable(before)[language],
                amounts.readable(after)[language],
                amounts.change(after - before)[language],
            ])
            for effect in difference.causes {
                guard let change = effect.changes[item] else { continue }
                for line in report.what(effect.cause) { rows.append(["   " + line, "", "", ""]) }
                rows[rows.count - 1][3] = amounts.change(change)[language]
            }
        }
        return TextTable(rows: rows, amountColumns: [1, 2, 3]).text
    }

    private func corrected(_ difference: RunDifference) -> [PaidItem] {
        let moved = Set(run.entries.filter { $0.cause == .correction }.map(\.obligation))
        return Set(difference.before.keys).union(difference.after.keys).filter { item in
            item.person == person && !item.plan.isEmpty && difference.before[item] != difference.after[item]
                && moved.contains(
                    Obligation(
                        person: item.person,
                        .award(plan: item.plan, component: item.component, period: item.period)))
        }.sorted()
    }

    private func word(_ en: EnglishText, _ ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[language] }
}
