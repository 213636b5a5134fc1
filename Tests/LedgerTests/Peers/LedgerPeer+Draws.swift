import Ledger
import Periods
import Quantities
import Testing

extension LedgerPeer {
    /// Recoverable draws, and the part of a period that somebody was there.
    static let draws: [LedgerPeer] = [
        // getlago/lago-api PR #6194: quarter 1 April to 30 June, start on 20 May; and 15 April to 14 July, start on 20 May.
        LedgerPeer("C5-3", "91; 91") {
            let quarters = [("2026-04-01", "2026-07-01"), ("2026-04-15", "2026-07-15")]
            let start = try #require(CivilDay(parsing: "2026-05-20"))
            return try quarters.map { from, until in
                let (first, end) = (try #require(CivilDay(parsing: from)), try #require(CivilDay(parsing: until)))
                let quarter = try #require(DayRange(from: first, until: end))
                let share = try #require(
                    Proration.share(
                        of: DayRange(from: start, clampingUntil: .latest), in: quarter, by: .calendar,
                        WorkingCalendar(weekend: [.saturday, .sunday])))
                return "\(share.of)"
            }.joined(separator: "; ")
        },
        // docs.oracle.com facmi, "Example of Incentive Compensation Draw and Recovery", rows 1 to 3: draw 1 000 a period,
        // earnings 500, 700, 400.
        LedgerPeer("C5-4", "draw 500, 300, 600; paid 1000, 1000, 1000; owed 500, 800, 1400") {
            var draw = DrawAccount()
            var book = Book()
            var standings: [Obligation: TargetBalance] = [:]
            var (advances, pays, owed): ([String], [String], [String]) = ([], [], [])
            for (number, earned) in ([500, 700, 400] as [Int64]).enumerated() {
                advances.append("\(try draw.take(earned: earned, DrawTerms(amount: 1_000)))")
                standings[.commission("\(number)")] = TargetBalance(earned: earned)
                try book.post("\(number)", Posting.Target(standings, owed: [.draw(): draw.owed]))
                pays += try book.pay("\(number)").map { "\($0.amount)" }
                owed.append("\(draw.owed)")
            }
            let lists = [advances, pays, owed].map { $0.joined(separator: ", ") }
            return "draw \(lists[0]); paid \(lists[1]); owed \(lists[2])"
        },
    ]
}
