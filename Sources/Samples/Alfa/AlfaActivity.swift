import Periods

/// A call to a client or to one who may become one.
struct AlfaCall {
    let day: CivilDay
    let seller: String
    let isEffective: Bool
    /// Its length in tenths of a minute.
    let length: Int
}

/// Somebody who asked to buy, and what became of it.
struct AlfaLead {
    let day: CivilDay
    let seller: String
    let takenOn: CivilDay?
    let status: String
}

extension AlfaCall {
    /// The calls of everybody who sells, day by day.
    static func all(_ generator: SeededGenerator) -> [AlfaCall] {
        var generator = generator.stream("calls")
        var calls: [AlfaCall] = []
        for day in SampleYear.months.joined() {
            for (place, work) in AlfaStaff.selling(on: day).enumerated() {
                guard generator.happens(permille: 10 * work.share) else { continue }
                for _ in 0..<generator.below(3) {
                    // Every person has a knack of his own, which does not change with the day.
                    let isEffective = generator.happens(permille: 230 + place * 37 % 150)
                    let length = SkewTable.plans.draw(middle: isEffective ? 42 : 27, &generator)
                    calls.append(AlfaCall(day: day, seller: work.person, isEffective: isEffective, length: length))
                }
            }
        }
        return calls
    }
}

extension AlfaLead {
    /// Leads given to the sales managers; a few are never taken up.
    static func all(_ generator: SeededGenerator) -> [AlfaLead] {
        var generator = generator.stream("leads")
        var leads: [AlfaLead] = []
        for day in SampleYear.months.joined() {
            for work in AlfaStaff.selling(on: day) where work.position == "sales_manager" {
                guard generator.happens(permille: 2 * work.share) else { continue }
                let untouched = generator.happens(permille: 40)
                let taken = SampleYear.after(day, workingDays: generator.below(3))
                let isTaken = !untouched && taken < SampleYear.end && work.holds(on: taken)
                let outcome = ["won", "lost", "open"][generator.place(weights: [3, 5, 2])]
                leads.append(
                    AlfaLead(
                        day: day, seller: work.person, takenOn: isTaken ? taken : nil,
                        status: isTaken ? outcome : "lost"))
            }
        }
        return leads
    }
}

extension AlfaStaff {
    /// Those who sell and are at work on the day.
    static func selling(on day: CivilDay) -> [AlfaAssignment] {
        assignments.filter { work in
            let isAway = work.person == "semenova" && day.month == 7 || work.person == "egorov" && day.month == 11
            return work.sells && work.holds(on: day) && !isAway
        }
    }
}
