import Calculation
import Company
import Ledger
internal import Messages
import Payroll
import Periods
import Quantities
import Storage

/// The answer before its reasons: a line for each award, the total, what is held until when, what was paid.
struct ExplainSummary {
    let model: CompanyModel
    let person: Int32
    let period: String
    /// The person's lines with their explanations, those that pay something first.
    let awards: [(line: AwardLine, explanation: Explanation)]
    /// Where the awards stand at the end of the range; empty when it has no end.
    let standings: [Obligation: TargetBalance]
    /// What a workspace has recorded for the pay periods of the range.
    let recorded: [RecordedPay]
    let language: Language

    private var amounts: AmountText { AmountText(currency: model.currency) }

    var text: String {
        let name = model.people.title(person)[language]
        let id = model.people.id(person)
        let heading = name == id ? id : "\(name) (\(id))"
        return (["\(heading), \(period)", table] + paid).joined(separator: "\n")
    }

    // MARK: Awards

    private var table: String {
        let isHeld = awards.contains { withheld($0.line) != 0 }
        let isExplained = awards.contains { !because($0.line, $0.explanation).isEmpty }
        var table = TextTable(
            [word("award", "начисление"), word("amount", "сумма")]
                + (isHeld ? [word("of it held", "из них удержано"), word("until", "до")] : [])
                + (isExplained ? [word("because", "почему")] : []),
            amountColumns: isHeld ? [1, 2] : [1])
        var seen: Set<Obligation> = []
        for (line, explanation) in awards {
            // A period worked in two stretches has two lines of one award, which is held as one.
            let isFirst = seen.insert(obligation(line)).inserted
            let held = isFirst ? withheld(line) : 0
            table.add(
                [explanation.label[language], amount(line)]
                    + (isHeld ? [held == 0 ? "" : amounts.readable(held)[language], held == 0 ? "" : until(line)] : [])
                    + [because(line, explanation)])
        }
        let total = awards.reduce(Int128(0)) { $0 + Int128($1.line.amount.value?.minorUnits ?? 0) }
        let held = standings.values.reduce(Int128(0)) { $0 + Int128($1.held) + Int128($1.deferred) }
        table.add(
            [word("total", "всего"), amounts.readable(total)[language]]
                + (isHeld ? [amounts.readable(held)[language], ""] : []) + [""])
        return table.text
    }

    private func amount(_ line: AwardLine) -> String {
        line.amount.value.map { amounts.readable($0.minorUnits)[language] } ?? "—"
    }

    /// Why there is nothing; what acted on an award that is paid is said there too.
    private func because(_ line: AwardLine, _ explanation: Explanation) -> String {
        line.amount.reason?.text[language] ?? explanation.note?[language] ?? ""
    }

    private func obligation(_ line: AwardLine) -> Obligation { line.obligation(model) }

    private func withheld(_ line: AwardLine) -> Int128 {
        guard let standing = standings[obligation(line)] else { return 0 }
        return Int128(standing.held) + Int128(standing.deferred)
    }

    /// What an award waits for: a day, a condition, or the days of its tranches.
    private func until(_ line: AwardLine) -> String {
        let end = line.participation.period.range.until
        switch model.plans[line.plan].line(line.component).payout {
        case nil: return ""
        case .hold(.day(let day)): return day.text(in: language)
        case .hold(.time(let step)): return end.adding(step)?.text(in: language) ?? ""
        case .hold(.share(let formula)), .hold(.condition(let formula)): return model.text(of: formula)
        case .deferral(let deferral):
            return deferral.tranches.compactMap { $0.after.flatMap { end.adding($0) }?.text(in: language) }
                .joined(separator: ", ")
        }
    }

    // MARK: What was recorded

    private var paid: [String] {
        recorded.map { pay in
            let (run, state) = (pay.run.id.shortRun, pay.state.title[language])
            let text =
                pay.pay.paid == 0 && pay.pay.payable != 0
                ? word("payable ", "к выплате ") + amounts.readable(pay.pay.payable)[language]
                : word("paid ", "выплачено ") + amounts.readable(pay.pay.paid)[language]
            return word(
                "\(pay.run.period): \(text) (run \(run), \(state))",
                "\(pay.run.period): \(text) (расчёт \(run), \(state))")
        }
    }

    private func word(_ en: EnglishText, _ ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[language] }
}

/// Where awards that were just calculated are not those that a run has recorded.
struct RecordedDifference {
    /// The award, as an explanation calls it; its names where it is explained no more.
    let label: LocalizedText
    let calculated: Int128
    let recorded: Int128
    let run: String
    let period: String
    let state: PeriodState

    /// The differences of awards from what runs have recorded for the same periods.
    ///
    /// - Parameter isAsked: Whether an award is explained, so that one that is missing now is missed.
    static func differences(
        of awards: [(line: AwardLine, explanation: Explanation)], from recorded: [RecordedPay], _ model: CompanyModel,
        isAsked: (Obligation) -> Bool
    ) -> [RecordedDifference] {
        var now: [Obligation: Int128] = [:]
        var labels: [Obligation: LocalizedText] = [:]
        for (line, explanation) in awards {
            let obligation = line.obligation(model)
            now[obligation, default: 0] += Int128(line.amount.value?.minorUnits ?? 0)
            labels[obligation] = labels[obligation] ?? explanation.label
        }
        return recorded.flatMap { pay -> [RecordedDifference] in
            let then = pay.awards
            let covered = Set(pay.run.lines.map(\.obligation))
            return covered.filter(isAsked).sorted().compactMap { obligation in
                let (calculated, recorded) = (now[obligation] ?? 0, then[obligation] ?? 0)
                guard calculated != recorded else { return nil }
                return RecordedDifference(
                    label: labels[obligation] ?? obligation.matter.title, calculated: calculated, recorded: recorded,
                    run: pay.run.id.shortRun, period: pay.run.period, state: pay.state)
            }
        }
    }

    /// The same of a run that is calculated again with its own rules and rows: then the program is another one.
    func textOfVersions(_ currency: Currency) -> LocalizedText {
        let amounts = AmountText(currency: currency)
        let (now, then) = (amounts.readable(calculated), amounts.readable(recorded))
        return LocalizedText(
            en: "\(label.en): run \(run) has \(then), this version of Stimul calculates \(now)",
            ru: "\(label.ru): в расчёте \(run) — \(then), эта версия «Стимула» считает \(now)")
    }

    /// `2026-01 · seller · commission differs from run 84f08feb6c50, which is approved: 111 500.00 RUB instead of 104 500.00 RUB`
    func text(_ currency: Currency) -> LocalizedText {
        let amounts = AmountText(currency: currency)
        let (now, then) = (amounts.readable(calculated), amounts.readable(recorded))
        return LocalizedText(
            en: "\(label.en) differs from run \(run), which is \(state.title.en): \(now) instead of \(then)",
            ru: "\(label.ru) расходится с расчётом \(run) (\(state.title.ru)): \(now) вместо \(then)")
    }
}

extension AwardLine {
    /// The award that the line is a part of.
    func obligation(_ model: CompanyModel) -> Obligation {
        let plan = model.plans[plan]
        return Obligation(
            person: model.people.id(participation.person),
            .award(
                plan: plan.name, component: plan.line(component).name, period: participation.period.description))
    }
}
