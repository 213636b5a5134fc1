/// Tables of a random company: people who come, go, move and work part of the time; sales with holes, returns and shares;
/// roles that change hands; targets that are missing for some.
///
/// Which days, persons and amounts there are follows from the seed alone.
struct RandomTables {
    /// The tables by file name.
    private(set) var files: [String: String] = [:]
    /// What some amounts are of the size of; `nil` for amounts as they are usual.
    private let hugeAmount: Int?
    private let isCivil: Bool
    private let people: Int
    private var random: SplitMix64
    /// The months with sales, counted from January 2025; the others are empty.
    private let months: [Int]

    static let clients = 9

    init(people: Int, sales: Int, isCivil: Bool, isHuge: Bool, _ random: inout SplitMix64) {
        self.people = people
        self.isCivil = isCivil
        // From what fits 64 bits but not with more decimal places, to what does not fit when it is added up.
        let sizes = [9_007_199_254_741, 900_719_925_474_099, 900_719_925_474_099_203, 9_007_199_254_740_992_047]
        hugeAmount = isHuge ? random.pick(sizes) : nil
        months = (0...17).filter { _ in random.chance(75) } + [12, 13]
        self.random = SplitMix64(seed: random.next())
        files["people.csv"] = "id,name,grade\n" + (1...people).map { "\($0),P\($0),\($0 % 4)\n" }.joined()
        files["products.csv"] = "id,group\n" + (1...6).map { "g\($0),\(["bikes", "parts", "care"][$0 % 3])\n" }.joined()
        files["clients.csv"] = clientTable()
        files["assignments.csv"] = assignments()
        files["targets.csv"] = targets()
        files["teams.csv"] = teams()
        files["spot.csv"] = rewards()
        files["goals.csv"] = goals()
        files["by_group.csv"] = "group,rate\nbikes,3%\nparts,1.25%\n" + (self.random.chance(50) ? ",0.5%\n" : "")
        files["by_two.csv"] =
            "group,segment,from,until,rate\nbikes,,,,2%\nbikes,key,2025-06-01,2026-01-15,2.5%\n,key,,,1%\n"
        addSales(sales)
    }

    private mutating func day(in month: Int) -> String {
        let (year, number) = (2025 + month / 12, month % 12 + 1)
        return "\(year)-\(number < 10 ? "0" : "")\(number)-\(random.integer(10...28))"
    }

    private mutating func anyDay() -> String { day(in: random.integer(0...17)) }

    private mutating func day() -> String { day(in: random.pick(months)) }

    private mutating func amount() -> String {
        if let hugeAmount, random.chance(30) { return (random.chance(20) ? -hugeAmount : hugeAmount).roubles }
        switch random.integer(0...9) {
        case 0: return "0"
        case 1, 2: return random.integer(-900_000...(-1)).roubles
        case 3: return random.pick(["100", "-100", "0.01", "33.33"])
        default: return random.integer(1...900_000).roubles
        }
    }

    private mutating func maybe(_ percent: Int, _ cell: String) -> String { random.chance(percent) ? cell : "" }

    // MARK: Records

    private mutating func clientTable() -> String {
        var rows = "id,segment,level,since,vip\n"
        for client in 1...Self.clients {
            rows +=
                "c\(client),\(maybe(80, random.pick(["key", "small"]))),\(maybe(70, random.integer(1...400).roubles))"
            rows += ",\(maybe(60, anyDay())),\(maybe(70, random.pick(["yes", "no"])))\n"
        }
        return rows
    }

    private mutating func assignments() -> String {
        var rows =
            "person,position,unit,manager,from,until,share,target_bonus,base_pay\n1,head,all,,2024-01-01,,100%,50000,9\n"
        for person in 2...people {
            let units = ["north", "south", "west", "east"]
            let (unit, other) = (random.pick(units), random.pick(units))
            let position = random.chance(85) ? "seller" : "head"
            let (boss, next) = (random.integer(1...(person - 1)), random.integer(1...(person - 1)))
            let bonus = "\(random.integer(0...400) * 100),\(random.integer(1...9) * 10_000)"
            let (first, second) = (random.integer(0...8), random.integer(9...17))
            func row(_ unit: String, _ boss: Int, _ from: String, _ until: String, _ share: String = "100%") -> String {
                "\(person),\(position),\(unit),\(boss),\(from),\(until),\(share),\(bonus)\n"
            }
            let began = "2024-01-01"
            switch random.integer(0...11) {
            case 0: rows += row(unit, boss, day(in: first), "")
            case 1: rows += row(unit, boss, began, day(in: second))
            case 2:
                let month = second < 12 ? "2025-\(second < 9 ? "0" : "")\(second + 1)" : "2026-0\(second - 11)"
                rows +=
                    row(unit, boss, began, "\(month)-09") + row(unit, boss, "\(month)-\(random.integer(12...28))", "")
            case 3:
                let moved = day(in: second)
                rows += row(unit, boss, began, moved) + row(other, boss, moved, "")
            case 4:
                let changed = day(in: first)
                rows += row(unit, boss, began, changed) + row(unit, next, changed, "")
            case 5: rows += row(unit, boss, began, "", random.pick(["50%", "75%"]))
            case 6: rows += row(unit, boss, began, "", "50%") + row(other, next, day(in: first), "", "50%")
            case 7: rows += row(unit, boss, began, "2026-01-01") + row(unit, boss, "2026-01-01", "", "50%")
            case 8: break
            default: rows += row(unit, boss, began, "")
            }
        }
        return rows
    }

