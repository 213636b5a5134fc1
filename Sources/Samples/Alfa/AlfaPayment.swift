import Periods

/// Money that a client paid for a sale.
struct AlfaPayment {
    let day: CivilDay
    let sale: AlfaSale
    let seller: String
    let amount: Int
}

extension AlfaPayment {
    /// Payments as the clients are wont to make them; notes in each sale the day on which the rest was paid.
    ///
    /// What would be paid after the end of the year is still owed.
    static func all(
        _ sales: inout [AlfaSale], clients: [AlfaClient], _ generator: SeededGenerator
    ) -> [AlfaPayment] {
        var generator = generator.stream("payments")
        var payments: [AlfaPayment] = []
        for place in sales.indices {
            let sale = sales[place]
            let owed = sale.amount - sale.returned
            let delay = delay(of: clients[sale.client].payer, &generator)
            let day = max(SampleYear.working(sale.due, plus: delay), SampleYear.after(sale.day, workingDays: 1))
            let earlier = SampleYear.after(sale.day, workingDays: 4)
            let isInParts = sale.amount > 300_000_00 && generator.happens(permille: 300) && earlier < day
            let first = isInParts ? owed * generator.within(3...6) / 10 : 0
            if isInParts, earlier < SampleYear.end {
                payments.append(
                    AlfaPayment(day: earlier, sale: sale, seller: sale.responsible(on: earlier, clients), amount: first)
                )
            }
            guard day < SampleYear.end else { continue }
            payments.append(
                AlfaPayment(day: day, sale: sale, seller: sale.responsible(on: day, clients), amount: owed - first))
            sales[place].paid = day
        }
        let order = payments.indices.sorted { (payments[$0].day, $0) < (payments[$1].day, $1) }
        return order.map { payments[$0] }
    }

    /// Days after the due day, or before it.
    private static func delay(of payer: AlfaClient.Payer, _ generator: inout SeededGenerator) -> Int {
        switch payer {
        case .prompt: generator.happens(permille: 20) ? generator.within(1...3) : -generator.below(4)
        case .usual: generator.happens(permille: 120) ? generator.within(1...12) : -generator.below(3)
        case .late: generator.happens(permille: 450) ? generator.within(3...40) : 0
        }
    }
}
