import Periods

/// Goods that a client sent back.
struct AlfaReturn {
    let day: CivilDay
    let sale: AlfaSale
    let amount: Int
    let cost: Int
}

extension AlfaReturn {
    /// Three returns in a hundred sales; notes in each sale what came back of it.
    static func all(_ sales: inout [AlfaSale], clients: [AlfaClient], _ generator: SeededGenerator) -> [AlfaReturn] {
        var generator = generator.stream("returns")
        var returns: [AlfaReturn] = []
        for place in sales.indices {
            let sale = sales[place]
            let isPlanned = sale.seller == "egorov" && sale.day == SampleYear.day(10, 28) && sale.amount > 1_500_000_00
            // A shared sale never comes back here: whose the loss is would need a share of its own.
            guard isPlanned || generator.happens(permille: 30) && sale.partner == nil else { continue }
            let day =
                isPlanned ? SampleYear.day(11, 18) : SampleYear.after(sale.day, workingDays: generator.within(3...12))
            guard day < SampleYear.end, sale.responsible(on: day, clients) == sale.seller else { continue }
            let percent = isPlanned ? 80 : generator.within(10...70)
            sales[place].returned = sale.amount * percent / 100
            returns.append(
                AlfaReturn(
                    day: day, sale: sale, amount: sale.amount * percent / 100, cost: sale.cost * percent / 100))
        }
        let order = returns.indices.sorted { (returns[$0].day, $0) < (returns[$1].day, $1) }
        return order.map { returns[$0] }
    }
}