    private mutating func teams() -> String {
        var rows = "subject,role,person,from,until\n"
        for client in 1...Self.clients where random.chance(80) {
            let handed = day(in: random.integer(2...16))
            rows += "c\(client),kam,\(random.integer(1...people)),2024-01-01,\(handed)\n"
            rows += "c\(client),kam,\(random.integer(1...people)),\(handed),\n"
        }
        return rows
    }

    // MARK: What is set and given

    private mutating func targets() -> String {
        var rows = "metric,subject,period,value\n"
        for person in 1...people where random.chance(90) {
            for month in 0...17 where random.chance(93) {
                let number = month % 12 + 1
                let label = "\(2025 + month / 12)-\(isCivil ? "" : "P")\(number < 10 ? "0" : "")\(number)"
                rows += "sales,\(person),\(label),\(random.pick(["0", "5000", "12345.67", "90000"]))\n"
                rows += "deals,\(person),\(label),\(random.integer(1...4))\n"
            }
            if random.chance(60) { rows += "sales,\(person),2025-Q4,\(random.integer(1...30))0000\n" }
            if random.chance(15) {
                for week in 10...52 { rows += "sales,\(person),2025-W\(week),\(random.integer(1...9))00\n" }
            }
        }
        // What the company and a unit set beside their people.
        if random.chance(30) { rows += "sales,,2026-Q1,77777\nsales,,2025-H2,99999.99\n" }
        if random.chance(30) { rows += "sales,north,2026-Q1,55555\n" }
        return rows
    }

    private mutating func rewards() -> String {
        var rows = "id,person,given,amount,author,reason\n"
        for number in 1...12 {
            rows += "r\(number),\(random.integer(2...people)),\(day()) \(random.integer(10...18)):00,"
            rows += "\(random.integer(10_000...150_000).roubles),1,help\n"
        }
        return rows
    }

    private mutating func goals() -> String {
        var rows = "person,period,goal,weight,reached,assessor,evidence\n"
        for person in 2...people where random.chance(60) {
            for period in isCivil ? ["2025-12", "2026-01"] : ["2025-P12", "2026-P01"] {
                rows += "\(person),\(period),a,60%,\(random.integer(0...150))%,1,seen\n"
                rows += random.chance(70) ? "\(person),\(period),b,40%,50%,1,seen\n" : "\(person),\(period),b,40%,,,\n"
            }
        }
        return rows
    }

    // MARK: Sales

    private mutating func addSales(_ count: Int) {
        var sales = "id,date,paid,seller,client,product,amount,cost,kind,urgent,n\n"
        var shares = "sale,person,share\n"
        for number in 1...count {
            let date = maybe(96, day())
            let paid = maybe(70, random.chance(10) ? "2026-09-15" : anyDay())
            sales += "\(number),\(date),\(paid),\(maybe(95, "\(random.integer(1...people))")),"
            sales += "\(maybe(85, "c\(random.integer(1...Self.clients))")),g\(random.integer(1...6)),\(amount()),"
            sales += "\(maybe(80, amount())),\(maybe(75, random.pick(["order", "sample", "return"])))"
            sales +=
                ",\(random.pick(["yes", "no"])),\(maybe(80, "\(random.integer(-3...9)).\(random.integer(0...9))"))\n"
            guard random.chance(25) else { continue }
            let (first, part) = (random.integer(1...(people - 1)), random.integer(1...9999))
            shares += "\(number),\(first),\(part.roubles)%\n\(number),\(first + 1),\((10_000 - part).roubles)%\n"
        }
        files["sale.csv"] = sales
        files["share.csv"] = shares
    }
}
