import Periods

/// An order shipped and invoiced.
struct AlfaSale {
    var id = ""
    let day: CivilDay
    let seller: String
    /// The place of the client in the list of clients.
    let client: Int
    let product: Int
    /// What the client owes for it and what it cost us, in kopecks.
    let amount: Int
    let cost: Int
    let due: CivilDay
    /// The second person who shares the sale, with his percent.
    var partner: (person: String, percent: Int)?
    /// What the client sent back, in kopecks.
    var returned = 0
    /// The day of the last payment, once all is paid.
    var paid: CivilDay?

    /// Who answers for what comes after the sale: its seller, or, once he has left the branch, whoever has his clients.
    func responsible(on day: CivilDay, _ clients: [AlfaClient]) -> String {
        let desk = AlfaDesk.all[clients[client].desk]
        let stays = AlfaStaff.assignments.contains {
            $0.person == seller && $0.unit == AlfaStaff.branches[desk.branch] && $0.holds(on: day)
        }
        return stays ? seller : desk.holder(on: day)
    }

    /// How lively a month is, in thousandths of the middling one.
    static func season(month: Int) -> Int {
        [780, 900, 1000, 980, 940, 1020, 960, 960, 1040, 1080, 1120, 1250][month - 1]
    }
}

extension [AlfaSale] {
    /// The same sales in the order of their days, numbered.
    func numbered() -> [AlfaSale] {
        let order = indices.sorted { (self[$0].day, $0) < (self[$1].day, $1) }
        return order.enumerated().map { number, place in
            var sale = self[place]
            sale.id = identifier("S", number + 1, width: 4)
            return sale
        }
    }
}
