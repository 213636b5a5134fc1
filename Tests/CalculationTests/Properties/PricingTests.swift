import Company
import Quantities
import Testing

@Suite("Property: tiers and payout curves")
struct PricingTests {
    private func table(_ mode: TierTable.Mode, _ random: inout SplitMix64, fixed: Bool = false) -> TierTable {
        var from = 0
        let tiers = (0..<random.integer(1...6)).map { number -> TierTable.Tier in
            if number > 0 { from += random.integer(1...500_000_00) }
            return TierTable.Tier(
                from: (try? FixedDecimal(minorUnits: Int64(from), places: 2)) ?? .zero,
                rate: random.decimal(0...3000, places: 4),
                fixed: fixed && number > 0 ? random.decimal(0...1000, places: 0) : .zero)
        }
        return TierTable(mode, tiers)
    }

    @Test(
        "a negative volume takes back exactly what the positive earned, in every mode",
        arguments: TierTable.Mode.allCases)
    func symmetry(mode: TierTable.Mode) throws {
        var random = SplitMix64(seed: 31)
        for number in 0..<3000 {
            let table = table(mode, &random, fixed: true)
            let target = mode == .overage || random.chance(30) ? random.decimal(1...900_000_00, places: 2) : nil
            let volume = random.decimal(0...3_000_000_00, places: 2)
            let earned = try table.price(volume, target: target)
            let taken = try table.price(volume.negated(), target: target)
            #expect(try taken == earned.negated(), "seed 31, case \(number)")
        }
    }

    @Test("marginal tiers never pay less for more, and a kopeck more of volume never jumps")
    func marginal() throws {
        var random = SplitMix64(seed: 32)
        let kopeck = try FixedDecimal(minorUnits: 1, places: 2)
        for number in 0..<5000 {
            let table = table(.marginal, &random)
            // Half of the cases look closely at a bound.
            let bound = random.pick(table.tiers).from
            let volume =
                random.chance(50) ? bound : try bound.adding(random.decimal(-400_000_00...400_000_00, places: 2))
            let here = try table.price(volume, target: nil)
            let below = try table.price(volume.subtracting(kopeck), target: nil)
            let rise = try here.subtracting(below)
            // The highest rate is 30 %, so a kopeck of volume is worth at most 0.3 kopecks.
            #expect(rise >= .zero && rise <= kopeck, "seed 32, case \(number)")
        }
    }

    @Test("the slices of a marginal table sum to the volume")
    func slices() throws {
        var random = SplitMix64(seed: 33)
        for number in 0..<3000 {
            let table = table(.marginal, &random)
            let volume = random.decimal(-3_000_000_00...3_000_000_00, places: 2)
            var sum = FixedDecimal.zero
            for slice in try table.slices(of: volume, target: nil) { sum = try sum.adding(slice.volume) }
            #expect(sum == volume, "seed 33, case \(number)")
        }
    }

    private func curve(_ random: inout SplitMix64) -> PayoutCurve {
        var attainment = random.integer(0...9000)
        var payout = random.integer(0...5000)
        let points = (0..<random.integer(1...6)).map { number -> PayoutCurve.Point in
            if number > 0 {
                attainment += random.integer(50...5000)
                payout += random.integer(0...5000)
            }
            return PayoutCurve.Point(decimal(attainment), decimal(payout))
        }
        return PayoutCurve(form: .lines, points: points)
    }

    private func decimal(_ hundredthsOfPercent: Int) -> FixedDecimal {
        (try? FixedDecimal(minorUnits: Int64(hundredthsOfPercent), places: 4)) ?? .zero
    }

    @Test("a curve over rising points never pays less for more, and above its first point never jumps")
    func payout() throws {
        var random = SplitMix64(seed: 34)
        let step = try FixedDecimal(minorUnits: 1, places: 6)
        for number in 0..<5000 {
            let curve = curve(&random)
            let first = try #require(curve.points.first)
            let reached = random.chance(40) ? random.pick(curve.points).attainment : decimal(random.integer(0...20000))
            let here = try curve.payout(at: reached)
            let before = try curve.payout(at: reached.subtracting(step))
            #expect(here >= before, "seed 34, case \(number)")
            if reached > first.attainment {
                // The steepest line rises 50 % within 0.5 %.
                #expect(try here.subtracting(before) <= step.multiplied(by: 100), "seed 34, case \(number)")
            }
            if reached < first.attainment { #expect(here.isZero, "seed 34, case \(number)") }
        }
    }

    @Test("at its points a curve pays what the points say, above the last no more")
    func points() throws {
        var random = SplitMix64(seed: 35)
        for number in 0..<2000 {
            let curve = curve(&random)
            for point in curve.points {
                #expect(try curve.payout(at: point.attainment) == point.payout, "seed 35, case \(number)")
            }
            let last = try #require(curve.points.last)
            #expect(try curve.payout(at: last.attainment.adding(.one)) == last.payout, "seed 35, case \(number)")
        }
    }
}
