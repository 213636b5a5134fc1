import Periods

/// A call, a message or a visit.
struct AlfaTouch {
    let day: CivilDay
    let minute: Int
    let client: String
    let contact: String
    let person: String
    var kind = "call"
    var direction = "out"
    var purpose = "proactive"
    var message = ""
    var minutes: Int?
    var known = ""
    var source = "telephony"
}

extension AlfaTouch {
    /// The touches of the year in the order of their days.
    ///
    /// - Parameter claims: The days of each client's claims, by its place.
    static func all(
        _ accounts: [AlfaAccount], claims: [Int: [CivilDay]], _ generator: SeededGenerator
    ) -> [AlfaTouch] {
        var touches: [AlfaTouch] = []
        for account in accounts {
            var generator = generator.stream("touches \(account.id)")
            let replies = replies(account, &generator)
            let asked = replies.map(\.day) + (claims[account.place] ?? [])
            touches += replies + calls(account, asked: asked, &generator)
        }
        touches += listening + planted(accounts)
        let order = touches.indices.sorted {
            (touches[$0].day, touches[$0].minute, $0) < (touches[$1].day, touches[$1].minute, $1)
        }
        return order.map { touches[$0] }
    }

    /// Calls of our own accord, a little more often than the norm asks.
    private static func calls(
        _ account: AlfaAccount, asked: [CivilDay], _ generator: inout SeededGenerator
    ) -> [AlfaTouch] {
        var touches: [AlfaTouch] = []
        var lastOfTop: CivilDay?
        var turn = 0
        var day = SampleYear.working(SampleYear.day(1, 12), plus: generator.within(0...8))
        while day < SampleYear.end {
            defer { day = SampleYear.working(day, plus: generator.within(account.tier.pace)) }
            // A call right after the client's own word is an answer.
            while let last = asked.first(where: { $0 <= day && day <= SampleYear.after($0, workingDays: 2) }) {
                day = SampleYear.after(last, workingDays: 3)
            }
            if day >= SampleYear.end { break }
            let contact = contact(account, day, &lastOfTop, &turn)
            let message = generator.pick(["success", "opportunity", "news", "news"]) ?? "news"
            let (minute, length) = (generator.within(570...1050), generator.within(4...17))
            if isLeftOut(account, day) { continue }
            touches.append(
                AlfaTouch(
                    day: day, minute: minute, client: account.id, contact: contact, person: account.manager(on: day),
                    message: message, minutes: length))
        }
        if let last = AlfaPlanted.lastCall(of: account.id) {
            touches.append(
                AlfaTouch(
                    day: last, minute: 640, client: account.id, contact: account.top.id,
                    person: account.manager(on: last), message: "news", minutes: 8))
        }
        return touches
    }

    /// Who decides is called before the norm is twice over; in between the others take turns.
    private static func contact(
        _ account: AlfaAccount, _ day: CivilDay, _ lastOfTop: inout CivilDay?, _ turn: inout Int
    ) -> String {
        let isUnseen = account.id == AlfaPlanted.unseen && day >= SampleYear.day(8, 1)
        let isTopsTurn = lastOfTop.map { $0.days(until: day) > account.tier.norm } ?? true
        if account.id == AlfaPlanted.oneThread, day >= SampleYear.day(7, 1) { return account.top.id }
        if isTopsTurn, !isUnseen, !isStranger(account, day) {
            lastOfTop = day
            return account.top.id
        }
        let others = account.people.dropFirst().filter { $0.power >= 5 && $0.until.map { day < $0 } ?? true }
        guard !others.isEmpty else { return account.top.id }
        turn += 1
        return others[others.startIndex + turn % others.count].id
    }

    /// Sokolova has taken Gromov's clients over and has met none of those who decide.
    private static func isStranger(_ account: AlfaAccount, _ day: CivilDay) -> Bool {
        account.desk.holders.count > 1 && account.manager(on: day) == "sokolova" && day <= AlfaPlanted.day
    }

    private static func isLeftOut(_ account: AlfaAccount, _ day: CivilDay) -> Bool {
        if let last = AlfaPlanted.lastCall(of: account.id) { return day >= last && day <= AlfaPlanted.day }
        return account.id == AlfaPlanted.blind && day >= SampleYear.day(5, 1) && day <= AlfaPlanted.day
    }

    /// Messages of clients and our answers; one contact writes more than the others.
    private static func replies(_ account: AlfaAccount, _ generator: inout SeededGenerator) -> [AlfaTouch] {
        if account.id == AlfaPlanted.blind { return [] }
        var touches: [AlfaTouch] = []
        var day = SampleYear.working(SampleYear.day(1, 14), plus: generator.within(0...20))
        while day < SampleYear.end {
            let there = account.people.filter { $0.until.map { day < $0 } ?? true }
            let isOne = account.id == AlfaPlanted.oneThread
            let isTopHidden =
                account.id == AlfaPlanted.unseen && day >= SampleYear.day(8, 1) || isStranger(account, day)
            let others = isTopHidden ? Array(there.dropFirst()) : there
            let who = isOne ? account.top.id : generator.pick(others)?.id ?? account.top.id
            touches.append(
                AlfaTouch(
                    day: day, minute: generator.within(560...1060), client: account.id, contact: who,
                    person: account.manager(on: day), kind: generator.pick(["mail", "call", "message"]) ?? "mail",
                    direction: "in", purpose: generator.pick(["deal", "claim", "deal"]) ?? "deal", source: "crm"))
            day = SampleYear.working(day, plus: isOne ? 14 : generator.within(account.tier == .a ? 25...40 : 35...60))
        }
        return touches
    }

    /// Half a day at a client's, or listening to his people: a habit of every manager, but for one since July.
    private static var listening: [AlfaTouch] {
        let habits = [
            ("sokolova", "c027"), ("gromov", "c031"), ("galeev", "c060"), ("safina", "c063"), ("lebedeva", "c090"),
            ("voronin", "c094"), ("pavlova", "c097"),
        ]
        return habits.enumerated().flatMap { number, habit in
            (1...12).compactMap { month -> AlfaTouch? in
                let day = SampleYear.working(SampleYear.day(month, 9 + number), plus: 0)
                if habit.0 == AlfaPlanted.deaf, month > 7 { return nil }
                if habit.0 == "gromov", month > 8 { return nil }
                if habit.0 == "pavlova", month < 7 { return nil }
                return AlfaTouch(
                    day: day, minute: 600, client: habit.1, contact: "k\(habit.1.dropFirst())1", person: habit.0,
                    kind: month % 2 == 0 ? "field_visit" : "listening", purpose: "social", source: "confirmed")
            }
        }
    }

    private static func planted(_ accounts: [AlfaAccount]) -> [AlfaTouch] {
        accounts.filter { $0.id == AlfaPlanted.badNews }.map { account in
            AlfaTouch(
                day: SampleYear.day(10, 13), minute: 615, client: account.id, contact: account.top.id,
                person: account.manager(on: SampleYear.day(10, 13)), purpose: "reply", message: "problem", minutes: 6,
                known: "2026-10-08 09:30")
        }
    }
}
