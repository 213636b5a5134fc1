import Periods

/// A client's complaint, and the day on which it was settled.
struct AlfaClaim {
    let day: CivilDay
    let client: Int
    let seller: String
    let settledOn: CivilDay?
}

extension AlfaClaim {
    /// The claims of the year in the order of their days.
    static func all(_ clients: [AlfaClient], _ generator: SeededGenerator) -> [AlfaClaim] {
        var generator = generator.stream("claims")
        var claims: [AlfaClaim] = []
        for month in 1...12 {
            for (place, client) in clients.enumerated() where client.buys(month: month) && client.since < month {
                guard generator.happens(permille: client.segment == "key" ? 450 : 100),
                    let day = generator.pick(SampleYear.months[month - 1])
                else { continue }
                let settled = SampleYear.after(day, workingDays: generator.within(1...15))
                let isSettled = generator.happens(permille: 900) && settled < SampleYear.end
                claims.append(
                    AlfaClaim(
                        day: day, client: place, seller: AlfaDesk.all[client.desk].holder(on: day),
                        settledOn: isSettled ? settled : nil))
            }
        }
        let order = claims.indices.sorted { (claims[$0].day, $0) < (claims[$1].day, $1) }
        return order.map { claims[$0] }
    }
}
