import Periods

/// A plan figure for somebody and a period.
struct AlfaTarget {
    let metric: String
    let subject: String
    let period: String
    /// Kopecks, or pieces for counts.
    let value: Int
    var isMoney = true
}

extension AlfaTarget {
    /// The plans of the year, set from what the clients may be expected to buy.
    static func all(_ clients: [AlfaClient], _ generator: SeededGenerator) -> [AlfaTarget] {
        var generator = generator.stream("targets")
        let monthly = monthly(clients, &generator)
        return monthly + quarterly(clients, &generator) + annual(monthly) + export
    }

    /// The quota of the year, known in January: it stays while the months' plans follow the season.
    private static func annual(_ monthly: [AlfaTarget]) -> [AlfaTarget] {
        AlfaStaff.people.compactMap { person in
            let own = monthly.filter { $0.subject == person.id }.map(\.value)
            guard !own.isEmpty else { return nil }
            let step = 50_000_00
            let value = own.reduce(0, +) * 12 / own.count / step * step
            return AlfaTarget(metric: "net_sales", subject: person.id, period: "2026", value: value)
        }
    }

    /// Round plans for those who sell abroad.
    private static var export: [AlfaTarget] {
        [("volkov", 1, 1_500_000_00), ("zaitseva", 4, 3_000_000_00)].flatMap { person, first, value in
            (first...12).map { month in
                AlfaTarget(metric: "export_sales", subject: person, period: label(month), value: value)
            }
        }
    }

    /// Net sales of every sales manager; a plan for a whole month, whoever was there for a part of it.
    private static func monthly(_ clients: [AlfaClient], _ generator: inout SeededGenerator) -> [AlfaTarget] {
        var targets: [AlfaTarget] = []
        for month in 1...12 {
            for person in AlfaStaff.people.map(\.id) {
                let days = SampleYear.months[month - 1].filter { day in
                    AlfaStaff.assignments.contains {
                        $0.person == person && $0.position == "sales_manager" && $0.holds(on: day)
                    }
                }
                guard let day = days.last else { continue }
                let own = clients.filter { AlfaDesk.all[$0.desk].holder(on: day) == person }
                // Besides his own clients, a fourth part of the fifth of the key orders that the sales managers take.
                let branch = own.first.map { AlfaDesk.all[$0.desk].branch }
                let key = clients.filter { AlfaDesk.all[$0.desk].branch == branch && AlfaDesk.all[$0.desk].isKey }
                let shared = key.map { $0.expected(month: month) }.reduce(0, +) / 20
                let value = planned(own.map { $0.expected(month: month) }.reduce(shared, +), &generator)
                targets.append(
                    AlfaTarget(metric: "net_sales", subject: person, period: label(month), value: value))
            }
        }
        return targets
    }

    /// The portfolios of the key account managers, the branches and the company.
    private static func quarterly(_ clients: [AlfaClient], _ generator: inout SeededGenerator) -> [AlfaTarget] {
        var targets: [AlfaTarget] = []
        for quarter in 1...4 {
            let months = (3 * quarter - 2)...(3 * quarter)
            func add(_ metric: String, _ subject: String, _ value: Int) {
                targets.append(
                    AlfaTarget(
                        metric: metric, subject: subject, period: "2026-Q\(quarter)", value: value,
                        isMoney: metric != "new_clients"))
            }
            func expected(_ isIncluded: (AlfaClient) -> Bool) -> Int {
                months.flatMap { month in clients.filter(isIncluded).map { $0.expected(month: month) } }.reduce(0, +)
            }
            let middle = SampleYear.day(months.lowerBound + 1, 15)
            for work in AlfaStaff.assignments where work.position == "kam" && work.holds(on: middle) {
                let value = expected {
                    AlfaDesk.all[$0.desk].isKey && AlfaDesk.all[$0.desk].holder(on: middle) == work.person
                }
                add("portfolio_sales", work.person, planned(value, &generator))
            }
            for (branch, head) in AlfaStaff.heads.enumerated() {
                let value = expected { AlfaDesk.all[$0.desk].branch == branch }
                add("branch_sales", head, planned(value, &generator))
                add("new_clients", AlfaStaff.branches[branch], 3 + quarter % 2)
            }
            add("company_sales", "orlova", planned(expected { _ in true }, &generator))
            add("ebit", "orlova", [4_000_000_00, 9_000_000_00, 7_000_000_00, 17_000_000_00][quarter - 1])
        }
        return targets
    }

    /// A round plan somewhat above or below what is expected.
    private static func planned(_ expected: Int, _ generator: inout SeededGenerator) -> Int {
        let step = 50_000_00
        return max(1, expected * generator.within(93...108) / 100 / step) * step
    }

    private static func label(_ month: Int) -> String {
        identifier("2026-", month, width: 2)
    }
}
