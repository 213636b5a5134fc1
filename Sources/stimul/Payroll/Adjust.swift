import ArgumentParser
import Company
internal import Messages
import Payroll
import Quantities
import Storage

/// `stimul adjust`: somebody's pay is changed by hand.
struct Adjust: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Change somebody's pay by hand, or list what was changed.",
            ru: "Изменить чью-то выплату вручную или перечислить, что изменено."),
        discussion: .said(
            en: """
                Somebody else must approve it: stimul approve … --adjustment NUMBER. A disciplinary cut needs its order, and \
                takes no more than the law lets it. An approved one is withdrawn by two as well, and the next calculation \
                takes back what it paid.

                  stimul adjust acme --person anna --period 2026-03 --amount 5000.00 --reason 'fair stand' --by olga
                  stimul adjust acme --person anna --period 2026-03 --amount -5000.00 --discipline --order 'No. 12' \
                --reason 'late reports' --by olga
                  stimul adjust acme --withdraw 4 --reason 'entered twice' --by olga
                  stimul adjust acme --list
                """,
            ru: """
                Утвердить её должен другой человек: stimul approve … --adjustment НОМЕР. Взысканию нужен приказ, и снимает оно не \
                больше, чем разрешает закон. Утверждённую отзывают тоже двое, и следующий расчёт возвращает выплаченное по ней.

                  stimul adjust acme --person anna --period 2026-03 --amount 5000.00 --reason 'выставка' --by olga
                  stimul adjust acme --person anna --period 2026-03 --amount -5000.00 --discipline --order '№ 12' \
                --reason 'отчёты с опозданием' --by olga
                  stimul adjust acme --withdraw 4 --reason 'введена дважды' --by olga
                  stimul adjust acme --list
                """))

    @OptionGroup var company: CompanyArgument
    @Flag(help: .said(en: "List all adjustments.", ru: "Перечислить все корректировки."))
    var list = false
    @Option(
        help: .said(
            en: "Propose that this adjustment, which was approved, counts no longer.",
            ru: "Предложить, чтобы эта утверждённая корректировка больше не учитывалась."))
    var withdraw: Int64?
    @Option(help: .said(en: "Whose pay.", ru: "Чья выплата."))
    var person: String?
    @Option(help: .said(en: "The pay period, for instance 2026-03.", ru: "Расчётный период, например 2026-03."))
    var period: String?
    @Option(
        parsing: .unconditional,
        help: .said(
            en: "How much, in the company's currency: 5000.00, or -5000.00 to take away.",
            ru: "Сколько, в валюте компании: 5000.00 или -5000.00, чтобы отнять."))
    var amount: String?
    @Option(help: .said(en: "Why.", ru: "Почему."))
    var reason: String?
    @Flag(
        help: .said(en: "A bonus cut for a disciplinary sanction.", ru: "Снижение премии за дисциплинарное взыскание."))
    var discipline = false
    @Option(help: .said(en: "The order on which it rests.", ru: "Приказ, на котором оно основано."))
    var order: String?
    @Option(
        name: .customLong("by"),
        help: .said(en: "Who does this: a person's identifier.", ru: "Кто это делает: идентификатор сотрудника."))
    var actor: String?
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if withdraw != nil {
            guard !list, person == nil, period == nil, amount == nil, order == nil, !discipline else {
                throw options.wrong(
                    LocalizedText(
                        en: "'--withdraw' takes only '--reason' and '--by'",
                        ru: "с «--withdraw» указывают только «--reason» и «--by»"))
            }
            _ = try options.needed(reason, "--reason")
            _ = try options.needed(actor, "--by")
            return
        }
        if list {
            guard person == nil, period == nil, amount == nil, reason == nil, order == nil, !discipline else {
                throw options.wrong(
                    LocalizedText(en: "'--list' stands alone", ru: "«--list» пишут без других условий"))
            }
            return
        }
        _ = try options.needed(person, "--person")
        _ = try options.needed(period, "--period")
        _ = try options.needed(amount, "--amount")
        _ = try options.needed(reason, "--reason")
        _ = try options.needed(actor, "--by")
        if discipline { _ = try options.needed(order, "--order") }
    }

    func run() throws {
        let session = try PayrollSession(company.company, options)
        if list { return try show(session) }
        let principal = try session.principal(try options.needed(actor, "--by"))
        if let withdraw { return try propose(withdraw, by: principal, session) }
        let adjustment = NewAdjustment(
            person: try session.person(try options.needed(person, "--person")),
            period: try session.period(try options.needed(period, "--period")),
            amount: try decimal(try options.needed(amount, "--amount")),
            kind: discipline ? .discipline : .adjustment, order: order ?? "",
            reason: try options.needed(reason, "--reason"))
        let (number, amount) = try session.console.stopping { try session.cycle.adjust(adjustment, by: principal) }
        session.print(
            LocalizedText(
                en:
                    "adjustment \(number): \(session.text(amount)) for \(adjustment.person) in \(adjustment.period); somebody else must approve it: stimul approve \(company.company) --adjustment \(number)",
                ru:
                    "корректировка \(number): \(session.text(amount)), \(adjustment.person), \(adjustment.period); её должен утвердить другой человек: stimul approve \(company.company) --adjustment \(number)"
            ))
    }

    private func propose(_ number: Int64, by principal: Principal, _ session: PayrollSession) throws {
        let reason = try options.needed(reason, "--reason")
        try session.console.stopping { try session.cycle.withdraw(number, reason: reason, by: principal) }
        session.print(
            LocalizedText(
                en:
                    "adjustment \(number) is to be withdrawn; somebody else must approve that: stimul approve \(company.company) --adjustment \(number)",
                ru:
                    "корректировку \(number) предложено отозвать; это должен утвердить другой человек: stimul approve \(company.company) --adjustment \(number)"
            ))
    }

    /// An amount as it is written; whether it is one that can be paid is not asked here.
    private func decimal(_ text: String) throws -> FixedDecimal {
        if let amount = try? FixedDecimal(parsing: text) { return amount }
        throw options.wrong(
            LocalizedText(
                en: "'\(text)' is no amount; write 5000.00 or -5000.00",
                ru: "«\(text)» — не сумма; пишите 5000.00 или -5000.00"))
    }

    private func show(_ session: PayrollSession) throws {
        let adjustments = try session.console.stopping { try session.cycle.adjustments() }
        guard !adjustments.isEmpty else {
            return session.print(LocalizedText(en: "there are no adjustments", ru: "корректировок нет"))
        }
        let header =
            options.language == .ru
            ? ["№", "период", "сотрудник", "сумма", "вид", "внёс(ла)", "решение", "причина"]
            : ["no.", "period", "person", "amount", "kind", "author", "decision", "reason"]
        var table = TextTable(header, amountColumns: [3])
        for adjustment in adjustments { table.add(row(adjustment, session)) }
        session.console.print(table.text)
    }

    private func row(_ adjustment: Adjustment, _ session: PayrollSession) -> [String] {
        let language = options.language
        let waits = LocalizedText(en: "waits", ru: "ждёт")[language]
        let decision = adjustment.decision.map { text($0) }
        let withdrawal = adjustment.withdrawal.map { withdrawal in
            let asked = LocalizedText(en: "withdrawal", ru: "отзыв")[language]
            let about = withdrawal.decision.map { text($0) } ?? waits
            return "; \(asked) (\(withdrawal.author): \(withdrawal.reason)) \(about)"
        }
        let order = adjustment.order.isEmpty ? "" : " (\(adjustment.order))"
        return [
            "\(adjustment.number)", adjustment.period, adjustment.person, session.text(adjustment.amount)[language],
            adjustment.kind.title[language], adjustment.author, (decision ?? waits) + (withdrawal ?? ""),
            adjustment.reason + order,
        ]
    }

    private func text(_ decision: Adjustment.Decision) -> String {
        let why = decision.reason.isEmpty ? "" : ": \(decision.reason)"
        return "\(decision.verdict.title[options.language]) (\(decision.actor)\(why))"
    }
}
