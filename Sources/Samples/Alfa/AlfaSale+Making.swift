import Periods

extension AlfaSale {
    /// The orders of the year, in the order of their days.
    static func all(_ clients: [AlfaClient], _ generator: SeededGenerator) -> [AlfaSale] {
        var generator = generator.stream("sales")
        var sales: [AlfaSale] = []
        for (place, client) in clients.enumerated() {
            let desk = AlfaDesk.all[client.desk]
            for month in 1...12 where client.buys(month: month) {
                let usual = client.pace * season(month: month) * desk.activity(month: month) / 100
                var count = (usual + generator.below(1000)) / 1000
                if usual >= 1000 { count += generator.within(-1...1) }
                // The month in which a client is won has at least its first order.
                if client.since == month { count = max(count, 1) }
                for _ in 0..<max(count, 0) {
                    sales.append(one(client, place, desk, month, &generator))
                }
            }
        }
        if let large = largeOrderReturnedLater(clients) { sales.append(large) }
        return sales.numbered()
    }

    private static func one(
        _ client: AlfaClient, _ place: Int, _ desk: AlfaDesk, _ month: Int, _ generator: inout SeededGenerator
    ) -> AlfaSale {
        let days = SampleYear.months[month - 1]
        // Three orders in ten are pressed into the last five working days.
        let day = days[
            generator.happens(permille: 300) ? days.count - 1 - generator.below(5) : generator.below(days.count)]
        let product = generator.place(weights: AlfaProduct.all.map { $0.season(month: month) })
        let good = AlfaProduct.all[product]
        let discount = desk.isKey ? generator.within(2...8) : generator.below(5)
        let price = good.cost * (100 + good.markup) / 100 * (100 - discount) / 100
        let boxes = max(1, SkewTable.deals.draw(middle: client.order, &generator) / price)
        let owner = desk.holder(on: day)
        let team = sellers(branch: desk.branch, on: day).filter { $0 != owner }
        var seller = owner
        var partner: (String, Int)?
        if let other = generator.pick(team) {
            // A sales manager takes a quarter of the key clients' orders; of half of these the key account manager has a
            // share. Elsewhere two colleagues now and then win an order together.
            if desk.isKey, generator.happens(permille: 250) {
                seller = other
                if generator.happens(permille: 500) { partner = (owner, generator.pick([30, 40, 50]) ?? 50) }
            } else if generator.happens(permille: 20) {
                partner = (other, generator.pick([20, 30, 50]) ?? 50)
            }
        }
        return AlfaSale(
            day: day, seller: seller, client: place, product: product, amount: boxes * price,
            cost: boxes * good.cost, due: SampleYear.working(day, plus: client.terms), partner: partner)
    }

    /// The sales managers of a branch who are at work on the day.
    private static func sellers(branch: Int, on day: CivilDay) -> [String] {
        AlfaDesk.all.filter { $0.branch == branch && !$0.isKey && $0.activity(month: day.month) == 100 }
            .map { $0.holder(on: day) }
    }

    /// An order of April that the client took back before it was shipped. It was entered and then set to nothing, so it stays
    /// in the table with an amount of zero.
    static func cancelled(_ sales: [AlfaSale]) -> AlfaSale? {
        let day = SampleYear.day(4, 28)
        guard let like = sales.first(where: { $0.day == day && $0.seller == "nikitin" && $0.partner == nil }) else {
            return nil
        }
        var sale = AlfaSale(
            day: day, seller: like.seller, client: like.client, product: like.product, amount: 0, cost: 0, due: like.due
        )
        sale.id = identifier("S", sales.count + 1, width: 4)
        return sale
    }

    /// Egorov's order of October that mostly comes back in November.
    private static func largeOrderReturnedLater(_ clients: [AlfaClient]) -> AlfaSale? {
        let day = SampleYear.day(10, 28)
        let place = clients.firstIndex {
            AlfaDesk.all[$0.desk].holder(on: day) == "egorov" && $0.buys(month: 12) && $0.since == 0
        }
        guard let place, let good = AlfaProduct.all.first else { return nil }
        let price = good.cost * (100 + good.markup) / 100
        return AlfaSale(
            day: day, seller: "egorov", client: place, product: 0, amount: 2400 * price, cost: 2400 * good.cost,
            due: SampleYear.working(day, plus: 30))
    }
}
