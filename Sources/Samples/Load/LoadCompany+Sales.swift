import Periods

/// The sales of the load company and their shares.
extension LoadCompany {
    func writeSales(
        _ weights: LoadWeights, _ generator: SeededGenerator, _ write: (String, [UInt8]) throws -> Void
    ) rethrows {
        var generator = generator.stream("sales")
        let names = LoadNames(self)
        let calendar = LoadDays(self)
        var sale = TableBytes(
            columns: "id", "date", "seller", "client", "product", "amount", "margin", "paid_on", "kind")
        var shares = TableBytes(columns: "sale", "person", "share")
        for number in 0..<sales {
            let posted = calendar.day(ofSale: number, of: sales)
            // One in ten is entered late, up to a month after it happened.
            let day = generator.happens(permille: 100) ? max(0, posted - generator.within(1...30)) : posted
            let seller = weights.person(&generator)
            let amount = min(max(SkewTable.wideDeals.draw(middle: 500_00, &generator), 1_00), 5_000_000_00)
            let margin = amount * generator.within(500...3999) / 10_000
            let sign = generator.happens(permille: 30) ? -1 : 1
            let paid = day + min(150, SkewTable.waits.draw(middle: 30, &generator))
            let isPaid = !generator.happens(permille: 50) && paid < calendar.texts.count
            sale.cell(number: number + 1)
            sale.cell(plain: calendar.texts[day])
            sale.cell(plain: names.people[seller])
            sale.cell(plain: names.clients[client(of: seller, &generator)])
            sale.cell(plain: names.products[generator.below(groups)])
            sale.cell(kopecks: sign * amount)
            sale.cell(kopecks: sign * margin)
            sale.cell(plain: isPaid ? calendar.texts[paid] : [])
            sale.cell(plain: sign < 0 ? names.returned : names.sold)
            sale.endRow()
            if generator.happens(permille: 100) {
                var other = weights.person(&generator)
                if other == seller { other = (other + 1) % people }
                let part = generator.within(500...9500)
                for (person, share) in [(seller, part), (other, 10_000 - part)] {
                    shares.cell(number: number + 1)
                    shares.cell(plain: names.people[person])
                    shares.cell(percentHundredths: share)
                    shares.endRow()
                }
            }
            if sale.bytes.count > 1 << 20 { try write("sale.csv", sale.take()) }
            if shares.bytes.count > 1 << 20 { try write("sale_share.csv", shares.take()) }
        }
        try write("sale.csv", sale.take())
        try write("sale_share.csv", shares.take())
    }

    /// Mostly one of forty clients of the seller's own, the first of them far more often; else anybody.
    private func client(of seller: Int, _ generator: inout SeededGenerator) -> Int {
        guard generator.happens(permille: 850) else { return generator.below(clients) }
        let place = generator.below(1 << 16)
        return (seller * 2_654_435_761 % clients + ((40 * place * place) >> 32)) % clients
    }
}

/// Identifiers as bytes, made once.
struct LoadNames {
    let people: [[UInt8]]
    let clients: [[UInt8]]
    let products: [[UInt8]]
    let sold = [UInt8]("sale".utf8)
    let returned = [UInt8]("return".utf8)

    init(_ company: LoadCompany) {
        people = (0..<company.people).map { [UInt8](LoadCompany.person($0).utf8) }
        clients = (0..<company.clients).map { [UInt8](LoadCompany.client($0).utf8) }
        products = (1...company.groups).map { [UInt8]("p\($0)".utf8) }
    }
}

/// The days of the load company, written once, and how the sales lie on them.
struct LoadDays {
    let texts: [[UInt8]]
    /// The day of every one of equally many places; days late in a month have more places.
    private let places: [Int]

    init(_ company: LoadCompany) {
        let end = company.day(ofMonth: company.months)
        let days = (0..<LoadCompany.first.days(until: end)).map {
            CivilDay(number: LoadCompany.first.number + Int32($0))
        }
        texts = days.map { [UInt8]($0.description.utf8) }
        places = days.enumerated().flatMap { place, day in Array(repeating: place, count: day.day > 25 ? 9 : 5) }
    }

    /// The day on which a sale is entered; sales are numbered in the order of entry.
    func day(ofSale number: Int, of count: Int) -> Int {
        places[places.count * number / count]
    }
}

extension TableBytes {
    /// A share given in hundredths of a percent: 1234 is `12.34%`.
    mutating func cell(percentHundredths: Int) {
        var text: [UInt8] = []
        text.append(number: percentHundredths, decimals: 2)
        text.append(0x25)
        cell(plain: text)
    }
}
