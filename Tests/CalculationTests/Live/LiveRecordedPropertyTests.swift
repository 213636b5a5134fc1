import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// After every changed event, target or entered value, in any order, a live run holds what a calculation of everything gives.
@Suite("Property: a live run follows targets and entered values among events")
struct LiveRecordedPropertyTests {
    /// A target of a person, a unit or everybody, set, changed or taken back; or an amount or a fund that is entered.
    private static func change(_ model: CompanyModel, _ random: inout SplitMix64) -> RecordedChange {
        func metric(_ name: String) -> Int { model.metrics.firstIndex { $0.name == name } ?? 0 }
        let label = random.pick([
            "2025-12", "2026-01", "2026-02", "2026-03", "2026-05", "2026-06", "2026-Q1", "2026", "2026-W05",
            "2026-02-10",
        ])
        let period = model.calendar.parse(label) ?? .all
        let person = RecordedSubject.person(Int32(random.integer(0...11)))
        let unit = RecordedSubject.unit(Int32(random.integer(0...3)))
        let roubles =
            random.chance(15) ? nil : FixedDecimal(random.integer(random.chance(10) ? -2_000...0 : 1...60_000))
        switch random.integer(0...9) {
        case 0...4:
            return RecordedChange(.targets, metric: metric("sales"), subject: person, period: period, value: roubles)
        case 5:
            return RecordedChange(
                .targets, metric: metric("sales"), subject: random.pick([unit, .everybody]), period: period,
                value: roubles)
        case 6...7:
            return RecordedChange(.entered, metric: metric("grade"), subject: person, period: period, value: roubles)
        default:
            return RecordedChange(
                .entered, metric: metric("purse"), subject: random.pick([unit, .everybody]), period: period,
                value: roubles)
        }
    }

    @Test("after each of twenty-five changes, all lines are those of a calculation of everything", arguments: 1...8)
    func follows(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(1_000 + seed))
        let company = try LiveRunPropertyTests.company(&random)
        let live = LiveRun(await LineEngine.computed(company.model, threads: 1))
        var rows = company.model.events[0].rowCount - 2
        var values = 0
        for step in 1...25 {
            let before = live.lines
            let moved: [LiveRun.MovedAwards]
            let what: String
            if random.chance(70) {
                let change = Self.change(company.model, &random)
                do throws(RecordedChange.Refusal) {
                    moved = try live.apply(change)
                } catch {
                    // A value entered before or behind all others makes other periods.
                    #expect(error == .needsNewLayout && change.table == .entered)
                    #expect(live.lines == before)
                    continue
                }
                what = "\(change)"
                values += 1
            } else {
                let change = LiveRunPropertyTests.change(live, &rows, &random)
                guard let own = try? live.apply(change) else { continue }
                moved = own
                what = "\(change)"
            }
            let changed = company.model.changed(by: live.changes).changed(by: live.recordedChanges)
            guard LiveRunPropertyTests.isWhole(live, changed, before, moved, "seed \(seed), step \(step), \(what)")
            else { return }
        }
        #expect(values > 8)
    }
}
