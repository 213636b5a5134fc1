/// A company of random people, moves, sales and shares, with one plan of every kind of component.
struct RandomCompany {
    var files: [String: String]
    static let people = (1...12).map { "p\($0)" }
    private static let units = ["north", "south", "west"]

    init(_ random: inout SplitMix64, events: Int = 400) {
        files = ["company.yaml": Self.yaml]
        files["people.csv"] = "id,name\n" + Self.people.map { "\($0),\($0)\n" }.joined()
        files["products.csv"] = "id,group\n" + (1...6).map { "g\($0),\($0 < 4 ? "bikes" : "parts")\n" }.joined()
        files["clients.csv"] = "id\n" + (1...20).map { "c\($0)\n" }.joined()
        files["assignments.csv"] = Self.assignments(&random)
        files["targets.csv"] = Self.targets(&random)
        (files["sale.csv"], files["share.csv"]) = Self.sales(events, &random)
        files["teams.csv"] = Self.teams(&random)
        files["spot.csv"] = Self.rewards(&random)
    }

    private static let yaml = """
        company: {name: Random, currency: RUB}
        positions: {seller: {title: Seller}, head: {title: Head}}
        units: {all: {title: All}, north: {title: N, parent: all}, south: {title: S, parent: all}, west: {title: W, parent: all}}
        records: {product: {fields: {group: text}}, assignment: {fields: {target_bonus: money}}}
        events:
          sale:
            fields: {date: day, seller: person, client: client, product: product, amount: money, cost: money?, kind: text?}
            credit: split(share, sale.seller)
        splits: {share: {of: sale}}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          cost: {unit: RUB, value: sum(sale.cost)}
          deals: {unit: pieces, value: count(sale)}
          clients: {unit: pieces, value: distinct(sale.client)}
          margin: {unit: percent, value: (sales - cost) / sales}
          portfolio: {unit: RUB, value: sum(sale.amount where sale.kind != "sample"), credit: 'team(sale.client, "kam")'}
        plans:
          seller:
            for: {position: seller}
            valid: {from: 2026-01-01, until: 2027-01-01}
            period: month
            target: person.target_bonus
            cap: 200 000 RUB
            components:
              commission: {commission: sales, tiers: {marginal: {0 RUB: 1%, 20 000 RUB: 2%, 40 000 RUB: 3%}}}
              by_group: {commission: sales, rates: {by: sale.product.group, table: {bikes: 3%}, otherwise: 0.5%}}
              bonus:
                scorecard:
                  - {kpi: sales, weight: 70%, target: target(sales), threshold: 50%, cap: 150%}
                  - {kpi: margin, weight: 30%, target: 40%, cap: 120%}
                curve: {50%: 0%, 100%: 100%, 150%: 200%}
              per_client: {bonus: 100 RUB, per: clients}
              pool: {pool: unit(sales) * 1%, weights: sales, nobody: carry}
              race: {contest: [6 000 RUB, 3 000 RUB, 1 000 RUB], by: deals}
              pot: {contest: {pot: 5 555.55 RUB}, by: sales}
              ladder: {contest: {steps: {10 000 RUB: 100 RUB, 20 000 RUB: 300 RUB}}, by: sales}
              own: {contest: {prize: 500 RUB}, by: sales, goal: target(sales)}
              teams: {contest: [7 777.77 RUB, 2 222.22 RUB], by: sales, between: units, divided: deals}
              spot: {spot: 3 000 RUB}
          head:
            for: {position: head}
            valid: {from: 2026-01-01, until: 2027-01-01}
            period: quarter
            components: {overlay: {commission: rollup(sales) + portfolio, rate: 0.1%}}
        """

    private static func day(_ random: inout SplitMix64) -> String {
        let month = random.integer(1...6)
        let day = random.integer(10...28)
        return "2026-0\(month)-\(day)"
    }

    private static func assignments(_ random: inout SplitMix64) -> String {
        var rows = "person,position,unit,manager,from,until,share,target_bonus\np1,head,all,,2025-01-01,,100%,0\n"
        for person in people.dropFirst() {
            let bonus = random.integer(100...600) * 100
            let share = random.pick(["100%", "50%", "75%"])
            let moved = day(&random)
            let first = random.pick(units)
            if random.chance(50) {
                rows += "\(person),seller,\(first),p1,2025-06-01,\(moved),\(share),\(bonus)\n"
                rows += "\(person),seller,\(random.pick(units)),p1,\(moved),,100%,\(bonus)\n"
            } else {
                rows += "\(person),seller,\(first),p1,\(random.chance(50) ? "2025-06-01" : moved),,\(share),\(bonus)\n"
            }
        }
        return rows
    }

    private static func targets(_ random: inout SplitMix64) -> String {
        var rows = "metric,subject,period,value\n"
        for person in people.dropFirst() {
            for month in 1...6 { rows += "sales,\(person),2026-0\(month),\(random.integer(5...60))000\n" }
        }
        return rows
    }

    private static func sales(_ count: Int, _ random: inout SplitMix64) -> (sales: String, shares: String) {
        var sales = "id,date,seller,client,product,amount,cost,kind\n"
        var shares = "sale,person,share\n"
        for number in 1...count {
            let seller = random.pick(people)
            let amount = random.integer(random.chance(10) ? -400_000...(-1) : 1...1_200_000)
            let cost = random.chance(90) ? random.integer(1...600_000).roubles : ""
            let kind = random.pick(["order", "sample", ""])
            sales += "\(number),\(day(&random)),\(seller),c\(random.integer(1...20)),g\(random.integer(1...6))"
            sales += ",\(amount.roubles),\(cost),\(kind)\n"
            if random.chance(20) {
                let other = random.pick(people.filter { $0 != seller })
                let part = random.integer(1...9999)
                shares += "\(number),\(seller),\(part.roubles)%\n\(number),\(other),\((10_000 - part).roubles)%\n"
            }
        }
        return (sales, shares)
    }

    private static func teams(_ random: inout SplitMix64) -> String {
        var rows = "subject,role,person,from,until\n"
        for client in 1...20 where random.chance(70) {
            let handed = day(&random)
            rows += "c\(client),kam,\(random.pick(people)),2025-01-01,\(handed)\n"
            rows += "c\(client),kam,\(random.pick(people)),\(handed),\n"
        }
        return rows
    }

    private static func rewards(_ random: inout SplitMix64) -> String {
        var rows = "id,person,given,amount,author,reason\n"
        for number in 1...40 {
            rows +=
                "r\(number),\(random.pick(Array(people.dropFirst()))),\(day(&random)) \(random.integer(10...18)):00,"
            rows += "\(random.integer(10_000...150_000).roubles),p1,help\n"
        }
        return rows
    }

    /// The same company with the rows of every table in another order.
    func shuffled(_ random: inout SplitMix64) -> RandomCompany {
        var other = self
        for path in files.keys.sorted() where path.hasSuffix(".csv") {
            if let table = files[path] { other.files[path] = random.shuffled(table) }
        }
        return other
    }
}
