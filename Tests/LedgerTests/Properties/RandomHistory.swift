import Company
import Ledger
import Quantities
import Samples

/// The targets of a company's pay periods as they might follow each other: awards rise and fall below zero, clients pay,
/// tranches fall due or are lost, draws are advanced and earned back, adjustments come and go, periods are posted again.
struct RandomHistory {
    /// A posting, and whether payroll is run after it.
    struct Step {
        var period: String
        var target: Posting.Target
        var isPaid: Bool
    }

    let people: [String]
    /// The company's share of a pay for recovery, in tenths.
    let recoveryTenths: Int
    let rules: LedgerRules
    private(set) var steps: [Step] = []

    init(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        people = (1...random.within(1...3)).map { "p\($0)" }
        recoveryTenths = random.within(0...10)
        var rules = LedgerRules()
        rules.recovery = try FixedDecimal(minorUnits: Int64(recoveryTenths), places: 1)
        self.rules = rules
        var awards: [Obligation: Award] = [:]
        var owed: [Obligation: Int64] = [:]
        var adjustments: [Obligation: TargetBalance] = [:]
        var month = 0
        for number in 1...random.within(3...12) {
            // Two in ten are postings in a reopened period.
            if month == 0 || !random.happens(permille: 200) { month += 1 }
            for person in people {
                for component in 1...2 where random.happens(permille: 700) {
                    let obligation = Obligation(
                        person: person, .award(plan: "plan", component: "c\(component)", period: "m\(month)"))
                    awards[obligation] = awards[obligation] ?? Award(&random)
                }
                if random.happens(permille: 400) {
                    owed[Obligation(person: person, .draw(plan: "plan"))] = Int64(random.within(0...50_000))
                }
                if random.happens(permille: 200) {
                    adjustments[Obligation(person: person, .adjustment(Int64(number)))] = TargetBalance(
                        earned: Int64(random.within(-20_000...20_000)))
                }
            }
            for obligation in awards.keys.sorted() where random.happens(permille: 300) {
                awards[obligation]?.change(&random)
            }
            for obligation in awards.keys.sorted() where random.happens(permille: 30) { awards[obligation] = nil }
            for obligation in adjustments.keys.sorted() where random.happens(permille: 50) {
                adjustments[obligation] = nil
            }

            var target = Posting.Target()
            target.standings = try awards.mapValues { try $0.standing() }.merging(adjustments) { $1 }
            target.own = Set(
                target.standings.keys.filter {
                    if case .award(_, _, "m\(month)") = $0.matter { true } else { false }
                })
            target.owedDraws = owed
            steps.append(Step(period: "m\(month)", target: target, isPaid: random.happens(permille: 500)))
        }
    }

    /// An award as it develops.
    private struct Award {
        var earned: Int64
        var free: FixedDecimal?
        var tranches: [TrancheState] = []

        init(_ random: inout SeededGenerator) {
            earned = Int64(random.within(-30_000...100_000))
            switch random.within(1...3) {
            case 1: free = .zero
            case 2: tranches = (1...random.within(1...4)).map { _ in TrancheState(share: .one, .waiting) }
            default: break
            }
            change(&random)
        }

        mutating func change(_ random: inout SeededGenerator) {
            if random.happens(permille: 400) { earned += Int64(random.within(-60_000...40_000)) }
            if free != nil { free = Self.share(&random) }
            for number in tranches.indices where random.happens(permille: 500) {
                switch random.within(1...4) {
                case 1: tranches[number].outcome = .waiting
                case 2: tranches[number].outcome = .lost
                default: tranches[number].outcome = .due(Self.share(&random))
                }
            }
        }

        private static func share(_ random: inout SeededGenerator) -> FixedDecimal {
            (try? FixedDecimal(minorUnits: Int64(random.within(-1...11)), places: 1)) ?? .zero
        }

        func standing() throws -> TargetBalance {
            if let free { return try TargetBalance(holding: earned, free: free) }
            return tranches.isEmpty ? TargetBalance(earned: earned) : try TargetBalance(deferring: earned, tranches)
        }
    }
}
