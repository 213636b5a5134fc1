/// The words of the ledger and of the chain of records.
public enum LedgerWords {
    /// What stands where.
    public static let balances = Words(ru: "Остатки по счетам", en: "Balances by account")
    /// Account.
    public static let account = Words(ru: "Счёт", en: "Account")
    /// Amount.
    public static let amount = Words(ru: "Сумма", en: "Amount")
    /// Zero, always.
    public static let sum = Words(ru: "Сумма всех счетов", en: "Sum of all accounts")
    /// The entries.
    public static let entries = Words(ru: "Проводки", en: "Entries")
    /// Number.
    public static let number = Words(ru: "№", en: "No.")
    /// Period.
    public static let period = Words(ru: "Период", en: "Period")
    /// Whose.
    public static let person = Words(ru: "Сотрудник", en: "Person")
    /// What for.
    public static let matter = Words(ru: "За что", en: "What for")
    /// Why.
    public static let cause = Words(ru: "Причина", en: "Cause")
    /// From.
    public static let from = Words(ru: "Откуда", en: "From")
    /// To.
    public static let to = Words(ru: "Куда", en: "To")
    /// None.
    public static let none = Words(ru: "Проводок нет", en: "No entries")
    /// Why.
    public static let noneText = Words(
        ru: "Проводки появляются, когда период утверждён двумя людьми.",
        en: "Entries come when a period is approved by two people.")
    /// Of how many.
    public static func shown(_ shown: String, _ all: String) -> Words {
        Words(ru: "\(shown) из \(all)", en: "\(shown) of \(all)")
    }
    /// The end of the chain.
    public static let head = Words(ru: "Конец цепочки записей", en: "The end of the chain of records")
    /// What it is for.
    public static let headText = Words(
        ru: "Запишите номер и дайджест там, где их никто не изменит: по ним видно, что записи не подменили.",
        en: "Note the number and the digest where nobody changes them: they show that no record was replaced.")
    /// The record.
    public static let record = Words(ru: "Запись", en: "Record")
    /// Its digest.
    public static let digest = Words(ru: "Дайджест", en: "Digest")
    /// Checking.
    public static let check = Words(ru: "Проверить всю цепочку", en: "Check the whole chain")
    /// Nothing found.
    public static let sound = Words(
        ru: "Проверено: всё как было записано.", en: "Checked: everything is as it was written.")
    /// Something found.
    public static let faults = Words(
        ru: "Записи не сходятся. Остановите выплаты и сравните с дайджестом, записанным отдельно.",
        en: "The records do not fit. Stop paying, and compare with the digest noted elsewhere.")
    /// Who did what.
    public static let history = Words(ru: "Что было сделано", en: "What was done")
}
