internal import AccountRows
internal import Accounts
internal import Pages
internal import Payroll
internal import Periods

extension AccountBooks {
    /// The sections of key account work that somebody has: none where there is nothing for him.
    func sections(of reader: Reader, _ company: CompanyNow, on day: CivilDay) -> [(words: Words, part: String)] {
        guard let reach = reader.rights[.seeAccounts], let book = lastKnown(company)?.book else { return [] }
        let (own, below) = book.work(of: Key(reader.person), on: day)
        let hasWork = own || below && reach >= .team
        return (hasWork ? [(KeyAccountWords.week, "week")] : [])
            + (hasWork || reach == .all ? [(KeyAccountWords.clients, "accounts")] : [])
    }
}
