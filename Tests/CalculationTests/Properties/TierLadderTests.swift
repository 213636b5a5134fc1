import Company
import Quantities
import Testing

@testable import Calculation

/// Marginal tiers have two bodies: slices of decimals, which are shown, and a ladder of 64 bits for passes over lines.
@Suite("Property: a ladder of tiers is worth what its slices earn")
struct TierLadderTests {
    @Test("at, around and far from every bound, below zero too", arguments: UInt64(1)...60)
    func worth(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tiers = Self.tiers(&random)
        var ladder = TierLadder(Self.lineTiers(tiers))
        ladder.place(1)
        for total in Self.totals(tiers, &random) {
            let slices = try tiers.slices(of: Self.cents(total), target: nil)
            #expect(try Self.price(ladder.worth(of: total)) == slices.earned(), "\(tiers), \(total)")
            #expect(ladder.isBelow(total) == slices.isEmpty, "\(tiers), \(total)")
        }
    }

    @Test("inside a stretch a cent more is worth the factor of its tier", arguments: UInt64(1)...60)
    func stretches(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tiers = Self.tiers(&random)
        var ladder = TierLadder(Self.lineTiers(tiers))
        ladder.place(1)
        for total in Self.totals(tiers, &random) {
            let stretch = ladder.stretch(around: total)
            #expect(stretch.least <= total && total <= stretch.most, "\(tiers), \(total)")
            for other in [max(stretch.least, -100_000_000), min(stretch.most, 100_000_000)] {
                #expect(
                    ladder.worth(of: other) - ladder.worth(of: total) == (other - total) * stretch.factor,
                    "\(tiers), from \(total) to \(other)")
            }
        }
    }

    /// Up to five tiers with bounds in roubles and rates in tenths of a percent, some of which begin above zero.
    private static func tiers(_ random: inout SplitMix64) -> TierTable {
        var bound = random.chance(50) ? 0 : random.integer(1...5_000)
        var tiers: [TierTable.Tier] = []
        for _ in 0..<random.integer(1...5) {
            tiers.append(
                TierTable.Tier(from: FixedDecimal(bound), rate: random.decimal(-100...300, places: 3)))
            bound += random.integer(1...5_000)
        }
        var table = TierTable(.marginal, tiers)
        table.belowZero = random.pick([.mirror, .first])
        return table
    }

    /// The same in cents, and thousandths for rates.
    private static func lineTiers(_ table: TierTable) -> LineTiers {
        LineTiers(
            factors: table.tiers.compactMap { $0.rate.units(scale: 3) }, factorScale: 3, scale: 2, step: 1,
            belowZero: table.belowZero, starts: table.tiers.compactMap { $0.from.units(scale: 2) }, targets: nil,
            targetScale: 0)
    }

    private static func totals(_ table: TierTable, _ random: inout SplitMix64) -> [Int64] {
        let bounds = table.tiers.compactMap { $0.from.units(scale: 2) }
        let near = bounds.flatMap { [$0 - 1, $0, $0 + 1] }
        let far = (0..<20).map { _ in Int64(random.integer(-3_000_000...3_000_000)) }
        return near + near.map { -$0 } + far
    }

    private static func cents(_ total: Int64) throws -> FixedDecimal { try FixedDecimal(minorUnits: total, places: 2) }

    /// Cents times thousandths.
    private static func price(_ worth: Int64) throws -> FixedDecimal { try FixedDecimal(minorUnits: worth, places: 5) }
}
