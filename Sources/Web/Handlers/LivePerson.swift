internal import Calculation
internal import Company
internal import Live
internal import Periods

/// Somebody in the company that is followed, as one board has it: what suppositions about his deals begin with.
struct LivePerson {
    let company: LiveCompany
    let board: Board
    /// His number in the board's company.
    let number: Int32

    /// - Returns: `nil` while there are no figures, and for somebody whom they do not know.
    init?(_ reading: PayReading) {
        guard let company = reading.asked.site.live.company else { return nil }
        let board = company.board
        guard let number = board.model.people.number(of: reading.pay.person) else { return nil }
        self.company = company
        self.board = board
        self.number = number
    }

    /// A deal such as he makes; `nil` where he makes none.
    func usualDeal(until day: CivilDay) -> UsualDeal? { UsualDeal(of: number, in: board.model, until: day) }
}
