public import Company
internal import Ledger
public import Messages
internal import Quantities
public import Reports
internal import Storage

/// What a pay period hands to payroll, person by person.
public struct Payroll: Sendable, Hashable {
    /// The pay period.
    public var period: String
    /// A row for everybody whose money moved in the period, by identifier.
    public var rows: [Row]

    /// What one person gets.
    public struct Row: Sendable, Hashable {
        /// The person's identifier.
        public var person: String
        /// What the period's last payment hands over, in minor units.
        public var amount: Int64
        /// What it is made of, over all payments of the period.
        public var pay: PayBreakdown

        /// What is paid here, but became payable in another period; below zero for what became payable here and was paid elsewhere.
        public var otherPeriods: Int64 {
            get throws(QuantityError) { try pay.paid.less(pay.payable) }
        }
    }
}

extension PayCycle {
    /// The payroll of a period that was paid.
    ///
    /// - Throws: ``PayrollFailure/notPaid(_:)``.
    public func payroll(_ period: String) throws(PayrollFailure) -> Payroll {
        let (posted, last) = try read { snapshot in
            (try snapshot.entries(period: period), try snapshot.steps(of: period).last { $0.action == .pay })
        }
        guard let last else { throw .refused(.notPaid(period: period)) }
        var rows: [Payroll.Row] = []
        do throws(QuantityError) {
            let byPerson = Dictionary(grouping: posted, by: \.entry.obligation.person)
            for (person, own) in byPerson.sorted(by: { $0.key < $1.key }) {
                let latest = own.filter { $0.entry.cause == .payment && $0.run == last.run }
                rows.append(
                    Payroll.Row(
                        person: person, amount: try PayBreakdown(latest.map(\.entry)).paid,
                        pay: try PayBreakdown(own.map(\.entry))))
            }
        } catch {
            throw .quantity(error)
        }
        return Payroll(period: period, rows: rows)
    }
}

extension Payroll {
    /// The payroll as a table for a spreadsheet. The columns from awards to other periods add up to what was paid.
    public func sheet(_ model: CompanyModel, in language: Language) throws -> Sheet {
        let name = LocalizedText(en: "Payroll \(period)", ru: "Ведомость \(period)")
        return try Sheet(
            name: name[language], columns: Self.columns(model.currency, language),
            rows: rows.map { try Self.cells($0, model, language) }, total: true)
    }

    private static func columns(_ currency: Currency, _ language: Language) -> [Sheet.Column] {
        let texts = [LocalizedText(en: "person", ru: "сотрудник"), LocalizedText(en: "name", ru: "имя")]
        let amounts = [
            LocalizedText(en: "to pay", ru: "к выплате"), LocalizedText(en: "awards", ru: "начислено"),
            LocalizedText(en: "corrections", ru: "исправления"), LocalizedText(en: "adjustments", ru: "корректировки"),
            LocalizedText(en: "released", ru: "освобождено"), LocalizedText(en: "held", ru: "удержано до условия"),
            LocalizedText(en: "deferred or lost", ru: "отложено или утрачено"),
            LocalizedText(en: "draw", ru: "аванс"),
            LocalizedText(en: "carried or recovered", ru: "долг и его погашение"),
            LocalizedText(en: "other periods", ru: "другие периоды"), LocalizedText(en: "paid", ru: "выплачено"),
        ]
        return texts.map { Sheet.Column(title: $0[language], kind: .text) }
            + amounts.map { Sheet.Column(title: $0[language], kind: .money(currency)) }
    }

    private static func cells(_ row: Row, _ model: CompanyModel, _ language: Language) throws -> [Sheet.Cell] {
        let name = model.people.number(of: row.person).map { model.people.title($0)[language] } ?? ""
        let pay = row.pay
        let amounts = [
            row.amount, pay.awards, pay.corrections, pay.adjustments, pay.released, pay.held, pay.deferred, pay.draw,
            pay.debts, try row.otherPeriods, pay.paid,
        ]
        return [.text(row.person), .text(name)] + amounts.map { .money($0) }
    }
}
