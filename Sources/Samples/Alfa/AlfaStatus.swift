import Periods

/// What a client was to us in a month, as noted on its last working day.
struct AlfaStatus {
    let day: CivilDay
    let client: Int
    let seller: String
    let status: String
}

extension AlfaStatus {
    /// A note for every client and month: new, regular (two orders and more), occasional, or lost (once).
    static func all(_ clients: [AlfaClient], _ sales: [AlfaSale]) -> [AlfaStatus] {
        var orders: [[Int]] = Array(repeating: Array(repeating: 0, count: 12), count: clients.count)
        for sale in sales where sale.amount > 0 { orders[sale.client][sale.day.month - 1] += 1 }
        var statuses: [AlfaStatus] = []
        for month in 1...12 {
            guard let day = SampleYear.months[month - 1].last else { continue }
            for (place, client) in clients.enumerated() where client.buys(month: month) || client.lost == month {
                let status =
                    switch orders[place][month - 1] {
                    case _ where client.lost == month: "lost"
                    case _ where client.since == month: "new"
                    case 2...: "regular"
                    default: "occasional"
                    }
                let seller = AlfaDesk.all[client.desk].holder(on: day)
                statuses.append(AlfaStatus(day: day, client: place, seller: seller, status: status))
            }
        }
        return statuses
    }
}
